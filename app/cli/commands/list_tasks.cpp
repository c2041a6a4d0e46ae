#include "cli/commands/list_tasks.h"

#include "cli/console.h"
#include "cli/task_lookup.h"
#include "cli/task_report.h"
#include "common/human_text.h"
#include "common/text_table.h"

#include <QJsonArray>

#include <condition_variable>
#include <mutex>

namespace sealift {

namespace {

const auto kWatch = QStringLiteral("watch");

QString progressText(const TaskRecord &record)
{
    if (record.progress.total <= 0)
        return QStringLiteral("-");
    return QStringLiteral("%1 %").arg(percentOf(record.progress.done, record.progress.total));
}

QString scratchText(const ScratchStatus &scratch)
{
    if (scratch.state.isEmpty())
        return QStringLiteral("-");
    return QStringLiteral("%1, %2").arg(scratch.state, sizeText(scratch.used));
}

QString tableOf(const QList<TaskRecord> &tasks)
{
    TextTable table({{QStringLiteral("ID")},
                     {QStringLiteral("KIND")},
                     {QStringLiteral("STATE")},
                     {QStringLiteral("DONE"), TextTable::Align::Right},
                     {QStringLiteral("SCRATCH")},
                     {QStringLiteral("CLEANUP")},
                     {QStringLiteral("FROM")},
                     {QStringLiteral("TO")}});
    for (const auto &task : tasks)
        table.add({task.id.shortText(), taskKindName(task.kind), taskStateText(task), progressText(task),
                   scratchText(task.scratch), cleanupStateName(task.cleanup.state), task.source, task.destination});
    return table.text();
}

bool allEnded(const QList<TaskRecord> &tasks)
{
    return std::all_of(tasks.begin(), tasks.end(), [](const TaskRecord &task) { return isEnd(task.state); });
}

/// Waits a moment; false on a stop request.
bool waitFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

Status show(const CommandContext &context, const TaskList &list)
{
    auto &console = context.console;
    for (const auto &problem : list.problems)
        console.warning(problem);
    if (console.json()) {
        QJsonArray array;
        for (const auto &task : list.records)
            array.append(taskObject(task));
        console.result(array);
    } else if (list.records.isEmpty()) {
        console.note(QStringLiteral("There is no task."));
    } else {
        console.result(tableOf(list.records));
    }
    return {};
}

} // namespace

CommandInfo TasksCommand::info() const
{
    return {
        .words = {QStringLiteral("tasks")},
        .summary = QStringLiteral("List tasks: what runs, what waits, what became of the others."),
        .description = QStringLiteral(
            "Lists the tasks of all Sealift programs of this user: imports and exports that run, wait or have ended, "
            "each "
            "with its scratch volume and whether its cleanup was confirmed.\n\n"
            "With --watch the list is shown again when something has changed, until every task has ended."),
        .arguments = {},
        .options = {QCommandLineOption(kWatch, QStringLiteral("Show the list again whenever it changes."))},
        .examples = {{QStringLiteral("What is going on"), QStringLiteral("sealift tasks")},
                     {QStringLiteral("Ids of the failed ones"),
                      QStringLiteral("sealift tasks --json | jq -r '.[] | select(.state == \"failed\") | .id'")}},
    };
}

Status TasksCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto journal, openJournal(context));
    for (;;) {
        SEALIFT_ASSIGN(const auto list, journal->list());
        SEALIFT_TRY(show(context, list));
        if (!context.arguments.isSet(kWatch) || allEnded(list.records))
            return {};
        for (bool changed = false; !changed;) {
            if (!waitFor(std::chrono::milliseconds(500), context.stop))
                return {};
            SEALIFT_ASSIGN(changed, journal->changedByOthers());
        }
    }
}

} // namespace sealift
