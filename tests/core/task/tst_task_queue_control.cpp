#include "core/task/queue_fixture.h"
#include "task/task_control.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sealift;
using namespace sealift::test;
using enum TaskState;

/// Pausing, cancelling, limits, and how often things are told.
class TestTaskQueueControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForAPasswordButCleansUp();
    void setAsideUntilAccepted();
    void setAsideWhilePaused();
    void cancelEndsSoon_data();
    void cancelEndsSoon();
    void concurrencyIsALimit();
    void concurrencyChangesAtOnce();
    void pauseStopsSoonAndHoldsNothing();
    void pausedTaskGivesUpItsSlot();
    void pauseInPreflightComesAfterIt();
    void pausedWhileQueued();
    void pauseAllAndResumeAll();
    void limitsApplyToRunningTasks();
    void progressIsBounded();
    void changesAreCoalesced();
    void wishesReachAnotherQueueSoon();
};

void TestTaskQueueControl::cancelEndsSoon_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QStringList>("calls");
    const QStringList ran{QStringLiteral("run web")};
    const QStringList cleaned{QStringLiteral("clean up web")};
    QTest::newRow("queued") << QStringLiteral("queued") << cleaned;
    QTest::newRow("paused while queued") << QStringLiteral("paused while queued") << cleaned;
    QTest::newRow("preflight") << QStringLiteral("preflight") << ran;
    QTest::newRow("transferring") << QStringLiteral("transferring") << ran;
    QTest::newRow("paused") << QStringLiteral("paused") << ran;
    QTest::newRow("waiting for bandwidth") << QStringLiteral("waiting for bandwidth") << ran;
}

