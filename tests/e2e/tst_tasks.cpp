// Every import and export is a task: whatever ends it, its scratch is gone, that is confirmed, and a valid receipt says
// so.

#include "e2e/support/files.h"
#include "e2e/support/process_tree.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <functional>
#include <memory>
#include <thread>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;
constexpr qint64 kImageSize = 96 * MiB + 3 * qint64(512);
/// In CI; SEALIFT_KILLS asks for more (the full proof is 200).
constexpr int kKills = 16;

int killCount()
{
    const int asked = qEnvironmentVariableIntValue("SEALIFT_KILLS");
    return asked > 0 ? asked : kKills;
}

QString textOf(const QJsonValue &object, const char *field)
{
    return object.toObject().value(QLatin1String(field)).toString();
}

/// Files below the folders that hold the bytes.
QStringList filesWith(const QStringList &folders, const QByteArray &bytes)
{
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                found.append(file.fileName());
        }
    }
    return found;
}

} // namespace

class TestTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedAtAnyMoment_data();
    void killedAtAnyMoment();
    void powerCut_data();
    void powerCut();
    void whatIsLeftIsNamedUntilItIsGone();
    void pausedAndCancelledFromOutside();
    void staysWithinItsBandwidth();
    void detached();
    void tamperedEvidence();
    void noSecretsAnywhere();

private:
    /// Every task has ended, with a receipt that is valid and confirms its cleanup; nothing is left. Empty if so.
    static QByteArray unsoundTasks(const Sealift &sealift);

    QString m_image; ///< qcow2, so that a helper program takes part
    QString m_raw;
    std::unique_ptr<Workbench> m_sources;
};

void TestTasks::initTestCase()
{
    REQUIRE_TOOLS();
    adoptOrphans();
    m_sources = std::make_unique<Workbench>();
    m_raw = m_sources->path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(m_raw, 0, kImageSize, 4712));
    m_image = m_sources->images.converted(m_raw, inputFormats()[1], QStringLiteral("disk.qcow2"));
}

QByteArray TestTasks::unsoundTasks(const Sealift &sealift)
{
    QByteArray wrong = sealift.leftovers();
    const QStringList ends{QStringLiteral("completed"), QStringLiteral("failed"), QStringLiteral("cancelled")};
    for (const QJsonValue &task : sealift.tasks()) {
        const QString id = textOf(task, "id");
        if (!ends.contains(textOf(task, "state")))
            wrong += id.toUtf8() + " is " + textOf(task, "state").toUtf8() + "\n";
        if (textOf(task, "cleanup") != QLatin1String("confirmed"))
            wrong += id.toUtf8() + ": cleanup is " + textOf(task, "cleanup").toUtf8() + "\n";
        const Outcome verified = sealift.run({QStringLiteral("receipt"), QStringLiteral("verify"), id});
        if (!verified.ok() || !verified.object().value(QStringLiteral("confirmed")).toBool())
            wrong += id.toUtf8() + ": " + verified.run.describe();
    }
    const Outcome audit = sealift.run({QStringLiteral("audit"), QStringLiteral("verify")});
    return audit.ok() ? wrong : wrong + audit.run.describe();
}

void TestTasks::killedAtAnyMoment_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<bool>("exports");
    QRandomGenerator random(qEnvironmentVariableIsSet("SEALIFT_TEST_SEED")
                                ? qEnvironmentVariable("SEALIFT_TEST_SEED").toUInt()
                                : QRandomGenerator::global()->generate());
    const int kills = killCount();
    for (int kill = 0; kill < kills; ++kill) {
        const double share = (kill + random.generateDouble()) / kills;
        QTest::addRow("%s, killed after %.3f of its time", kill % 2 ? "export" : "import", share)
            << share << (kill % 2 == 1);
    }
}

