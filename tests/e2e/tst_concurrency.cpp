// Several writers in one library at once: imports of Sealift and a backup of restic.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;

} // namespace

class TestConcurrency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void importsAndBackupAtOnce();
    void sameImageTwiceAtOnce();
    void exportWhileImporting();
    void exclusiveLockIsRespected();
};

void TestConcurrency::initTestCase()
{
    REQUIRE_TOOLS();
}

void TestConcurrency::importsAndBackupAtOnce()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    // The first 64 MiB are common to all three, so that the writers race for the same blobs.
    QStringList disks;
    for (int disk = 0; disk < 3; ++disk) {
        disks << bench.path(QStringLiteral("disk-%1.raw").arg(disk));
        QVERIFY(writeRandom(disks[disk], 0, 64 * MiB, 99));
        QVERIFY(writeRandom(disks[disk], 64 * MiB, 96 * MiB + disk, quint64(disk)));
    }

    Running first(bench.sealift.command(Sealift::importArguments(disks[0], QStringLiteral("disk-0"))));
    Running second(bench.sealift.command(Sealift::importArguments(disks[1], QStringLiteral("disk-1"))));
    Running third(bench.restic.command({QStringLiteral("backup"), disks[2]}));
    const Finished firstEnd = first.wait();
    const Finished secondEnd = second.wait();
    const Finished thirdEnd = third.wait();
    VERIFY_RUN(firstEnd.ok(), firstEnd);
    VERIFY_RUN(secondEnd.ok(), secondEnd);
    VERIFY_RUN(thirdEnd.ok(), thirdEnd);

    VERIFY_EMPTY(bench.sealift.leftovers());
    const Finished checked = bench.restic.check();
    VERIFY_RUN(Restic::isClean(checked), checked);
    const Outcome own = bench.sealift.check();
    VERIFY_RUN(own.ok(), own.run);
    const Outcome listed = bench.sealift.images();
    QCOMPARE(listed.array().size(), 3);
    const QJsonArray images = listed.array();
    for (const auto &image : images) {
        const QString out = bench.path(QStringLiteral("out.raw"));
        const Outcome exported =
            bench.sealift.exportTo(image[QStringLiteral("id")].toString(), QStringLiteral("raw"), out);
        VERIFY_RUN(exported.ok(), exported.run);
        // The disks differ in length by their number.
        const qint64 number = QFileInfo(out).size() - 160 * MiB;
        QVERIFY(number >= 0 && number < disks.size());
        VERIFY_EMPTY(difference(out, disks[number]));
        QVERIFY(QFile::remove(out));
    }
}

void TestConcurrency::sameImageTwiceAtOnce()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const QString disk = bench.path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(disk, 0, 96 * MiB, 5));
    Running first(bench.sealift.command(Sealift::importArguments(disk, QStringLiteral("disk"))));
    Running second(bench.sealift.command(Sealift::importArguments(disk, QStringLiteral("disk"))));
    const Finished firstEnd = first.wait();
    const Finished secondEnd = second.wait();
    VERIFY_RUN(firstEnd.ok(), firstEnd);
    VERIFY_RUN(secondEnd.ok(), secondEnd);
    const Finished checked = bench.restic.check();
    VERIFY_RUN(Restic::isClean(checked), checked);
    const QString out = bench.path(QStringLiteral("out.raw"));
    const Outcome exported = bench.sealift.exportTo(QStringLiteral("disk"), QStringLiteral("raw"), out);
    VERIFY_RUN(exported.ok(), exported.run);
    VERIFY_EMPTY(difference(out, disk));
}

void TestConcurrency::exportWhileImporting()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const QString old = bench.path(QStringLiteral("old.raw"));
    const QString disk = bench.path(QStringLiteral("new.raw"));
    QVERIFY(writeRandom(old, 0, 24 * MiB, 1) && writeRandom(disk, 0, 192 * MiB, 2));
    const Outcome imported = bench.sealift.import(old, QStringLiteral("old"));
    VERIFY_RUN(imported.ok(), imported.run);
    Running importing(bench.sealift.command(Sealift::importArguments(disk, QStringLiteral("new"))));
    const QString out = bench.path(QStringLiteral("out.raw"));
    const Outcome exported = bench.sealift.exportTo(QStringLiteral("old"), QStringLiteral("raw"), out);
    const Finished importEnd = importing.wait();
    VERIFY_RUN(exported.ok(), exported.run);
    VERIFY_RUN(importEnd.ok(), importEnd);
    VERIFY_EMPTY(difference(out, old));
}

void TestConcurrency::exclusiveLockIsRespected()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const QString disk = bench.path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(disk, 0, 4 * MiB, 1));
    // restic rebuild-index holds an exclusive lock as long as it lives; stopped with SIGSTOP, it lives long.
    Running restic(bench.restic.command({QStringLiteral("rebuild-index")}));
    const QString locks = bench.sealift.library() + QStringLiteral("/locks");
    // Under its final name, that is: restic writes it under a passing one first.
    const auto lockIsThere = [&] {
        return !QDir(locks).entryList({QString(64, QLatin1Char('?'))}, QDir::Files).isEmpty();
    };
    while (restic.isRunning() && !lockIsThere())
        std::this_thread::sleep_for(std::chrono::microseconds(100));
    restic.signal(SIGSTOP);
    QVERIFY2(lockIsThere(), "restic was gone before it could be stopped");
    const QByteArray before = fingerprint(bench.sealift.library());
    const Outcome imported = bench.sealift.import(disk, QStringLiteral("disk"));
    const QByteArray after = fingerprint(bench.sealift.library());
    restic.signal(SIGCONT);
    const Finished end = restic.wait();
    VERIFY_EMPTY(imported.complaint(QStringLiteral("locked"), {bench.sealift.library()}));
    VERIFY_RUN(end.ok(), end);
    QCOMPARE(after, before);
    const Outcome again = bench.sealift.import(disk, QStringLiteral("disk"));
    VERIFY_RUN(again.ok(), again.run);
}

QTEST_GUILESS_MAIN(TestConcurrency)
#include "tst_concurrency.moc"
