#include "cli/commands/task_cancel.h"

#include "cli/console.h"
#include "cli/foreground.h"
#include "cli/task_lookup.h"
#include "cli/task_report.h"

#include <QJsonArray>
#include <QSet>

namespace sealift {

CommandInfo TaskCancelCommand::info() const
{
    return {
        .words = {QStringLiteral("task"), QStringLiteral("cancel")},
        .summary = QStringLiteral("Cancel tasks, in whatever program they run."),
        .description = QStringLiteral(
            "Cancels tasks and waits until they have ended: their scratch is destroyed and that is confirmed, as at "
            "every "
            "end. What had arrived in a library stays and is used by the next import of the same image."),
        .arguments = {taskArgument(true)},
        .options = {progressOption()},
        .examples = {{QStringLiteral("Cancel a task"), QStringLiteral("sealift task cancel 4f0a2d3c")}},
    };
}

Status TaskCancelCommand::run(const CommandContext &context)
{
    QList<TaskId> ids;
    {
        SEALIFT_ASSIGN(const auto journal, openJournal(context));
        SEALIFT_ASSIGN(ids, namedTasks(context, *journal));
    }
    // One that no program executes gets its end, cleanup and receipt from this one.
    const QSet<TaskId> wanted(ids.begin(), ids.end());
    TaskEngineOptions options;
    options.pick = TaskPick::All;
    options.accepts = [wanted](const TaskRecord &record) {
        return wanted.contains(record.id) && record.wish == TaskWish::Cancel;
    };
    SEALIFT_ASSIGN(const auto foreground, Foreground::start(context, options, Foreground::Moves::Nothing));
    auto &queue = foreground->engine().queue();
    QJsonArray list;
    queue.cancel(ids);
    for (const auto &id : ids) {
        SEALIFT_ASSIGN(const auto end, foreground->wait(id, QStringLiteral("task %1").arg(id.shortText()), QString()));
        list.append(taskObject(end.record));
        reportTaskState(context.console, end.record);
    }
    if (context.console.json())
        context.console.result(list);
    return {};
}

} // namespace sealift
