#pragma once

#include "base/result.h"
#include "policy/text/text_rule.h"

#include <QHash>

#include <optional>

namespace sealift {

/// The name of the settings' file in the configuration folder: "text-rules.json".
QString textRuleFileName();

/// A pattern of the user's own.
struct OwnTextPattern {
    QString id;
    QRegularExpression pattern;
    Severity severity = Severity::Warning;
    TextClass about = TextClass::Secret;
    QString what;
};

/// What the user makes of the rules about texts.
struct TextRuleSettings {
    /// By a rule's id; nothing: it is switched off.
    QHash<QString, std::optional<Severity>> severities;
    QList<OwnTextPattern> own; ///< they come before the built-in ones
};

/// Reads text-rules.json (core/policy/text/README.md has its form). @param where names the file in errors.
/// Errors: InvalidArgument, naming the file and the field: no JSON, an unknown field or rule, a severity that is none,
/// a pattern that is no regular expression or matches the empty text, an id of another form or one that is taken.
Result<TextRuleSettings> readTextRuleSettings(const QByteArray &json, const QString &where);

/// The rules that Sealift comes with, in the order in which they count.
TextRuleList builtInTextRules();

/// The same as the settings want them.
TextRuleList rulesUnder(const TextRuleSettings &settings);

} // namespace sealift
