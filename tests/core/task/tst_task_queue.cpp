#include "core/task/queue_fixture.h"
#include "support/small_volume.h"
#include "task/audit_log.h"
#include "task/audit_verify.h"
#include "task/journal_database.h"
#include "task/task_control.h"

#include <QTest>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;
using enum TaskState;

class TestTaskQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lifeOfATask();
    void everyEndIsToldOnce_data();
    void everyEndIsToldOnce();
    void orderIsRespected();
    void orderCanBeChanged();
    void retryIsANewAttempt();
    void retryCleansUpFirst();
    void retryOfTheCleanupAlone();
    void removesEndedTasks();
    void refusesWhatCannotBe();
    void tellsEverythingToTheAuditLog();
    void shutdownQueuesAgain();
    void destructionQueuesAgain();
    void lostLeaseEndsTheWork();
    void crashedTaskIsCleanedUpAndRunAgain_data();
    void crashedTaskIsCleanedUpAndRunAgain();
    void neverBegunByADeadProcessIsEnded();
    void crashingForeverEnds();
    void followsAnother();
    void ownTasksAreLeftToTheirOwner();
    void fullDiskIsTold();
};

void TestTaskQueue::lifeOfATask()
{
    Fixture fixture;
    QTRY_COMPARE(fixture.witness->idle, 1);
    const auto id = fixture.queue->add(namedTask(QStringLiteral("web"), {{QStringLiteral("pieces"), 4}}));
    QVERIFY(fixture.queue->task(id) == nullptr); // not before the journal has it
    QTRY_COMPARE(fixture.witness->idle, 2);
    QCOMPARE(fixture.executor.calls(), QStringList{QStringLiteral("run web")});
    QCOMPARE(fixture.witness->added, QList<TaskId>{id});
    QCOMPARE(fixture.witness->ends(id), QStringList{QStringLiteral("completed")});
    QVERIFY(fixture.witness->refused.isEmpty());
    QCOMPARE(fixture.state(id), Completed);
    const auto &record = *fixture.queue->task(id);
    QCOMPARE(record.progress.done, 4000);
    QCOMPARE(record.receipt, id.text() + QStringLiteral(".json"));
    QVERIFY(record.cleanup == CleanupStatus::confirmed());
    QVERIFY(record.ownerHost.isEmpty());
    QCOMPARE(fixture.history(id),
             (QStringList{QStringLiteral("preflight"), QStringLiteral("transferring"), QStringLiteral("finalizing"),
                          QStringLiteral("cleaning-up"), QStringLiteral("completed")}));
    const auto kept = fixture.folder.open()->load(id);
    QCOMPARE(kept->progress.done, 4000);
}

void TestTaskQueue::everyEndIsToldOnce_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<TaskEnd>("end");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QStringList>("history");
    const auto row = [](const char *script, TaskEnd end, const char *error, const char *history) {
        QTest::newRow(script) << QString::fromLatin1(script) << end << QString::fromLatin1(error)
                              << QString::fromLatin1(history).split(u' ');
    };
    row("complete", TaskEnd::Completed, "", "preflight transferring finalizing cleaning-up completed");
    row("fail", TaskEnd::Failed, "io", "preflight transferring cleaning-up failed");
    row("fail-preflight", TaskEnd::Failed, "unsupported", "preflight cleaning-up failed");
    row("unconfirmed", TaskEnd::CleanupUnconfirmed, "", "preflight transferring finalizing cleaning-up failed");
    row("throw", TaskEnd::CleanupUnconfirmed, "internal", "preflight cleaning-up failed");
    row("say-nothing", TaskEnd::Completed, "", "preflight cleaning-up completed");
    row("never-look", TaskEnd::CleanupUnconfirmed, "", "preflight transferring finalizing cleaning-up failed");
}

