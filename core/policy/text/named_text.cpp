#include "policy/text/named_text.h"

namespace sealift {

QList<JudgedText> judgedTexts(const TextRules &rules, const QList<NamedText> &texts)
{
    QList<JudgedText> judged;
    for (const auto &text : texts) {
        auto findings = rules.look(text.text, text.kind);
        if (!findings.isEmpty())
            judged.append({text.place, std::move(findings)});
    }
    return judged;
}

QString placeInText(const TextFinding &finding)
{
    return finding.length == 1
               ? QStringLiteral("character %1").arg(finding.offset + 1)
               : QStringLiteral("characters %1 to %2").arg(finding.offset + 1).arg(finding.offset + finding.length);
}

} // namespace sealift
