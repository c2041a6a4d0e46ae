#include "image/probe.h"

#include "image/fields.h"
#include "image/format_fault.h"
#include "image/formats/foreign_formats.h"
#include "image/formats/partition_table.h"
#include "image/formats/qcow2_header.h"
#include "image/formats/vdi_header.h"
#include "image/formats/vhd_footer.h"
#include "image/formats/vhdx_header.h"
#include "image/formats/vmdk_sparse_header.h"
#include "image/parent_chain.h"
#include "image/vmdk_image.h"

#include <QFileInfo>

#include <array>

namespace sealift {

namespace {

constexpr qint64 kSector = 512;
/// Where an ISO 9660 image, or one of UDF, has its first descriptor (ECMA-119, 6.2.1), behind its type.
constexpr qint64 kDiscSignature = (32 << 10) + 1;

Status describeQcow2(const DiskFile &file, DiskImage &image, Parents parents)
{
    SEALIFT_ASSIGN(const auto header, readQcow2Header(file, parents));
    image.parent = header.parent;
    image.version = QString::number(header.version);
    image.virtualSize = header.virtualSize;
    image.clusterSize = header.clusterSize();
    image.internalSnapshots = header.snapshots;
    image.dirty = header.dirty;
    image.corrupt = header.corrupt;
    image.unknownFeatures = header.unknownFeatures;
    if (header.dirty)
        image.warnings.append(QStringLiteral(
            "The image was not closed properly; its reference counts may be wrong, its content is not."));
    if (header.corrupt)
        image.warnings.append(QStringLiteral("The image is marked as corrupt."));
    if (header.snapshots > 0)
        image.warnings.append(QStringLiteral("Only the disk's current state is read, not its %1 internal snapshots.")
                                  .arg(header.snapshots));
    return {};
}

Status describeVhd(const DiskFile &file, DiskImage &image)
{
    SEALIFT_ASSIGN(const auto footer, readVhdFooter(file));
    image.subformat = footer.dynamic ? QStringLiteral("dynamic") : QStringLiteral("fixed");
    image.version = QStringLiteral("1.0");
    image.virtualSize = footer.virtualSize;
    image.clusterSize = footer.blockSize;
    image.creator = footer.creator;
    if (footer.savedState)
        image.warnings.append(QStringLiteral("The virtual machine was in a saved state."));
    if (footer.geometryDiffers)
        image.warnings.append(
            QStringLiteral("The footer's geometry gives another size than its size field; the size field counts."));
    return {};
}

Status describeVhdx(const DiskFile &file, DiskImage &image)
{
    SEALIFT_ASSIGN(const auto header, readVhdxHeader(file));
    image.subformat = header.fixed ? QStringLiteral("fixed") : QStringLiteral("dynamic");
    image.version = QStringLiteral("1");
    image.virtualSize = header.virtualSize;
    image.clusterSize = header.blockSize;
    image.creator = header.creator;
    if (header.spareDamaged)
        image.warnings.append(QStringLiteral(
            "One of the two copies of the header or the region table is damaged; the other one is good."));
    return {};
}

Status describeVdi(const DiskFile &file, DiskImage &image)
{
    SEALIFT_ASSIGN(const auto header, readVdiHeader(file));
    image.subformat = header.fixed ? QStringLiteral("fixed") : QStringLiteral("dynamic");
    image.version = QStringLiteral("1.1");
    image.virtualSize = header.virtualSize;
    image.clusterSize = header.blockSize;
    image.creator = header.creator;
    return {};
}

Status describe(DiskFormat format, const DiskFile &file, DiskImage &image, Parents parents)
{
    switch (format) {
    case DiskFormat::Raw:
        image.virtualSize = file.size();
        return {};
    case DiskFormat::Qcow2:
        return describeQcow2(file, image, parents);
    case DiskFormat::Vmdk:
        return describeVmdk(file, image, parents);
    case DiskFormat::Vhd:
        return describeVhd(file, image);
    case DiskFormat::Vhdx:
        return describeVhdx(file, image);
    case DiskFormat::Vdi:
        return describeVdi(file, image);
    }
    return fail(Error(ErrorCode::Internal, QStringLiteral("unknown disk format")));
}

/// The first and the last sector of a file, as much of them as there is.
struct Edges {
    std::array<std::byte, kPartitionTableBytes> startBytes{};
    std::array<std::byte, kSector> lastBytes{};
    ByteView start;
    ByteView last;
    bool isDisc = false; ///< has the mark of an ISO 9660 or UDF image
};

Status readEdges(const DiskFile &file, Edges &edges)
{
    const auto length = static_cast<std::size_t>(std::min(file.size(), kPartitionTableBytes));
    SEALIFT_TRY(file.read(0, MutableBytes(edges.startBytes).first(length), QStringLiteral("the first sectors")));
    edges.start = ByteView(edges.startBytes).first(length);
    if (file.size() >= kSector) {
        SEALIFT_TRY(file.read(file.size() - kSector, edges.lastBytes, QStringLiteral("the last sector")));
        edges.last = edges.lastBytes;
    }
    std::array<std::byte, 5> signature{};
    if (file.size() >= kDiscSignature + static_cast<qint64>(signature.size())) {
        SEALIFT_TRY(file.read(kDiscSignature, signature, QStringLiteral("the volume descriptors")));
        const Fields fields(signature);
        for (const auto *mark : {"CD001", "BEA01", "NSR02", "NSR03"})
            edges.isDisc = edges.isDisc || fields.startsWith(mark);
    }
    return {};
}

QList<DiskFormat> claims(const Edges &edges)
{
    QList<DiskFormat> formats;
    if (looksLikeQcow2(edges.start))
        formats.append(DiskFormat::Qcow2);
    if (vmdkMagic(edges.start) != VmdkMagic::None)
        formats.append(DiskFormat::Vmdk);
    if (looksLikeVhd(edges.start, edges.last))
        formats.append(DiskFormat::Vhd);
    if (looksLikeVhdx(edges.start))
        formats.append(DiskFormat::Vhdx);
    if (looksLikeVdi(edges.start))
        formats.append(DiskFormat::Vdi);
    return formats;
}

/// A file without any container's marks is raw, unless its name promises a container: then those marks are lost, as
/// in a truncated fixed VHD, and reading on would import a broken disk.
Status checkNameOfRaw(const QString &path, DiskImage &image)
{
    const auto name = QFileInfo(path).fileName().toLower();
    if (name.endsWith(QLatin1String("-flat.vmdk"))) {
        image.warnings.append(QStringLiteral("This is the data part of a VMware disk, read as a raw disk; its "
                                             "descriptor is the file without \"-flat\"."));
        return {};
    }
    for (const auto *suffix : {".qcow2", ".vmdk", ".vhd", ".vhdx", ".vdi"}) {
        if (name.endsWith(QLatin1String(suffix)))
            return fail(
                Error(
                    ErrorCode::Corrupt,
                    QStringLiteral("%1 has none of the marks of its kind: it is truncated, encrypted, or no %2 image")
                        .arg(path, QLatin1String(suffix + 1)),
                    QStringLiteral("Copy or download it again. If it really is a raw disk, rename it to end in .raw."))
                    .with(QStringLiteral("file"), path));
    }
    return {};
}

Result<DiskFormat> decideFormat(const QString &path, const Edges &edges, const ProbeOptions &options, DiskImage &image)
{
    const auto found = claims(edges);
    const auto names = [&] {
        QStringList list;
        for (const auto format : found)
            list.append(diskFormatName(format));
        return list.join(QStringLiteral(" and "));
    }();
    const auto foreign = detectForeignFormat(edges.start);
    // A disc's first sectors are free for anything; in a fixed VHD the disc is the disk.
    const bool headed = !found.isEmpty() && (found.first() != DiskFormat::Vhd || looksLikeVhd(edges.start, {}));
    if (headed && edges.isDisc)
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 could be read as %2 and as a disc").arg(path, names),
                          QStringLiteral("Nobody makes such a file by accident: do not trust its source."))
                        .with(QStringLiteral("file"), path));
    if (found.size() > 1 || (found.size() == 1 && foreign && foreign->container))
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("%1 could be read as %2").arg(path, foreign ? foreign->name : names),
                          QStringLiteral("Nobody makes such a file by accident: do not trust its source."))
                        .with(QStringLiteral("file"), path));
    const auto wanted = options.format;
    if (wanted == DiskFormat::Raw && !found.isEmpty())
        return fail(
            Error(ErrorCode::Unsafe, QStringLiteral("%1 is declared raw, but is a %2 image").arg(path, names),
                  QStringLiteral(
                      "Leave the format to Sealift, or, if a guest wrote this into its own disk, do not trust it."))
                .with(QStringLiteral("file"), path));
    if (found.isEmpty() && foreign && (foreign->container || wanted != DiskFormat::Raw))
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("%1 is %2").arg(path, foreign->name), foreign->remedy)
                        .with(QStringLiteral("file"), path));
    const auto format = found.isEmpty() ? DiskFormat::Raw : found.first();
    if (wanted && *wanted != format)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 is declared %2, but is %3")
                              .arg(path, diskFormatName(*wanted), diskFormatName(format)),
                          QStringLiteral("Leave the format to Sealift."))
                        .with(QStringLiteral("file"), path));
    if (format == DiskFormat::Raw && !wanted)
        SEALIFT_TRY(checkNameOfRaw(path, image));
    return format;
}

