#include "core/task/task_fixtures.h"
#include "support/killed_child.h"
#include "task/journal_database.h"
#include "task/task_control.h"
#include "task/task_lease.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

/// A process that lives until it is told to end.
class OtherProcess
{
public:
    OtherProcess()
    {
        m_pid = ::fork();
        if (m_pid == 0) {
            for (;;)
                ::pause();
        }
    }
    ~OtherProcess() { end(); }
    OtherProcess(const OtherProcess &) = delete;
    OtherProcess &operator=(const OtherProcess &) = delete;

    ProcessIdentity identity() const
    {
        auto identity = ProcessIdentity::current();
        identity.pid = m_pid;
        QFile stat(QStringLiteral("/proc/%1/stat").arg(m_pid));
        static_cast<void>(stat.open(QIODevice::ReadOnly));
        const auto text = stat.readAll();
        identity.started = text.mid(text.lastIndexOf(')') + 2).split(' ').value(19).toLongLong();
        return identity;
    }

    void signal(int number) const { ::kill(m_pid, number); }

    void kill(bool reap = true)
    {
        ::kill(m_pid, SIGKILL);
        if (reap)
            end();
        else
            ::usleep(50'000);
    }

private:
    void end()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        m_pid = -1;
    }

    pid_t m_pid = -1;
};

} // namespace

class TestTaskLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsProcesses();
    void oneHolderOnly();
    void renewingFindsLostLeases();
    void deadHoldersLoseIt_data();
    void deadHoldersLoseIt();
    void stoppedHolderKeepsIt();
    void silentHolderLosesIt_data();
    void silentHolderLosesIt();
    void ofManyProcessesExactlyOneWins();
    void ofManyThreadsExactlyOneWins();
    void killedHolderIsTakenOverOnce();
    void wishesOfOthers();
    void wishIsSeenSoon();
};

void TestTaskLease::knowsProcesses()
{
    auto me = ProcessIdentity::current();
    QVERIFY(me.pid == ::getpid() && me.started > 0 && !me.boot.isEmpty() && !me.container.isEmpty());
    QCOMPARE(lifeOf(me), ProcessLife::Alive);
    OtherProcess other;
    const auto identity = other.identity();
    QCOMPARE(lifeOf(identity), ProcessLife::Alive);
    other.signal(SIGSTOP);
    QTRY_COMPARE(lifeOf(identity), ProcessLife::Stopped);
    other.signal(SIGCONT);
    QTRY_COMPARE(lifeOf(identity), ProcessLife::Alive);
    other.kill(false);
    QCOMPARE(lifeOf(identity), ProcessLife::Dead); // a zombie
    other.kill();
    QCOMPARE(lifeOf(identity), ProcessLife::Dead);
    ++me.started; // the number was used again
    QCOMPARE(lifeOf(me), ProcessLife::Dead);
    me = ProcessIdentity::current();
    me.container += u'x';
    QCOMPARE(lifeOf(me), ProcessLife::Unknown);
    me.boot += u'x';
    QCOMPARE(lifeOf(me), ProcessLife::Dead);
    me.host += u'x';
    QCOMPARE(lifeOf(me), ProcessLife::Unknown);
}

void TestTaskLease::oneHolderOnly()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto task = importTask();
    QVERIFY(journal->add({task}));
    OtherProcess process;
    TaskLeases theirs(*journal, process.identity());
    TaskLeases mine(*journal, ProcessIdentity::current());
    const auto lease = theirs.acquire(task.id);
    QVERIFY(lease);
    for (auto *leases : {&mine, &theirs}) {
        const auto second = leases->acquire(task.id);
        QVERIFY(!second);
        QCOMPARE(second.error().code(), ErrorCode::Locked);
        QVERIFY(second.error().what().contains(QString::number(process.identity().pid)));
    }
    QCOMPARE(journal->load(task.id)->ownerPid, process.identity().pid);
    QVERIFY(mine.stale()->isEmpty());
    QVERIFY(theirs.release(lease->lease));
    QVERIFY(theirs.release(lease->lease));
    const auto next = mine.acquire(task.id);
    QVERIFY(next && !next->wasStale);
    QCOMPARE(mine.acquire(TaskId::create()).error().code(), ErrorCode::NotFound);
}