void TestTaskQueue::everyEndIsToldOnce()
{
    QFETCH(const QString, script);
    QFETCH(const TaskEnd, end);
    QFETCH(const QString, error);
    QFETCH(const QStringList, history);
    Fixture fixture;
    const auto id = fixture.queue->add(namedTask(script, {{QStringLiteral("end"), script}}));
    QTRY_VERIFY(!fixture.witness->ends(id).isEmpty());
    QTRY_VERIFY(!fixture.queue->isExecutedHere(id));
    QTest::qWait(150);
    QCOMPARE(fixture.witness->ends(id), QStringList{taskEndName(end)});
    const auto &record = *fixture.queue->task(id);
    QCOMPARE(*record.end(), end);
    QCOMPARE(record.error ? record.error->code : QString(), error);
    QCOMPARE(record.cleanup.left.isEmpty(), end != TaskEnd::CleanupUnconfirmed);
    QCOMPARE(fixture.history(id), history);
    QVERIFY(fixture.folder.open()->list()->records.front().ownerHost.isEmpty());
}

void TestTaskQueue::orderIsRespected()
{
    Fixture fixture;
    QList<TaskRecord> tasks;
    for (const auto *name : {"a", "b", "c", "d", "e"})
        tasks += namedTask(QString::fromLatin1(name));
    tasks[3].priority = 2;
    tasks[4].priority = 1;
    tasks[0].priority = -1;
    fixture.queue->add(tasks);
    QTRY_COMPARE(fixture.witness->ended, 5);
    QCOMPARE(fixture.executor.calls(),
             (QStringList{QStringLiteral("run d"), QStringLiteral("run e"), QStringLiteral("run b"),
                          QStringLiteral("run c"), QStringLiteral("run a")}));
    QCOMPARE(fixture.executor.mostActive.load(), 1);
}

void TestTaskQueue::orderCanBeChanged()
{
    Fixture fixture([](TaskQueueOptions &options) { options.concurrency = 0; });
    QList<TaskId> ids;
    for (const auto *name : {"a", "b", "c", "d", "e"})
        ids += fixture.queue->add(namedTask(QString::fromLatin1(name)));
    QTRY_COMPARE(fixture.queue->count(), 5);
    QCOMPARE(fixture.queue->tasks(), ids);
    fixture.queue->move(ids[4], QueueMove::Top);
    fixture.queue->move(ids[0], QueueMove::Down);
    fixture.queue->moveBefore(ids[3], ids[1]);
    fixture.queue->setPriority({ids[2]}, 1);
    const QList<TaskId> expected{ids[2], ids[4], ids[3], ids[1], ids[0]};
    QTRY_COMPARE(fixture.queue->tasks(), expected);
    fixture.queue->setConcurrency(1);
    QTRY_COMPARE(fixture.witness->ended, 5);
    QCOMPARE(fixture.executor.calls(),
             (QStringList{QStringLiteral("run c"), QStringLiteral("run e"), QStringLiteral("run d"),
                          QStringLiteral("run b"), QStringLiteral("run a")}));
}

void TestTaskQueue::retryIsANewAttempt()
{
    Fixture fixture;
    const auto id =
        fixture.queue->add(namedTask(QStringLiteral("web"), {{QStringLiteral("end"), QStringLiteral("fail")}}));
    QTRY_COMPARE(fixture.witness->ends(id).size(), 1);
    QCOMPARE(fixture.queue->task(id)->error->what, QStringLiteral("the disk is broken"));
    fixture.queue->retry({id});
    QTRY_COMPARE(fixture.witness->ends(id), (QStringList{QStringLiteral("failed"), QStringLiteral("failed")}));
    QCOMPARE(fixture.queue->task(id)->attempt, 2);
    QCOMPARE(fixture.executor.calls().size(), 2);
    // What has not ended, or has ended well, is not tried again.
    const auto good = fixture.queue->add(namedTask(QStringLiteral("good")));
    QTRY_COMPARE(fixture.state(good), Completed);
    fixture.queue->retry({good});
    QTRY_COMPARE(fixture.witness->refused.size(), 1);
    QCOMPARE(fixture.witness->refused.front().first, good);
    QCOMPARE(fixture.witness->refused.front().second, ErrorCode::InvalidArgument);
    QCOMPARE(fixture.state(good), Completed);
}

