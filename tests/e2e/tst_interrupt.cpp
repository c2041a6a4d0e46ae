// Ctrl-C: the command ends at once, with exit code 130, and leaves a sound library and no partial file.

#include "e2e/support/fault_bench.h"
#include "e2e/support/files.h"
#include "e2e/support/process_tree.h"
#include "e2e/support/tools.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <functional>
#include <thread>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;
constexpr double kPatience = 2; ///< seconds from the signal to the end

} // namespace

class TestInterrupt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void import_data();
    void import();
    void exporting_data();
    void exporting();
    void check();

private:
    void interrupt(Running &running, int number, const std::function<bool()> &wellUnderWay);
};

void TestInterrupt::initTestCase()
{
    REQUIRE_TOOLS();
    adoptOrphans();
}

void TestInterrupt::interrupt(Running &running, int number, const std::function<bool()> &wellUnderWay)
{
    while (running.isRunning() && !wellUnderWay())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    QVERIFY(running.isRunning());
    const double before = running.secondsSoFar();
    running.signal(number);
    const Outcome outcome = outcomeOf(running.wait());
    QVERIFY2(outcome.run.seconds - before < kPatience, outcome.run.describe().constData());
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("cancelled")));
    QVERIFY2(outcome.run.out.isEmpty(), outcome.run.describe().constData());
}

void TestInterrupt::import_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("number");
    QTest::newRow("raw, Ctrl-C") << QStringLiteral("raw") << SIGINT;
    QTest::newRow("qcow2, Ctrl-C") << QStringLiteral("qcow2") << SIGINT;
    QTest::newRow("qcow2, SIGTERM") << QStringLiteral("qcow2") << SIGTERM;
}

void TestInterrupt::import()
{
    QFETCH(QString, format);
    QFETCH(int, number);
    FaultBench bench;
    VERIFY_EMPTY(bench.error());
    const QString raw = bench.path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(raw, 0, 256 * MiB, 3));
    const QString image = format == QLatin1String("raw")
                              ? raw
                              : bench.images.converted(raw, inputFormats()[1], QStringLiteral("disk.qcow2"));
    const qsizetype packs = bench.sealift.packs().size();
    {
        Running running(bench.sealift.command(Sealift::importArguments(image, QStringLiteral("disk"))));
        interrupt(running, number, [&] { return bench.sealift.packs().size() > packs; });
    }
    if (QTest::currentTestFailed())
        return;
    VERIFY_EMPTY(bench.harm());
    // What had arrived counts.
    const Outcome resumed = bench.sealift.import(image, QStringLiteral("disk"));
    VERIFY_RUN(resumed.ok(), resumed.run);
    QVERIFY(bench.sealift.packBytes() < (4 + 256 + 2) * MiB);
}

void TestInterrupt::exporting_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("raw") << QStringLiteral("raw");
    QTest::newRow("qcow2") << QStringLiteral("qcow2");
}

void TestInterrupt::exporting()
{
    QFETCH(QString, format);
    Workbench bench;
    const QString disk = bench.path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(disk, 0, 1024 * MiB, 3));
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const Outcome imported = bench.sealift.import(disk, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    const QString folder = bench.path(QStringLiteral("out"));
    QVERIFY(QDir().mkpath(folder));
    const QString target = folder + QStringLiteral("/disk");
    {
        Running running(bench.sealift.command(Sealift::exportArguments(QStringLiteral("disk"), format, target)));
        // The file has no name yet; only the progress tells that it is being written.
        interrupt(running, SIGINT, [&] {
            const QByteArray progress = running.errSoFar();
            return progress.contains("\"type\":\"progress\"") && !progress.contains("\"stored\":0,");
        });
    }
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(entriesBelow(folder), QStringList());
    VERIFY_EMPTY(bench.sealift.leftovers());
    VERIFY_EMPTY(survivors());
    const Outcome again = bench.sealift.exportTo(QStringLiteral("disk"), format, target);
    VERIFY_RUN(again.ok(), again.run);
}

void TestInterrupt::check()
{
    FaultBench bench;
    VERIFY_EMPTY(bench.error());
    const QString disk = bench.path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(disk, 0, 384 * MiB, 3));
    Sealift other = bench.sealift;
    other.setLibrary(bench.path(QStringLiteral("big-library")));
    const Outcome init = other.init();
    VERIFY_RUN(init.ok(), init.run);
    const Outcome imported = other.import(disk, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    const QString locks = other.library() + QStringLiteral("/locks");
    {
        Running running(
            other.command({QStringLiteral("library"), QStringLiteral("check"), QStringLiteral("--read-data")}));
        interrupt(running, SIGINT, [&] { return !filesBelow(locks).isEmpty(); });
    }
    if (QTest::currentTestFailed())
        return;
    VERIFY_EMPTY(other.leftovers());
}

QTEST_GUILESS_MAIN(TestInterrupt)
#include "tst_interrupt.moc"