void TestTaskLease::renewingFindsLostLeases()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const QList<TaskRecord> tasks{importTask(), importTask(), importTask()};
    const auto me = ProcessIdentity::current();
    const auto held = journal->add(tasks, &me);
    TaskLeases leases(*journal, me);
    QVERIFY(leases.renew(*held)->isEmpty());
    QVERIFY(leases.release((*held)[0]));
    QVERIFY(leases.acquire(tasks[0].id)); // the same process, but another lease
    QVERIFY(leases.release((*held)[1]));
    QVERIFY(journal->remove({tasks[1].id}, Removal::Forced));
    QCOMPARE(*leases.renew(*held), (QList<TaskLease>{(*held)[0], (*held)[1]}));
    QVERIFY(leases.renew({})->isEmpty());
}

void TestTaskLease::deadHoldersLoseIt_data()
{
    QTest::addColumn<QString>("how");
    for (const auto *how : {"killed", "zombie", "its number used again", "before the last boot"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestTaskLease::deadHoldersLoseIt()
{
    QFETCH(const QString, how);
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto task = importTask();
    QVERIFY(journal->add({task}));
    OtherProcess process;
    auto holder = process.identity();
    if (how == QLatin1String("its number used again"))
        --holder.started;
    if (how == QLatin1String("before the last boot"))
        holder.boot = QStringLiteral("00000000-0000-0000-0000-000000000000");
    TaskLeases theirs(*journal, holder);
    const auto lease = theirs.acquire(task.id);
    QVERIFY(lease);
    if (how == QLatin1String("killed"))
        process.kill();
    if (how == QLatin1String("zombie"))
        process.kill(false);
    TaskLeases mine(*journal, ProcessIdentity::current());
    QCOMPARE(mine.stale()->size(), 1);
    const auto taken = mine.acquire(task.id);
    QVERIFY(taken && taken->wasStale);
    QVERIFY(mine.stale()->isEmpty());
    QCOMPARE(theirs.renew({lease->lease})->size(), 1);
    QCOMPARE(journal->transition({task.id, TaskState::Queued, TaskState::Preflight}, &lease->lease).error().code(),
             ErrorCode::Locked);
}

void TestTaskLease::stoppedHolderKeepsIt()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto task = importTask();
    QVERIFY(journal->add({task}));
    OtherProcess process;
    TaskLeases theirs(*journal, process.identity());
    QVERIFY(theirs.acquire(task.id));
    process.signal(SIGSTOP);
    QTRY_COMPARE(lifeOf(process.identity()), ProcessLife::Stopped);
    TaskLeases mine(*journal, ProcessIdentity::current(), {20ms, 50ms});
    QTest::qWait(100);
    QVERIFY(mine.stale()->isEmpty());
    process.signal(SIGCONT);
    QTRY_COMPARE(mine.stale()->size(), 1); // it runs, and gives no sign of life
}

void TestTaskLease::silentHolderLosesIt_data()
{
    QTest::addColumn<QString>("where");
    for (const auto *where : {"here", "in another container", "on another host"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

void TestTaskLease::silentHolderLosesIt()
{
    QFETCH(const QString, where);
    const JournalFolder folder;
    const auto journal = folder.open();
    const auto task = importTask();
    QVERIFY(journal->add({task}));
    auto holder = ProcessIdentity::current();
    if (where == QLatin1String("in another container"))
        holder.container = QStringLiteral("pid:[1]");
    if (where == QLatin1String("on another host")) {
        holder.host = QStringLiteral("elsewhere.example");
        holder.boot = QStringLiteral("00000000-0000-0000-0000-000000000000");
    }
    const LeaseTimes times{50ms, 400ms};
    TaskLeases theirs(*journal, holder, times);
    TaskLeases mine(*journal, ProcessIdentity::current(), times);
    const auto lease = theirs.acquire(task.id);
    QVERIFY(lease);
    // As long as it is heard of, it is its own.
    for (int i = 0; i < 8; ++i) {
        QTest::qWait(80);
        QVERIFY(theirs.renew({lease->lease})->isEmpty());
        QVERIFY(!mine.acquire(task.id));
    }
    QTest::qWait(500);
    const auto taken = mine.acquire(task.id);
    QVERIFY(taken && taken->wasStale);
    QCOMPARE(theirs.renew({lease->lease})->size(), 1);
    // A lease from the future is none either.
    QVERIFY(theirs.release(taken->lease));
    const auto future = theirs.acquire(task.id);
    QVERIFY(future);
    if (where != QLatin1String("here")) {
        QVERIFY(journal->database().run("UPDATE leases SET beat = beat + 1000000"));
        QCOMPARE(mine.stale()->size(), 1);
    }
}

void TestTaskLease::ofManyProcessesExactlyOneWins()
{
    constexpr int kProcesses = 6;
    constexpr int kTasks = 20;
    const JournalFolder folder;
    QList<TaskRecord> tasks;
    for (int i = 0; i < kTasks; ++i)
        tasks += importTask();
    {
        const auto journal = folder.open();
        QVERIFY(journal->add(tasks));
    }
    // Two gates, each a pipe that opens for all when the parent closes it, and one pipe for what the children tell.
    int start[2];
    int end[2];
    int told[2];
    QVERIFY(::pipe(start) == 0 && ::pipe(end) == 0 && ::pipe(told) == 0);
    const auto waitAt = [](const int(&gate)[2]) {
        char byte = 0;
        static_cast<void>(!::read(gate[0], &byte, 1));
    };
    const auto tell = [&told] { static_cast<void>(!::write(told[1], "x", 1)); };
    const auto open = [](const int(&gate)[2]) {
        ::close(gate[0]);
        ::close(gate[1]);
    };
    QList<pid_t> children;
    for (int i = 0; i < kProcesses; ++i) {
        const auto pid = ::fork();
        if (pid == 0) {
            ::close(start[1]);
            ::close(end[1]);
            int won = 0;
            {
                const auto journal = folder.open();
                TaskLeases leases(*journal, ProcessIdentity::current());
                tell();
                waitAt(start);
                for (const auto &task : tasks)
                    won += leases.acquire(task.id) ? 1 : 0;
                tell();
                waitAt(end); // nobody may end before all have tried: the leases of the dead are free
            }
            ::_exit(won);
        }
        children += pid;
    }
    const auto allHaveTold = [&told] {
        for (int i = 0; i < kProcesses; ++i) {
            char byte = 0;
            if (::read(told[0], &byte, 1) != 1)
                return false;
        }
        return true;
    };
    QVERIFY(allHaveTold());
    open(start);
    QVERIFY(allHaveTold());
    open(end);
    open(told);
    int won = 0;
    for (const auto pid : children) {
        int status = 0;
        QCOMPARE(::waitpid(pid, &status, 0), pid);
        QVERIFY(WIFEXITED(status));
        won += WEXITSTATUS(status);
    }
    QCOMPARE(won, kTasks);
}

void TestTaskLease::ofManyThreadsExactlyOneWins()
{
    constexpr int kThreads = 6;
    constexpr int kTasks = 20;
    const JournalFolder folder;
    QList<TaskRecord> tasks;
    for (int i = 0; i < kTasks; ++i)
        tasks += importTask();
    const auto journal = folder.open();
    QVERIFY(journal->add(tasks));
    std::atomic<int> won = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(kThreads);
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&] {
                const auto own = folder.open();
                TaskLeases leases(*own, ProcessIdentity::current());
                for (const auto &task : tasks)
                    won += leases.acquire(task.id) ? 1 : 0;
            });
        }
    }
    QCOMPARE(won.load(), kTasks);
}

void TestTaskLease::killedHolderIsTakenOverOnce()
{
    const JournalFolder folder;
    const auto task = importTask();
    const auto journal = folder.open();
    QVERIFY(journal->add({task}));
    const auto work = [&](const std::function<void()> &ready) {
        const auto own = folder.open();
        TaskLeases leases(*own, ProcessIdentity::current());
        if (leases.acquire(task.id))
            ready();
        for (;;)
            ::pause();
    };
    QVERIFY(killedAtWork(work, 1ms));
    std::atomic<int> won = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(4);
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                const auto own = folder.open();
                TaskLeases leases(*own, ProcessIdentity::current());
                const auto lease = leases.acquire(task.id);
                won += lease && lease->wasStale ? 1 : 0;
            });
        }
    }
    QCOMPARE(won.load(), 1);
}

