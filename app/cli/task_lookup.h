#pragma once

#include "cli/command.h"
#include "common/state_paths.h"
#include "task/journal.h"

namespace sealift {

/// The journal of this user's tasks, for a command that only looks or asks. What is odd about it is said as a warning.
Result<std::unique_ptr<Journal>> openJournal(const CommandContext &context);

/// The tasks that the command's arguments name, by digits of their ids. Errors: those of Journal::find().
Result<QList<TaskId>> namedTasks(const CommandContext &context, Journal &journal);

/// The argument of commands that take one or several tasks.
ArgumentInfo taskArgument(bool repeatable);

/// A receipt's file: the argument's own where it is a path, else the one of the task that it names.
Result<QString> receiptPath(const CommandContext &context);

} // namespace sealift
