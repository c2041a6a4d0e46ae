#include "task/export_job.h"

#include "library/fetch_plan.h"
#include "library/image_catalog.h"
#include "library/repository.h"
#include "library/repository_lock.h"
#include "task/disk_export.h"

#include <QElapsedTimer>

namespace sealift {

namespace {

Result<std::unique_ptr<DiskWriter>> createWriter(const ExportRequest &request, const DiskPlan &plan)
{
    if (request.descriptor >= 0)
        return createStreamWriter(request.format, plan, request.descriptor, request.path, request.options);
    return createFileWriter(request.format, plan, request.path, request.overwrite, request.options);
}

/// The hash that Sealift stored beside the disk, if it was Sealift that stored it.
QString contentHashOf(const ImageChoice &choice)
{
    if (!choice.image.manifest)
        return {};
    for (const auto &disk : choice.image.manifest->disks) {
        if (choice.disk.path.section(QLatin1Char('/'), -1) == disk.file)
            return disk.contentHash.hex();
    }
    return {};
}

Result<ExportOutcome> exportUnlocked(Repository &repository, const ExportRequest &request, FlowControl &flow,
                                     TransferCounters &counters, const std::stop_token &stop)
{
    QElapsedTimer timer;
    timer.start();
    SEALIFT_ASSIGN(const auto catalog, loadCatalog(repository, stop));
    SEALIFT_ASSIGN(const auto choice, chooseDisk(repository, catalog, request.image, request.disk, stop));
    SEALIFT_ASSIGN(const auto snapshot, loadSnapshot(repository.files(), choice.image.snapshot, stop));
    SEALIFT_ASSIGN(const auto file, loadFile(repository, snapshot.tree, choice.disk.path, stop));
    SEALIFT_ASSIGN(const auto plan,
                   FetchPlan::make(repository, file.content, file.size,
                                   QStringLiteral("%1 of image %2").arg(choice.disk.path, choice.image.name)));
    SEALIFT_ASSIGN(const auto writer, createWriter(request, diskPlanOf(plan)));
    SEALIFT_TRY(exportDisk(repository, plan, *writer, flow, counters, stop));
    if (request.finalizing)
        SEALIFT_TRY(request.finalizing());
    SEALIFT_TRY(writer->finish());

    ExportOutcome outcome;
    for (const auto &error : catalog.damagedIndexes)
        outcome.warnings.append(error.what());
    outcome.snapshot = choice.image.snapshot;
    outcome.name = choice.image.name;
    outcome.disk = choice.disk.path;
    outcome.contentHash = contentHashOf(choice);
    outcome.size = file.size;
    outcome.bytesFetched = counters.bytesRead.load();
    outcome.bytesWritten = writer->bytesWritten();
    outcome.elapsed = std::chrono::milliseconds(timer.elapsed());
    return outcome;
}

} // namespace

Result<ExportOutcome> exportImage(Repository &repository, const ExportRequest &request, FlowControl &flow,
                                  TransferCounters &counters, const std::stop_token &stop)
{
    LockOptions options;
    options.settleLater = true;
    auto lock = RepositoryLock::acquire(repository.files(), LockMode::Shared, options, stop);
    // A library that can only be read cannot be locked; nor can anybody remove anything from it by the same way.
    if (!lock && lock.error().code() != ErrorCode::PermissionDenied)
        return fail(std::move(lock).error());
    auto outcome = exportUnlocked(repository, request, flow, counters, stop);
    if (lock) {
        // What was read and verified is good whoever else is at work; but a blob that is missing may have been removed
        // by them.
        const auto alone = outcome ? Status() : (*lock)->settled();
        if (!alone)
            return fail(alone.error());
        const auto released = (*lock)->release();
        if (outcome && !released)
            return fail(released.error());
    }
    return outcome;
}

} // namespace sealift