void TestTaskLease::wishesOfOthers()
{
    const JournalFolder folder;
    const auto journal = folder.open();
    TaskControl control(*journal);
    const auto me = ProcessIdentity::current();
    TaskLeases leases(*journal, me);
    const auto task = importTask();
    QVERIFY(journal->add({task}));
    const auto expect = [&](TaskState state, TaskWish wish) {
        const auto record = journal->load(task.id);
        return record && record->state == state && record->wish == wish;
    };
    // Nobody executes it: pausing needs no executor.
    QVERIFY(control.request({task.id}, TaskWish::Pause));
    QVERIFY(expect(TaskState::Paused, TaskWish::Pause));
    QVERIFY(control.request({task.id}, TaskWish::Pause));
    QVERIFY(control.request({task.id}, TaskWish::Run));
    QVERIFY(expect(TaskState::Queued, TaskWish::Run));
    QCOMPARE(journal->transitions(task.id)->size(), 2);
    // Somebody does: it is that one's step.
    const auto lease = leases.acquire(task.id);
    QVERIFY(control.request({task.id}, TaskWish::Pause));
    QVERIFY(expect(TaskState::Queued, TaskWish::Pause));
    QVERIFY(journal->transition({task.id, TaskState::Queued, TaskState::Preflight}, &lease->lease));
    QVERIFY(control.request({task.id}, TaskWish::Cancel));
    QVERIFY(expect(TaskState::Preflight, TaskWish::Cancel));
    // A cancellation is not taken back.
    QVERIFY(control.request({task.id}, TaskWish::Run));
    QVERIFY(expect(TaskState::Preflight, TaskWish::Cancel));
    TaskStep cleanup{task.id, TaskState::Preflight, TaskState::CleaningUp};
    cleanup.ending = TaskState::Failed;
    QVERIFY(journal->transition(cleanup, &lease->lease));
    TaskStep end{task.id, TaskState::CleaningUp, TaskState::Failed};
    end.cleanup = CleanupStatus::confirmed();
    QVERIFY(journal->transition(end, &lease->lease));
    QVERIFY(control.request({task.id}, TaskWish::Pause));
    QVERIFY(expect(TaskState::Failed, TaskWish::Cancel));
    QVERIFY(journal->transition({task.id, TaskState::Failed, TaskState::Queued}, &lease->lease));
    QVERIFY(expect(TaskState::Queued, TaskWish::Run));
    QCOMPARE(control.request({task.id, TaskId::create()}, TaskWish::Pause).error().code(), ErrorCode::NotFound);
    QVERIFY(expect(TaskState::Queued, TaskWish::Run));
    // Paused, and its process died: it is not queued as if nothing were left of it.
    QVERIFY(leases.release(lease->lease));
    auto dead = me;
    --dead.started;
    TaskLeases others(*journal, dead);
    const auto old = others.acquire(task.id);
    QVERIFY(journal->transition({task.id, TaskState::Queued, TaskState::Paused}, &old->lease));
    QVERIFY(control.request({task.id}, TaskWish::Run));
    QVERIFY(expect(TaskState::Paused, TaskWish::Run));
}

