#pragma once

#include "base/result.h"

#include <QString>

#include <array>

namespace sealift {

/// Where a task is in its life (core/task/README.md draws it). The journal, the audit log and `--json` name the states
/// by taskStateName(); the order of the values means nothing.
enum class TaskState {
    Queued,
    Preflight,
    Transferring,
    Finalizing,
    CleaningUp,
    Completed,
    Paused,
    Cancelling,
    Cancelled,
    Failed,
};

inline constexpr std::array kTaskStates = {
    TaskState::Queued,    TaskState::Preflight, TaskState::Transferring, TaskState::Finalizing, TaskState::CleaningUp,
    TaskState::Completed, TaskState::Paused,    TaskState::Cancelling,   TaskState::Cancelled,  TaskState::Failed,
};

/// The stable name of a state ("cleaning-up").
QString taskStateName(TaskState state);
/// Errors: Corrupt, for a name that is none.
Result<TaskState> taskStateFromName(QStringView name);

/// The one table of transitions: true if a task in state `from` may go to `to` next. No state follows itself.
bool mayFollow(TaskState from, TaskState to);

/// Completed, Cancelled or Failed: nobody works on the task, and nothing happens to it unless somebody asks.
bool isEnd(TaskState state);

/// A process works on the task in this state, and holds its lease. Paused is not among them: a task may be paused with
/// or without a process that keeps its place.
bool isUnderWay(TaskState state);

/// How a task ended, as people are told. CleanupUnconfirmed is the mark of a failed task some of whose traces could not
/// be seen to be gone.
enum class TaskEnd { Completed, Cancelled, Failed, CleanupUnconfirmed };

/// The stable name of an end ("cleanup-unconfirmed").
QString taskEndName(TaskEnd end);

} // namespace sealift
