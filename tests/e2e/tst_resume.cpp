// What has arrived is never sent again: not by a second import of the same image, not after an import that was killed.

#include "e2e/support/files.h"
#include "e2e/support/process_tree.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;
constexpr qint64 kImageSize = 160 * MiB + 3 * qint64(512);
constexpr int kKills = 20;
/// Packs of 16 MiB that the image makes.
constexpr int kPacks = 10;
/// What a killed import may cost at the most: the pieces of its packs that were not finished when it died.
constexpr qint64 kInFlight = 48 * MiB;
/// Trees, manifests, pack headers.
constexpr qint64 kOverhead = 1 * MiB;

} // namespace

class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void secondImportStoresNextToNothing_data();
    void secondImportStoresNextToNothing();
    void changedImageStoresTheChange();
    void killedImports_data();
    void killedImports();
    void cleanupTestCase();

private:
    std::unique_ptr<Workbench> m_bench; ///< source images, and the library of undisturbed imports
    QString m_raw;
    QString m_qcow2;
    double m_seconds = 0; ///< of an undisturbed import
    quint32 m_seed = 0;
    qint64 m_reused = 0;
    qint64 m_arrived = 0;
};

void TestResume::initTestCase()
{
    REQUIRE_TOOLS();
    adoptOrphans();
    m_seed = qEnvironmentVariableIsSet("SEALIFT_TEST_SEED") ? qEnvironmentVariable("SEALIFT_TEST_SEED").toUInt()
                                                            : QRandomGenerator::global()->generate();
    qInfo("seed of the kills: SEALIFT_TEST_SEED=%u", m_seed);

    m_bench = std::make_unique<Workbench>();
    m_raw = m_bench->path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(m_raw, 0, kImageSize, 4711));
    m_qcow2 = m_bench->images.converted(m_raw, inputFormats()[1], QStringLiteral("disk.qcow2"));
    const Outcome init = m_bench->sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const Outcome imported = m_bench->sealift.import(m_raw, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    m_seconds = imported.run.seconds;
    QVERIFY(m_bench->sealift.packBytes() >= kImageSize);
}

void TestResume::secondImportStoresNextToNothing_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("name");
    QTest::newRow("same file, same name") << m_raw << QStringLiteral("disk");
    QTest::newRow("same file, other name") << m_raw << QStringLiteral("other");
    QTest::newRow("same disk in another format") << m_qcow2 << QStringLiteral("disk");
}

void TestResume::secondImportStoresNextToNothing()
{
    QFETCH(QString, image);
    QFETCH(QString, name);
    const qint64 packs = m_bench->sealift.packBytes();
    const qint64 all = folderBytes(m_bench->sealift.library());
    const Outcome again = m_bench->sealift.import(image, name);
    VERIFY_RUN(again.ok(), again.run);
    QVERIFY(m_bench->sealift.packBytes() - packs < kImageSize / 100);
    QVERIFY(folderBytes(m_bench->sealift.library()) - all < kImageSize / 100);
    QVERIFY2(again.object().value(QStringLiteral("bytesStored")).toInteger(-1) >= 0, again.run.describe().constData());
    QVERIFY(again.object().value(QStringLiteral("bytesStored")).toInteger() < kImageSize / 100);
    QCOMPARE(again.object().value(QStringLiteral("bytesKnown")).toInteger(), kImageSize);
}