void TestTaskQueue::retryCleansUpFirst()
{
    Fixture fixture;
    fixture.executor.cleanupWorks = false;
    const auto id =
        fixture.queue->add(namedTask(QStringLiteral("web"), {{QStringLiteral("end"), QStringLiteral("unconfirmed")}}));
    QTRY_COMPARE(fixture.witness->ends(id).size(), 1);
    fixture.queue->retry({id});
    // Still stubborn: nothing else is tried.
    QTRY_COMPARE(fixture.witness->ends(id).size(), 2);
    QCOMPARE(fixture.witness->ends(id).back(), QStringLiteral("cleanup-unconfirmed"));
    QCOMPARE(fixture.executor.calls(), (QStringList{QStringLiteral("run web"), QStringLiteral("clean up web")}));
    fixture.executor.cleanupWorks = true;
    fixture.queue->retry({id});
    QTRY_COMPARE(fixture.executor.calls().size(), 4);
    QCOMPARE(fixture.executor.calls().mid(2), (QStringList{QStringLiteral("clean up web"), QStringLiteral("run web")}));
    QTRY_COMPARE(fixture.witness->ends(id).size(), 3);
    QCOMPARE(fixture.queue->task(id)->attempt, 2);
}

void TestTaskQueue::retryOfTheCleanupAlone()
{
    Fixture fixture;
    const auto id =
        fixture.queue->add(namedTask(QStringLiteral("web"), {{QStringLiteral("end"), QStringLiteral("unconfirmed")}}));
    QTRY_COMPARE(fixture.state(id), Failed);
    fixture.queue->retryCleanup({id});
    // All that was missing was its cleanup.
    QTRY_COMPARE(fixture.state(id), Completed);
    QCOMPARE(fixture.executor.calls(), (QStringList{QStringLiteral("run web"), QStringLiteral("clean up web")}));
    QCOMPARE(fixture.witness->ends(id),
             (QStringList{QStringLiteral("cleanup-unconfirmed"), QStringLiteral("completed")}));
    QCOMPARE(fixture.queue->task(id)->receipt, QStringLiteral("cleanup.json"));
    QCOMPARE(fixture.queue->task(id)->attempt, 1);
}

void TestTaskQueue::removesEndedTasks()
{
    Fixture fixture;
    const auto id = fixture.queue->add(namedTask(QStringLiteral("web")));
    const auto running = fixture.queue->add(endlessTask(QStringLiteral("running")));
    QTRY_COMPARE(fixture.state(running), Transferring);
    QTRY_VERIFY(!fixture.queue->isExecutedHere(id));
    fixture.queue->remove({running});
    QTRY_COMPARE(fixture.witness->refused.size(), 1);
    fixture.queue->remove({running}, Removal::Forced);
    QTRY_COMPARE(fixture.witness->refused.size(), 2);
    QCOMPARE(fixture.witness->refused.back().second, ErrorCode::Locked);
    fixture.queue->remove({id});
    QTRY_COMPARE(fixture.witness->removed, QList<TaskId>{id});
    QVERIFY(fixture.queue->task(id) == nullptr);
    QCOMPARE(fixture.queue->tasks(), QList<TaskId>{running});
}

void TestTaskQueue::refusesWhatCannotBe()
{
    Fixture fixture;
    auto secret = namedTask(QStringLiteral("web"), {{QStringLiteral("password"), QStringLiteral("hunter2")}});
    const auto fine = namedTask(QStringLiteral("fine"));
    fixture.queue->add({fine, secret});
    QTRY_COMPARE(fixture.witness->refused.size(), 2);
    QCOMPARE(fixture.witness->refused.front().second, ErrorCode::Unsafe);
    QCOMPARE(fixture.queue->count(), 0);
    // Of tasks that are not there nothing is asked.
    const auto nobody = TaskId::create();
    fixture.queue->pause({nobody});
    fixture.queue->cancel({nobody});
    fixture.queue->retry({nobody});
    fixture.queue->setTaskBytesPerSecond(nobody, 1);
    fixture.queue->move(nobody, QueueMove::Up);
    QTRY_COMPARE(fixture.witness->refused.size(), 3);
    QCOMPARE(fixture.witness->refused.back().second, ErrorCode::NotFound);
}

