#include "cli/commands/task_run.h"

#include "cli/bandwidth.h"
#include "cli/console.h"
#include "cli/foreground.h"
#include "cli/stored_jobs.h"
#include "cli/task_lookup.h"
#include "cli/task_report.h"

#include <QJsonArray>
#include <QSet>

namespace sealift {

CommandInfo TaskRunCommand::info() const
{
    return {
        .words = {QStringLiteral("task"), QStringLiteral("run")},
        .summary = QStringLiteral("Execute waiting tasks."),
        .description = QStringLiteral("Executes tasks that wait, one after the other: the named ones, or all. The "
                                      "password of each task's library "
                                      "is read from the file that was named when the task was made, else asked for."),
        .arguments = {{QStringLiteral("ID"), taskArgument(true).meaning, true, true}},
        .options = {bandwidthOption(), progressOption()},
        .examples = {{QStringLiteral("Execute all that wait"), QStringLiteral("sealift task run")}},
    };
}

/// The tasks to execute: the named ones, or all that wait.
static Result<QList<TaskId>> tasksToRun(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto journal, openJournal(context));
    if (!context.arguments.positionalArguments().isEmpty())
        return namedTasks(context, *journal);
    SEALIFT_ASSIGN(const auto list, journal->list({TaskState::Queued}));
    QList<TaskId> ids;
    for (const auto &record : list.records)
        ids.append(record.id);
    return ids;
}

Status TaskRunCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto ids, tasksToRun(context));
    const QSet<TaskId> wanted(ids.begin(), ids.end());
    TaskEngineOptions options;
    options.pick = TaskPick::All;
    options.accepts = [wanted](const TaskRecord &record) { return wanted.contains(record.id); };
    options.factory = storedJobFactory(context);
    SEALIFT_ASSIGN(const auto foreground, Foreground::start(context, options));
    QJsonArray list;
    std::optional<Error> first;
    for (const auto &id : ids) {
        SEALIFT_ASSIGN(const auto end,
                       foreground->wait(id, QStringLiteral("task %1").arg(id.shortText()), QStringLiteral("moved")));
        list.append(taskObject(end.record));
        if (end.failure && !first)
            first = end.failure;
        reportTaskState(context.console, end.record);
    }
    foreground->settle();
    if (context.console.json())
        context.console.result(list);
    return first ? Status(fail(*first)) : Status();
}

} // namespace sealift
