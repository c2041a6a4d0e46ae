#pragma once

#include "task/event_mailbox.h"
#include "task/task_board.h"
#include "task/task_ledger.h"
#include "task/task_order.h"
#include "task/task_queue.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_set>
#include <variant>
#include <vector>

namespace sealift {

/// What a TaskQueue is made of: keeps the board in step with the journal, decides what runs when, and bundles what is
/// to be told. All functions are for the queue's thread.
class TaskScheduler
{
public:
    TaskScheduler(TaskQueue &queue, TaskQueueOptions options, TaskExecutor *executor);
    ~TaskScheduler();
    TaskScheduler(const TaskScheduler &) = delete;
    TaskScheduler &operator=(const TaskScheduler &) = delete;

    Status start();

    const TaskBoard &board() const { return m_board; }

    void add(const QList<TaskRecord> &records);
    void wishEach(const QList<TaskId> &ids, TaskWish wish);
    void wishAll(TaskWish wish);
    void retry(const QList<TaskId> &ids);
    void retryCleanup(const QList<TaskId> &ids);
    /// Has the journal's thread do something that one or more tasks may be refused.
    void ask(const QList<TaskId> &ids, std::function<Status(LedgerSeat &)> job);

    void setConcurrency(int tasks);
    void reconsider();
    void setAside(const QList<TaskId> &ids);
    void setBytesPerSecond(qint64 bytesPerSecond) { m_limit.setRate(bytesPerSecond); }
    void setTaskBytesPerSecond(const TaskId &id, qint64 bytesPerSecond);
    void shutdown();

private:
    template <typename T>
    void request(std::function<Result<T>(LedgerSeat &)> job, std::function<void(Result<T>)> then);

    LedgerObserver observer();
    void tell(std::function<void()> work) { m_mailbox.post(std::move(work)); }
    void taskListed(const QList<TaskRecord> &records, bool isFirst, bool isLast);
    void ready();
    void tasksChanged(const QList<TaskRecord> &records);
    void taskRemoved(const TaskId &id);
    void leasesLost(const QList<TaskLease> &leases);
    void tasksStale(const QList<TaskId> &ids);

    void wishSome(const QList<TaskId> &ids, TaskWish wish);
    void askForCleanup(TaskEntry &entry, TaskState ending);
    bool mayTake(const TaskEntry &entry) const;
    bool isRunnable(const TaskEntry &entry) const;
    bool isCleanable(const TaskEntry &entry) const;
    void sort(const TaskEntry &entry);
    void reconcile(TaskEntry &entry);
    /// What TaskControl leaves to whoever holds the lease of a task that waits.
    void fulfilOwnWish(TaskEntry &entry);
    void step(TaskEntry &entry, TaskState to);
    void schedule();
    void resumePaused(int &slots);
    void begin(const TaskId &id, bool onlyCleanUp);
    void begun(const TaskId &id, Result<std::optional<Beginning>> result);
    void workerFinished(const TaskId &id, const std::optional<Error> &error);

    void markChanged(const TaskId &id);
    void flushChanges();
    void tick();
    void sample(const TaskId &id, TaskEntry &entry);
    void noteProgress();
    void settle();
    /// On the journal's thread, when the queue's has nothing left to do.
    void returnUnbegun(LedgerSeat &seat) const;

    TaskQueue &m_queue;
    const TaskQueueOptions m_options;
    TaskExecutor *const m_executor;
    RateLimiter m_limit;
    int m_concurrency;
    TaskBoard m_board;
    TaskOrder m_runnable;
    TaskOrder m_cleanable;
    std::unordered_set<TaskId> m_own;
    std::unordered_set<TaskId> m_working; ///< with a worker
    int m_beginningRuns = 0;
    int m_beginningCleanups = 0;
    int m_slices = 0; ///< of wishAll() that are still to come
    int m_asked = 0;  ///< requests whose answer is not there yet
    bool m_isLoaded = false;
    bool m_isClosing = false;
    std::atomic<bool> m_isOver = false; ///< read by the journal's thread
    bool m_isClosed = false;
    bool m_isIdle = false;
    std::unordered_set<TaskId> m_listed;
    std::unordered_set<TaskId> m_progressed;
    std::unordered_set<TaskId> m_changedOnes;
    std::deque<TaskId> m_changed; ///< the same, in order
    QTimer m_tick;
    QTimer m_flush;
    int m_ticks = 0;
    EventMailbox m_mailbox;
    std::unique_ptr<TaskLedger> m_ledger; ///< after the mailbox, which its thread posts to
};

} // namespace sealift
