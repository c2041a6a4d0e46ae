#pragma once

#include "policy/text/text_rules.h"

namespace sealift {

/// A text that would be kept or logged, and where it stands: "the name of machine 1". The place is for people and
/// never repeats the text.
struct NamedText {
    QString place;
    QString text;
    TextKind kind = TextKind::Plain;
};

/// What the rules find in one of them. Holds nothing of the text.
struct JudgedText {
    QString place;
    QList<TextFinding> findings;
};

/// Those in which something was found.
QList<JudgedText> judgedTexts(const TextRules &rules, const QList<NamedText> &texts);

/// "characters 3 to 9": where in its text a finding is, as people count.
QString placeInText(const TextFinding &finding);

} // namespace sealift
