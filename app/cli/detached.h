#pragma once

#include "cli/command.h"
#include "cli/open_library.h"
#include "task/task_record.h"

#include <QJsonArray>

namespace sealift {

/// Queues tasks and leaves them to a process of its own, which goes on when this one ends. Says so.
/// @return the tasks, for machines. Errors: InvalidArgument - the password was typed, so the other process would not
/// know it; those of queueing and of starting a process.
Result<QJsonArray> startDetached(const CommandContext &context, const LibraryAccess &access,
                                 const QList<TaskRecord> &records);

/// The same for tasks that need no password.
Result<QJsonArray> startDetached(const CommandContext &context, const QList<TaskRecord> &records);

} // namespace sealift
