#include "task/export_output.h"

#include "base/size_text.h"
#include "image/writers/file_image_output.h"
#include "image/writers/stream_image_output.h"
#include "task/bucket_output.h"
#include "task/sealed_output.h"

#include <QFileInfo>

#include <algorithm>

namespace sealift {

namespace {

Result<std::unique_ptr<ImageOutput>> openPlain(const ExportRequest &request, qint64 least, const std::stop_token &stop)
{
    if (request.bucket)
        return std::make_unique<BucketOutput>(request.bucket, stop);
    if (request.descriptor >= 0)
        return std::make_unique<StreamImageOutput>(request.descriptor, request.path);
    SEALIFT_ASSIGN(auto file, OutputFile::create(request.path, request.overwrite));
    SEALIFT_TRY(file->requireSpace(least));
    return std::make_unique<FileImageOutput>(std::move(file));
}

} // namespace

qint64 leastContainerSize(const ExportRequest &request, const DiskPlan &plan)
{
    if (request.ova || request.format == WriteFormat::Vmdk)
        return 0;
    const bool isDense = request.format == WriteFormat::Raw ||
                         effectiveSubformat(request.format, request.options) == WriteSubformat::Fixed;
    if (isDense)
        return plan.size;
    qint64 bytes = 0;
    for (std::size_t i = 0; i < plan.allocated.size(); ++i) {
        const auto begin = static_cast<qint64>(i) * plan.chunkSize;
        bytes += plan.allocated[i] ? std::min(plan.chunkSize, plan.size - begin) : 0;
    }
    return bytes;
}

bool hasCipherInside(const ExportRequest &request)
{
    return request.recipients && request.recipients->isLuks() && !request.ova && request.format == WriteFormat::Qcow2;
}

Status checkExportForm(const ExportRequest &request)
{
    if (!request.seal.luksFile.isEmpty()) {
        if (request.ova)
            return fail(
                Error(ErrorCode::Unsupported, QStringLiteral("the disks of an OVA cannot be LUKS volumes"),
                      QStringLiteral("Seal it for a certificate or an age recipient, or choose qcow2 or raw.")));
        // A raw disk is the volume's content; qcow2 has one inside.
        return request.format == WriteFormat::Raw ? Status() : checkCipherFits(request.format, request.options);
    }
    if (request.ova || checkStreamable(request.format, request.options))
        return {};
    if (request.descriptor >= 0)
        return checkStreamable(request.format, request.options);
    return fail(Error(ErrorCode::Unsupported,
                      QStringLiteral("a compressed qcow2 image cannot be sealed or stored in a bucket: its tables come "
                                     "first, and are known only at its end"),
                      QStringLiteral("Choose no compression, or the format vmdk, which is always compressed.")));
}

Status checkExportTarget(const ExportRequest &request)
{
    if (request.descriptor >= 0 || request.overwrite == Overwrite::Yes || !QFileInfo::exists(request.path))
        return {};
    return fail(Error(ErrorCode::AlreadyExists, QStringLiteral("there is a file %1 already").arg(request.path)));
}

Result<std::unique_ptr<ImageOutput>> openExportOutput(const ExportRequest &request, qint64 least,
                                                      const std::stop_token &stop)
{
    if (!request.recipients || hasCipherInside(request))
        return openPlain(request, least, stop);
    SEALIFT_ASSIGN(auto sealer, request.recipients->makeSealer());
    const auto most = sealer->mostPlain();
    if (most > 0 && least > most)
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("%1 takes %2 at least, and a message sealed as %3 holds %4 at most")
                              .arg(request.path, sizeText(least), request.recipients->form(), sizeText(most)),
                          QStringLiteral("Seal it for an age recipient, which has no such limit.")));
    SEALIFT_ASSIGN(auto output, openPlain(request, least, stop));
    return std::make_unique<SealedOutput>(std::move(sealer), std::move(output), request.path, stop);
}

} // namespace sealift
