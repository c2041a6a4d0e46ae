#include "cli/snapshot_report.h"

#include "cli/task_report.h"
#include "common/human_text.h"
#include "common/text_table.h"

#include <QJsonArray>

namespace sealift {

namespace {

/// An import through a bucket, by VM Import/Export.
QString stagedReport(const SnapshotOutcome &outcome, const QString &source, const TaskRecord &task)
{
    FactList facts;
    facts.add(QStringLiteral("Imported"), source);
    facts.add(QStringLiteral("As"),
              QStringLiteral("%1 in %2, account %3")
                  .arg(outcome.image.isEmpty() ? outcome.snapshot : outcome.image, outcome.region, outcome.account));
    if (!outcome.image.isEmpty())
        facts.add(QStringLiteral("Snapshots"), outcome.snapshots.join(QStringLiteral(", ")));
    facts.add(QStringLiteral("By"), outcome.importTask);
    facts.add(QStringLiteral("Disks"), QStringLiteral("%1, %2").arg(outcome.format, sizeText(outcome.size)));
    facts.add(QStringLiteral("Read"), sizeText(outcome.bytesRead));
    facts.add(QStringLiteral("Staged"),
              QStringLiteral("%1 in %2, removed again").arg(sizeText(outcome.bytesStaged), outcome.stagedIn));
    if (outcome.bytesKnown > 0)
        facts.add(QStringLiteral("Resumed"),
                  QStringLiteral("%1 had arrived before the interruption").arg(sizeText(outcome.bytesKnown)));
    facts.add(
        QStringLiteral("Encrypted"),
        QStringLiteral("at rest, by %1; on the wire by TLS; in the bucket; not in this computer").arg(outcome.kmsKey));
    facts.add(QStringLiteral("Time"), durationText(outcome.elapsed));
    addTaskFacts(facts, task);
    return facts.text();
}

} // namespace

QString snapshotReport(const SnapshotOutcome &outcome, const QString &source, const TaskRecord &task)
{
    if (!outcome.importTask.isEmpty())
        return stagedReport(outcome, source, task);
    FactList facts;
    facts.add(QStringLiteral("Imported"), source);
    facts.add(QStringLiteral("As"),
              QStringLiteral("%1 in %2, account %3")
                  .arg(outcome.snapshots.join(QStringLiteral(", ")), outcome.region, outcome.account));
    if (!outcome.image.isEmpty())
        facts.add(QStringLiteral("Image"),
                  QStringLiteral("%1 \"%2\", %3, %4, %5 ENA")
                      .arg(outcome.image, outcome.registered.name, outcome.registered.architecture,
                           outcome.registered.bootMode,
                           outcome.registered.ena ? QStringLiteral("with") : QStringLiteral("without")));
    const bool isOne = outcome.snapshots.size() == 1;
    facts.add(
        isOne ? QStringLiteral("Disk") : QStringLiteral("Disks"),
        (isOne ? QStringLiteral("%1, %2, for a volume of %3 GiB") : QStringLiteral("%1, %2, for volumes of %3 GiB"))
            .arg(outcome.format, sizeText(outcome.size))
            .arg(outcome.gibibytes));
    facts.add(QStringLiteral("Read"), sizeText(outcome.bytesRead));
    facts.add(QStringLiteral("Sent"),
              QStringLiteral("%1, every block confirmed by its checksum").arg(sizeText(outcome.bytesSent)));
    if (outcome.bytesKnown > 0)
        facts.add(QStringLiteral("Resumed"),
                  QStringLiteral("%1 had arrived before the interruption").arg(sizeText(outcome.bytesKnown)));
    if (outcome.bytesOmitted > 0)
        facts.add(QStringLiteral("Omitted"),
                  QStringLiteral("%1 that were never written; they read back as anything, not as zeroes")
                      .arg(sizeText(outcome.bytesOmitted)));
    facts.add(QStringLiteral("Encrypted"),
              QStringLiteral("at rest, by %1; on the wire by TLS; not in this computer").arg(outcome.kmsKey));
    facts.add(QStringLiteral("Time"), QStringLiteral("%1, %2").arg(
                                          durationText(outcome.elapsed),
                                          rateText(static_cast<double>(outcome.bytesSent) * 1000 /
                                                   static_cast<double>(std::max<qint64>(1, outcome.elapsed.count())))));
    addTaskFacts(facts, task);
    return facts.text();
}

QJsonObject snapshotObject(const SnapshotOutcome &outcome, const QString &source)
{
    QJsonObject object{{QStringLiteral("id"), outcome.image.isEmpty() ? outcome.snapshot : outcome.image},
                       {QStringLiteral("snapshot"), outcome.snapshot},
                       {QStringLiteral("region"), outcome.region},
                       {QStringLiteral("account"), outcome.account},
                       {QStringLiteral("kmsKey"), outcome.kmsKey},
                       {QStringLiteral("source"), source},
                       {QStringLiteral("format"), outcome.format},
                       {QStringLiteral("size"), outcome.size},
                       {QStringLiteral("volumeGiB"), outcome.gibibytes},
                       {QStringLiteral("bytesRead"), outcome.bytesRead},
                       {QStringLiteral("bytesSent"), outcome.bytesSent},
                       {QStringLiteral("bytesKnown"), outcome.bytesKnown},
                       {QStringLiteral("bytesOmitted"), outcome.bytesOmitted},
                       {QStringLiteral("checksum"), outcome.checksum.hex()},
                       {QStringLiteral("seconds"), static_cast<double>(outcome.elapsed.count()) / 1000}};
    if (!outcome.importTask.isEmpty()) {
        // What is told of blocks does not go for it.
        for (const auto *field : {"volumeGiB", "bytesOmitted", "checksum"})
            object.remove(QLatin1String(field));
        object.insert(QStringLiteral("importTask"), outcome.importTask);
        object.insert(QStringLiteral("stagedIn"), outcome.stagedIn);
        object.insert(QStringLiteral("bytesStaged"), outcome.bytesStaged);
    }
    if (!outcome.importTask.isEmpty() || outcome.snapshots.size() > 1)
        object.insert(QStringLiteral("snapshots"), QJsonArray::fromStringList(outcome.snapshots));
    if (outcome.snapshots.size() > 1)
        object.remove(QStringLiteral("checksum")); // there is one of each
    if (!outcome.because.isEmpty())
        object.insert(QStringLiteral("because"), outcome.because);
    if (!outcome.image.isEmpty())
        object.insert(QStringLiteral("image"),
                      QJsonObject{{QStringLiteral("id"), outcome.image},
                                  {QStringLiteral("name"), outcome.registered.name},
                                  {QStringLiteral("architecture"), outcome.registered.architecture},
                                  {QStringLiteral("bootMode"), outcome.registered.bootMode},
                                  {QStringLiteral("ena"), outcome.registered.ena}});
    if (!outcome.warnings.isEmpty())
        object.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(outcome.warnings));
    return object;
}

} // namespace sealift
