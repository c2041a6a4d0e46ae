#include "task/disk_staging.h"

#include "task/bucket_output.h"
#include "task/disk_stream.h"
#include "task/source_plan.h"
#include "task/staged_upload.h"

namespace sealift {

namespace {

constexpr qint64 kChunk = 1LL << 20;
/// What VMDK and VHD end at.
constexpr qint64 kLargestOther = 2040LL << 30;

WriteFormat writeFormatOf(StagingFormat format)
{
    switch (format) {
    case StagingFormat::Vmdk:
        return WriteFormat::Vmdk;
    case StagingFormat::Raw:
        return WriteFormat::Raw;
    case StagingFormat::Vhd:
        return WriteFormat::Vhd;
    }
    Q_UNREACHABLE();
}

WriteOptions writeOptionsOf(StagingFormat format)
{
    WriteOptions options;
    if (format == StagingFormat::Vhd)
        options.subformat = WriteSubformat::Fixed;
    return options;
}

} // namespace

StagingFormat stagingFormatFor(const std::optional<StagingFormat> &chosen, qint64 diskSize)
{
    return chosen.value_or(diskSize > kLargestOther ? StagingFormat::Raw : StagingFormat::Vmdk);
}

Result<qint64> stageDisk(BlockSource &source, StagingFormat format, S3Folder &folder, const QString &name,
                         FlowControl &flow, TransferCounters &counters, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto plan, diskPlanOf(source, kChunk, stop));
    auto output = std::make_unique<BucketOutput>(std::make_shared<StagedUpload>(folder, name, flow, counters), stop);
    SEALIFT_ASSIGN(const auto writer,
                   createWriterInto(writeFormatOf(format), plan, std::move(output), name, writeOptionsOf(format)));
    SEALIFT_TRY(streamDisk(source, plan, *writer, flow, counters, stop));
    SEALIFT_TRY(writer->finish());
    SEALIFT_ASSIGN(const auto stored, folder.stored(name, stop));
    if (!stored || stored->size != writer->bytesWritten())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1/%2 did not arrive whole").arg(folder.place(), name),
                          QStringLiteral("Try again.")));
    if (stored->encryption.isEmpty())
        return fail(
            Error(ErrorCode::Unsafe,
                  QStringLiteral("the service does not say that it has encrypted %1/%2").arg(folder.place(), name),
                  QStringLiteral("It is removed. Use a bucket of a service that encrypts at rest.")));
    return stored->size;
}

} // namespace sealift
