#include "core/task/queue_witness.h"
#include "core/task/scripted_executor.h"
#include "core/task/task_fixtures.h"
#include "task/audit_log.h"
#include "task/task_queue.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <malloc.h>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsMeasured = false; // slowed down and blown up by other things than ours
#else
constexpr bool kIsMeasured = true;
#endif

constexpr int kTasks = kIsMeasured ? 10'000 : 1'000;

/// How long the event loop was busy with one event, or a caller with one call, at the longest.
class Stopwatch
{
public:
    template <typename Call>
    void time(const char *what, Call &&call)
    {
        QElapsedTimer timer;
        timer.start();
        call();
        const auto ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (ms > m_worst) {
            m_worst = ms;
            m_what = what;
        }
    }

    double take(const char **what)
    {
        *what = std::exchange(m_what, "");
        return std::exchange(m_worst, 0);
    }

private:
    double m_worst = 0;
    const char *m_what = "";
};

/// Times every event that the queue's thread handles.
class TimedApplication : public QCoreApplication
{
public:
    using QCoreApplication::QCoreApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        bool done = false;
        // Test functions are events themselves, with loops of their own inside.
        if (event->type() == QEvent::MetaCall)
            return QCoreApplication::notify(receiver, event);
        watch.time(receiver->metaObject()->className(), [&] { done = QCoreApplication::notify(receiver, event); });
        return done;
    }

    Stopwatch watch;
};

TimedApplication &application()
{
    return *static_cast<TimedApplication *>(QCoreApplication::instance());
}

double heapMiB()
{
    ::malloc_trim(0);
    const auto info = ::mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / (1 << 20);
}

/// What really is in memory, the database's own caches included.
double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    static_cast<void>(file.open(QIODevice::ReadOnly));
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1 << 20);
}

TaskRecord task(int number)
{
    const QJsonObject settings{
        {QStringLiteral("name"), QStringLiteral("machine-%1").arg(number)},
        {QStringLiteral("source"), QStringLiteral("/srv/images/cluster/rack/machine-%1.vmdk").arg(number)},
        {QStringLiteral("library"), QStringLiteral("/srv/backup/library")},
        {QStringLiteral("password-file"), QStringLiteral("/etc/sealift/password")},
        {QStringLiteral("pack-size"), 16777216}};
    return TaskRecord::create(TaskKind::Import, settings,
                              QStringLiteral("/srv/images/cluster/rack/machine-%1.vmdk").arg(number),
                              QStringLiteral("library /srv/backup/library"));
}

} // namespace

class TestTaskQueueScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThousandTasks();

private:
    void report(const char *step, double bound);
};

void TestTaskQueueScale::report(const char *step, double bound)
{
    const char *what = "";
    const auto worst = application().watch.take(&what);
    qInfo("%-28s the queue's thread was busy for %5.1f ms at the longest (%s)", step, worst, what);
    if (kIsMeasured)
        QVERIFY2(worst < bound, step);
}

void TestTaskQueueScale::tenThousandTasks()
{
    constexpr double kFrame = 16;
    constexpr double kMemory = 50;
    const JournalFolder folder;
    auto audit = AuditLog::open(folder.folder.filePath(QStringLiteral("audit")));
    QVERIFY(audit);
    ScriptedExecutor executor;
    TaskQueueOptions options;
    options.journal = folder.path();
    options.audit = audit->get();
    options.concurrency = 0;
    auto opened = TaskQueue::open(options, &executor);
    QVERIFY(opened);
    auto queue = std::move(*opened);
    // Counts, as a list on the screen does; keeping them all would be measured, too.
    int added = 0;
    int changed = 0;
    int idle = 0;
    connect(queue.get(), &TaskQueue::taskAdded, this, [&added] { ++added; });
    connect(queue.get(), &TaskQueue::taskChanged, this, [&changed] { ++changed; });
    connect(queue.get(), &TaskQueue::queueIdle, this, [&idle] { ++idle; });
    QTRY_COMPARE(idle, 1);
    auto &watch = application().watch;

    const auto heap = heapMiB();
    const auto resident = residentMiB();
    QElapsedTimer timer;
    {
        QList<TaskRecord> records;
        for (int i = 0; i < kTasks; ++i)
            records += task(i);
        const char *ignored = "";
        watch.take(&ignored);
        timer.start();
        watch.time("add()", [&] { queue->add(records); });
    }
    QTRY_COMPARE_WITH_TIMEOUT(added, kTasks, 60'000);
    qInfo("added in %lld ms", timer.elapsed());
    report("adding 10,000 tasks:", kFrame);
    QTest::qWait(200);
    const auto heapMore = heapMiB() - heap;
    const auto residentMore = residentMiB() - resident;
    qInfo("10,000 queued tasks take %.1f MiB of heap, %.1f MiB of resident memory", heapMore, residentMore);
    if (kIsMeasured) {
        QVERIFY(heapMore < kMemory);
        QVERIFY(residentMore < kMemory);
    }

    QList<TaskId> ids;
    watch.time("tasks()", [&] { ids = queue->tasks(); });
    QCOMPARE(ids.size(), kTasks);
    report("listing them:", kFrame);
    watch.time("move()", [&] { queue->move(ids[kTasks * 9 / 10], QueueMove::Top); });
    watch.time("setPriority()", [&] { queue->setPriority({ids[kTasks * 9 / 10 + 1]}, 7); });
    QTRY_COMPARE(queue->task(ids[kTasks * 9 / 10 + 1])->priority, 7);
    report("reordering:", kFrame);

    timer.restart();
    watch.time("pauseAll()", [&] { queue->pauseAll(); });
    const auto areAll = [&](TaskState state) {
        return std::all_of(ids.begin(), ids.end(), [&](const TaskId &id) { return queue->task(id)->state == state; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(areAll(TaskState::Paused), 60'000);
    qInfo("all paused in %lld ms", timer.elapsed());
    report("pausing them all:", kFrame);
    timer.restart();
    watch.time("resumeAll()", [&] { queue->resumeAll(); });
    QTRY_VERIFY_WITH_TIMEOUT(areAll(TaskState::Queued), 60'000);
    qInfo("all resumed in %lld ms", timer.elapsed());
    report("resuming them all:", kFrame);
    QTRY_VERIFY(changed >= kTasks);

    // Some of them run while the others wait.
    queue->setConcurrency(2);
    QTRY_VERIFY_WITH_TIMEOUT(executor.calls().size() >= 10, 20'000);
    queue->setConcurrency(0);
    report("running some:", kFrame);
    watch.time("remove()", [&] { queue->remove(ids.mid(kTasks / 2), Removal::Forced); });
    QTRY_COMPARE_WITH_TIMEOUT(queue->count(), kTasks / 2, 60'000);
    report("removing half of them:", kFrame);

    queue.reset();
    int loaded = 0;
    timer.restart();
    auto again = TaskQueue::open(options, &executor);
    QVERIFY(again);
    qInfo("opened again in %lld ms", timer.elapsed());
    connect(again->get(), &TaskQueue::loaded, this, [&loaded] { ++loaded; });
    QTRY_COMPARE_WITH_TIMEOUT(loaded, 1, 20'000);
    QCOMPARE((*again)->count(), kTasks / 2);
    qInfo("all were there after %lld ms", timer.elapsed());
    report("reading the other half:", kFrame);
}

int main(int argc, char *argv[])
{
    TimedApplication app(argc, argv);
    TestTaskQueueScale test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_task_queue_scale.moc"
