#include "cli/commands/scratch_sweep.h"

#include "cli/console.h"
#include "cli/foreground.h"
#include "cli/sweep_report.h"
#include "cli/task_report.h"
#include "task/stray_scratch.h"

#include <QJsonArray>

namespace sealift {

namespace {

const auto kDryRun = QStringLiteral("dry-run");

/// Tasks whose cleanup is open: not confirmed, or their process died over them.
QList<TaskId> openCleanups(TaskQueue &queue)
{
    QList<TaskId> open;
    for (const auto &id : queue.tasks()) {
        if (queue.task(id)->end() == TaskEnd::CleanupUnconfirmed)
            open.append(id);
    }
    return open;
}

QJsonObject strayObject(const StrayScratch &stray)
{
    QJsonArray left;
    for (const auto &entry : stray.left)
        left.append(entry);
    return {{QStringLiteral("id"), stray.taskId},
            {QStringLiteral("path"), stray.path},
            {QStringLiteral("confirmed"), stray.isConfirmed},
            {QStringLiteral("left"), left}};
}

Status dryRun(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto paths, statePaths());
    SEALIFT_ASSIGN(const auto root, ScratchRoot::open(paths.scratch));
    SEALIFT_ASSIGN(const auto entries, root.list());
    QJsonArray list;
    for (const auto &entry : entries) {
        if (entry.isLive)
            continue;
        const auto path = root.path() + QLatin1Char('/') + entry.taskId;
        list.append(QJsonObject{{QStringLiteral("id"), entry.taskId}, {QStringLiteral("path"), path}});
        if (!context.console.json())
            context.console.result(QStringLiteral("Would destroy %1").arg(path));
    }
    if (context.console.json())
        context.console.result(list);
    else if (list.isEmpty())
        context.console.note(QStringLiteral("There is nothing to sweep in %1.").arg(root.path()));
    return {};
}

/// The outcome for people and machines, and the error where anything is left.
Status report(const CommandContext &context, const QList<TaskRecord> &tasks, const QList<StrayScratch> &strays)
{
    auto &console = context.console;
    QJsonArray list;
    QStringList left;
    for (const auto &task : tasks) {
        list.append(taskObject(task));
        left += task.cleanup.left;
        if (!console.json() && !console.quiet())
            console.result(
                QStringLiteral("Task %1: cleanup %2").arg(task.id.shortText(), cleanupStateName(task.cleanup.state)));
    }
    for (const auto &stray : strays) {
        list.append(strayObject(stray));
        left += stray.left;
        if (!console.json() && !console.quiet())
            console.result(QStringLiteral("%1: %2").arg(stray.path, stray.isConfirmed
                                                                        ? QStringLiteral("destroyed, confirmed")
                                                                        : QStringLiteral("not confirmed")));
    }
    return endSweep(console, list, left);
}

} // namespace

CommandInfo ScratchSweepCommand::info() const
{
    return {
        .words = {QStringLiteral("scratch"), QStringLiteral("sweep")},
        .summary = QStringLiteral("Destroy scratch that dead processes left behind, and confirm it."),
        .description = QStringLiteral("Destroys the scratch of tasks whose process died, tries again every cleanup "
                                      "that could not be confirmed, looks "
                                      "that nothing is left, and writes the receipts. Scratch of a living process is "
                                      "never touched. Every import and "
                                      "export does the same for dead processes when it begins."),
        .arguments = {},
        .options = {QCommandLineOption(kDryRun, QStringLiteral("Only say what would be destroyed.")), progressOption()},
        .examples = {{QStringLiteral("Sweep"), QStringLiteral("sealift scratch sweep")}},
    };
}

Status ScratchSweepCommand::run(const CommandContext &context)
{
    if (context.arguments.isSet(kDryRun))
        return dryRun(context);
    QList<TaskId> ended; // outlives the queue, which may have ends to tell until it is gone
    SEALIFT_ASSIGN(const auto foreground, Foreground::start(context, {}, Foreground::Moves::Nothing));
    auto &engine = foreground->engine();
    QObject::connect(&engine.queue(), &TaskQueue::taskEnded, &engine.queue(),
                     [&ended](const TaskId &id) { ended.append(id); });
    foreground->settle();
    for (const auto &id : openCleanups(engine.queue())) {
        if (ended.contains(id))
            continue; // just now tried
        engine.queue().retryCleanup({id});
        SEALIFT_ASSIGN(const auto end, foreground->wait(id, QStringLiteral("task %1").arg(id.shortText()), QString(),
                                                        Foreground::Awaited::NextEnd));
    }
    SEALIFT_ASSIGN(const auto strays, engine.sweepStrays());

    QList<TaskRecord> tasks;
    for (const auto &id : ended) {
        if (const auto *task = engine.queue().task(id))
            tasks.append(*task);
    }
    return report(context, tasks, strays);
}

} // namespace sealift
