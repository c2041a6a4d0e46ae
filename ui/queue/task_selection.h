#pragma once

#include "task/task_record.h"

#include <QList>

namespace sealift {

class TaskQueue;

/// What may be done with the chosen tasks. An action that makes sense for some of them is allowed, and done for those.
struct TaskChoice {
    QList<TaskId> all; ///< in the order shown
    QList<TaskId> toPause;
    QList<TaskId> toResume;
    QList<TaskId> toCancel;
    QList<TaskId> toRetry;
    QList<TaskId> toMove; ///< those that wait
    QList<TaskId> toRemove;
    bool hasReceipt = false; ///< exactly one is chosen, and it has one
    QString folderPath;      ///< of a file on this computer, of the only one that is chosen; empty: there is none

    static TaskChoice of(const TaskQueue &queue, const QList<TaskId> &ids);
};

} // namespace sealift