void TestTasks::killedAtAnyMoment()
{
    QFETCH(double, share);
    QFETCH(bool, exports);
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const QString out = bench.path(QStringLiteral("out.raw"));
    const Outcome first = bench.sealift.import(m_image, QStringLiteral("first"));
    VERIFY_RUN(first.ok(), first.run);
    const QString other = bench.path(QStringLiteral("other.raw"));
    if (!exports)
        QVERIFY(writeRandom(other, 0, kImageSize, 4713));

    Running victim(
        bench.sealift.command(exports ? Sealift::exportArguments(QStringLiteral("first"), QStringLiteral("raw"), out)
                                      : Sealift::importArguments(other, QStringLiteral("second"))));
    // Up to the whole time that the like of it took, cleanup and receipt included.
    const double moment = share * first.run.seconds * 1.1;
    while (victim.isRunning() && victim.secondsSoFar() < moment)
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    victim.signal(SIGKILL);
    const Finished dead = victim.wait();
    QVERIFY2(dead.signal == SIGKILL || dead.ok(), dead.describe().constData());
    VERIFY_EMPTY(survivors());

    const Outcome swept = bench.sealift.run({QStringLiteral("scratch"), QStringLiteral("sweep")});
    VERIFY_RUN(swept.ok(), swept.run);
    // A file under its final name is complete, whatever became of the process.
    if (exports && QFile::exists(out))
        VERIFY_EMPTY(difference(out, m_raw));
    // Locks of the dead go stale, or are removed by the next who takes one.
    const Outcome checked = bench.sealift.check();
    VERIFY_RUN(checked.ok(), checked.run);
    VERIFY_EMPTY(unsoundTasks(bench.sealift));
}

void TestTasks::powerCut_data()
{
    QTest::addColumn<int>("moment");
    for (const int moment : {200, 450, 600, 800})
        QTest::addRow("%d ms after its start", moment) << moment;
}

/// What a power cut leaves: the folders as they are at one moment, and no process.
void TestTasks::powerCut()
{
    QFETCH(int, moment);
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    Running victim(bench.sealift.command(Sealift::importArguments(m_image, QStringLiteral("disk"))));
    std::this_thread::sleep_for(std::chrono::milliseconds(moment));
    victim.signal(SIGSTOP);
    Sealift after = bench.sealift;
    after.setLibrary(bench.path(QStringLiteral("after-library")));
    after.setTaskFolders(bench.path(QStringLiteral("after-state")), bench.path(QStringLiteral("after-scratch")));
    QVERIFY(copyTree(bench.sealift.library(), after.library()));
    const bool hasState = QDir(bench.sealift.stateFolder()).exists();
    if (hasState)
        QVERIFY(copyTree(bench.sealift.stateFolder(), after.stateFolder()));
    if (QDir(bench.sealift.scratchRoot()).exists())
        QVERIFY(copyTree(bench.sealift.scratchRoot(), after.scratchRoot()));
    victim.signal(SIGKILL);
    static_cast<void>(victim.wait());
    VERIFY_EMPTY(survivors());

    const Outcome swept = after.run({QStringLiteral("scratch"), QStringLiteral("sweep")});
    VERIFY_RUN(swept.ok(), swept.run);
    const Outcome checked = after.check();
    VERIFY_RUN(checked.ok(), checked.run);
    VERIFY_EMPTY(unsoundTasks(after));
    const Outcome again = after.import(m_image, QStringLiteral("disk"));
    VERIFY_RUN(again.ok(), again.run);
    VERIFY_EMPTY(unsoundTasks(after));
}

