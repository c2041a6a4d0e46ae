#pragma once

#include "policy/finding.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace sealift {

/// What kind of thing stands in a text where it does not belong.
enum class TextClass {
    Secret,   ///< opens something: a password, a key, a token
    Personal, ///< says who somebody is, or how they pay
    Place,    ///< tells how a network is laid out
};

/// The stable name of a class ("secret").
QString textClassName(TextClass about);

/// Something in a text - a name, a tag, a path - that should not be kept where many can read it. Never holds the text
/// that it was found in: a finding may be shown and logged. Value type.
struct TextFinding {
    QString rule; ///< the rule's id ("aws-access-key"): stable, for settings, logs and machines
    TextClass about = TextClass::Secret;
    Severity severity = Severity::Warning; ///< Error: the text is not taken unless the user insists
    qsizetype offset = 0;                  ///< in the text, in UTF-16 code units
    qsizetype length = 0;
    QString what;      ///< "an access key's id of AWS"
    QString why;       ///< one sentence: what becomes of texts, and what that means here
    QString pseudonym; ///< what may stand there instead ("secret-1"); made of nothing of what stood there

    /// {"rule", "class", "severity", "offset", "length", "what", "why", "pseudonym"}
    QJsonObject toJson() const;
    bool operator==(const TextFinding &) const = default;
};

/// The text with every finding's pseudonym in its place. @param findings of this text, as TextRules::look() gave them.
QString withPseudonyms(const QString &text, const QList<TextFinding> &findings);

} // namespace sealift
