#include "ui/import/import_row.h"

#include "policy/preflight.h"
#include "ui/common/error_text.h"
#include "ui/common/icons.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImportRow)
};

QList<Finding> findingsFor(const ImportRow &row, Destination destination)
{
    if (!row.examined || !row.examined->subject)
        return {};
    auto subject = *row.examined->subject;
    subject.destination = destination;
    return runPreflight(subject);
}

int count(const QList<Finding> &findings, Severity severity)
{
    return static_cast<int>(std::count_if(findings.begin(), findings.end(),
                                          [severity](const Finding &finding) { return finding.severity == severity; }));
}

/// Errors of where the image is to run one day do not keep it out of where it goes.
int warningsIn(const QList<Finding> &findings)
{
    return count(findings, Severity::Warning) + count(findings, Severity::Error);
}

} // namespace

void ImportRow::judge(Destination destination, const ImportPurpose &purpose)
{
    findings = findingsFor(*this, destination);
    refusals = findings;
    refusals.removeIf([](const Finding &finding) { return finding.severity != Severity::Error; });
    if (!purpose)
        return;
    const auto ownFindings = findings;
    for (auto finding : findingsFor(*this, *purpose)) {
        const auto isSame = [&finding](const Finding &other) { return other.rule == finding.rule; };
        if (std::any_of(ownFindings.begin(), ownFindings.end(), isSame))
            continue;
        finding.what =
            Text::tr("%1: %2", "product, what would go wrong there").arg(importPurposeTitle(purpose), finding.what);
        findings.append(finding);
    }
}

bool ImportRow::canBeForced() const
{
    return !refusals.isEmpty() &&
           std::all_of(refusals.begin(), refusals.end(), [](const Finding &finding) { return finding.ignorable; });
}

bool ImportRow::isImportable() const
{
    if (!isReady())
        return false;
    return refusals.isEmpty() || (isForced && canBeForced());
}

QStringList ImportRow::passedOver() const
{
    QStringList rules;
    if (isForced && canBeForced()) {
        for (const auto &finding : refusals)
            rules.append(finding.rule);
    }
    return rules;
}

QString stateText(const ImportRow &row, bool isKnown)
{
    if (row.isPending())
        return Text::tr("being looked at...");
    if (row.probed.problem)
        return errorTitle(row.probed.problem->code());
    if (!row.isImportable())
        return Text::tr("Refused: %1").arg(row.refusals.first().what);
    QStringList parts;
    if (!row.probed.image->warnings.isEmpty())
        parts.append(row.probed.image->warnings.first());
    if (isKnown)
        parts.append(Text::tr("New version: the library has an image of this name"));
    if (const int warnings = warningsIn(row.findings); warnings > 0)
        parts.append(Text::tr("%n warning(s)", nullptr, warnings));
    if (const int notes = count(row.findings, Severity::Note); notes > 0)
        parts.append(Text::tr("%n note(s)", nullptr, notes));
    if (row.isExamining())
        parts.append(Text::tr("looking at the disk..."));
    else if (row.examined->problem)
        parts.append(Text::tr("Not looked at closely: %1").arg(row.examined->problem->what()));
    return parts.isEmpty() ? Text::tr("Ready") : parts.join(QStringLiteral("; "));
}

QIcon stateIcon(const ImportRow &row)
{
    if (row.isPending())
        return icon(IconName::Waiting, Tone::Muted);
    if (!row.isImportable())
        return icon(IconName::Failed, Tone::Bad);
    if (!row.probed.image->warnings.isEmpty() || warningsIn(row.findings) > 0)
        return icon(IconName::Warning, Tone::Warning);
    return row.isExamining() ? icon(IconName::Waiting, Tone::Muted) : icon(IconName::Tick, Tone::Good);
}

} // namespace sealift