/// Sealift removes only what it made: a file of somebody else in the task's folder keeps the cleanup from being
/// confirmed.
void TestTasks::whatIsLeftIsNamedUntilItIsGone()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    Running import(bench.sealift.command(Sealift::importArguments(m_image, QStringLiteral("disk"))));
    const QDir root(bench.sealift.scratchRoot());
    QStringList folders;
    QVERIFY(waitUntil(
        [&] {
            folders = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            return !folders.isEmpty();
        },
        std::chrono::seconds(10)));
    const QString foreign = root.filePath(folders.front()) + QStringLiteral("/foreign");
    QVERIFY(writeFile(foreign, "not Sealift's"));
    const Outcome ended = outcomeOf(import.wait());
    VERIFY_EMPTY(ended.complaint(QStringLiteral("cleanup-unconfirmed"), {QStringLiteral("foreign")}));
    QJsonArray tasks = bench.sealift.tasks();
    QCOMPARE(tasks.size(), 1);
    QCOMPARE(textOf(tasks[0], "end"), QStringLiteral("cleanup-unconfirmed"));
    QVERIFY(QFile::exists(foreign));

    const QStringList sweep{QStringLiteral("scratch"), QStringLiteral("sweep")};
    VERIFY_EMPTY(
        bench.sealift.run(sweep).complaint(QStringLiteral("cleanup-unconfirmed"), {QStringLiteral("foreign")}));
    QVERIFY(QFile::remove(foreign));
    const Outcome swept = bench.sealift.run(sweep);
    VERIFY_RUN(swept.ok(), swept.run);
    VERIFY_EMPTY(unsoundTasks(bench.sealift));
    // The receipt tells of all attempts.
    const Outcome shown =
        bench.sealift.run({QStringLiteral("receipt"), QStringLiteral("show"), textOf(tasks[0], "id")});
    VERIFY_RUN(shown.ok(), shown.run);
    QVERIFY(shown.object().value(QStringLiteral("cleanup")).toArray().size() >= 3);
}

void TestTasks::pausedAndCancelledFromOutside()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const QString disk = bench.path(QStringLiteral("large.raw"));
    QVERIFY(writeRandom(disk, 0, 1024 * MiB, 8));
    Running import(bench.sealift.command(Sealift::importArguments(disk, QStringLiteral("large"))));
    QString id;
    QVERIFY(waitUntil(
        [&] {
            const QJsonArray tasks = bench.sealift.tasks();
            id = tasks.isEmpty() ? QString() : textOf(tasks[0], "id");
            return !id.isEmpty() && textOf(tasks[0], "state") == QLatin1String("transferring");
        },
        std::chrono::seconds(10)));
    const auto stateOf = [&] { return textOf(bench.sealift.tasks()[0], "state"); };
    const auto request = [&](const char *what) {
        return bench.sealift.run({QStringLiteral("task"), QString::fromLatin1(what), id});
    };
    const Outcome paused = request("pause");
    VERIFY_RUN(paused.ok(), paused.run);
    QVERIFY(waitUntil([&] { return stateOf() == QLatin1String("paused"); }, std::chrono::seconds(1)));
    const qint64 stored = bench.sealift.packBytes();
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    QCOMPARE(bench.sealift.packBytes(), stored);

    QElapsedTimer timer;
    timer.start();
    const Outcome cancelled = request("cancel");
    VERIFY_RUN(cancelled.ok(), cancelled.run);
    const Outcome ended = outcomeOf(import.wait());
    QVERIFY(timer.elapsed() < 2000);
    VERIFY_EMPTY(ended.complaint(QStringLiteral("cancelled")));
    QCOMPARE(stateOf(), QStringLiteral("cancelled"));
    VERIFY_EMPTY(unsoundTasks(bench.sealift));

    const Outcome retried = request("retry");
    VERIFY_RUN(retried.ok(), retried.run);
    QCOMPARE(stateOf(), QStringLiteral("completed"));
    VERIFY_EMPTY(unsoundTasks(bench.sealift));
    const Outcome removed = request("remove");
    VERIFY_RUN(removed.ok(), removed.run);
    QCOMPARE(bench.sealift.tasks().size(), 0);
}

