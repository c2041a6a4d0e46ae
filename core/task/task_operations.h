#pragma once

#include "base/result.h"
#include "task/task_executor.h"
#include "task/task_ledger.h"

#include <optional>

namespace sealift {

/// What the queue and its workers have done on the journal's thread. Each is a few transactions; where one fails the
/// task stays where it got to.

/// A task that may be executed now.
struct Beginning {
    TaskRecord record;
    TaskLease lease;
    bool onlyCleanUp = false;
};

/// What a task is begun for.
struct BeginningWish {
    bool onlyCleanUp = false;               ///< it is not to be executed, whatever state it is in
    std::optional<TaskState> cleanupEnding; ///< the cleanup of a failed one is tried again, and leads here
};

/// Takes a task and moves it to where its executor begins: Preflight, or CleaningUp where there is only to be cleaned
/// up (its process died, it is to be cancelled, or `wish` asks for it). Nothing if it is not to be executed any more:
/// paused meanwhile, or ended. Errors: Locked - another process was quicker; those of the journal.
Result<std::optional<Beginning>> beginTask(LedgerSeat &seat, const TaskId &id, const BeginningWish &wish);

/// Moves an executed task on, from wherever it is. Errors: Cancelled - it is being cancelled; InvalidArgument; Locked.
Status advanceTask(LedgerSeat &seat, const TaskLease &lease, TaskState to, const QString &reason = {});

/// Moves an executed task to CleaningUp. One that is there already stays.
Status beginTaskCleanup(LedgerSeat &seat, const TaskLease &lease, TaskState ending, const std::optional<Error> &error);

/// Moves an executed task to its end, through all that is missing on the way, and gives its lease back.
Status finishTask(LedgerSeat &seat, const TaskLease &lease, const TaskOutcome &outcome);

/// Writes wishes down (TaskControl), and fulfils those for tasks that wait here and are this process's own.
Status wishTasks(LedgerSeat &seat, const QList<TaskId> &ids, TaskWish wish);

/// Queues an ended task again. @param keep whether this process keeps its lease. Errors: InvalidArgument, Locked.
Status retryTask(LedgerSeat &seat, const TaskId &id, bool keep);

} // namespace sealift
