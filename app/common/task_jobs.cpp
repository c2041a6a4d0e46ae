#include "common/task_jobs.h"

#include "task/copy_source.h"
#include "task/export_output.h"
#include "task/import_task.h"
#include "task/remote_source.h"
#include "task/service_export_task.h"
#include "task/staged_import_task.h"

namespace sealift {

namespace {

LibraryOpener openerOf(const JobLinks &links, const LibrarySettings &library)
{
    return [open = links.openLibrary, library](const std::stop_token &stop) { return open(library, stop); };
}

Status checkReachesEc2(const JobLinks &links)
{
    if (!links.ec2.open)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("this program does not reach Amazon EC2")));
    return {};
}

Result<std::unique_ptr<TaskJob>> snapshotJob(const TaskRecord &record, const JobLinks &links)
{
    SEALIFT_TRY(checkReachesEc2(links));
    SEALIFT_ASSIGN(auto settings,
                   SnapshotSettings::parse(record.settings, QStringLiteral("task %1").arg(record.id.text())));
    if (settings.staging)
        return std::make_unique<StagedImportTask>(record.id.text(), std::move(settings), links.ec2);
    return std::make_unique<SnapshotTask>(record.id.text(), std::move(settings), links.ec2);
}

Result<PreflightWishes> wishesOf(const JobLinks &links, const QStringList &ignored, const QList<NamedText> &given)
{
    PreflightWishes wishes;
    wishes.ignored = ignored;
    wishes.given = given;
    if (links.textRules) {
        SEALIFT_ASSIGN(wishes.texts, links.textRules());
    }
    return wishes;
}

/// What of the settings is kept, if nobody has looked at it yet: the window leaves that to the task.
QList<NamedText> givenTexts(const ImportSettings &settings)
{
    if (settings.textsJudged)
        return {};
    QList<NamedText> texts{{QStringLiteral("the image's name"), settings.request.name},
                           {QStringLiteral("the image's path"), settings.image,
                            settings.fromLibrary || settings.fromServer ? TextKind::Plain : TextKind::Path}};
    for (const auto &tag : settings.request.tags)
        texts.append({QStringLiteral("a tag"), tag});
    return texts;
}

QList<NamedText> givenTexts(const ExportSettings &settings)
{
    if (settings.textsJudged)
        return {};
    QList<NamedText> texts{{QStringLiteral("the file's path"), settings.request.path, TextKind::Path}};
    for (const auto &path : settings.request.seal.certificates)
        texts.append({QStringLiteral("a certificate's path"), path, TextKind::Path});
    return texts;
}

/// What EC2 exports itself, into a library.
std::unique_ptr<TaskJob> importByService(const TaskRecord &record, const ImportSettings &settings,
                                         const PreflightWishes &wishes, const JobLinks &links)
{
    const auto openLibrary = openerOf(links, settings.library);
    ServiceExportTask::Links own{.reading = {links.ec2.open, links.ec2.identified}};
    own.check = [openLibrary](const std::stop_token &stop) -> Status {
        return openLibrary(stop).map([](const std::unique_ptr<Repository> &) {});
    };
    own.next = [settings, wishes, openLibrary, imported = links.imported](ServiceExportTask &exported) {
        auto openSource = [&exported](const ImportOpening &opening, const JobTools &tools) {
            return exported.openSource(opening, tools);
        };
        return std::make_unique<ImportTask>(settings.image, settings.request, wishes, ImportOpening(), openLibrary,
                                            imported, std::move(openSource));
    };
    return std::make_unique<ServiceExportTask>(record.id.text(), *settings.fromEc2, *settings.byService, settings.image,
                                               std::move(own));
}

