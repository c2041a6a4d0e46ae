#include "core/task/queue_witness.h"
#include "core/task/scripted_executor.h"
#include "core/task/task_fixtures.h"
#include "task/audit_log.h"
#include "task/audit_verify.h"
#include "task/task_queue.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <cstring>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

using enum TaskState;

/// What the child process does: executes whatever is queued in this state folder, until it is killed.
int execute(int &argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto folder = QString::fromLocal8Bit(argv[2]);
    ScriptedExecutor executor;
    auto audit = AuditLog::open(folder + QStringLiteral("/audit"));
    TaskQueueOptions options;
    options.journal = folder + QStringLiteral("/journal.sqlite");
    options.audit = audit ? audit->get() : nullptr;
    options.concurrency = 2;
    auto queue = TaskQueue::open(options, &executor);
    return audit && queue ? QCoreApplication::exec() : 1;
}

/// A process of its own that executes tasks.
class OtherQueue
{
public:
    explicit OtherQueue(const QString &folder)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--execute"), folder});
        static_cast<void>(m_process.waitForStarted());
    }
    ~OtherQueue() { kill(); }
    OtherQueue(const OtherQueue &) = delete;
    OtherQueue &operator=(const OtherQueue &) = delete;

    qint64 pid() const { return m_process.processId(); }

    void kill()
    {
        m_process.kill(); // SIGKILL
        static_cast<void>(m_process.waitForFinished());
    }

private:
    QProcess m_process;
};

TaskRecord task(const QString &name, int pieces, int pieceMs)
{
    return TaskRecord::create(
        TaskKind::Import,
        {{QStringLiteral("name"), name}, {QStringLiteral("pieces"), pieces}, {QStringLiteral("pieceMs"), pieceMs}},
        QStringLiteral("/srv/%1.vmdk").arg(name), QStringLiteral("library /srv/library"));
}

} // namespace

/// Queues in several processes, and the death of one of them.
class TestTaskProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherProcessIsWatchedAndSteered();
    void killedProcessIsReplaced();
    void killedAtAnyMomentNothingIsLost();

private:
    struct Here {
        QString folder;
        std::unique_ptr<AuditLog> audit;
        ScriptedExecutor executor;
        std::unique_ptr<TaskQueue> queue;
        std::unique_ptr<QueueWitness> witness;

        void open(const QString &stateFolder, TaskPick pick)
        {
            // A queue works on until it is gone, and needs its log for that long.
            witness.reset();
            queue.reset();
            folder = stateFolder;
            auto opened = AuditLog::open(folder + QStringLiteral("/audit"));
            TaskQueueOptions options;
            options.journal = folder + QStringLiteral("/journal.sqlite");
            options.staleInterval = 200ms;
            options.concurrency = 2;
            options.pick = pick;
            if (!opened)
                qFatal("%s", qPrintable(opened.error().what()));
            audit = std::move(*opened);
            options.audit = audit.get();
            auto made = TaskQueue::open(options, &executor);
            if (!made)
                qFatal("%s", qPrintable(made.error().what()));
            queue = std::move(*made);
            witness = std::make_unique<QueueWitness>(*queue);
        }

        TaskState state(const TaskId &id) const
        {
            const auto *record = queue->task(id);
            return record == nullptr ? TaskState(-1) : record->state;
        }
    };
};

void TestTaskProcesses::anotherProcessIsWatchedAndSteered()
{
    const ScratchFolder folder;
    Here here;
    here.open(folder.filePath(QStringLiteral("state")), TaskPick::None);
    const OtherQueue other(here.folder);
    const auto id = here.queue->add(task(QStringLiteral("web"), -1, 10));
    QTRY_COMPARE(here.state(id), Transferring);
    QCOMPARE(here.queue->task(id)->ownerPid, other.pid());
    QTRY_VERIFY(here.queue->task(id)->progress.done > 0);
    QElapsedTimer timer;
    timer.start();
    here.queue->pause({id});
    QTRY_COMPARE(here.state(id), Paused);
    const auto paused = timer.elapsed();
    const auto done = here.queue->task(id)->progress.done;
    QTest::qWait(300);
    here.queue->resume({id});
    QTRY_COMPARE(here.state(id), Transferring);
    QTRY_VERIFY(here.queue->task(id)->progress.done > done);
    timer.restart();
    here.queue->cancel({id});
    QTRY_COMPARE(here.state(id), Cancelled);
    qInfo("over two processes: paused after %lld ms, cancelled after %lld ms", paused, timer.elapsed());
    QVERIFY(paused < 1000 && timer.elapsed() < 2000);
    QCOMPARE(here.witness->ends(id), QStringList{QStringLiteral("cancelled")});
    QVERIFY(here.executor.calls().isEmpty());
    QVERIFY(verifyAudit(here.audit->folder(), {})->ok());
}

