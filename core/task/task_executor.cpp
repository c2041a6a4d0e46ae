#include "task/task_executor.h"

namespace sealift {

TaskState TaskContext::endingAfter(const std::optional<Error> &error) const
{
    if (!error)
        return TaskState::Completed;
    if (error->code() == ErrorCode::Cancelled) {
        if (stopReason() == StopReason::Cancel)
            return TaskState::Cancelled;
        if (stopReason() == StopReason::Shutdown)
            return TaskState::Queued;
    }
    return TaskState::Failed;
}

bool TaskExecutor::accepts(const TaskRecord &record) const
{
    static_cast<void>(record);
    return true;
}

bool TaskExecutor::cleansUp(const TaskRecord &record) const
{
    return accepts(record);
}

} // namespace sealift
