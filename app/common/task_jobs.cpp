#include "common/task_jobs.h"

#include "task/export_task.h"
#include "task/import_task.h"

namespace sealift {

namespace {

LibraryOpener openerOf(const JobLinks &links, const LibrarySettings &library)
{
    return [open = links.openLibrary, library](const std::stop_token &stop) { return open(library, stop); };
}

Result<std::unique_ptr<TaskJob>> snapshotJob(const TaskRecord &record, const JobLinks &links)
{
    if (!links.ec2.open)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("this program does not reach Amazon EC2")));
    SEALIFT_ASSIGN(auto settings,
                   SnapshotSettings::parse(record.settings, QStringLiteral("task %1").arg(record.id.text())));
    return std::make_unique<SnapshotTask>(record.id.text(), std::move(settings), links.ec2);
}

Result<std::unique_ptr<TaskJob>> importJob(const TaskRecord &record, const JobLinks &links)
{
    if (SnapshotSettings::areIn(record.settings))
        return snapshotJob(record, links);
    SEALIFT_ASSIGN(auto settings,
                   ImportSettings::parse(record.settings, QStringLiteral("task %1").arg(record.id.text())));
    ImportOpening opening;
    if (settings.allowUnsandboxed)
        opening.disks.sandbox = SandboxPolicy::AllowUnsandboxed;
    // Who names a size has thought of bombs.
    if (settings.maxUnpacked > 0)
        opening.unpacking.limits = {.maxBytes = settings.maxUnpacked, .freeBytes = 0, .maxRatio = 0};
    PreflightOrder order{Destination::Library, false, std::move(settings.ignorePreflight), settings.library.location};
    return std::make_unique<ImportTask>(settings.image, std::move(settings.request), std::move(order), opening,
                                        openerOf(links, settings.library), links.imported);
}

Result<std::unique_ptr<TaskJob>> exportJob(const TaskRecord &record, const JobLinks &links)
{
    SEALIFT_ASSIGN(auto settings,
                   ExportSettings::parse(record.settings, QStringLiteral("task %1").arg(record.id.text())));
    if (settings.request.path == QLatin1String("-")) {
        if (links.standardOutput < 0)
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("the task wrote to the standard output of a command that has ended"),
                              QStringLiteral("Export the image again.")));
        settings.request.descriptor = links.standardOutput;
        settings.request.path = QStringLiteral("standard output");
    }
    return std::make_unique<ExportTask>(std::move(settings.request), std::move(settings.ignorePreflight),
                                        openerOf(links, settings.library), links.exported);
}

} // namespace

JobExecutor::Factory jobFactory(JobLinks links)
{
    return [links = std::move(links)](const TaskRecord &record) -> Result<std::unique_ptr<TaskJob>> {
        switch (record.kind) {
        case TaskKind::Import:
            return importJob(record, links);
        case TaskKind::Export:
            return exportJob(record, links);
        case TaskKind::Verify:
            break;
        }
        return fail(Error(
            ErrorCode::Unsupported,
            QStringLiteral("this version of Sealift executes no task of kind \"%1\"").arg(taskKindName(record.kind))));
    };
}

} // namespace sealift
