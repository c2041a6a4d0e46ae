#include "cli/preflight_report.h"

#include "cli/console.h"
#include "common/human_text.h"
#include "policy/preflight.h"

#include <array>
#include <utility>

namespace sealift {

namespace {

const auto kIgnorePreflight = QStringLiteral("ignore-preflight");

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

QString findingText(const Finding &finding)
{
    return QStringLiteral("[%1] %2\n  %3\n  %4")
        .arg(finding.rule, printable(finding.what), finding.why, finding.remedy);
}

QString findingsText(const QList<Finding> &findings)
{
    QStringList paragraphs;
    for (const auto &finding : findings)
        paragraphs.append(severityName(finding.severity) + QLatin1Char(' ') + findingText(finding));
    return paragraphs.join(QLatin1Char('\n'));
}

void showFindings(Console &console, const QList<Finding> &findings)
{
    for (const auto &finding : findings) {
        if (console.json())
            console.message(QStringLiteral("finding"), finding.toJson());
        else if (finding.severity == Severity::Note)
            console.note(QStringLiteral("note: ") + findingText(finding));
        else
            console.warning(findingText(finding));
    }
}

QCommandLineOption ignorePreflightOption()
{
    return QCommandLineOption(
        kIgnorePreflight,
        QStringLiteral("Go on in spite of what these rules of preflight find; several are separated by commas."),
        QStringLiteral("RULE[,RULE]"));
}

Result<QStringList> ignoredRules(const QCommandLineParser &arguments)
{
    QStringList rules;
    for (const auto &value : arguments.values(kIgnorePreflight))
        rules += value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    SEALIFT_TRY(checkIgnored(rules));
    return rules;
}

} // namespace sealift
