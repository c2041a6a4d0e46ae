#pragma once

#include "base/result.h"
#include "task/audit_entry.h"
#include "task/task_lease.h"
#include "task/task_record.h"
#include "task/task_step.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace sealift {

class AuditLog;
class JournalDatabase;
class Journal;

/// A journal, and what had to be done to open it (in words, for the user).
struct JournalOpening {
    std::unique_ptr<Journal> journal;
    QStringList warnings;
};

/// Records, and those that could not be read (in words): one bad record hides no other.
struct TaskList {
    QList<TaskRecord> records;
    QStringList problems;
};

/// What has changed since a revision.
struct TaskChanges {
    QList<TaskRecord> records;
    QList<TaskId> removed;
    QStringList problems;
    qint64 revision = 0; ///< to ask from the next time
    bool more = false;   ///< there is more: ask again at once
    bool gap = false;    ///< so long ago that removals are forgotten: begin again with list()
};

/// How far a running task is; for the journal's readers, not for its history.
struct ProgressNote {
    TaskLease lease;
    TransferProgress progress;
    ScratchStatus scratch;
};

/// Where to move a task among those that wait with its priority.
enum class QueueMove { Up, Down, Top, Bottom };

enum class Removal {
    Ended,  ///< only a task that has ended and left nothing behind
    Forced, ///< any that nobody executes
};

/// The record of all tasks in an SQLite file, shared by all processes of one user: what is queued, what runs where,
/// what became of it. It holds no content of an image and no secret (refuseSecrets()). core/task/README.md has the
/// schema.
///
/// An object belongs to one thread; others open their own. Functions that write take the file's write lock for the time
/// of one short transaction, and wait for it up to five seconds (then: Locked). What changes a task's state is on the
/// disk when the call returns (an fsync each, which is what it costs); progress survives the process, not a power cut.
class Journal
{
public:
    /// Opens the journal, making it (mode 0600, its folder 0700) if it is not there. A damaged file is moved aside and
    /// a new one begun: a warning says so.
    /// @param audit where every addition, transition and removal is written down before it takes effect: what cannot be
    /// written there does not happen. May be null; must outlive the journal.
    /// Errors: Unsupported - a newer Sealift has written it; those of makePrivateFolder() and open(2); NoSpace.
    static Result<JournalOpening> open(const QString &file, AuditLog *audit = nullptr);
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// Adds new tasks, all or none, at the end of the queue. With an owner they are its own from the first moment: the
    /// leases are returned in the same order. Errors: AlreadyExists; Unsafe (a secret in the settings).
    Result<QList<TaskLease>> add(const QList<TaskRecord> &records, const ProcessIdentity *owner = nullptr);

    /// Errors: NotFound; Corrupt - the record cannot be read.
    Result<TaskRecord> load(const TaskId &id);

    /// All tasks in these states (none named: in any), in the order in which they run.
    Result<TaskList> list(const QList<TaskState> &states = {});

    /// Finds a task by at least four digits from the beginning or the end of its id, with or without hyphens.
    /// Errors: NotFound; InvalidArgument - too short, no digits, or several tasks, which it names.
    Result<TaskId> find(QStringView text);

    /// Makes a transition (applyStep() has the rules) if the caller holds the task's lease; with null, if nobody does.
    /// It is on the disk when this returns. Returns the record as it is then. Errors: Locked; those of applyStep().
    Result<TaskRecord> transition(const TaskStep &step, const TaskLease *lease);

    /// The task's transitions, oldest first.
    Result<QList<TaskTransition>> transitions(const TaskId &id);

    /// Keeps how far tasks are. Those whose lease is lost are left out.
    Status updateProgress(const QList<ProgressNote> &notes);

    /// Keeps what preflight found in the present attempt, instead of what it had found before. Errors: Locked (the
    /// lease is lost); Unsafe (a secret in a text).
    Status setFindings(const TaskLease &lease, const QList<Finding> &findings);

    /// Keeps what the task has at its destination (TaskRecord::staged); it is on the disk when this returns. Errors:
    /// Locked (the lease is lost); Unsafe (a secret in it).
    Status keepStaged(const TaskLease &lease, const QJsonObject &staged);

    /// Changes the order. For a task that does not wait (queued or paused) it does nothing.
    Status move(const TaskId &id, QueueMove where);
    /// Moves the task right before another one, and to its priority.
    Status moveBefore(const TaskId &id, const TaskId &other);
    Status setPriority(const QList<TaskId> &ids, int priority);

    /// Removes tasks and their history, all or none. Errors: InvalidArgument - one has not ended, or its cleanup is not
    /// confirmed; Locked - one is being executed; NotFound.
    Status remove(const QList<TaskId> &ids, Removal removal = Removal::Ended);

    /// Removes the tasks that ended before that time, except where the cleanup is not confirmed. Returns how many.
    Result<int> prune(const QDateTime &endedBefore);

    /// The records that were changed after that revision, up to a few hundred at once. A fresh reader calls list() and
    /// begins with the revision() that it asked for before.
    Result<TaskChanges> changesSince(qint64 since);
    Result<qint64> revision();
    /// True if another connection has written since this was asked last. Cheap: nothing is read from the disk.
    Result<bool> changedByOthers();

    /// Remembers that the process that executed the task has died over it.
    Status markAfterCrash(const TaskLease &lease);
    /// How often that happened, by its history.
    Result<int> interruptions(const TaskId &id);
    /// The reason of a transition into CleaningUp that a dead process left to others; what interruptions() counts.
    static QString interruptedReason();

    /// For those who change several things at once: runs `body`, in which apply() may be called, as one transaction
    /// that is on the disk, and in the audit log, when this returns.
    Status change(const std::function<Status()> &body);
    /// Makes a step inside change(); the lease is the caller's business.
    Status apply(const TaskStep &step);

    JournalDatabase &database() { return *m_database; }
    /// By what a transition without a lease judges the leases of others.
    void setLeaseTimes(const LeaseTimes &times) { m_leaseTimes = times; }
    const LeaseTimes &leaseTimes() const { return m_leaseTimes; }

private:
    Journal(std::unique_ptr<JournalDatabase> database, AuditLog *audit);

    Status removeOne(const TaskId &id, Removal removal);
    Result<double> positionBefore(const TaskRecord &other, const TaskId &moved);
    Status place(const TaskId &id, double position, int priority);

    std::unique_ptr<JournalDatabase> m_database;
    AuditLog *const m_audit;
    QList<AuditEvent> m_events; // of the transaction under way
    LeaseTimes m_leaseTimes;
    qint64 m_dataVersion = 0;
};

} // namespace sealift
