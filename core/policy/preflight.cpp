#include "policy/preflight.h"

#include "policy/destinations.h"

#include <algorithm>

namespace sealift {

namespace {

/// What is no rule for every destination is one for what the disk is guessed to be for.
bool isOfGuess(const Rule &rule)
{
    return !rule.destinations.contains(Destination::File);
}

Finding findingOf(const Rule &rule, const PreflightSubject &subject, const QString &what)
{
    const bool softened = subject.guessed && rule.ignorable && isOfGuess(rule);
    return {.rule = QString::fromLatin1(rule.id),
            .severity = softened ? std::min(rule.severity, Severity::Warning) : rule.severity,
            .destination = subject.destination,
            .what = what,
            .why = QString::fromUtf8(rule.why),
            .remedy = QString::fromUtf8(rule.remedy),
            .source = QString::fromLatin1(rule.source),
            .ignorable = rule.ignorable};
}

const Rule *ruleOf(const QString &id)
{
    for (const auto &rule : preflightRules()) {
        if (id == QLatin1String(rule.id))
            return &rule;
    }
    return nullptr;
}

} // namespace

const QList<Rule> &preflightRules()
{
    static const auto rules = imageRules() + diskRules() + guestRules() + ec2Rules() + ec2GuestRules() +
                              hypervisorRules() + hostRules() + nameRules() + contentRules() + bucketRules() +
                              importRules();
    return rules;
}

QList<Finding> runPreflight(const PreflightSubject &subject, const QList<Rule> &rules)
{
    QList<Finding> findings;
    for (const auto &rule : rules) {
        if (!rule.destinations.contains(subject.destination))
            continue;
        if (const auto what = rule.find(subject))
            findings.append(findingOf(rule, subject, *what));
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &one, const Finding &other) { return one.severity > other.severity; });
    return findings;
}

bool diskMayRefuse(Destination destination, bool guessed)
{
    // Of a hypervisor's rules, those that may not be ignored even then go by the disk's size.
    if (guessed)
        return kEc2.contains(destination);
    const auto looking = diskRules() + guestRules() + ec2Rules() + ec2GuestRules() + hypervisorRules();
    return std::any_of(looking.begin(), looking.end(), [destination](const Rule &rule) {
        return rule.severity == Severity::Error && rule.destinations.contains(destination);
    });
}

std::optional<Error> refusalFor(const QList<Finding> &findings, const QStringList &ignored)
{
    const Finding *first = nullptr;
    QStringList rules;
    for (const auto &finding : findings) {
        if (finding.severity != Severity::Error || (finding.ignorable && ignored.contains(finding.rule)))
            continue;
        if (first == nullptr)
            first = &finding;
        rules.append(finding.rule);
    }
    if (first == nullptr)
        return {};
    auto what = first->what;
    if (what.endsWith(QLatin1Char('.')))
        what.chop(1);
    auto remedy = first->remedy;
    if (first->ignorable)
        remedy += QStringLiteral(" To go on in spite of it: --ignore-preflight %1.").arg(first->rule);
    return Error(ErrorCode::Refused, QStringLiteral("preflight refuses the transfer: %1").arg(what), remedy)
        .with(QStringLiteral("rules"), rules.join(QLatin1Char(' ')));
}

Status checkIgnored(const QStringList &ignored)
{
    for (const auto &id : ignored) {
        const auto *rule = ruleOf(id);
        if (rule == nullptr)
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("there is no preflight rule \"%1\"").arg(id),
                              QStringLiteral("\"sealift inspect IMAGE --for DESTINATION\" shows the rules' names.")));
        if (!rule->ignorable)
            return fail(Error(
                ErrorCode::InvalidArgument,
                QStringLiteral("the preflight rule \"%1\" cannot be ignored: nothing good can come of it").arg(id)));
    }
    return {};
}

QByteArray rulesDocument()
{
    QByteArray text =
        "# Preflight rules\n\n"
        "What preflight looks for in an image before it goes anywhere (`sealift inspect IMAGE --for DESTINATION`). An "
        "error means that a transfer would fail, or that nothing good would come of it; one with \"yes\" in the last "
        "column "
        "may be passed over by whoever knows better: `--ignore-preflight ID`. Every import and export asks these "
        "rules, too, "
        "before a byte is sent; where an export names a format only, not what the disk is for, what speaks against "
        "that format's usual destination is a warning.\n\n"
        "What nobody should open is refused before any of this, whatever it is for: deltas without their parents, "
        "external data files, VMDKs of raw devices and of the SEsparse kind, containers and appliances that contradict "
        "themselves or are cut, and manifests that do not fit.\n\n"
        "Made from the rules in core/policy by `rules_document`; do not edit.\n\n"
        "| id | severity | destinations | what is looked at | otherwise | remedy | may be ignored |\n"
        "|---|---|---|---|---|---|---|\n";
    for (const auto &rule : preflightRules()) {
        QStringList names;
        for (const auto destination : rule.destinations)
            names.append(destinationName(destination));
        const auto id = rule.source[0] == '\0'
                            ? QStringLiteral("`%1`").arg(QLatin1String(rule.id))
                            : QStringLiteral("[`%1`](%2)").arg(QLatin1String(rule.id), QLatin1String(rule.source));
        text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 | %7 |\n")
                    .arg(id, severityName(rule.severity), names.join(QStringLiteral(", ")),
                         QString::fromUtf8(rule.checks), QString::fromUtf8(rule.why), QString::fromUtf8(rule.remedy),
                         rule.ignorable ? QStringLiteral("yes") : QStringLiteral("no"))
                    .toUtf8();
    }
    return text;
}

} // namespace sealift