void TestTaskQueue::tellsEverythingToTheAuditLog()
{
    const ScratchFolder auditFolder;
    const auto path = auditFolder.filePath(QStringLiteral("audit"));
    auto audit = AuditLog::open(path);
    QVERIFY(audit);
    Fixture fixture([&](TaskQueueOptions &options) { options.audit = audit->get(); });
    // Each state that is shown is in the log by then.
    bool isAhead = true;
    const auto entriesOf = [&path](const TaskId &id) {
        QStringList states;
        QFile file(path + QStringLiteral("/audit-000001.jsonl"));
        if (!file.open(QIODevice::ReadOnly))
            return states;
        for (const auto &line : file.readAll().split('\n')) {
            const auto entry = AuditEntry::parse(line);
            if (entry && entry->what.task == id.text() && entry->what.event == u"transition")
                states += entry->what.fields.value(u"to").toString();
        }
        return states;
    };
    connect(fixture.queue.get(), &TaskQueue::taskChanged, this, [&](const TaskId &id) {
        const auto state = taskStateName(fixture.queue->task(id)->state);
        isAhead = isAhead && (state == u"queued" || entriesOf(id).contains(state));
    });
    const auto id = fixture.queue->add(namedTask(QStringLiteral("web")));
    const auto failed =
        fixture.queue->add(namedTask(QStringLiteral("bad"), {{QStringLiteral("end"), QStringLiteral("fail")}}));
    QTRY_COMPARE(fixture.state(failed), Failed);
    fixture.queue->pause({fixture.queue->add(endlessTask(QStringLiteral("other")))});
    QTRY_VERIFY(!fixture.queue->isExecutedHere(failed));
    fixture.queue->remove({id});
    QTRY_VERIFY(fixture.queue->task(id) == nullptr);
    QVERIFY(isAhead);
    QCOMPARE(entriesOf(failed), fixture.history(failed));
    QVERIFY(verifyAudit(path, {})->ok());
    const auto hashed = hashOfTask(path, failed.text());
    QVERIFY2(hashed, hashed ? "" : qPrintable(hashed.error().what()));
    QCOMPARE(hashed->entries, 5); // added, and four transitions
    fixture.queue.reset();
    // What cannot be written there does not happen.
    QVERIFY(QFile::remove(path + QStringLiteral("/lock")) && QDir().mkdir(path + QStringLiteral("/lock")));
    fixture.open();
    const auto refused = fixture.queue->add(namedTask(QStringLiteral("unseen")));
    const auto isRefused = [&] {
        return std::any_of(fixture.witness->refused.begin(), fixture.witness->refused.end(),
                           [&](const auto &one) { return one.first == refused; });
    };
    QTRY_VERIFY(isRefused());
    QVERIFY(fixture.queue->task(refused) == nullptr);
}

void TestTaskQueue::shutdownQueuesAgain()
{
    Fixture fixture([](TaskQueueOptions &options) { options.concurrency = 2; });
    const auto first = fixture.queue->add(endlessTask(QStringLiteral("first")));
    const auto second = fixture.queue->add(endlessTask(QStringLiteral("second")));
    const auto third = fixture.queue->add(endlessTask(QStringLiteral("third")));
    QTRY_COMPARE(fixture.state(second), Transferring);
    fixture.queue->pause({second});
    QTRY_COMPARE(fixture.state(third), Transferring);
    fixture.queue->shutdown();
    QTRY_COMPARE(fixture.witness->closed, 1);
    QCOMPARE(fixture.state(first), Queued);
    QCOMPARE(fixture.state(second), Paused); // as it was wanted
    QCOMPARE(fixture.state(third), Queued);
    QVERIFY(!fixture.queue->isExecutedHere(first));
    QCOMPARE(fixture.witness->ended, 0);
    QCOMPARE(fixture.queue->task(first)->attempt, 2);
    QVERIFY(!fixture.queue->task(first)->afterCrash);
    fixture.queue.reset();
    const auto journal = fixture.folder.open();
    TaskLeases leases(*journal, ProcessIdentity::current());
    for (const auto &id : {first, second, third})
        QVERIFY(leases.acquire(id));
}

