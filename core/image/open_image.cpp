#include "image/open_image.h"

#include "image/nbd/nbd_source.h"
#include "image/raw_source.h"

namespace sealift {

Result<std::unique_ptr<BlockSource>> openDisk(const DiskImage &image, const OpenOptions &options,
                                              const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto first, LocalFile::open(image.path));
    return openDisk(image, std::move(first), options, stop);
}

Result<std::unique_ptr<BlockSource>> openDisk(const DiskImage &image, std::unique_ptr<DiskFile> first,
                                              const OpenOptions &options, const std::stop_token &stop)
{
    if (image.corrupt)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 is marked as corrupt").arg(image.path),
                          QStringLiteral("Repair a copy of it: qemu-img check -r all COPY"))
                        .with(QStringLiteral("file"), image.path));
    if (image.files.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1 has no file").arg(image.path)));
    SEALIFT_TRY(image.files.first().identity.compare(first->identity(), image.path));
    std::vector<std::unique_ptr<DiskFile>> files;
    files.push_back(std::move(first));
    for (const auto &part : image.files.mid(1)) {
        SEALIFT_ASSIGN(auto file, LocalFile::open(part.path));
        SEALIFT_TRY(part.identity.compare(file->identity(), part.path));
        files.push_back(std::move(file));
    }
    const bool plain = image.format == DiskFormat::Raw ||
                       (image.format == DiskFormat::Vhd && image.subformat == QLatin1String("fixed"));
    // Nothing is in an empty disk, and QEMU cannot open every format's (VMDK).
    if (plain || image.virtualSize == 0)
        return openRawSource(std::move(files.front()), 0, image.virtualSize);
    return openNbdSource(image, std::move(files), options, stop);
}

} // namespace sealift
