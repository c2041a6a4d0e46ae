#include "task/task_operations.h"

namespace sealift {

namespace {

using enum TaskState;

/// A task over which so many processes died is not tried again by itself.
constexpr int kMaxInterruptions = 3;

std::optional<TaskLease> heldLease(const LedgerSeat &seat, const TaskId &id)
{
    for (const auto &lease : seat.held) {
        if (lease.task == id)
            return lease;
    }
    return std::nullopt;
}

Status release(LedgerSeat &seat, const TaskLease &lease)
{
    seat.held.removeOne(lease);
    return seat.leases.release(lease);
}

Result<TaskRecord> toCleanup(LedgerSeat &seat, const TaskLease &lease, const TaskRecord &record, TaskState ending,
                             const QString &reason, const std::optional<TaskError> &error = std::nullopt)
{
    const TaskStep step{lease.task, record.state, CleaningUp, reason, ending, error};
    return seat.journal.transition(step, &lease);
}

/// Where a task goes whose process died while it was under way.
Result<TaskRecord> takeOver(LedgerSeat &seat, const TaskLease &lease, TaskRecord record)
{
    SEALIFT_TRY(seat.journal.markAfterCrash(lease));
    if (record.state == CleaningUp) {
        record.afterCrash = true;
        return record;
    }
    if (record.state == Cancelling)
        return toCleanup(seat, lease, record, Cancelled, Journal::interruptedReason());
    SEALIFT_ASSIGN(const auto before, seat.journal.interruptions(record.id));
    if (record.wish != TaskWish::Cancel && before + 1 < kMaxInterruptions)
        return toCleanup(seat, lease, record, Queued, Journal::interruptedReason());
    if (record.wish == TaskWish::Cancel)
        return toCleanup(seat, lease, record, Cancelled, Journal::interruptedReason());
    const Error error(ErrorCode::Internal,
                      QStringLiteral("the processes that executed the task died, %1 times by now").arg(before + 1),
                      QStringLiteral("Look for the cause (memory, the system's log) before you try again."));
    return toCleanup(seat, lease, record, Failed, Journal::interruptedReason(), TaskError::of(error));
}

/// The record in the state where its execution begins; nothing if there is nothing to be done for it.
Result<std::optional<TaskRecord>> prepare(LedgerSeat &seat, const TaskLease &lease, const TaskRecord &record,
                                          const BeginningWish &wish)
{
    const auto some = [](Result<TaskRecord> moved) {
        return std::move(moved).map([](auto made) { return std::optional(made); });
    };
    const bool hasBegun = isUnderWay(record.state) || (record.state == Paused && record.started.isValid());
    if (hasBegun)
        return some(takeOver(seat, lease, record));
    if (record.state == Failed && wish.cleanupEnding)
        return some(toCleanup(seat, lease, record, *wish.cleanupEnding, QStringLiteral("its cleanup is tried again")));
    if ((record.state == Queued || record.state == Paused) && record.wish == TaskWish::Cancel) {
        const TaskStep step{record.id, record.state, Cancelling, QStringLiteral("asked for")};
        SEALIFT_ASSIGN(const auto cancelling, seat.journal.transition(step, &lease));
        return some(toCleanup(seat, lease, cancelling, Cancelled, {}));
    }
    if (record.state == Queued && wish.onlyCleanUp) {
        // Its process died before it came to begin it.
        SEALIFT_ASSIGN(auto begun, seat.journal.transition({record.id, Queued, Preflight}, &lease));
        return some(takeOver(seat, lease, std::move(begun)));
    }
    if (record.state == Queued && record.wish == TaskWish::Run)
        return some(seat.journal.transition({record.id, Queued, Preflight}, &lease));
    return std::optional<TaskRecord>();
}

} // namespace

Result<std::optional<Beginning>> beginTask(LedgerSeat &seat, const TaskId &id, const BeginningWish &wish)
{
    auto held = heldLease(seat, id);
    if (!held) {
        SEALIFT_ASSIGN(auto taken, seat.leases.acquire(id));
        held = std::move(taken.lease);
        seat.held.push_back(*held);
    }
    const auto lease = *held;
    auto prepared =
        seat.journal.load(id).and_then([&](const TaskRecord &record) { return prepare(seat, lease, record, wish); });
    if (!prepared || !*prepared) {
        static_cast<void>(release(seat, lease));
        if (!prepared)
            return fail(std::move(prepared).error());
        return std::optional<Beginning>();
    }
    return std::optional(Beginning{**prepared, lease, (*prepared)->state == CleaningUp});
}

Status advanceTask(LedgerSeat &seat, const TaskLease &lease, TaskState to, const QString &reason)
{
    SEALIFT_ASSIGN(const auto record, seat.journal.load(lease.task));
    if (record.state == to)
        return {};
    if (record.state == Cancelling)
        return fail(Error::cancelled());
    return seat.journal.transition({lease.task, record.state, to, reason}, &lease).map([](const TaskRecord &) {});
}

Status beginTaskCleanup(LedgerSeat &seat, const TaskLease &lease, TaskState ending, const std::optional<Error> &error)
{
    SEALIFT_ASSIGN(const auto record, seat.journal.load(lease.task));
    if (record.state == CleaningUp)
        return {};
    // Whoever asked for the cancellation was told that it is coming.
    const auto where = record.state == Cancelling && ending != Failed ? Cancelled : ending;
    const auto isFailure = error && where == Failed;
    return toCleanup(seat, lease, record, where, {}, isFailure ? std::optional(TaskError::of(*error)) : std::nullopt)
        .map([](const TaskRecord &) {});
}

Status finishTask(LedgerSeat &seat, const TaskLease &lease, const TaskOutcome &outcome)
{
    SEALIFT_TRY(beginTaskCleanup(seat, lease, outcome.ending, outcome.error));
    SEALIFT_ASSIGN(const auto record, seat.journal.load(lease.task));
    TaskStep step{lease.task, CleaningUp, record.ending.value_or(Failed)};
    step.cleanup = outcome.cleanup;
    step.receipt = outcome.receipt;
    if (outcome.cleanup.state == CleanupStatus::State::Pending)
        step.cleanup = CleanupStatus::unconfirmed({QStringLiteral("unknown: nobody has looked")});
    if (step.cleanup->state != CleanupStatus::State::Confirmed || outcome.ending == Failed)
        step.to = Failed;
    if (step.to == Failed && outcome.error && !record.error)
        step.error = TaskError::of(*outcome.error);
    SEALIFT_ASSIGN(const auto ended, seat.journal.transition(step, &lease));
    if (ended.state == Queued && ended.wish == TaskWish::Pause)
        SEALIFT_TRY(seat.journal.transition({lease.task, Queued, Paused, QStringLiteral("asked for")}, &lease));
    return release(seat, lease);
}

Status wishTasks(LedgerSeat &seat, const QList<TaskId> &ids, TaskWish wish)
{
    auto status = seat.control.request(ids, wish);
    if (!status && status.error().code() == ErrorCode::NotFound && ids.size() > 1) {
        // One that vanished while the wish was under way must not keep the others from theirs.
        status = {};
        for (const auto &id : ids) {
            auto one = seat.control.request({id}, wish);
            if (!one && one.error().code() != ErrorCode::NotFound)
                status = std::move(one);
        }
    }
    SEALIFT_TRY(std::move(status));
    for (const auto &id : ids) {
        const auto lease = heldLease(seat, id);
        const Result<TaskRecord> record = lease ? seat.journal.load(id) : fail(Error::cancelled());
        if (!record || record->started.isValid())
            continue;
        TaskStep step{id, record->state, record->state, QStringLiteral("asked for")};
        if (record->state == Queued && record->wish == TaskWish::Pause)
            step.to = Paused;
        else if (record->state == Paused && record->wish == TaskWish::Run)
            step.to = Queued;
        if (step.to != step.from)
            SEALIFT_TRY(seat.journal.transition(step, &*lease));
    }
    return {};
}

Status retryTask(LedgerSeat &seat, const TaskId &id, bool keep)
{
    SEALIFT_ASSIGN(const auto record, seat.journal.load(id));
    SEALIFT_ASSIGN(const auto taken, seat.leases.acquire(id));
    seat.held.push_back(taken.lease);
    const TaskStep step{id, record.state, Queued, QStringLiteral("tried again")};
    const auto retried = seat.journal.transition(step, &taken.lease);
    if (!retried || !keep)
        static_cast<void>(release(seat, taken.lease));
    return retried.map([](const TaskRecord &) {});
}

} // namespace sealift
