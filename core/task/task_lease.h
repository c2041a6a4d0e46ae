#pragma once

#include "base/result.h"
#include "task/process_identity.h"
#include "task/task_id.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace sealift {

class Journal;
class JournalDatabase;

/// The right to execute one task. Held by one process at a time; whoever has lost it must stop at once, and finds out
/// because the journal takes no transition from it any more. Value type: copies are the same lease.
struct TaskLease {
    TaskId task;
    QString token; ///< random; what tells two leases of one process apart

    bool operator==(const TaskLease &) const = default;
};

struct LeaseTimes {
    /// How often its holder says that it is alive.
    std::chrono::milliseconds heartbeat{5000};
    /// A lease is stale without a sign of life for so long, whatever else is known of its holder. On one machine the
    /// time that it slept does not count.
    std::chrono::milliseconds validity{60'000};
};

/// A lease that was taken.
struct AcquiredLease {
    TaskLease lease;
    /// It was taken from a process that did not give it back: what that one left behind is still there.
    bool wasStale = false;
};

/// The leases in a journal. A lease is stale when its holder has died (on this machine: seen by its process id and
/// start time; with the machine: by the id of the boot), or has given no sign of life for too long. A holder on this
/// machine that was merely stopped (Ctrl-Z) keeps its lease.
class TaskLeases
{
public:
    /// @param journal must outlive the object, which belongs to the same thread.
    /// @param owner who takes leases; usually ProcessIdentity::current().
    explicit TaskLeases(Journal &journal, ProcessIdentity owner, LeaseTimes times = {});

    /// Takes the lease. Of several that try at once, exactly one gets it. Errors: Locked - names who has it; NotFound;
    /// those of the database.
    Result<AcquiredLease> acquire(const TaskId &task);

    /// Gives a sign of life. Returns the leases that are lost: somebody else took them, or the task was removed.
    Result<QList<TaskLease>> renew(const QList<TaskLease> &leases);

    /// Gives the lease back; does nothing if it is lost.
    Status release(const TaskLease &lease);

    /// The tasks whose lease is stale, and those that are under way without one.
    Result<QList<TaskId>> stale();

    const ProcessIdentity &owner() const { return m_owner; }

private:
    JournalDatabase &m_database;
    const ProcessIdentity m_owner;
    const LeaseTimes m_times;
};

/// For those who write to the journal's tables, inside a transaction.

/// Writes a fresh lease of a task that has none.
Result<TaskLease> insertLease(JournalDatabase &database, const TaskId &task, const ProcessIdentity &owner);

/// True if there is a lease, be it stale.
Result<bool> hasLease(JournalDatabase &database, const TaskId &task);

/// OK if `lease` is the task's lease, or where it is null, if nobody has a lease that is alive. Errors: Locked.
Status checkLease(JournalDatabase &database, const TaskId &task, const TaskLease *lease, const LeaseTimes &times);

} // namespace sealift