void TestTaskQueue::destructionQueuesAgain()
{
    Fixture fixture;
    const auto id = fixture.queue->add(endlessTask(QStringLiteral("web")));
    QTRY_COMPARE(fixture.state(id), Transferring);
    fixture.queue.reset();
    QCOMPARE(fixture.folder.open()->load(id)->state, Queued);
    // At any moment, whatever is on its way.
    for (int i = 0; i < 12; ++i) {
        fixture.open();
        QTest::qWait(i * 2);
        fixture.queue.reset();
        const auto record = fixture.folder.open()->load(id);
        QCOMPARE(record->state, Queued);
        QVERIFY(record->ownerHost.isEmpty());
        QVERIFY(!record->afterCrash);
    }
}

void TestTaskQueue::lostLeaseEndsTheWork()
{
    Fixture fixture([](TaskQueueOptions &options) { options.lease.heartbeat = 50ms; });
    const auto id = fixture.queue->add(endlessTask(QStringLiteral("web")));
    QTRY_COMPARE(fixture.state(id), Transferring);
    const auto journal = fixture.folder.open();
    QVERIFY(journal->database().run("UPDATE leases SET token = 'somebody else', pid = 1, host = 'elsewhere', beat = ?",
                                    {QDateTime::currentMSecsSinceEpoch()}));
    QTRY_VERIFY(!fixture.queue->isExecutedHere(id));
    QCOMPARE(fixture.executor.active.load(), 0);
    QCOMPARE(fixture.witness->refused.size(), 1);
    QCOMPARE(fixture.witness->refused.front().second, ErrorCode::Locked);
    QCOMPARE(fixture.witness->ended, 0);
    QCOMPARE(journal->load(id)->state, Transferring); // the other's business
}

void TestTaskQueue::crashedTaskIsCleanedUpAndRunAgain_data()
{
    QTest::addColumn<QList<TaskState>>("states");
    QTest::addColumn<TaskWish>("wish");
    QTest::addColumn<QString>("calls");
    QTest::addColumn<TaskState>("end");
    const auto again = QStringLiteral("clean up web, run web");
    const auto once = QStringLiteral("clean up web");
    QTest::newRow("preflight") << QList{Preflight} << TaskWish::Run << again << Completed;
    QTest::newRow("transferring") << QList{Preflight, Transferring} << TaskWish::Run << again << Completed;
    QTest::newRow("finalizing") << QList{Preflight, Transferring, Finalizing} << TaskWish::Run << again << Completed;
    QTest::newRow("cleaning up") << QList{Preflight, Transferring, Finalizing, CleaningUp} << TaskWish::Run << once
                                 << Completed;
    QTest::newRow("paused") << QList{Preflight, Transferring, Paused} << TaskWish::Pause << once << Paused;
    QTest::newRow("paused, to go on") << QList{Preflight, Transferring, Paused} << TaskWish::Run << again << Completed;
    QTest::newRow("cancelling") << QList{Preflight, Transferring, Cancelling} << TaskWish::Cancel << once << Cancelled;
    QTest::newRow("about to be cancelled") << QList{Preflight, Transferring} << TaskWish::Cancel << once << Cancelled;
    QTest::newRow("queued") << QList<TaskState>{} << TaskWish::Run << QStringLiteral("run web") << Completed;
}

