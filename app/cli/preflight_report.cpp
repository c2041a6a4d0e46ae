#include "cli/preflight_report.h"

#include "common/human_text.h"

#include <array>
#include <utility>

namespace sealift {

namespace {

constexpr std::array kFamilies{std::pair("ec2", Destination::Ec2Image), std::pair("vmware", Destination::Esxi),
                               std::pair("hyper-v", Destination::HyperV2)};

} // namespace

QStringList preflightTargets()
{
    QStringList words;
    for (const auto &[word, destination] : kFamilies)
        words.append(QLatin1String(word));
    for (const auto destination : allDestinations())
        words.append(destinationName(destination));
    return words;
}

Result<Destination> preflightTarget(const QString &word)
{
    for (const auto &[name, destination] : kFamilies) {
        if (word == QLatin1String(name))
            return destination;
    }
    if (const auto destination = destinationFromName(word))
        return *destination;
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--for does not know \"%1\"").arg(word),
                      QStringLiteral("It takes one of: %1.").arg(preflightTargets().join(QStringLiteral(", ")))));
}

QString findingsText(const QList<Finding> &findings)
{
    QStringList paragraphs;
    for (const auto &finding : findings)
        paragraphs.append(QStringLiteral("%1 [%2] %3\n  %4\n  %5")
                              .arg(severityName(finding.severity), finding.rule, printable(finding.what), finding.why,
                                   finding.remedy));
    return paragraphs.join(QLatin1Char('\n'));
}

} // namespace sealift
