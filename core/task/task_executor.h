#pragma once

#include "base/flow_control.h"
#include "base/result.h"
#include "task/audit_entry.h"
#include "task/task_record.h"
#include "task/transfer_counters.h"

#include <optional>
#include <stop_token>

namespace sealift {

/// Why a task was asked to stop.
enum class StopReason {
    None,
    Cancel,   ///< somebody wants it cancelled
    Shutdown, ///< the program ends, or the task is set aside: it is to be queued again
    Lost,     ///< another process has taken the task over: nothing more may be done for it
};

/// What the executor of a task works with. Its functions may be called from any thread, until run() or cleanUp()
/// returns.
class TaskContext
{
public:
    virtual ~TaskContext() = default;

    /// Every piece of the transfer passes through it: pause and bandwidth act there.
    virtual FlowControl &flow() = 0;
    /// What is shown as the task's progress is sampled from here.
    virtual TransferCounters &counters() = 0;
    /// Asked to stop for one of the reasons of stopReason().
    virtual std::stop_token stop() const = 0;
    virtual StopReason stopReason() const = 0;

    /// Moves the task on, to Transferring or Finalizing; returns once journal and audit log have it. Waits while the
    /// task is paused. Errors: Cancelled - it was asked to stop; those of the journal: the task must then stop.
    virtual Status enter(TaskState state) = 0;
    /// Moves the task to CleaningUp: from here on it cannot be cancelled. @param ending where the cleanup leads to if
    /// it is confirmed; a task that is being cancelled ends cancelled, whatever this says. @param error why it failed.
    virtual Status beginCleanup(TaskState ending, const std::optional<Error> &error) = 0;

    /// Writes to the audit log, in this task's name. OK, and nothing, where there is no log.
    virtual Status audit(const QString &event, const QJsonObject &fields) = 0;

    /// Keeps what preflight found with the task, for whoever looks at it; the last call counts. Errors: those of the
    /// journal: the task must then stop.
    virtual Status reportFindings(const QList<Finding> &findings) = 0;

    /// What the task has at its destination from now on (TaskRecord::staged), for whoever goes on after this process.
    /// On the disk when it returns. Errors: those of Journal::keepStaged().
    virtual Status keepStaged(const QJsonObject &staged) = 0;

    virtual void reportScratch(const ScratchStatus &status) = 0;
    /// A line for people. Beyond a few hundred between two looks the oldest are dropped.
    virtual void log(const QString &line) = 0;

    /// Where an attempt that ended so leads to: Completed without an error; after a stop what its reason asks for; else
    /// Failed.
    TaskState endingAfter(const std::optional<Error> &error) const;
};

/// How an attempt ended. What the executor has not told the context itself, beginCleanup() included, is done for it.
struct TaskOutcome {
    TaskState ending = TaskState::Failed; ///< Completed, Cancelled, Failed or Queued
    std::optional<Error> error = {};
    CleanupStatus cleanup = {}; ///< if it is not confirmed, the task fails whatever `ending` says
    QString receipt = {};       ///< file name; may be empty
};

/// Executes tasks; one object serves all tasks of a queue, each on a thread of its own.
class TaskExecutor
{
public:
    virtual ~TaskExecutor() = default;

    /// Whether this process could execute the task at all (it knows the password, say). Called by the queue's thread:
    /// must be quick.
    virtual bool accepts(const TaskRecord &record) const;
    /// Whether this process could clean up after the task; unlike executing it, that takes no password. As accepts()
    /// unless it is overridden.
    virtual bool cleansUp(const TaskRecord &record) const;

    /// Executes an attempt, from its preflight (the state it is in) to its cleanup and receipt.
    virtual TaskOutcome run(const TaskRecord &record, TaskContext &context) = 0;

    /// Only cleans up and makes the receipt; the task is in CleaningUp already. For a task whose process died over it
    /// (record.afterCrash), that was cancelled before it ran, or whose cleanup is to be tried again. record.ending says
    /// where that leads to; an outcome that says Failed instead is respected.
    virtual TaskOutcome cleanUp(const TaskRecord &record, TaskContext &context) = 0;
};

} // namespace sealift