void TestTaskQueue::crashedTaskIsCleanedUpAndRunAgain()
{
    QFETCH(const QList<TaskState>, states);
    QFETCH(const TaskWish, wish);
    QFETCH(const QString, calls);
    QFETCH(const TaskState, end);
    Fixture fixture({}, false);
    const auto record = namedTask(QStringLiteral("web"));
    {
        // As a process leaves it that is killed.
        const auto journal = fixture.folder.open();
        auto dead = ProcessIdentity::current();
        --dead.started;
        const auto leases = journal->add({record}, &dead);
        QVERIFY(leases);
        auto from = Queued;
        for (const auto to : states) {
            TaskStep step{record.id, from, to};
            if (to == CleaningUp)
                step.ending = Completed;
            QVERIFY(journal->transition(step, &leases->front()));
            from = to;
        }
        QVERIFY(TaskControl(*journal).request({record.id}, wish));
    }
    fixture.open();
    QTRY_COMPARE(fixture.state(record.id), end);
    QTRY_COMPARE(fixture.witness->idle, 1);
    QCOMPARE(fixture.executor.calls().join(QStringLiteral(", ")), calls);
    QCOMPARE(fixture.queue->task(record.id)->afterCrash, !states.isEmpty());
    QCOMPARE(fixture.witness->ended, end == Paused ? 0 : 1);
}

/// Whoever takes all tasks executes it (above); a command that takes its own ones only ends what nobody else would.
void TestTaskQueue::neverBegunByADeadProcessIsEnded()
{
    Fixture fixture({}, false);
    const auto record = namedTask(QStringLiteral("web"));
    const auto waiting = namedTask(QStringLiteral("waiting"));
    {
        const auto journal = fixture.folder.open();
        auto dead = ProcessIdentity::current();
        --dead.started;
        QVERIFY(journal->add({record}, &dead));
        QVERIFY(journal->add({waiting})); // for whoever comes
    }
    fixture.options.pick = TaskPick::Own;
    fixture.open();
    QTRY_COMPARE(fixture.executor.calls(), QStringList{QStringLiteral("clean up web")});
    QTRY_COMPARE(fixture.witness->idle, 1);
    QVERIFY(fixture.queue->task(record.id)->afterCrash);
    QCOMPARE(fixture.queue->task(record.id)->ownerPid, 0);
    QCOMPARE(fixture.state(waiting.id), Queued);
    QVERIFY(!fixture.queue->task(waiting.id)->afterCrash);
}

void TestTaskQueue::crashingForeverEnds()
{
    Fixture fixture({}, false);
    const auto record = namedTask(QStringLiteral("web"));
    const auto journal = fixture.folder.open();
    auto dead = ProcessIdentity::current();
    --dead.started;
    QVERIFY(journal->add({record}));
    for (int crash = 1; crash <= 3; ++crash) {
        TaskLeases leases(*journal, dead);
        const auto lease = leases.acquire(record.id);
        QVERIFY(lease);
        QVERIFY(journal->transition({record.id, Queued, Preflight}, &lease->lease));
        fixture.options.concurrency = 0;
        fixture.open();
        QTRY_COMPARE(fixture.state(record.id), crash < 3 ? Queued : Failed);
        fixture.queue.reset();
    }
    const auto ended = journal->load(record.id);
    QVERIFY(ended->error->what.contains(QLatin1String("3 times")));
    QVERIFY(ended->cleanup == CleanupStatus::confirmed());
}

