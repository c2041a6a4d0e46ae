#include "ui/queue/task_selection.h"

#include "task/task_queue.h"

namespace sealift {

namespace {

/// The file that the task made, or else read.
QString fileOf(const TaskRecord &record)
{
    const auto &path = record.kind == TaskKind::Export ? record.destination : record.source;
    return path.startsWith(QLatin1Char('/')) ? path : QString();
}

bool mayBePaused(const TaskRecord &record)
{
    return record.wish == TaskWish::Run && (record.state == TaskState::Queued || record.state == TaskState::Preflight ||
                                            record.state == TaskState::Transferring);
}

bool mayBeCancelled(const TaskRecord &record)
{
    return record.wish != TaskWish::Cancel && !isEnd(record.state) && record.state != TaskState::CleaningUp &&
           record.state != TaskState::Cancelling;
}

bool mayBeRemoved(const TaskRecord &record)
{
    return isEnd(record.state) && record.cleanup.state != CleanupStatus::State::Unconfirmed;
}

} // namespace

TaskChoice TaskChoice::of(const TaskQueue &queue, const QList<TaskId> &ids)
{
    TaskChoice choice;
    for (const auto &id : ids) {
        const auto *record = queue.task(id);
        if (record == nullptr)
            continue;
        choice.all.append(id);
        if (mayBePaused(*record))
            choice.toPause.append(id);
        if (!isEnd(record->state) && (record->state == TaskState::Paused || record->wish == TaskWish::Pause))
            choice.toResume.append(id);
        if (mayBeCancelled(*record))
            choice.toCancel.append(id);
        if (record->state == TaskState::Failed || record->state == TaskState::Cancelled)
            choice.toRetry.append(id);
        if (record->state == TaskState::Queued || record->state == TaskState::Paused)
            choice.toMove.append(id);
        if (mayBeRemoved(*record))
            choice.toRemove.append(id);
        if (ids.size() == 1) {
            choice.hasReceipt = !record->receipt.isEmpty();
            choice.folderPath = fileOf(*record);
        }
    }
    return choice;
}

} // namespace sealift
