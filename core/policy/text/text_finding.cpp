#include "policy/text/text_finding.h"

#include <ranges>

namespace sealift {

QString textClassName(TextClass about)
{
    switch (about) {
    case TextClass::Secret:
        return QStringLiteral("secret");
    case TextClass::Personal:
        return QStringLiteral("personal");
    case TextClass::Place:
        return QStringLiteral("place");
    }
    return {};
}

QJsonObject TextFinding::toJson() const
{
    return {{QStringLiteral("rule"), rule},
            {QStringLiteral("class"), textClassName(about)},
            {QStringLiteral("severity"), severityName(severity)},
            {QStringLiteral("offset"), static_cast<qint64>(offset)},
            {QStringLiteral("length"), static_cast<qint64>(length)},
            {QStringLiteral("what"), what},
            {QStringLiteral("why"), why},
            {QStringLiteral("pseudonym"), pseudonym}};
}

QString withPseudonyms(const QString &text, const QList<TextFinding> &findings)
{
    auto replaced = text;
    // From the end: the places of those before stay what they are.
    for (const auto &finding : std::ranges::reverse_view(findings))
        replaced.replace(finding.offset, finding.length, finding.pseudonym);
    return replaced;
}

} // namespace sealift
