#include "image/open_image.h"

#include "image/file_window.h"
#include "image/nbd/nbd_source.h"
#include "image/raw_source.h"

namespace sealift {

Result<std::unique_ptr<BlockSource>> openDisk(const DiskImage &image, const OpenOptions &options,
                                              const std::stop_token &stop)
{
    if (image.corrupt)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 is marked as corrupt").arg(image.path),
                          QStringLiteral("Repair a copy of it: qemu-img check -r all COPY"))
                        .with(QStringLiteral("file"), image.path));
    std::vector<std::unique_ptr<DiskFile>> files;
    for (const auto &part : image.files) {
        SEALIFT_ASSIGN(auto file, DiskFile::open(part.path));
        SEALIFT_TRY(part.identity.compare(file->identity(), part.path));
        files.push_back(std::move(file));
    }
    if (files.empty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1 has no file").arg(image.path)));
    const bool plain = image.format == DiskFormat::Raw ||
                       (image.format == DiskFormat::Vhd && image.subformat == QLatin1String("fixed"));
    // Nothing is in an empty disk, and QEMU cannot open every format's (VMDK).
    if (plain || image.virtualSize == 0)
        return openRawSource(std::move(files.front()), 0, image.virtualSize);
    return openNbdSource(image, std::move(files), options, stop);
}

} // namespace sealift