/// One image by itself, without its parent.
Result<DiskImage> probeLayer(const DiskFile &file, const ProbeOptions &options)
{
    DiskImage image;
    const auto path = file.path();
    image.path = path;
    image.files.append({path, file.identity()});

    Edges edges;
    SEALIFT_TRY(readEdges(file, edges));
    SEALIFT_ASSIGN(image.format, decideFormat(path, edges, options, image));
    if (image.format != DiskFormat::Raw && file.identity().blockDevice)
        return fail(
            Error(ErrorCode::Unsupported,
                  QStringLiteral("%1 is a device with a %2 image on it").arg(path, diskFormatName(image.format)),
                  QStringLiteral("Copy the image into a file first.")));
    SEALIFT_TRY(describe(image.format, file, image, options.parents));
    if (image.virtualSize > options.maxVirtualSize)
        return fail(
            Error(ErrorCode::LimitExceeded, QStringLiteral("%1 holds a disk of %2 bytes, more than %3 are not accepted")
                                                .arg(path)
                                                .arg(image.virtualSize)
                                                .arg(options.maxVirtualSize)));
    if (image.format == DiskFormat::Raw ||
        (image.format == DiskFormat::Vhd && image.subformat == QLatin1String("fixed")))
        image.partitionTable = detectPartitionTable(edges.start.first(
            static_cast<std::size_t>(std::min(image.virtualSize, static_cast<qint64>(edges.start.size())))));
    return image;
}

} // namespace

