// A full disk, under the library or under the target of an export: a clear error, nothing half-written, and the same
// import completes when there is room again.

#include "e2e/support/fault_bench.h"
#include "e2e/support/files.h"
#include "e2e/support/process_tree.h"
#include "e2e/support/tools.h"
#include "support/small_volume.h"

#include <QDir>
#include <QTest>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void library_data();
    void library();
    void libraryWithoutRoomForAnything();
    void target_data();
    void target();
    void targetFillsUpMeanwhile();
    void standardOutput_data();
    void standardOutput();
};

void TestFullDisk::initTestCase()
{
    REQUIRE_TOOLS();
    const QString forbidden = missingPrivileges();
    QVERIFY2(forbidden.isEmpty(), qPrintable(forbidden));
    adoptOrphans();
}

void TestFullDisk::library_data()
{
    QTest::addColumn<qint64>("room");
    QTest::newRow("no room for a pack") << 7 * MiB;
    QTest::newRow("room for some packs") << 70 * MiB;
    QTest::newRow("room for all but the last bytes") << 96 * MiB + 49 * qint64(4096);
}

void TestFullDisk::library()
{
    QFETCH(qint64, room);
    Workbench bench;
    SmallVolume volume(room);
    QVERIFY2(volume.isMounted(), qPrintable(volume.why()));
    bench.sealift.setLibrary(volume.path() + QStringLiteral("/library"));
    const Restic restic(bench.sealift.library(), bench.sealift.passwordFile(), bench.path(QStringLiteral("restic")));
    const QString kept = bench.path(QStringLiteral("kept.raw"));
    const QString disk = bench.path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(kept, 0, 1 * MiB, 1) && writeRandom(disk, 0, 96 * MiB, 2));
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const Outcome first = bench.sealift.import(kept, QStringLiteral("kept"));
    VERIFY_RUN(first.ok(), first.run);

    const Outcome full = bench.sealift.import(disk, QStringLiteral("disk"));
    VERIFY_EMPTY(full.complaint(QStringLiteral("no-space"), {bench.sealift.library()}));
    VERIFY_EMPTY(bench.sealift.leftovers());
    VERIFY_EMPTY(survivors());
    const qint64 arrived = bench.sealift.packBytes();

    // What is there can still be read and checked, full or not.
    const QString out = bench.path(QStringLiteral("kept.out"));
    const Outcome exported = bench.sealift.exportTo(QStringLiteral("kept"), QStringLiteral("raw"), out);
    VERIFY_RUN(exported.ok(), exported.run);
    VERIFY_EMPTY(difference(out, kept));
    const Outcome checked = bench.sealift.check();
    VERIFY_RUN(checked.ok(), checked.run);
    QCOMPARE(bench.sealift.images().array().size(), 1);

    QVERIFY(volume.resize(room + 110 * MiB));
    const Finished resticCheck = restic.check();
    VERIFY_RUN(Restic::isClean(resticCheck), resticCheck);
    const Outcome again = bench.sealift.import(disk, QStringLiteral("disk"));
    VERIFY_RUN(again.ok(), again.run);
    // Nothing that had arrived is stored a second time.
    QVERIFY2(bench.sealift.packBytes() <= 98 * MiB,
             qPrintable(QStringLiteral("%1 bytes had arrived, now %2").arg(arrived).arg(bench.sealift.packBytes())));
    const Finished clean = restic.check();
    VERIFY_RUN(Restic::isClean(clean), clean);
    const QString whole = bench.path(QStringLiteral("disk.out"));
    const Outcome exportedAgain = bench.sealift.exportTo(QStringLiteral("disk"), QStringLiteral("raw"), whole);
    VERIFY_RUN(exportedAgain.ok(), exportedAgain.run);
    VERIFY_EMPTY(difference(whole, disk));
}

void TestFullDisk::libraryWithoutRoomForAnything()
{
    Workbench bench;
    SmallVolume volume(1 * MiB);
    QVERIFY2(volume.isMounted(), qPrintable(volume.why()));
    QVERIFY(writeRandom(volume.path() + QStringLiteral("/filler"), 0, volume.freeBytes(), 1));
    QCOMPARE(volume.freeBytes(), 0);
    bench.sealift.setLibrary(volume.path() + QStringLiteral("/library"));
    const Outcome init = bench.sealift.init();
    VERIFY_EMPTY(init.complaint(QStringLiteral("no-space"), {bench.sealift.library()}));
    // No half of a library: what is left of it, if anything, is no obstacle to making one.
    QVERIFY(QFile::remove(volume.path() + QStringLiteral("/filler")));
    const Outcome again = bench.sealift.init();
    VERIFY_RUN(again.ok(), again.run);
    const Outcome listed = bench.sealift.images();
    VERIFY_RUN(listed.ok(), listed.run);
}

void TestFullDisk::target_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("raw") << QStringLiteral("raw");
    QTest::newRow("qcow2") << QStringLiteral("qcow2");
}

void TestFullDisk::target()
{
    QFETCH(QString, format);
    FaultBench bench;
    VERIFY_EMPTY(bench.error());
    SmallVolume volume(2 * MiB);
    QVERIFY2(volume.isMounted(), qPrintable(volume.why()));
    const QString target = volume.path() + QStringLiteral("/disk");
    const Outcome full = bench.sealift.exportTo(QStringLiteral("kept"), format, target);
    VERIFY_EMPTY(full.complaint(QStringLiteral("no-space"), {target}));
    QCOMPARE(entriesBelow(volume.path()), QStringList());
    VERIFY_EMPTY(bench.harm());
}

void TestFullDisk::targetFillsUpMeanwhile()
{
    Workbench bench;
    const QString disk = bench.path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(disk, 0, 256 * MiB, 2));
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const Outcome imported = bench.sealift.import(disk, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    SmallVolume volume(300 * MiB);
    QVERIFY2(volume.isMounted(), qPrintable(volume.why()));
    const QString target = volume.path() + QStringLiteral("/disk.raw");
    Running exporting(
        bench.sealift.command(Sealift::exportArguments(QStringLiteral("disk"), QStringLiteral("raw"), target)));
    // Somebody else takes the room as soon as the export has begun to write.
    const qint64 atFirst = volume.freeBytes();
    while (exporting.isRunning() && volume.freeBytes() == atFirst) {
    }
    QVERIFY(volume.resize(std::max(16 * MiB, 300 * MiB - volume.freeBytes() + 4 * MiB)));
    const Outcome full = outcomeOf(exporting.wait());
    VERIFY_EMPTY(full.complaint(QStringLiteral("no-space"), {target}));
    QCOMPARE(entriesBelow(volume.path()), QStringList());
    const Outcome checked = bench.sealift.check();
    VERIFY_RUN(checked.ok(), checked.run);
}

void TestFullDisk::standardOutput_data()
{
    target_data();
}

void TestFullDisk::standardOutput()
{
    QFETCH(QString, format);
    FaultBench bench;
    VERIFY_EMPTY(bench.error());
    CommandLine command =
        bench.sealift.command(Sealift::exportArguments(QStringLiteral("kept"), format, QStringLiteral("-")));
    command.outputFile = QStringLiteral("/dev/full");
    VERIFY_EMPTY(outcomeOf(run(command)).complaint(QStringLiteral("no-space")));
    VERIFY_EMPTY(bench.harm());
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
