#pragma once

#include "base/result.h"
#include "task/task_id.h"
#include "task/task_record.h"

#include <QList>

namespace sealift {

class Journal;

/// Tells whoever executes tasks, in whatever process, what is wanted of them. A wish stays in the journal until the
/// task is retried; the executing process sees it within a few hundred milliseconds (TaskQueue).
class TaskControl
{
public:
    /// @param journal must outlive the object, which belongs to the same thread.
    explicit TaskControl(Journal &journal)
        : m_journal(journal)
    {
    }

    /// Writes the wish down, and fulfils it where that needs no executor: a queued task that nobody has taken is
    /// paused, a paused one queued again. A wish to cancel is fulfilled by an executor in any case, since the task's
    /// end has its cleanup and its receipt. Tasks that have ended, or are ending, are left alone. All in one
    /// transaction. Errors: NotFound; those of the database.
    Status request(const QList<TaskId> &tasks, TaskWish wish);

private:
    Status requestOne(const TaskId &task, TaskWish wish);

    Journal &m_journal;
};

} // namespace sealift
