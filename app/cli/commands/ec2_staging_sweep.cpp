#include "cli/commands/ec2_staging_sweep.h"

#include "cli/console.h"
#include "cli/ec2_options.h"
#include "cli/foreground.h"
#include "cli/stored_jobs.h"
#include "cli/sweep_report.h"
#include "task/service_export_note.h"
#include "task/staging_sweep.h"

#include <QJsonArray>

namespace sealift {

namespace {

const auto kDryRun = QStringLiteral("dry-run");
const auto kAll = QStringLiteral("all");

/// What is to become of what a task has in a bucket.
enum class Fate { Remove, InUse, Foreign };

struct Stray {
    StrayStaging found;
    QString place;
    Fate fate = Fate::Remove;
};

QString fateName(Fate fate)
{
    switch (fate) {
    case Fate::Remove:
        return QStringLiteral("removed");
    case Fate::InUse:
        return QStringLiteral("in-use");
    case Fate::Foreign:
        return QStringLiteral("unknown-task");
    }
    Q_UNREACHABLE();
}

/// A task that has not ended, or whose attempt goes on from there, still needs it; one that this computer does not know
/// may be another one's.
Fate fateOf(const TaskQueue &queue, const QString &task, bool takeAll)
{
    for (const auto &id : queue.tasks()) {
        if (id.text() == task)
            return isEnd(queue.task(id)->state) ? Fate::Remove : Fate::InUse;
    }
    return takeAll ? Fate::Remove : Fate::Foreign;
}

QJsonObject objectOf(const Stray &stray, bool isDryRun)
{
    auto fate = fateName(stray.fate);
    if (stray.fate == Fate::Remove && isDryRun)
        fate = QStringLiteral("to-remove");
    else if (!stray.found.left.isEmpty())
        fate = QStringLiteral("unconfirmed");
    return {{QStringLiteral("id"), stray.found.task},
            {QStringLiteral("folder"), stray.found.folder},
            {QStringLiteral("content"), QJsonArray::fromStringList(stray.found.content)},
            {QStringLiteral("state"), fate},
            {QStringLiteral("left"), QJsonArray::fromStringList(stray.found.left)}};
}

QString lineOf(const Stray &stray, bool isDryRun)
{
    const auto content = stray.found.content.join(QStringLiteral(", "));
    switch (stray.fate) {
    case Fate::InUse:
        return QStringLiteral("%1: %2; its task is not over").arg(stray.found.folder, content);
    case Fate::Foreign:
        return QStringLiteral("%1: %2; this computer knows no such task (--all removes it)")
            .arg(stray.found.folder, content);
    case Fate::Remove:
        break;
    }
    if (isDryRun)
        return QStringLiteral("Would remove %1: %2").arg(stray.found.folder, content);
    return stray.found.left.isEmpty() ? QStringLiteral("%1: removed and confirmed: %2").arg(stray.found.folder, content)
                                      : QStringLiteral("%1: not confirmed: %2")
                                            .arg(stray.found.folder, stray.found.left.join(QStringLiteral("; ")));
}

Status report(const CommandContext &context, const QList<Stray> &strays, bool isDryRun)
{
    auto &console = context.console;
    QJsonArray list;
    QStringList left;
    for (const auto &stray : strays) {
        list.append(objectOf(stray, isDryRun));
        left += stray.found.left;
        if (!console.json() && !console.quiet())
            console.result(lineOf(stray, isDryRun));
    }
    return endSweep(console, list, left);
}

/// Has tasks end whose process died, and tries open cleanups again; a dry run only looks.
Status settleTasks(Foreground &foreground)
{
    foreground.settle();
    auto &queue = foreground.engine().queue();
    for (const auto &id : queue.tasks()) {
        const auto *task = queue.task(id);
        const bool isInBucket = StagedNote::isIn(task->staged) || ServiceExportNote::isIn(task->staged);
        if (task->end() != TaskEnd::CleanupUnconfirmed || !isInBucket)
            continue;
        queue.retryCleanup({id});
        SEALIFT_TRY(foreground.wait(id, QStringLiteral("task %1").arg(id.shortText()), QString(),
                                    Foreground::Awaited::NextEnd));
    }
    return {};
}

} // namespace

CommandInfo Ec2StagingSweepCommand::info() const
{
    return {
        .words = {QStringLiteral("ec2"), QStringLiteral("staging"), QStringLiteral("sweep")},
        .summary = QStringLiteral("Remove what imports to EC2 left in a bucket, and confirm it."),
        .description = QStringLiteral(
            "Looks below a place in a bucket, where \"import --staging\" puts disks for VM Import/Export, for what "
            "tasks have left there: all versions of objects, and unfinished uploads. What tasks of this computer that "
            "are over have left is removed, an import that is still at work on it is ended, and Sealift looks that "
            "nothing is left.\n\n"
            "What a task that is not over has there stays, and so does what belongs to a task that this computer does "
            "not know: it may be another one's. --all removes the latter as well."),
        .arguments = {{QStringLiteral("PLACE"), QStringLiteral("As --staging named it: s3:REGION/BUCKET/FOLDER."),
                       false, true}},
        .options = QList{QCommandLineOption(kDryRun, QStringLiteral("Only say what would be removed.")),
                         QCommandLineOption(kAll, QStringLiteral("Also what unknown tasks have there."))} +
                   ec2AccessOptions() + QList{progressOption()},
        .examples = {{QStringLiteral("What is there?"),
                      QStringLiteral("sealift ec2 staging sweep --dry-run s3:eu-central-1/bucket/staging")}},
    };
}

Status Ec2StagingSweepCommand::run(const CommandContext &context)
{
    const bool isDryRun = context.arguments.isSet(kDryRun);
    const auto open = cliEc2Opener(context.console);
    SEALIFT_ASSIGN(auto ec2, ec2SettingsOf(context.arguments));
    SEALIFT_ASSIGN(const auto access, open(ec2, context.stop));
    ec2.region = access->region();
    TaskEngineOptions options;
    if (isDryRun)
        options.pick = TaskPick::None;
    SEALIFT_ASSIGN(const auto foreground, Foreground::start(context, options, Foreground::Moves::Nothing));
    if (!isDryRun)
        SEALIFT_TRY(settleTasks(*foreground));
    QList<Stray> strays;
    for (const auto &place : context.arguments.positionalArguments()) {
        SEALIFT_ASSIGN(const auto found, findStaging(*access, place, context.stop));
        for (const auto &one : found)
            strays.append({one, place, fateOf(foreground->engine().queue(), one.task, context.arguments.isSet(kAll))});
    }
    for (auto &stray : strays) {
        if (stray.fate == Fate::Remove && !isDryRun)
            sweepStaging(stray.found, ec2, stray.place, open);
    }
    return report(context, strays, isDryRun);
}

} // namespace sealift