void TestTasks::staysWithinItsBandwidth()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const QString disk = bench.path(QStringLiteral("small.raw"));
    QVERIFY(writeRandom(disk, 0, 24 * MiB, 9));
    const QStringList limit{QStringLiteral("--bandwidth"), QStringLiteral("8M")};
    QElapsedTimer timer;
    timer.start();
    const Outcome imported = bench.sealift.import(disk, QStringLiteral("small"), limit);
    VERIFY_RUN(imported.ok(), imported.run);
    // 24 MiB at 8 MB/s take three seconds; what the first moment may take at once is not counted here.
    QVERIFY2(timer.elapsed() > 2000, QByteArray::number(timer.elapsed()).constData());
    const Outcome refused =
        bench.sealift.import(disk, QStringLiteral("again"), {QStringLiteral("--bandwidth"), QStringLiteral("fast")});
    VERIFY_EMPTY(refused.complaint(QStringLiteral("invalid-argument")));
}

void TestTasks::detached()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const Outcome started = bench.sealift.import(m_image, QStringLiteral("disk"), {QStringLiteral("--detach")});
    VERIFY_RUN(started.ok(), started.run);
    QVERIFY(waitUntil([&] { return textOf(bench.sealift.tasks()[0], "state") == QLatin1String("completed"); },
                      std::chrono::seconds(30)));
    VERIFY_EMPTY(survivors());
    VERIFY_EMPTY(unsoundTasks(bench.sealift));
    QCOMPARE(bench.sealift.images().array().size(), 1);
}

void TestTasks::tamperedEvidence()
{
    Workbench bench;
    const Outcome init = bench.sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const Outcome imported = bench.sealift.import(m_image, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    const QString receipt = bench.sealift.stateFolder() + QStringLiteral("/receipts/") +
                            imported.object().value(QStringLiteral("receipt")).toString();
    const QString log = bench.sealift.stateFolder() + QStringLiteral("/audit/audit-000001.jsonl");
    for (const QString &file : {receipt, log}) {
        const QStringList verify = file == receipt
                                       ? QStringList{QStringLiteral("receipt"), QStringLiteral("verify"), receipt}
                                       : QStringList{QStringLiteral("audit"), QStringLiteral("verify")};
        VERIFY_RUN(bench.sealift.run(verify).ok(), bench.sealift.run(verify).run);
        QVERIFY(flipBit(file, QFileInfo(file).size() / 2));
        VERIFY_EMPTY(bench.sealift.run(verify).complaint(QStringLiteral("corrupt")));
        QVERIFY(flipBit(file, QFileInfo(file).size() / 2));
        VERIFY_RUN(bench.sealift.run(verify).ok(), bench.sealift.run(verify).run);
    }
}

/// Neither the password nor a line of the image is anywhere but where it belongs.
void TestTasks::noSecretsAnywhere()
{
    const QByteArray marker = "MARKER-OF-THE-IMAGE-3f9a";
    Workbench bench;
    const Outcome init =
        bench.sealift.run({QStringLiteral("library"), QStringLiteral("init"), bench.sealift.library()});
    VERIFY_RUN(init.ok(), init.run);
    const QByteArray recovery = init.object().value(QStringLiteral("recoveryKey")).toString().toLatin1();
    QVERIFY2(recovery.size() > 20, init.run.describe().constData());
    const QString disk = bench.path(QStringLiteral("marked.raw"));
    QVERIFY(writeFile(disk, marker.repeated(200'000)));
    const Outcome imported = bench.sealift.import(disk, QStringLiteral("marked"));
    VERIFY_RUN(imported.ok(), imported.run);
    const Outcome exported =
        bench.sealift.exportTo(QStringLiteral("marked"), QStringLiteral("raw"), bench.path(QStringLiteral("out.raw")));
    VERIFY_RUN(exported.ok(), exported.run);
    const QStringList places{bench.sealift.stateFolder(),       bench.sealift.scratchRoot(),
                             bench.sealift.library(),           bench.path(QStringLiteral("tmp")),
                             bench.path(QStringLiteral("run")), bench.path(QStringLiteral("home"))};
    QCOMPARE(filesWith(places, marker), QStringList());
    QCOMPARE(filesWith(places, "an end-to-end password"), QStringList());
    QCOMPARE(filesWith(places, recovery), QStringList());
}

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
