#include "task/task_control.h"

#include "task/journal.h"
#include "task/journal_database.h"
#include "task/journal_rows.h"

namespace sealift {

Status TaskControl::request(const QList<TaskId> &tasks, TaskWish wish)
{
    return m_journal.change([&]() -> Status {
        for (const auto &task : tasks)
            SEALIFT_TRY(requestOne(task, wish));
        return {};
    });
}

Status TaskControl::requestOne(const TaskId &task, TaskWish wish)
{
    auto &database = m_journal.database();
    SEALIFT_ASSIGN(const auto record, loadTask(database, task));
    const bool isEnding = record.state == TaskState::Cancelling || record.state == TaskState::CleaningUp;
    if (isEnd(record.state) || isEnding || record.wish == TaskWish::Cancel)
        return {};
    if (record.wish != wish) {
        SEALIFT_TRY(database.run("UPDATE tasks SET wish = ? WHERE id = ?", {taskWishName(wish), task.text()}));
        SEALIFT_TRY(touchTask(database, task));
    }
    TaskStep step{task, record.state};
    if (wish == TaskWish::Pause && record.state == TaskState::Queued)
        step.to = TaskState::Paused;
    else if (wish == TaskWish::Run && record.state == TaskState::Paused)
        step.to = TaskState::Queued;
    else
        return {};
    // Where somebody executes it, that is whose step it is; where somebody has died over it, there is to be cleaned up
    // first.
    SEALIFT_ASSIGN(const auto isTaken, hasLease(database, task));
    if (isTaken || (record.state == TaskState::Paused && record.started.isValid()))
        return {};
    step.reason = QStringLiteral("asked for");
    return m_journal.apply(step);
}

} // namespace sealift
