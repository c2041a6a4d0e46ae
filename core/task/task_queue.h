#pragma once

#include "base/flow_control.h"
#include "base/result.h"
#include "task/journal.h"
#include "task/task_executor.h"
#include "task/task_record.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace sealift {

class AuditLog;

/// Which tasks a queue executes. It shows all in any case.
enum class TaskPick {
    All,  ///< whatever is queued, by whomever
    Own,  ///< those that were added or retried through it; others leave them alone from the first moment
    None, ///< none: it watches, and tells others what is wanted
};

struct TaskQueueOptions {
    QString journal;           ///< path of the journal's file
    AuditLog *audit = nullptr; ///< may be null; must outlive the queue
    TaskPick pick = TaskPick::All;
    /// Cleans up after processes that died over a task (not with TaskPick::None). With TaskPick::All such a task is
    /// then executed anew.
    bool recover = true;
    int concurrency = 2;
    qint64 bytesPerSecond = 0; ///< for all tasks of this queue together; 0: no limit

    // What follows is for tests.
    ProcessIdentity owner = ProcessIdentity::current();
    LeaseTimes lease;
    std::chrono::milliseconds poll{100};
    std::chrono::milliseconds staleInterval{2000};
};

/// The tasks of one user, as one process sees and executes them. Other processes with the same journal see the same: a
/// task is executed by one of them at a time, and each can pause and cancel the others'.
///
/// Lives on one thread with an event loop; all functions are for that thread, and none waits for the disk, the network
/// or a lock that is held for long. Hence what they ask for has not happened when they return: signals tell when it
/// has, and refused() if it could not. What a signal tells is in the journal and the audit log already.
///
/// Three things are separate: the record (TaskRecord, in the journal), the worker (a thread that executes one attempt
/// through a TaskExecutor), and the queue, which decides what runs when.
class TaskQueue : public QObject
{
    Q_OBJECT

public:
    /// Opens the journal. @param executor must outlive the queue; may be null with TaskPick::None.
    /// Errors: those of Journal::open().
    static Result<std::unique_ptr<TaskQueue>> open(const TaskQueueOptions &options, TaskExecutor *executor);

    /// Stops what runs here, as shutdown() does, and waits for it.
    ~TaskQueue() override;

    /// All tasks, in the order of their priority and position.
    QList<TaskId> tasks() const;
    /// The task as it was last told; null if there is none. Valid until control returns to the event loop.
    const TaskRecord *task(const TaskId &id) const;
    qsizetype count() const;
    /// The task is executed by this queue at this moment (be it paused).
    bool isExecutedHere(const TaskId &id) const;

    /// Adds tasks at the end of the queue, all or none; taskAdded() follows, or refused().
    QList<TaskId> add(const QList<TaskRecord> &records);
    TaskId add(const TaskRecord &record) { return add(QList<TaskRecord>{record}).front(); }

    /// A task that is under way ends its present piece of work and is then shown as paused; it keeps its place, but not
    /// its slot. In a preflight that comes when the preflight is over; later than the transfer it is not done any more.
    void pause(const QList<TaskId> &ids);
    void pauseAll();
    /// One that is paused while it is under way goes on as soon as there is a slot, before any other begins.
    void resume(const QList<TaskId> &ids);
    void resumeAll();
    /// Not to be taken back. A task that is cleaning up already ends as it would have.
    void cancel(const QList<TaskId> &ids);
    /// Queues ended tasks again, as new attempts. Where the cleanup was not confirmed that is done first.
    void retry(const QList<TaskId> &ids);
    /// Only tries the cleanup of failed tasks again; if it is confirmed they end as they would have.
    void retryCleanup(const QList<TaskId> &ids);
    /// Removes ended tasks, all or none.
    void remove(const QList<TaskId> &ids, Removal removal = Removal::Ended);

    void move(const TaskId &id, QueueMove where);
    void moveBefore(const TaskId &id, const TaskId &other);
    void setPriority(const QList<TaskId> &ids, int priority);

    /// Takes effect at once, also for what runs: a lower number stops nothing, but begins nothing either.
    void setConcurrency(int tasks);
    /// Asks the executor anew which tasks it accepts: it has come to know a password, say.
    void reconsider();
    void setBytesPerSecond(qint64 bytesPerSecond);
    /// Stops those that are executed here, as a shutdown would: their keys are erased, what is on the way is cleaned
    /// up, and they are queued again, or paused if that is wished for. They begin anew as soon as the executor accepts
    /// them. Others are left alone.
    void setAside(const QList<TaskId> &ids);
    /// For one task, beside the limit of all; as long as this queue lives.
    void setTaskBytesPerSecond(const TaskId &id, qint64 bytesPerSecond);

    /// Begins nothing more; what runs here cleans up and is queued again. closed() follows.
    void shutdown();

Q_SIGNALS:
    /// All tasks that were there at the beginning have been told by taskAdded().
    void loaded();
    void taskAdded(const sealift::TaskId &id);
    void taskRemoved(const sealift::TaskId &id);
    /// State, order, wish, error, cleanup, scratch or owner; several changes within a few dozen milliseconds are one.
    void taskChanged(const sealift::TaskId &id);
    /// The counters of these tasks have moved; at most ten times a second.
    void tasksProgressed(const QList<sealift::TaskId> &ids);
    /// Once for each attempt that ends, wherever it was executed.
    void taskEnded(const sealift::TaskId &id, sealift::TaskEnd end);
    void taskLogged(const sealift::TaskId &id, const QStringList &lines);
    /// What was asked for could not be done.
    void refused(const sealift::TaskId &id, const sealift::Error &error);
    /// Something about the journal that the user should know, in words.
    void problem(const QString &words);
    /// Nothing runs here, and nothing is left that this queue would begin.
    void queueIdle();
    void closed();

private:
    class Private;
    explicit TaskQueue(std::unique_ptr<Private> priv);
    std::unique_ptr<Private> d;
};

} // namespace sealift
