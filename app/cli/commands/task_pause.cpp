#include "cli/commands/task_pause.h"

#include "cli/console.h"
#include "cli/task_lookup.h"
#include "cli/task_report.h"
#include "task/task_control.h"

#include <QJsonArray>

namespace sealift {

CommandInfo TaskPauseCommand::info() const
{
    if (m_direction == Direction::Pause)
        return {
            .words = {QStringLiteral("task"), QStringLiteral("pause")},
            .summary = QStringLiteral("Pause tasks, in whatever program they run."),
            .description = QStringLiteral(
                "Asks for tasks to pause. One that runs stops within a second and keeps its place; one that waits is "
                "passed over until it is resumed."),
            .arguments = {taskArgument(true)},
            .options = {},
            .examples = {{QStringLiteral("Pause a task"), QStringLiteral("sealift task pause 4f0a2d3c")}},
        };
    return {
        .words = {QStringLiteral("task"), QStringLiteral("resume")},
        .summary = QStringLiteral("Let paused tasks go on."),
        .description = QStringLiteral("Lets paused tasks go on where they run. One that no program executes is queued "
                                      "again; \"sealift task run\" "
                                      "executes it."),
        .arguments = {taskArgument(true)},
        .options = {},
        .examples = {{QStringLiteral("Resume a task"), QStringLiteral("sealift task resume 4f0a2d3c")}},
    };
}

Status TaskPauseCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto journal, openJournal(context));
    SEALIFT_ASSIGN(const auto ids, namedTasks(context, *journal));
    SEALIFT_TRY(TaskControl(*journal).request(ids, m_direction == Direction::Pause ? TaskWish::Pause : TaskWish::Run));
    QJsonArray list;
    for (const auto &id : ids) {
        SEALIFT_ASSIGN(const auto task, journal->load(id));
        list.append(taskObject(task));
        reportTaskState(context.console, task);
    }
    if (context.console.json())
        context.console.result(list);
    return {};
}

} // namespace sealift
