#include "cli/ec2_report.h"

#include "cli/task_report.h"
#include "common/human_text.h"
#include "common/text_table.h"

#include <algorithm>

namespace sealift {

QString ec2SourceText(const QString &what, const QString &region)
{
    return QStringLiteral("%1 at EC2 in %2").arg(what, region);
}

QJsonObject ec2TagsObject(const Ec2Tags &tags)
{
    QJsonObject object;
    for (const auto &[key, value] : tags)
        object.insert(key, value);
    return object;
}

QString identityNote(const Ec2Identity &identity)
{
    return QStringLiteral("From Amazon EC2 in %1, as %2 (account %3), by %4.")
        .arg(identity.region, identity.caller.arn, identity.caller.account, identity.source);
}

QString ec2ExportReport(const Ec2ExportOutcome &outcome, const ExportRequest &request, const TaskRecord &task)
{
    FactList facts;
    const bool isByService = !outcome.exportTask.isEmpty();
    auto what = isByService || outcome.id == outcome.snapshot
                    ? outcome.id
                    : QStringLiteral("%1, %2 (%3)").arg(outcome.id, outcome.device, outcome.snapshot);
    if (!outcome.name.isEmpty())
        what += QStringLiteral(" \"%1\"").arg(outcome.name);
    facts.add(QStringLiteral("Exported"), what);
    facts.add(QStringLiteral("From"), QStringLiteral("%1, account %2").arg(outcome.region, outcome.account));
    if (isByService)
        facts.add(QStringLiteral("By"),
                  QStringLiteral("%1, through %2, %3")
                      .arg(outcome.exportTask, outcome.exportedTo,
                           outcome.isKept ? QStringLiteral("which stays") : QStringLiteral("removed again")));
    facts.add(QStringLiteral("To"), request.path);
    facts.add(QStringLiteral("Format"), writeFormatName(request.format));
    facts.add(QStringLiteral("Disk"), sizeText(outcome.size));
    facts.add(QStringLiteral("Fetched"),
              isByService
                  ? sizeText(outcome.bytesFetched)
                  : QStringLiteral("%1, every block compared with its checksum").arg(sizeText(outcome.bytesFetched)));
    facts.add(QStringLiteral("Written"), sizeText(outcome.bytesWritten));
    facts.add(QStringLiteral("Encrypted"),
              outcome.kmsKey.isEmpty()
                  ? QStringLiteral("no: neither the snapshot nor this file")
                  : QStringLiteral("not any more: the snapshot is, by %1; this file is not").arg(outcome.kmsKey));
    const auto milliseconds = std::max<qint64>(1, outcome.elapsed.count());
    facts.add(QStringLiteral("Time"), QStringLiteral("%1, %2").arg(durationText(outcome.elapsed),
                                                                   rateText(static_cast<double>(outcome.bytesFetched) *
                                                                            1000 / static_cast<double>(milliseconds))));
    addTaskFacts(facts, task);
    return facts.text();
}

QJsonObject ec2ExportObject(const Ec2ExportOutcome &outcome, const ExportRequest &request)
{
    QJsonObject object{{QStringLiteral("id"), outcome.id},
                       {QStringLiteral("name"), outcome.name},
                       {QStringLiteral("disk"), outcome.device},
                       {QStringLiteral("snapshot"), outcome.snapshot},
                       {QStringLiteral("region"), outcome.region},
                       {QStringLiteral("account"), outcome.account},
                       {QStringLiteral("kmsKey"), outcome.kmsKey},
                       {QStringLiteral("output"), request.path},
                       {QStringLiteral("format"), writeFormatName(request.format)},
                       {QStringLiteral("size"), outcome.size},
                       {QStringLiteral("bytesFetched"), outcome.bytesFetched},
                       {QStringLiteral("bytesWritten"), outcome.bytesWritten},
                       {QStringLiteral("seconds"), static_cast<double>(outcome.elapsed.count()) / 1000}};
    if (!outcome.exportTask.isEmpty()) {
        object.remove(QStringLiteral("snapshot")); // which one was read only the service knows
        object.insert(QStringLiteral("exportTask"), outcome.exportTask);
        object.insert(QStringLiteral("exportedTo"), outcome.exportedTo);
        object.insert(QStringLiteral("kept"), outcome.isKept);
    }
    return object;
}

} // namespace sealift
