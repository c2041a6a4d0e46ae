#pragma once

#include "base/result.h"
#include "task/task_record.h"

#include <optional>

namespace sealift {

class JournalDatabase;

/// One transition of one task, with what becomes known by it.
struct TaskStep {
    TaskId task;
    TaskState from = TaskState::Queued;
    TaskState to = TaskState::Queued;
    QString reason = {}; ///< in words, for the history; may be empty

    /// Into CleaningUp: where the cleanup leads to if it is confirmed. Needed, unless the task was there before.
    std::optional<TaskState> ending = {};
    std::optional<TaskError> error = {};       ///< unset: as it was
    std::optional<CleanupStatus> cleanup = {}; ///< unset: as it was
    QString receipt = {};                      ///< empty: as it was
    bool afterCrash = false;                   ///< true: mark it so
};

/// A transition that happened.
struct TaskTransition {
    TaskState from = TaskState::Queued;
    TaskState to = TaskState::Queued;
    int attempt = 1;
    QDateTime time;
    QString reason;
};

/// Makes the step, inside a transaction and with the lease checked by the caller. Beside the table of transitions it
/// holds what the design promises:
///  - no task is completed, cancelled or queued again out of its cleanup before that is confirmed;
///  - a cleanup leads where it was meant to when it began, or to failed;
///  - none fails, and none is tried again, with its cleanup still open.
/// Errors: InvalidArgument (not allowed, or the task is not in state `from`), NotFound, those of the database.
Status applyStep(JournalDatabase &database, const TaskStep &step);

} // namespace sealift