/// The same, into a file.
std::unique_ptr<TaskJob> exportByService(const TaskRecord &record, const ExportSettings &settings,
                                         const PreflightWishes &wishes, const JobLinks &links)
{
    ServiceExportTask::Links own{.reading = {links.ec2.open, links.ec2.identified}};
    own.check = [request = settings.request](const std::stop_token &) { return checkExportTarget(request); };
    own.next = [request = settings.request, wishes, done = links.exportedFromEc2](ServiceExportTask &exported) {
        auto open = [&exported, disk = request.disk](const JobTools &tools) { return exported.openDisk(disk, tools); };
        return std::make_unique<Ec2ExportTask>(request, wishes, std::move(open), done);
    };
    return std::make_unique<ServiceExportTask>(record.id.text(), *settings.fromEc2, *settings.byService,
                                               settings.request.image, std::move(own));
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
    if (settings.followParents)
        opening.probing.parents = Parents::Follow;
    // Who names a size has thought of bombs.
    if (settings.maxUnpacked > 0)
        opening.unpacking.limits = {.maxBytes = settings.maxUnpacked, .freeBytes = 0, .maxRatio = 0};
    SEALIFT_ASSIGN(auto wishes, wishesOf(links, settings.ignorePreflight, givenTexts(settings)));
    wishes.library = settings.library.location;
    ImportTask::SourceOpener openSource;
    if (settings.fromEc2) {
        SEALIFT_TRY(checkReachesEc2(links));
        if (settings.byService)
            return importByService(record, settings, wishes, links);
        openSource = ec2SourceOpener(*settings.fromEc2, settings.image, {links.ec2.open, links.ec2.identified});
    } else if (settings.fromServer) {
        openSource = remoteSourceOpener(*settings.fromServer, settings.image);
    } else if (settings.fromLibrary) {
        openSource = copySourceOpener(settings.image, openerOf(links, *settings.fromLibrary));
    }
    return std::make_unique<ImportTask>(settings.image, std::move(settings.request), std::move(wishes), opening,
                                        openerOf(links, settings.library), links.imported, std::move(openSource));
}

Result<std::unique_ptr<TaskJob>> exportJob(const TaskRecord &record, const JobLinks &links)
{
    SEALIFT_ASSIGN(auto settings,
                   ExportSettings::parse(record.settings, QStringLiteral("task %1").arg(record.id.text())));
    SEALIFT_ASSIGN(auto wishes, wishesOf(links, settings.ignorePreflight, givenTexts(settings)));
    if (settings.request.path == QLatin1String("-")) {
        if (links.standardOutput < 0)
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("the task wrote to the standard output of a command that has ended"),
                              QStringLiteral("Export the image again.")));
        settings.request.descriptor = links.standardOutput;
        settings.request.path = QStringLiteral("standard output");
    }
    if (settings.fromEc2) {
        SEALIFT_TRY(checkReachesEc2(links));
        if (settings.byService)
            return exportByService(record, settings, wishes, links);
        auto open = directDiskOpener(*settings.fromEc2, settings.request.image, settings.request.disk,
                                     {links.ec2.open, links.ec2.identified});
        return std::make_unique<Ec2ExportTask>(std::move(settings.request), std::move(wishes), std::move(open),
                                               links.exportedFromEc2);
    }
    return std::make_unique<ExportTask>(
        std::move(settings.request), std::move(wishes),
        ExportTask::Links{openerOf(links, settings.library), links.readPassphrase, links.openUpload, links.exported});
}

Result<std::unique_ptr<TaskJob>> verifyJob(const TaskRecord &record, const JobLinks &links)
{
    SEALIFT_ASSIGN(const auto settings,
                   VerifySettings::parse(record.settings, QStringLiteral("task %1").arg(record.id.text())));
    return std::make_unique<VerifyTask>(settings.image, openerOf(links, settings.library), links.verified);
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
            return verifyJob(record, links);
        }
        return fail(Error(
            ErrorCode::Unsupported,
            QStringLiteral("this version of Sealift executes no task of kind \"%1\"").arg(taskKindName(record.kind))));
    };
}

} // namespace sealift