void TestResume::changedImageStoresTheChange()
{
    const QString changed = m_bench->path(QStringLiteral("changed.raw"));
    QVERIFY(QFile::copy(m_raw, changed));
    QVERIFY(writeRandom(changed, 50 * MiB + 7, 2 * MiB, 1));
    QVERIFY(setSize(changed, kImageSize + 1 * MiB));
    const qint64 packs = m_bench->sealift.packBytes();
    const Outcome imported = m_bench->sealift.import(changed, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    // Three chunks are touched by the change, one or two by the new end.
    QVERIFY(m_bench->sealift.packBytes() - packs < 6 * MiB);
    const QString out = m_bench->path(QStringLiteral("changed.out"));
    const Outcome exported = m_bench->sealift.exportTo(QStringLiteral("disk"), QStringLiteral("raw"), out);
    VERIFY_RUN(exported.ok(), exported.run);
    VERIFY_EMPTY(difference(out, changed));
    QVERIFY(QFile::remove(out) && QFile::remove(changed));
}

void TestResume::killedImports_data()
{
    QTest::addColumn<double>("moment");
    QTest::addColumn<int>("packs");
    QTest::addColumn<bool>("asQcow2");
    QRandomGenerator random(m_seed);
    // Half of them spread over the whole time that an import takes, beginning with the start of the process; the other
    // half while data arrives, which is the shorter part of that time: up to 20 ms after one of the packs is there.
    for (int kill = 0; kill < kKills / 2; ++kill) {
        const double moment = m_seconds * (kill + random.generateDouble()) / (kKills / 2);
        QTest::addRow("%s, killed after %.3f of %.3f s", kill % 2 ? "qcow2" : "raw", moment, m_seconds)
            << moment << 0 << (kill % 2 == 1);
    }
    for (int kill = 0; kill < kKills / 2; ++kill) {
        const double pause = random.generateDouble() / 50;
        const int packs = random.bounded(1, kPacks);
        QTest::addRow("%s, killed %.3f s after pack %d", kill % 2 ? "qcow2" : "raw", pause, packs)
            << pause << packs << (kill % 2 == 1);
    }
}

void TestResume::killedImports()
{
    QFETCH(double, moment);
    QFETCH(int, packs);
    QFETCH(bool, asQcow2);
    const QString image = asQcow2 ? m_qcow2 : m_raw;
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);

    Running victim(bench.sealift.command(Sealift::importArguments(image, QStringLiteral("disk"))));
    while (victim.isRunning() && bench.sealift.packs().size() < packs)
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    const double end = moment + (packs > 0 ? victim.secondsSoFar() : 0);
    while (victim.isRunning() && victim.secondsSoFar() < end)
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    victim.signal(SIGKILL);
    const Finished dead = victim.wait();
    QVERIFY2(dead.signal == SIGKILL || dead.ok(), dead.describe().constData());
    VERIFY_EMPTY(survivors());
    const qint64 arrived = bench.sealift.packBytes();
    // The image is there as a whole - the process was only cleaning up - or not at all.
    const qint64 snapshots = bench.restic.snapshots().size();
    QVERIFY(snapshots == 0 || (snapshots == 1 && arrived >= kImageSize));

    const Outcome resumed = bench.sealift.import(image, QStringLiteral("disk"));
    VERIFY_RUN(resumed.ok(), resumed.run);
    VERIFY_EMPTY(bench.sealift.leftovers());
    VERIFY_EMPTY(survivors());

    // On disk: nothing that had arrived is there twice. (An unfinished pack under a temporary name counts as `arrived`;
    // kInFlight is for those, and they must be gone now.)
    const qint64 stored = bench.sealift.packBytes();
    QVERIFY2(stored <= kImageSize + kOverhead,
             qPrintable(QStringLiteral("%1 bytes of packs for a disk of %2").arg(stored).arg(kImageSize)));
    // In words: the second run stored only what was missing.
    const qint64 storedNow = resumed.object().value(QStringLiteral("bytesStored")).toInteger(-1);
    QVERIFY2(storedNow >= 0, resumed.run.describe().constData());
    QVERIFY2(storedNow <= kImageSize + kOverhead - std::max<qint64>(0, arrived - kInFlight),
             resumed.run.describe().constData());
    const qint64 known = resumed.object().value(QStringLiteral("bytesKnown")).toInteger(-1);
    QVERIFY2(known >= std::max<qint64>(0, arrived - kInFlight) && known <= kImageSize,
             resumed.run.describe().constData());
    m_arrived += arrived;
    m_reused += known;

    const Finished checked = bench.restic.check();
    VERIFY_RUN(Restic::isClean(checked), checked);
    const QString out = bench.path(QStringLiteral("out.raw"));
    const Outcome exported = bench.sealift.exportTo(QStringLiteral("disk"), QStringLiteral("raw"), out);
    VERIFY_RUN(exported.ok(), exported.run);
    VERIFY_EMPTY(difference(out, m_raw));
}

void TestResume::cleanupTestCase()
{
    if (m_arrived == 0)
        return;
    qInfo("over all kills: %lld MiB had arrived, %lld MiB were reused", m_arrived / MiB, m_reused / MiB);
    // Over twenty kills spread over the whole import this is far from chance: about half of everything had arrived.
    QVERIFY(m_reused > m_arrived * 7 / 10);
    QVERIFY(m_arrived > kKills * kImageSize / 10);
}

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
