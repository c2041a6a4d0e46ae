#include "cli/transfer_reports.h"

#include "cli/task_report.h"
#include "common/human_text.h"
#include "common/text_table.h"

#include <QJsonArray>

namespace sealift {

namespace {

/// "1.2 s, 3.33 GiB/s": the rate of logical bytes.
QString timeAndRate(std::chrono::milliseconds elapsed, qint64 size)
{
    auto text = durationText(elapsed);
    if (elapsed.count() > 0 && size > 0)
        text += QStringLiteral(", %1").arg(
            rateText(static_cast<double>(size) * 1000 / static_cast<double>(elapsed.count())));
    return text;
}

/// "qcow2, zstd", "vhd, fixed": what the format's name leaves open.
QString formatText(const ExportRequest &request)
{
    if (request.ova)
        return QStringLiteral("ova, OVF %1").arg(request.ova->version);
    auto text = writeFormatName(request.format);
    if (const auto subformat = effectiveSubformat(request.format, request.options))
        text += QStringLiteral(", %1").arg(writeSubformatName(*subformat));
    const auto compression = effectiveCompression(request.format, request.options);
    if (compression != WriteCompression::None)
        text += QStringLiteral(", %1").arg(writeCompressionName(compression));
    return text;
}

double secondsOf(std::chrono::milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

} // namespace

QString importReport(const ImportOutcome &outcome, const QString &source, const TaskRecord &task, const QString &done)
{
    FactList facts;
    facts.add(done, source);
    facts.add(QStringLiteral("As"), QStringLiteral("%1 (snapshot %2)").arg(outcome.name, outcome.snapshot.shortHex()));
    const bool isOneDisk = outcome.container.isEmpty() && outcome.disks.size() == 1;
    for (const auto &disk : outcome.disks) {
        const auto text =
            QStringLiteral("%1, %2: %3 data, %4 empty")
                .arg(disk.format, sizeText(disk.size), sizeText(disk.allocated), sizeText(disk.size - disk.allocated));
        facts.add(&disk == &outcome.disks.front() ? QStringLiteral("Disk") : QString(),
                  isOneDisk ? text : QStringLiteral("%1: %2").arg(disk.file, text));
    }
    facts.add(QStringLiteral("Read"), sizeText(outcome.bytesRead));
    if (outcome.bytesKnown > 0)
        facts.add(QStringLiteral("Known"),
                  QStringLiteral("%1 were in the library already").arg(sizeText(outcome.bytesKnown)));
    facts.add(QStringLiteral("Stored"),
              QStringLiteral("%1 new, compressed and encrypted").arg(sizeText(outcome.bytesStored)));
    if (outcome.recoveredPacks > 0)
        facts.add(QStringLiteral("Resumed"),
                  QStringLiteral("%1 of an interrupted import used again")
                      .arg(countText(outcome.recoveredPacks, QStringLiteral("pack"), QStringLiteral("packs"))));
    facts.add(QStringLiteral("Time"), timeAndRate(outcome.elapsed, outcome.size));
    addTaskFacts(facts, task);
    return facts.text();
}

QJsonObject importObject(const ImportOutcome &outcome, const QString &source)
{
    QJsonArray disks;
    for (const auto &disk : outcome.disks)
        disks.append(QJsonObject{{QStringLiteral("disk"), disk.file},
                                 {QStringLiteral("format"), disk.format},
                                 {QStringLiteral("size"), disk.size},
                                 {QStringLiteral("allocated"), disk.allocated},
                                 {QStringLiteral("contentHash"), disk.contentHash.hex()}});
    const auto &first = outcome.disks.front();
    return {{QStringLiteral("id"), outcome.snapshot.hex()},
            {QStringLiteral("name"), outcome.name},
            {QStringLiteral("source"), source},
            {QStringLiteral("container"), outcome.container},
            {QStringLiteral("disk"), first.file},
            {QStringLiteral("format"), first.format},
            {QStringLiteral("disks"), disks},
            {QStringLiteral("size"), outcome.size},
            {QStringLiteral("allocated"), outcome.allocated},
            {QStringLiteral("bytesRead"), outcome.bytesRead},
            {QStringLiteral("bytesKnown"), outcome.bytesKnown},
            {QStringLiteral("bytesStored"), outcome.bytesStored},
            {QStringLiteral("recoveredPacks"), outcome.recoveredPacks},
            {QStringLiteral("contentHash"), outcome.contentHash.hex()},
            {QStringLiteral("seconds"), secondsOf(outcome.elapsed)}};
}

QString exportReport(const ExportOutcome &outcome, const ExportRequest &request, const QString &target,
                     const TaskRecord &task)
{
    FactList facts;
    facts.add(QStringLiteral("Exported"),
              QStringLiteral("%1 (snapshot %2)").arg(outcome.name, outcome.snapshot.shortHex()));
    facts.add(QStringLiteral("To"), target);
    if (outcome.disks > 1)
        facts.add(QStringLiteral("Disks"), QString::number(outcome.disks));
    facts.add(request.ova ? QStringLiteral("Machine") : QStringLiteral("Disk"),
              QStringLiteral("%1, %2, %3")
                  .arg(formatText(request), sizeText(outcome.size),
                       outcome.sealed.isEmpty() ? QStringLiteral("not encrypted") : QStringLiteral("sealed")));
    if (!outcome.sealed.isEmpty()) {
        facts.add(QStringLiteral("Sealed"), outcome.sealed);
        facts.add(QStringLiteral("For"), outcome.sealedFor.join(QStringLiteral("; ")));
    }
    facts.add(QStringLiteral("Read"), QStringLiteral("%1 from the library").arg(sizeText(outcome.bytesFetched)));
    facts.add(QStringLiteral("Written"), sizeText(outcome.bytesWritten));
    if (outcome.bytesResumed > 0)
        facts.add(QStringLiteral("Resumed"),
                  QStringLiteral("%1 of that had arrived before an interruption").arg(sizeText(outcome.bytesResumed)));
    facts.add(QStringLiteral("Time"), timeAndRate(outcome.elapsed, outcome.size));
    addTaskFacts(facts, task);
    return facts.text();
}

QJsonObject exportObject(const ExportOutcome &outcome, const ExportRequest &request, const QString &target)
{
    const auto subformat =
        request.ova ? std::optional<WriteSubformat>() : effectiveSubformat(request.format, request.options);
    return {
        {QStringLiteral("id"), outcome.snapshot.hex()},
        {QStringLiteral("name"), outcome.name},
        {QStringLiteral("disk"), outcome.disk},
        {QStringLiteral("disks"), outcome.disks},
        {QStringLiteral("output"), target},
        {QStringLiteral("format"), request.ova ? QStringLiteral("ova") : writeFormatName(request.format)},
        {QStringLiteral("subformat"), subformat ? writeSubformatName(*subformat) : QString()},
        {QStringLiteral("compression"), writeCompressionName(effectiveCompression(request.format, request.options))},
        {QStringLiteral("size"), outcome.size},
        {QStringLiteral("sealed"), outcome.sealed},
        {QStringLiteral("bytesFetched"), outcome.bytesFetched},
        {QStringLiteral("bytesWritten"), outcome.bytesWritten},
        {QStringLiteral("bytesResumed"), outcome.bytesResumed},
        {QStringLiteral("seconds"), secondsOf(outcome.elapsed)}};
}

QString verifyReport(const VerifyOutcome &outcome, const TaskRecord &task)
{
    FactList facts;
    facts.add(QStringLiteral("Verified"),
              QStringLiteral("%1 (snapshot %2)").arg(outcome.name, outcome.snapshot.shortHex()));
    facts.add(QStringLiteral("Disks"),
              QStringLiteral("%1, %2: %3 data, all of it read, decrypted and compared")
                  .arg(QString::number(outcome.disks), sizeText(outcome.size), sizeText(outcome.dataSize)));
    facts.add(QStringLiteral("Content"), outcome.isAsRecorded
                                             ? QStringLiteral("as it was when it was imported")
                                             : QStringLiteral("sound; there is no record of what was stored"));
    facts.add(QStringLiteral("Read"), QStringLiteral("%1 from the library").arg(sizeText(outcome.bytesFetched)));
    facts.add(QStringLiteral("Time"), timeAndRate(outcome.elapsed, outcome.size));
    addTaskFacts(facts, task);
    return facts.text();
}

QJsonObject verifyObject(const VerifyOutcome &outcome)
{
    return {{QStringLiteral("id"), outcome.snapshot.hex()},
            {QStringLiteral("name"), outcome.name},
            {QStringLiteral("disks"), outcome.disks},
            {QStringLiteral("size"), outcome.size},
            {QStringLiteral("dataSize"), outcome.dataSize},
            {QStringLiteral("bytesFetched"), outcome.bytesFetched},
            {QStringLiteral("asRecorded"), outcome.isAsRecorded},
            {QStringLiteral("seconds"), secondsOf(outcome.elapsed)}};
}

} // namespace sealift
