#include "cli/commands/task_retry.h"

#include "cli/bandwidth.h"
#include "cli/console.h"
#include "cli/foreground.h"
#include "cli/stored_jobs.h"
#include "cli/task_lookup.h"
#include "cli/task_report.h"

namespace sealift {

CommandInfo TaskRetryCommand::info() const
{
    return {
        .words = {QStringLiteral("task"), QStringLiteral("retry")},
        .summary = QStringLiteral("Try a failed or cancelled task again."),
        .description = QStringLiteral("Executes a task that failed or was cancelled once more, in this program. Where "
                                      "its cleanup was not confirmed "
                                      "that is done first. What had arrived in the library is used."),
        .arguments = {taskArgument(false)},
        .options = {bandwidthOption(), progressOption()},
        .examples = {{QStringLiteral("Try again"), QStringLiteral("sealift task retry 4f0a2d3c")}},
    };
}

Status TaskRetryCommand::run(const CommandContext &context)
{
    QList<TaskId> ids;
    {
        SEALIFT_ASSIGN(const auto journal, openJournal(context));
        SEALIFT_ASSIGN(ids, namedTasks(context, *journal));
    }
    TaskEngineOptions options;
    options.factory = storedJobFactory(context);
    SEALIFT_ASSIGN(const auto foreground, Foreground::start(context, options));
    const auto id = ids.front();
    foreground->engine().queue().retry({id});
    SEALIFT_ASSIGN(const auto end, foreground->wait(id, QStringLiteral("task %1").arg(id.shortText()),
                                                    QStringLiteral("moved"), Foreground::Awaited::NextEnd));
    foreground->settle();
    if (context.console.json())
        context.console.result(taskObject(end.record));
    reportTaskState(context.console, end.record);
    return end.failure ? Status(fail(*end.failure)) : Status();
}

} // namespace sealift