void TestTaskLease::wishIsSeenSoon()
{
    const JournalFolder folder;
    const auto task = importTask();
    const auto journal = folder.open();
    QVERIFY(journal->add({task}));
    static_cast<void>(journal->changedByOthers());
    const auto now = [] { return std::chrono::steady_clock::now().time_since_epoch().count(); };
    int written[2];
    QCOMPARE(::pipe(written), 0);
    const auto child = ::fork();
    if (child == 0) {
        {
            const auto own = folder.open();
            ::usleep(130'000);
            const auto begin = now();
            static_cast<void>(TaskControl(*own).request({task.id}, TaskWish::Cancel));
            static_cast<void>(!::write(written[1], &begin, sizeof(begin)));
        }
        ::_exit(0);
    }
    // As the queue does.
    const auto give = now() + std::chrono::nanoseconds(5s).count();
    do
        std::this_thread::sleep_for(100ms);
    while (!*journal->changedByOthers() && now() < give);
    const auto seen = now();
    QCOMPARE(journal->load(task.id)->wish, TaskWish::Cancel);
    auto begin = seen;
    QCOMPARE(::read(written[0], &begin, sizeof(begin)), static_cast<ssize_t>(sizeof(begin)));
    const auto latency = static_cast<double>(seen - begin) / 1e6;
    qInfo("a wish was seen after %.0f ms", latency);
    QVERIFY(latency > 0 && latency < 300);
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    ::close(written[0]);
    ::close(written[1]);
}

QTEST_GUILESS_MAIN(TestTaskLease)
#include "tst_task_lease.moc"
