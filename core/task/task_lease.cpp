#include "task/task_lease.h"

#include "crypto/random.h"
#include "task/journal.h"
#include "task/journal_database.h"
#include "task/journal_rows.h"

#include <QDateTime>

#include <time.h>

namespace sealift {

namespace {

using std::chrono::milliseconds;

/// Time that stands still while the machine sleeps: a holder that slept with it has missed nothing.
qint64 awakeTime()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
}

QString freshToken()
{
    QByteArray bytes(16, Qt::Uninitialized);
    fillRandom(mutableViewOf(bytes));
    return QString::fromLatin1(bytes.toHex());
}

struct LeaseRow {
    TaskId task;
    ProcessIdentity owner;
    QString token;
    qint64 beat = 0;
    qint64 beatAwake = 0;
};

constexpr auto kLeaseOf = "SELECT task, host, boot, container, pid, started, token, beat, beat_awake FROM leases "
                          "WHERE task = ?";
/// Under way, and nobody's.
constexpr auto kAbandoned = "SELECT id FROM tasks WHERE (state IN ('preflight', 'transferring', 'finalizing', "
                            "'cleaning-up', 'cancelling') OR (state = 'paused' AND started IS NOT NULL)) AND NOT "
                            "EXISTS (SELECT 1 FROM leases WHERE task = tasks.id)";
constexpr auto kAllLeases = "SELECT task, host, boot, container, pid, started, token, beat, beat_awake FROM leases";

LeaseRow leaseRowOf(const QSqlQuery &row)
{
    LeaseRow lease;
    lease.task = TaskId::parse(row.value(0).toString()).value_or(TaskId());
    lease.owner = {row.value(1).toString(), row.value(2).toString(), row.value(3).toString(), row.value(4).toLongLong(),
                   row.value(5).toLongLong()};
    lease.token = row.value(6).toString();
    lease.beat = row.value(7).toLongLong();
    lease.beatAwake = row.value(8).toLongLong();
    return lease;
}

Result<std::optional<LeaseRow>> leaseOf(JournalDatabase &database, const TaskId &task)
{
    std::optional<LeaseRow> lease;
    const auto keep = [&lease](const QSqlQuery &row) -> Status {
        lease = leaseRowOf(row);
        return {};
    };
    SEALIFT_TRY(database.each(kLeaseOf, {task.text()}, keep));
    return lease;
}

bool isStale(const LeaseRow &lease, const LeaseTimes &times)
{
    switch (lifeOf(lease.owner)) {
    case ProcessLife::Dead:
        return true;
    case ProcessLife::Stopped:
        return false;
    case ProcessLife::Alive:
        return awakeTime() - lease.beatAwake > times.validity.count();
    case ProcessLife::Unknown:
        break;
    }
    // A clock that was set back must not keep a lease alive for good.
    return std::abs(QDateTime::currentMSecsSinceEpoch() - lease.beat) > times.validity.count();
}

Error heldBy(const LeaseRow &lease)
{
    return Error(ErrorCode::Locked,
                 QStringLiteral("task %1 is executed by process %2 on %3")
                     .arg(lease.task.shortText(), QString::number(lease.owner.pid), lease.owner.host),
                 QStringLiteral("Ask for it to be paused or cancelled, or wait until it ends."))
        .with(QStringLiteral("holder-host"), lease.owner.host)
        .with(QStringLiteral("holder-pid"), QString::number(lease.owner.pid));
}

Error lost(const TaskId &task)
{
    return {ErrorCode::Locked, QStringLiteral("task %1 is not executed by this process any more").arg(task.shortText()),
            QStringLiteral("Another process took it over because this one gave no sign of life.")};
}

} // namespace

Result<TaskLease> insertLease(JournalDatabase &database, const TaskId &task, const ProcessIdentity &owner)
{
    TaskLease lease{task, freshToken()};
    SEALIFT_TRY(database.run("INSERT OR REPLACE INTO leases (task, host, boot, container, pid, started, token, beat, "
                             "beat_awake) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                             {task.text(), owner.host, owner.boot, owner.container, owner.pid, owner.started,
                              lease.token, QDateTime::currentMSecsSinceEpoch(), awakeTime()}));
    SEALIFT_TRY(touchTask(database, task));
    return lease;
}

Result<bool> hasLease(JournalDatabase &database, const TaskId &task)
{
    SEALIFT_ASSIGN(const auto found, leaseOf(database, task));
    return found.has_value();
}

Status checkLease(JournalDatabase &database, const TaskId &task, const TaskLease *lease, const LeaseTimes &times)
{
    SEALIFT_ASSIGN(const auto found, leaseOf(database, task));
    if (lease != nullptr)
        return found && found->token == lease->token ? Status() : fail(lost(task));
    return !found || isStale(*found, times) ? Status() : fail(heldBy(*found));
}

TaskLeases::TaskLeases(Journal &journal, ProcessIdentity owner, LeaseTimes times)
    : m_database(journal.database())
    , m_owner(std::move(owner))
    , m_times(times)
{
}

Result<AcquiredLease> TaskLeases::acquire(const TaskId &task)
{
    AcquiredLease acquired;
    // A power cut ends the holder with the lease: nothing is lost if it undoes the taking of it.
    const auto body = [&]() -> Status {
        SEALIFT_TRY(loadTask(m_database, task));
        SEALIFT_ASSIGN(const auto found, leaseOf(m_database, task));
        SEALIFT_TRY(checkLease(m_database, task, nullptr, m_times));
        acquired.wasStale = found.has_value();
        SEALIFT_ASSIGN(acquired.lease, insertLease(m_database, task, m_owner));
        return {};
    };
    SEALIFT_TRY(m_database.transaction(Durability::Crash, body));
    return acquired;
}

Result<QList<TaskLease>> TaskLeases::renew(const QList<TaskLease> &leases)
{
    QList<TaskLease> lostOnes;
    if (leases.isEmpty())
        return lostOnes;
    const auto body = [&]() -> Status {
        for (const auto &lease : leases) {
            SEALIFT_TRY(
                m_database.run("UPDATE leases SET beat = ?, beat_awake = ? WHERE task = ? AND token = ?",
                               {QDateTime::currentMSecsSinceEpoch(), awakeTime(), lease.task.text(), lease.token}));
            if (m_database.changedRows() == 0)
                lostOnes.push_back(lease);
        }
        return {};
    };
    SEALIFT_TRY(m_database.transaction(Durability::Crash, body));
    return lostOnes;
}

Status TaskLeases::release(const TaskLease &lease)
{
    return m_database.transaction(Durability::Crash, [&]() -> Status {
        SEALIFT_TRY(
            m_database.run("DELETE FROM leases WHERE task = ? AND token = ?", {lease.task.text(), lease.token}));
        return m_database.changedRows() == 0 ? Status() : touchTask(m_database, lease.task);
    });
}

Result<QList<TaskId>> TaskLeases::stale()
{
    QList<TaskId> found;
    const auto keep = [&](const QSqlQuery &row) -> Status {
        const auto lease = leaseRowOf(row);
        if (!lease.task.isNull() && isStale(lease, m_times))
            found.push_back(lease.task);
        return {};
    };
    const auto keepAbandoned = [&](const QSqlQuery &row) -> Status {
        if (const auto id = TaskId::parse(row.value(0).toString()))
            found.push_back(*id);
        return {};
    };
    SEALIFT_TRY(m_database.each(kAllLeases, {}, keep));
    SEALIFT_TRY(m_database.each(kAbandoned, {}, keepAbandoned));
    return found;
}

} // namespace sealift