void TestTaskQueueControl::cancelEndsSoon()
{
    QFETCH(const QString, when);
    QFETCH(const QStringList, calls);
    const bool isQueued = when.contains(u"queued");
    Fixture fixture([&](TaskQueueOptions &options) {
        options.concurrency = isQueued ? 0 : 1;
        options.bytesPerSecond = when.contains(u"bandwidth") ? 10 : 0;
    });
    auto record = endlessTask(QStringLiteral("web"));
    if (when == u"preflight")
        record.settings.insert(QStringLiteral("preflightMs"), 60'000);
    const auto id = fixture.queue->add(record);
    QTRY_COMPARE(fixture.state(id), isQueued ? Queued : when == u"preflight" ? Preflight : Transferring);
    if (when.contains(u"paused")) {
        fixture.queue->pause({id});
        QTRY_COMPARE(fixture.state(id), Paused);
    }
    QElapsedTimer timer;
    timer.start();
    fixture.queue->cancel({id});
    fixture.queue->cancel({id});
    fixture.queue->resume({id}); // not taken back
    QTRY_COMPARE(fixture.witness->ends(id), QStringList{QStringLiteral("cancelled")});
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QTest::qWait(100);
    QCOMPARE(fixture.witness->ends(id).size(), 1);
    QCOMPARE(fixture.executor.calls(), calls);
    QCOMPARE(fixture.history(id).mid(fixture.history(id).size() - 3),
             (QStringList{QStringLiteral("cancelling"), QStringLiteral("cleaning-up"), QStringLiteral("cancelled")}));
    QVERIFY(!fixture.queue->task(id)->error);
}

void TestTaskQueueControl::concurrencyIsALimit()
{
    Fixture fixture([](TaskQueueOptions &options) { options.concurrency = 3; });
    QList<TaskRecord> tasks;
    for (int i = 0; i < 12; ++i)
        tasks += namedTask(QString::number(i), {{QStringLiteral("pieces"), 5}, {QStringLiteral("pieceMs"), 10}});
    fixture.queue->add(tasks);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.witness->ended, 12, 20'000);
    QCOMPARE(fixture.executor.mostActive.load(), 3);
}

void TestTaskQueueControl::concurrencyChangesAtOnce()
{
    Fixture fixture;
    QList<TaskRecord> tasks;
    for (int i = 0; i < 4; ++i)
        tasks += endlessTask(QString::number(i));
    const auto ids = fixture.queue->add(tasks);
    QTRY_COMPARE(fixture.executor.active.load(), 1);
    fixture.queue->setConcurrency(3);
    QTRY_COMPARE(fixture.executor.active.load(), 3);
    fixture.queue->setConcurrency(1);
    fixture.queue->cancel({ids[0]});
    QTRY_COMPARE(fixture.executor.active.load(), 2);
    QTest::qWait(200);
    QCOMPARE(fixture.executor.active.load(), 2); // a lower number begins nothing
}

void TestTaskQueueControl::pauseStopsSoonAndHoldsNothing()
{
    Fixture fixture;
    const auto id = fixture.queue->add(endlessTask(QStringLiteral("web"), 100));
    QTRY_VERIFY(fixture.executor.piecesDone > 2);
    QElapsedTimer timer;
    timer.start();
    fixture.queue->pause({id});
    QTRY_COMPARE(fixture.state(id), Paused);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    qInfo("paused after %lld ms, with pieces of 100 ms", timer.elapsed());
    const auto done = fixture.executor.piecesDone.load();
    QTest::qWait(300);
    QCOMPARE(fixture.executor.piecesDone.load(), done);
    QVERIFY(fixture.queue->isExecutedHere(id));
    QCOMPARE(fixture.queue->task(id)->wish, TaskWish::Pause);
    fixture.queue->resume({id});
    QTRY_VERIFY(fixture.executor.piecesDone > done + 2);
    QCOMPARE(fixture.state(id), Transferring);
    // Back and forth, faster than any of it is done.
    for (int i = 0; i < 10; ++i) {
        fixture.queue->pause({id});
        fixture.queue->resume({id});
    }
    fixture.queue->pause({id});
    QTRY_COMPARE(fixture.state(id), Paused);
    QTest::qWait(200);
    QCOMPARE(fixture.state(id), Paused);
    for (int i = 0; i < 10; ++i) {
        fixture.queue->resume({id});
        QTest::qWait(7 * i);
        fixture.queue->pause({id});
        QTest::qWait(7 * i);
    }
    fixture.queue->resume({id});
    const auto then = fixture.executor.piecesDone.load();
    QTRY_VERIFY(fixture.executor.piecesDone > then + 2);
    QTRY_COMPARE(fixture.state(id), Transferring);
}

void TestTaskQueueControl::pausedTaskGivesUpItsSlot()
{
    Fixture fixture;
    const auto first = fixture.queue->add(endlessTask(QStringLiteral("first")));
    const auto second = fixture.queue->add(endlessTask(QStringLiteral("second")));
    const auto third = fixture.queue->add(namedTask(QStringLiteral("third")));
    QTRY_COMPARE(fixture.state(first), Transferring);
    fixture.queue->pause({first});
    QTRY_COMPARE(fixture.state(second), Transferring);
    // It goes on before any other begins, but not before there is a slot.
    fixture.queue->resume({first});
    QTest::qWait(300);
    QCOMPARE(fixture.state(first), Paused);
    QCOMPARE(fixture.executor.active.load(), 2);
    fixture.queue->cancel({second});
    QTRY_COMPARE(fixture.state(first), Transferring);
    QCOMPARE(fixture.state(third), Queued);
    fixture.queue->cancel({first});
    QTRY_COMPARE(fixture.state(third), Completed);
}

void TestTaskQueueControl::pauseInPreflightComesAfterIt()
{
    Fixture fixture;
    auto record = endlessTask(QStringLiteral("web"));
    record.settings.insert(QStringLiteral("preflightMs"), 300);
    const auto id = fixture.queue->add(record);
    QTRY_COMPARE(fixture.state(id), Preflight);
    fixture.queue->pause({id});
    QTRY_COMPARE(fixture.state(id), Paused);
    QCOMPARE(fixture.executor.piecesDone.load(), 0);
}

void TestTaskQueueControl::pausedWhileQueued()
{
    Fixture fixture;
    const auto first = fixture.queue->add(
        namedTask(QStringLiteral("a"), {{QStringLiteral("pieces"), 30}, {QStringLiteral("pieceMs"), 10}}));
    const auto second = fixture.queue->add(namedTask(QStringLiteral("b")));
    const auto third = fixture.queue->add(namedTask(QStringLiteral("c")));
    QTRY_COMPARE(fixture.queue->count(), 3);
    fixture.queue->pause({second});
    QTRY_COMPARE(fixture.state(second), Paused);
    QTRY_COMPARE(fixture.state(third), Completed);
    QCOMPARE(fixture.state(first), Completed);
    QCOMPARE(fixture.state(second), Paused);
    fixture.queue->resume({second});
    QTRY_COMPARE(fixture.state(second), Completed);
    QCOMPARE(fixture.history(second).first(3),
             (QStringList{QStringLiteral("paused"), QStringLiteral("queued"), QStringLiteral("preflight")}));
}

void TestTaskQueueControl::pauseAllAndResumeAll()
{
    Fixture fixture([](TaskQueueOptions &options) { options.concurrency = 2; });
    QList<TaskRecord> tasks;
    for (int i = 0; i < 6; ++i)
        tasks += namedTask(QString::number(i), {{QStringLiteral("pieces"), 10}, {QStringLiteral("pieceMs"), 20}});
    const auto ids = fixture.queue->add(tasks);
    QTRY_COMPARE(fixture.executor.active.load(), 2);
    fixture.queue->pauseAll();
    for (const auto &id : ids)
        QTRY_COMPARE(fixture.state(id), Paused);
    const auto done = fixture.executor.piecesDone.load();
    QTest::qWait(200);
    QCOMPARE(fixture.executor.piecesDone.load(), done);
    fixture.queue->resumeAll();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.witness->ended, 6, 20'000);
    QCOMPARE(fixture.executor.mostActive.load(), 2);
    QCOMPARE(fixture.executor.piecesDone.load(), 60);
}

void TestTaskQueueControl::limitsApplyToRunningTasks()
{
    Fixture fixture([](TaskQueueOptions &options) {
        options.concurrency = 2;
        options.bytesPerSecond = 20'000;
    });
    auto record = endlessTask(QStringLiteral("a"), 0);
    record.settings.insert(QStringLiteral("pieceBytes"), 1000);
    auto other = record;
    other.id = TaskId::create();
    const auto ids = fixture.queue->add({record, other});
    QTRY_COMPARE(fixture.executor.active.load(), 2);
    const auto measure = [&fixture] {
        const auto begin = fixture.executor.piecesDone.load();
        QTest::qWait(1000);
        return fixture.executor.piecesDone.load() - begin;
    };
    static_cast<void>(measure()); // the burst at the beginning
    const auto limited = measure();
    QVERIFY2(limited >= 8 && limited <= 32, qPrintable(QString::number(limited)));
    fixture.queue->setBytesPerSecond(0);
    const auto free = measure();
    QVERIFY2(free > 2000, qPrintable(QString::number(free)));
    for (const auto &id : ids)
        fixture.queue->setTaskBytesPerSecond(id, 20'000);
    static_cast<void>(measure());
    const auto each = measure();
    QVERIFY2(each >= 20 && each <= 62, qPrintable(QString::number(each)));
}

void TestTaskQueueControl::progressIsBounded()
{
    Fixture fixture([](TaskQueueOptions &options) { options.concurrency = 3; });
    QList<TaskRecord> tasks;
    for (int i = 0; i < 3; ++i)
        tasks += endlessTask(QString::number(i), 0); // as fast as it can
    const auto ids = fixture.queue->add(tasks);
    QTRY_COMPARE(fixture.executor.active.load(), 3);
    QTest::qWait(300);
    fixture.witness->progressed.clear();
    QTest::qWait(2000);
    for (const auto &id : ids) {
        const auto count = fixture.witness->progressed.value(id);
        QVERIFY2(count >= 10 && count <= 20, qPrintable(QString::number(count)));
    }
    QVERIFY(fixture.executor.piecesDone > 10'000);
    // While nothing moves nothing is told.
    fixture.queue->pauseAll();
    for (const auto &id : ids)
        QTRY_COMPARE(fixture.state(id), Paused);
    QTest::qWait(200);
    fixture.witness->progressed.clear();
    QTest::qWait(300);
    QVERIFY(fixture.witness->progressed.isEmpty());
}

void TestTaskQueueControl::changesAreCoalesced()
{
    Fixture fixture([](TaskQueueOptions &options) { options.concurrency = 0; });
    const auto id = fixture.queue->add(namedTask(QStringLiteral("web")));
    QTRY_COMPARE(fixture.state(id), Queued);
    QTest::qWait(100);
    fixture.witness->changed.clear();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 300; ++i)
        fixture.queue->setPriority({id}, i);
    QTRY_COMPARE(fixture.queue->task(id)->priority, 299);
    const auto elapsed = timer.elapsed();
    QTest::qWait(100);
    const auto count = fixture.witness->changed.value(id);
    QVERIFY2(count >= 1 && count <= 3 + elapsed / 30, qPrintable(QString::number(count)));
}

void TestTaskQueueControl::wishesReachAnotherQueueSoon()
{
    Fixture fixture;
    const auto id = fixture.queue->add(endlessTask(QStringLiteral("web")));
    QTRY_COMPARE(fixture.state(id), Transferring);
    const auto journal = fixture.folder.open();
    TaskControl control(*journal);
    qint64 worst = 0;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        QVERIFY(control.request({id}, TaskWish::Pause));
        timer.start();
        while (fixture.queue->task(id)->wish != TaskWish::Pause && timer.elapsed() < 2000)
            QTest::qWait(1);
        worst = std::max(worst, timer.elapsed());
        QTRY_COMPARE(fixture.state(id), Paused);
        QVERIFY(control.request({id}, TaskWish::Run));
        QTRY_COMPARE(fixture.state(id), Transferring);
        QTest::qWait(17 * i);
    }
    qInfo("a wish of another process is seen after at most %lld ms", worst);
    QVERIFY(worst < 300);
}

/// A process that does not know a task's password cleans up what a crash left of it all the same; it executes the task
/// as soon as it knows.
/// Like an executor that needs a password which somebody may take away.
class LockedExecutor final : public ScriptedExecutor
{
public:
    bool accepts(const TaskRecord &) const override { return isUnlocked; }
    bool cleansUp(const TaskRecord &) const override { return true; }
    std::atomic<bool> isUnlocked = false;
};

void TestTaskQueueControl::setAsideUntilAccepted()
{
    Fixture fixture({}, false);
    LockedExecutor executor;
    executor.isUnlocked = true;
    auto queue = TaskQueue::open(fixture.options, &executor).value();
    const auto state = [&](const TaskId &id) {
        const auto *known = queue->task(id);
        return known == nullptr ? TaskState(-1) : known->state;
    };
    const auto first = queue->add(endlessTask(QStringLiteral("first")));
    const auto second = queue->add(endlessTask(QStringLiteral("second")));
    QTRY_COMPARE(state(first), Transferring);
    executor.isUnlocked = false;
    queue->setAside({first, second});
    QTRY_COMPARE(state(first), Queued);
    QTRY_COMPARE(executor.active.load(), 0);
    QCOMPARE(fixture.history(first).last(), QStringLiteral("queued"));
    QVERIFY(!queue->task(first)->error);
    // The slot is free, and yet the other one does not begin.
    QTest::qWait(300);
    QCOMPARE(state(first), Queued);
    QCOMPARE(state(second), Queued);
    QCOMPARE(executor.calls(), QStringList{QStringLiteral("run first")});
    executor.isUnlocked = true;
    queue->reconsider();
    QTRY_COMPARE(state(first), Transferring);
    queue.reset();
}

void TestTaskQueueControl::setAsideWhilePaused()
{
    Fixture fixture;
    const auto id = fixture.queue->add(endlessTask(QStringLiteral("web")));
    QTRY_COMPARE(fixture.state(id), Transferring);
    fixture.queue->pause({id});
    QTRY_COMPARE(fixture.state(id), Paused);
    QVERIFY(fixture.queue->isExecutedHere(id));
    fixture.queue->setAside({id});
    QTRY_VERIFY(!fixture.queue->isExecutedHere(id));
    QTRY_COMPARE(fixture.state(id), Paused);
    QTest::qWait(200);
    QCOMPARE(fixture.executor.active.load(), 0);
    fixture.queue->resume({id});
    QTRY_COMPARE(fixture.state(id), Transferring);
}

void TestTaskQueueControl::waitsForAPasswordButCleansUp()
{
    Fixture fixture({}, false);
    const auto record = namedTask(QStringLiteral("a"));
    {
        // The process that executed it is gone; its lease with it.
        const auto journal = fixture.folder.open();
        QVERIFY(journal->add({record}));
        for (const auto &[from, to] : {std::pair(TaskState::Queued, TaskState::Preflight),
                                       std::pair(TaskState::Preflight, TaskState::Transferring)})
            QVERIFY(journal->transition({.task = record.id, .from = from, .to = to}, nullptr));
    }
    LockedExecutor executor;
    auto queue = TaskQueue::open(fixture.options, &executor);
    QVERIFY(queue);
    const auto state = [&] {
        const auto *known = (*queue)->task(record.id);
        return known == nullptr ? TaskState(-1) : known->state;
    };
    QTRY_COMPARE(state(), TaskState::Queued);
    QCOMPARE(executor.calls(), QStringList{QStringLiteral("clean up a")});
    QTest::qWait(300);
    QCOMPARE(state(), TaskState::Queued);
    executor.isUnlocked = true;
    (*queue)->reconsider();
    QTRY_COMPARE(state(), TaskState::Completed);
    queue->reset();
}

QTEST_GUILESS_MAIN(TestTaskQueueControl)
#include "tst_task_queue_control.moc"
