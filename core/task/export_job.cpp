#include "task/export_job.h"

#include "library/repository.h"
#include "storage/s3/s3_location.h"
#include "task/disk_export.h"
#include "task/export_output.h"
#include "task/luks_cipher.h"
#include "task/ova_export.h"

namespace sealift {

namespace {

Result<std::unique_ptr<DiskWriter>> createWriter(const ExportRequest &request, const DiskPlan &plan,
                                                 const std::stop_token &stop)
{
    SEALIFT_TRY(checkWriteOptions(request.format, request.options));
    std::shared_ptr<const ContainerCipher> cipher;
    if (hasCipherInside(request)) {
        SEALIFT_ASSIGN(auto volume, request.recipients->makeLuksVolume());
        cipher = std::make_shared<const LuksCipher>(std::move(volume));
    }
    const bool isSealed = request.recipients && !cipher;
    if (request.descriptor < 0 && !request.bucket && !isSealed)
        return createFileWriter(request.format, plan, request.path, request.overwrite, request.options,
                                std::move(cipher));
    SEALIFT_TRY(checkExportForm(request));
    SEALIFT_ASSIGN(auto output, openExportOutput(request, leastContainerSize(request, plan), stop));
    return createWriterInto(request.format, plan, std::move(output), request.path, request.options, std::move(cipher));
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

Result<ExportOutcome> exportLocked(const ExportSource &source, const ExportRequest &request, FlowControl &flow,
                                   TransferCounters &counters, const std::stop_token &stop)
{
    const auto &plan = source.plan();
    SEALIFT_ASSIGN(const auto writer, createWriter(request, diskPlanOf(plan), stop));
    SEALIFT_TRY(exportDisk(source.repository(), plan, *writer, flow, counters, stop));
    if (request.finalizing)
        SEALIFT_TRY(request.finalizing());
    SEALIFT_TRY(writer->finish());

    ExportOutcome outcome;
    for (const auto &error : source.catalog().damagedIndexes)
        outcome.warnings.append(error.what());
    const auto &choice = source.choice();
    outcome.snapshot = choice.image.snapshot;
    outcome.name = choice.image.name;
    outcome.disk = choice.disk.path;
    outcome.contentHash = contentHashOf(choice);
    outcome.size = plan.size();
    outcome.bytesFetched = counters.bytesRead.load();
    outcome.bytesWritten = writer->bytesWritten();
    outcome.elapsed = source.elapsed();
    return outcome;
}

/// Errors: Internal where the request names recipients that nobody has read, or a bucket that nobody has reached: it
/// must never end up plain, or as a file.
Status checkPrepared(const ExportRequest &request)
{
    if (isS3Location(request.path) && !request.bucket)
        return fail(Error(ErrorCode::Internal, QStringLiteral("the bucket of an export was not reached")));
    if (request.seal.isEmpty() || request.recipients)
        return {};
    return fail(Error(ErrorCode::Internal, QStringLiteral("the recipients of a sealed export were not read")));
}

} // namespace

ExportSource::ExportSource(Repository &repository)
    : m_repository(repository)
{
    m_timer.start();
}

Result<std::unique_ptr<ExportSource>> ExportSource::open(Repository &repository, const ExportRequest &request,
                                                         const std::stop_token &stop)
{
    std::unique_ptr<ExportSource> source(new ExportSource(repository));
    LockOptions options;
    options.settleLater = true;
    SEALIFT_ASSIGN(source->m_lock, RepositoryLock::acquireToRead(repository.files(), options, stop));
    if (auto found = source->find(request, stop); !found)
        return source->release(fail(std::move(found).error())).map([](const ExportOutcome &) {
            return std::unique_ptr<ExportSource>();
        });
    return source;
}

Status ExportSource::find(const ExportRequest &request, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(m_catalog, loadCatalog(m_repository, stop));
    if (request.ova) {
        SEALIFT_ASSIGN(m_choice.image, chooseImage(m_catalog, request.image));
        if (m_choice.image.disks.empty())
            return fail(Error(ErrorCode::NotFound, QStringLiteral("\"%1\" holds no disk").arg(request.image)));
        m_choice.disk = m_choice.image.disks.front();
    } else {
        SEALIFT_ASSIGN(m_choice, chooseDisk(m_repository, m_catalog, request.image, request.disk, stop));
    }
    SEALIFT_ASSIGN(const auto snapshot, loadSnapshot(m_repository.files(), m_choice.image.snapshot, stop));
    SEALIFT_ASSIGN(m_file, loadFile(m_repository, snapshot.tree, m_choice.disk.path, stop));
    SEALIFT_ASSIGN(m_plan,
                   FetchPlan::make(m_repository, m_file.content, m_file.size,
                                   QStringLiteral("%1 of image %2").arg(m_choice.disk.path, m_choice.image.name)));
    return {};
}

Result<ExportOutcome> ExportSource::release(Result<ExportOutcome> outcome)
{
    if (!m_lock)
        return outcome;
    // What was read and verified is good whoever else is at work; but a blob that is missing may have been removed by
    // them.
    const auto lock = std::move(m_lock);
    const auto alone = outcome ? Status() : lock->settled();
    if (!alone)
        return fail(alone.error());
    const auto released = lock->release();
    if (outcome && !released)
        return fail(released.error());
    return outcome;
}

Result<ExportOutcome> exportImage(ExportSource &source, const ExportRequest &request, FlowControl &flow,
                                  TransferCounters &counters, const std::stop_token &stop)
{
    auto outcome = checkPrepared(request).and_then([&] {
        return request.ova ? exportOva(source, request, flow, counters, stop)
                           : exportLocked(source, request, flow, counters, stop);
    });
    if (outcome && request.recipients) {
        outcome->sealed = request.recipients->words();
        outcome->sealedFor = request.recipients->names();
    }
    if (outcome && request.bucket) {
        outcome->bytesResumed = request.bucket->bytesGoneOnWith();
        if (request.bucket->bytesFound() > 0 && outcome->bytesResumed == 0)
            outcome->warnings.append(QStringLiteral(
                "What had arrived of an interrupted export was not the same as what is written now, or cannot be "
                "compared because of how the service encrypts it: everything was sent again."));
    }
    return source.release(std::move(outcome));
}

} // namespace sealift