Result<DiskImage> probeDisk(const QString &path, const ProbeOptions &options, const std::stop_token &stop)
{
    const auto real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty())
        return fail(Error::fromErrno(ENOENT, QStringLiteral("cannot open %1").arg(path)));
    SEALIFT_ASSIGN(const auto file, LocalFile::open(real));
    return probeDisk(*file, options, stop);
}

Result<DiskFormat> formatByStart(ByteView start, const QString &path)
{
    Edges edges;
    edges.start = start.first(std::min(start.size(), static_cast<std::size_t>(kPartitionTableBytes)));
    DiskImage unused;
    return decideFormat(path, edges, {}, unused);
}

bool beginsLikeContainer(ByteView start)
{
    Edges edges;
    edges.start = start;
    return !claims(edges).isEmpty();
}

Result<DiskImage> probeDisk(const DiskFile &file, const ProbeOptions &options, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(Error::cancelled());
    SEALIFT_ASSIGN(auto image, probeLayer(file, options));
    if (options.parents == Parents::Follow && image.parent) {
        SEALIFT_TRY(followParents(file, image, [&](const DiskFile &parent, const std::optional<DiskFormat> &format) {
            return stop.stop_requested() ? Result<DiskImage>(fail(Error::cancelled()))
                                         : probeLayer(parent, {.format = format,
                                                               .maxVirtualSize = options.maxVirtualSize,
                                                               .parents = options.parents});
        }));
    }
    for (const auto &part : image.files) {
        image.fileSize += part.identity.size;
        image.allocated += part.identity.allocated;
    }
    SEALIFT_TRY(file.checkUnchanged());
    return image;
}

} // namespace sealift