void TestTaskQueue::followsAnother()
{
    Fixture fixture;
    Fixture watcher([&](TaskQueueOptions &options) {
        options.journal = fixture.folder.path();
        options.pick = TaskPick::None;
    });
    const auto id = fixture.queue->add(
        namedTask(QStringLiteral("web"), {{QStringLiteral("pieces"), 300}, {QStringLiteral("pieceMs"), 10}}));
    QTRY_COMPARE(watcher.witness->added, QList<TaskId>{id});
    QTRY_COMPARE(watcher.state(id), Transferring);
    QCOMPARE(watcher.queue->task(id)->ownerPid, ::getpid());
    QTRY_VERIFY(watcher.witness->progressed.value(id) > 0);
    QVERIFY(watcher.queue->task(id)->progress.done > 0);
    QVERIFY(!watcher.queue->isExecutedHere(id));
    watcher.queue->pause({id});
    QTRY_COMPARE(fixture.state(id), Paused);
    QTRY_COMPARE(watcher.state(id), Paused);
    watcher.queue->resume({id});
    QTRY_COMPARE(fixture.state(id), Transferring);
    QTRY_COMPARE_WITH_TIMEOUT(watcher.witness->ends(id), QStringList{QStringLiteral("completed")}, 10'000);
    QCOMPARE(watcher.queue->task(id)->progress.done, 300'000);
    // One that begins later finds it, and tells no end that was before its time.
    Fixture later([&](TaskQueueOptions &options) { options.journal = fixture.folder.path(); });
    QTRY_COMPARE(later.witness->added, QList<TaskId>{id});
    QTRY_COMPARE(later.witness->idle, 1);
    QCOMPARE(later.witness->ended, 0);
    QTRY_VERIFY(!fixture.queue->isExecutedHere(id));
    later.queue->remove({id});
    QTRY_COMPARE(watcher.witness->removed, QList<TaskId>{id});
    QTRY_COMPARE(fixture.witness->removed, QList<TaskId>{id});
}

void TestTaskQueue::ownTasksAreLeftToTheirOwner()
{
    Fixture desktop;
    Fixture command([&](TaskQueueOptions &options) {
        options.journal = desktop.folder.path();
        options.pick = TaskPick::Own;
    });
    const auto busy = command.queue->add(endlessTask(QStringLiteral("busy")));
    const auto own = command.queue->add(namedTask(QStringLiteral("own")));
    const auto others = desktop.queue->add(namedTask(QStringLiteral("theirs")));
    QTRY_COMPARE(desktop.state(others), Completed);
    QTRY_COMPARE(command.state(busy), Transferring);
    QTest::qWait(400);
    QCOMPARE(desktop.state(own), Queued); // although there it could run
    QCOMPARE(desktop.executor.calls(), QStringList{QStringLiteral("run theirs")});
    // Asked for by the other, done by its owner.
    desktop.queue->pause({own});
    QTRY_COMPARE(command.state(own), Paused);
    desktop.queue->resume({own});
    QTRY_COMPARE(command.state(own), Queued);
    desktop.queue->cancel({busy});
    QTRY_COMPARE(command.state(own), Completed);
    QCOMPARE(command.executor.calls(), (QStringList{QStringLiteral("run busy"), QStringLiteral("run own")}));
    // What the owner leaves behind when it goes is anybody's.
    const auto left = command.queue->add(endlessTask(QStringLiteral("left")));
    QTRY_COMPARE(command.state(left), Transferring);
    command.queue.reset();
    QTRY_VERIFY(desktop.queue->isExecutedHere(left));
    QTRY_COMPARE(desktop.state(left), Transferring);
}

void TestTaskQueue::fullDiskIsTold()
{
    SmallVolume volume(512LL * 1024);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    Fixture fixture(
        [&](TaskQueueOptions &options) { options.journal = volume.filePath(QStringLiteral("state/journal.sqlite")); });
    const auto running = fixture.queue->add(endlessTask(QStringLiteral("running")));
    QTRY_COMPARE(fixture.state(running), Transferring);
    for (int i = 0; i < 200 && fixture.witness->refused.isEmpty(); ++i) {
        fixture.queue->add(namedTask(QString(3000, u'n')));
        QTest::qWait(1);
    }
    QTRY_VERIFY(!fixture.witness->refused.isEmpty());
    const auto code = fixture.witness->refused.front().second;
    QVERIFY(code == ErrorCode::NoSpace || code == ErrorCode::Io);
    // Its end waits for room, and comes when there is some.
    fixture.queue->setConcurrency(0);
    fixture.queue->cancel({running});
    QTest::qWait(300);
    QVERIFY(volume.resize(8 << 20));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.state(running), Cancelled, 10'000);
}

QTEST_GUILESS_MAIN(TestTaskQueue)
#include "tst_task_queue.moc"