void TestTaskProcesses::killedProcessIsReplaced()
{
    const ScratchFolder folder;
    Here here;
    here.open(folder.filePath(QStringLiteral("state")), TaskPick::None);
    OtherQueue other(here.folder);
    const auto id = here.queue->add(task(QStringLiteral("web"), 100, 10));
    QTRY_COMPARE(here.state(id), Transferring);
    here.open(here.folder, TaskPick::All);
    QTest::qWait(300);
    QVERIFY(here.executor.calls().isEmpty());
    QElapsedTimer timer;
    timer.start();
    other.kill();
    QTRY_COMPARE(here.executor.calls().size(), 2);
    qInfo("taken over %lld ms after the process was killed", timer.elapsed());
    QCOMPARE(here.executor.calls(), (QStringList{QStringLiteral("clean up web"), QStringLiteral("run web")}));
    QTRY_COMPARE_WITH_TIMEOUT(here.state(id), Completed, 10'000);
    QVERIFY(here.queue->task(id)->afterCrash);
    QCOMPARE(here.queue->task(id)->attempt, 2);
    QCOMPARE(here.witness->ends(id), QStringList{QStringLiteral("completed")});
    QVERIFY(verifyAudit(here.audit->folder(), {})->ok());
}

void TestTaskProcesses::killedAtAnyMomentNothingIsLost()
{
    constexpr int kRounds = 12;
    const ScratchFolder folder;
    Here here;
    here.open(folder.filePath(QStringLiteral("state")), TaskPick::None);
    QList<TaskId> ids;
    QRandomGenerator random(42);
    for (int round = 0; round < kRounds; ++round) {
        OtherQueue other(here.folder);
        for (int i = 0; i < 3; ++i)
            ids += here.queue->add(task(QString::number(ids.size()), 3, 3));
        if (round % 3 == 0)
            here.queue->cancel({ids.back()});
        QTest::qWait(static_cast<int>(random.bounded(40, 250)));
        other.kill();
        const auto report = verifyAudit(here.audit->folder(), {});
        QVERIFY(report && report->ok());
    }
    here.open(here.folder, TaskPick::All);
    const auto isOver = [&] {
        return std::all_of(ids.begin(), ids.end(), [&](const TaskId &id) { return isEnd(here.state(id)); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), 20'000);
    QTRY_VERIFY(here.witness->idle > 0);
    QVERIFY(here.witness->problems.isEmpty());
    const auto opening = Journal::open(here.folder + QStringLiteral("/journal.sqlite"));
    QVERIFY(opening && opening->warnings.isEmpty());
    for (const auto &id : ids) {
        const auto *record = here.queue->task(id);
        QVERIFY(record->end() == TaskEnd::Completed || record->end() == TaskEnd::Cancelled ||
                (record->end() == TaskEnd::Failed && record->error->what.contains(u"died")));
        QVERIFY(record->cleanup == CleanupStatus::confirmed());
        // Each step follows from the one before.
        auto state = Queued;
        const auto history = opening->journal->transitions(id);
        QVERIFY(history);
        for (const auto &step : *history) {
            QCOMPARE(step.from, state);
            QVERIFY(mayFollow(step.from, step.to));
            state = step.to;
        }
        QCOMPARE(state, record->state);
    }
    QVERIFY(verifyAudit(here.audit->folder(), {})->ok());
}

int main(int argc, char *argv[])
{
    if (argc == 3 && std::strcmp(argv[1], "--execute") == 0)
        return execute(argc, argv);
    const QCoreApplication app(argc, argv);
    TestTaskProcesses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_task_processes.moc"
