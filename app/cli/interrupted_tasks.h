#pragma once

#include "cli/command.h"
#include "common/task_engine.h"
#include "task/task_record.h"

#include <QList>
#include <QSet>

namespace sealift {

/// Puts tasks that a dead process has left in place of new ones that would do the same, and returns which those are: a
/// command that is given again goes on where it was. Errors: those of the journal.
Result<QSet<TaskId>> adoptInterrupted(const CommandContext &context, QList<TaskRecord> &records);

/// Has an engine execute the records, adopted ones included, and clean up after all that are left.
void executeAdopted(TaskEngineOptions &options, const QList<TaskRecord> &records, const QSet<TaskId> &adopted);

} // namespace sealift
