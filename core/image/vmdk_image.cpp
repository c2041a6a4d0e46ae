#include "image/vmdk_image.h"

#include "image/format_fault.h"
#include "image/formats/vmdk_descriptor.h"
#include "image/formats/vmdk_sparse_header.h"
#include "image/neighbour_file.h"

#include <array>

namespace sealift {

namespace {

constexpr qint64 kSector = 512;
/// Where QEMU looks for a parent's name in a sparse file, whatever the header says: 20 sectors behind the header.
constexpr qint64 kScannedOffset = kSector;
constexpr qint64 kScannedBytes = 20 * kSector;

FormatFault faultOf(const FileWindow &file)
{
    return {file, QStringLiteral("vmdk")};
}

void describeHeader(const VmdkSparseHeader &header, DiskImage &image)
{
    image.version = QString::number(header.version);
    image.clusterSize = header.grainSize;
    image.compressed = image.compressed || header.compressed;
    if (header.unclean)
        image.dirty = true;
}

/// A file that is header, descriptor and grains in one.
Status describeMonolithic(const DiskFile &file, DiskImage &image, Parents parents)
{
    SEALIFT_ASSIGN(const auto header, readVmdkSparseHeader(file));
    const auto fault = faultOf(file);
    if (header.cowd || header.descriptorOffset == 0)
        return fail(fault.unsupported(
            QStringLiteral("descriptor"), QStringLiteral("the file has none: it is one part of a disk"),
            QStringLiteral("Name the disk's small descriptor file instead (NAME.vmdk, without -s001 and the like).")));
    // QEMU does not look where the header says.
    if (header.descriptorOffset != kScannedOffset)
        return fail(fault.unsupported(QStringLiteral("descriptorOffset"), QStringLiteral("is not the second sector"),
                                      QStringLiteral("Convert it with the program that made it.")));
    const auto available = file.size() - header.descriptorOffset;
    SEALIFT_ASSIGN(const auto text,
                   file.read(header.descriptorOffset, std::min({header.descriptorSize, kMaxVmdkDescriptor, available}),
                             QStringLiteral("the descriptor")));
    SEALIFT_ASSIGN(const auto scanned,
                   file.read(kScannedOffset, std::min(kScannedBytes, available), QStringLiteral("the descriptor")));
    const auto hints = scanned.count("parentFileNameHint");
    const auto hidden = [&fault] {
        return fail(fault.unsafe(QStringLiteral("parentFileNameHint"),
                                 QStringLiteral("the disk is only the difference to another one"),
                                 flattenRemedy(QStringLiteral("vmdk"))));
    };
    if (hints > 0 && parents == Parents::Refuse)
        return hidden();
    SEALIFT_ASSIGN(const auto descriptor, parseVmdkDescriptor(file, viewOf(text), parents));
    // QEMU is told of the parent that we see; there is no other one.
    if (hints != (descriptor.parent ? 1 : 0))
        return hidden();
    image.parent = descriptor.parent;
    image.contentId = descriptor.contentId;
    if (descriptor.createType != QLatin1String("monolithicSparse") &&
        descriptor.createType != QLatin1String("streamOptimized"))
        return fail(fault.corrupt(QStringLiteral("createType"),
                                  QStringLiteral("%1 in a sparse file").arg(descriptor.createType)));
    if (descriptor.size() != header.capacity)
        image.warnings.append(QStringLiteral("The header says %1 bytes, the descriptor %2; the header counts.")
                                  .arg(header.capacity)
                                  .arg(descriptor.size()));
    image.subformat = header.compressed ? QStringLiteral("streamOptimized") : QStringLiteral("monolithicSparse");
    image.virtualSize = header.capacity;
    describeHeader(header, image);
    return {};
}

Status checkFlat(const FileWindow &file, const VmdkDescriptorExtent &extent)
{
    if (!file.contains(static_cast<quint64>(extent.offset), static_cast<quint64>(extent.length)))
        return fail(faultOf(file).corrupt(QStringLiteral("extent"),
                                          QStringLiteral("needs %1 bytes at %2, the file has %3: it is truncated")
                                              .arg(extent.length)
                                              .arg(extent.offset)
                                              .arg(file.size())));
    return {};
}

Status checkSparse(const FileWindow &file, const VmdkDescriptorExtent &extent, DiskImage &image)
{
    const auto fault = faultOf(file);
    std::array<std::byte, kSector> start{};
    SEALIFT_TRY(file.read(0, start, QStringLiteral("the header")));
    const auto magic = vmdkMagic(start);
    if (magic != (extent.type == "VMFSSPARSE" ? VmdkMagic::EsxSparse : VmdkMagic::HostedSparse))
        return fail(fault.corrupt(QStringLiteral("magic number"),
                                  QStringLiteral("is not that of a %1 extent").arg(QLatin1String(extent.type))));
    SEALIFT_ASSIGN(const auto header, readVmdkSparseHeader(file));
    if (header.capacity != extent.length)
        return fail(
            fault.corrupt(QStringLiteral("capacity"),
                          QStringLiteral("%1 bytes, the descriptor says %2").arg(header.capacity).arg(extent.length)));
    if (header.footer)
        return fail(fault.unsupported(QStringLiteral("gdOffset"),
                                      QStringLiteral("a stream-optimized extent of a split disk"),
                                      QStringLiteral("Convert it with the program that made it.")));
    describeHeader(header, image);
    return {};
}

Status addExtent(const DiskFile &descriptor, const VmdkDescriptorExtent &extent, DiskImage &image)
{
    if (extent.access != "RW")
        return fail(faultOf(descriptor)
                        .unsupported(QStringLiteral("extent"),
                                     QStringLiteral("access %1").arg(QLatin1String(extent.access)),
                                     QStringLiteral("Convert it with the program that made it.")));
    if (extent.length == 0)
        return fail(faultOf(descriptor).corrupt(QStringLiteral("extent"), QStringLiteral("of no length")));
    SEALIFT_ASSIGN(const auto file,
                   openNeighbour(descriptor, extent.name, QStringLiteral("extent"), QStringLiteral("vmdk")));
    VmdkExtent result;
    result.length = extent.length;
    if (extent.type == "FLAT" || extent.type == "VMFS") {
        SEALIFT_TRY(checkFlat(*file, extent));
        result.kind = VmdkExtent::Kind::Flat;
        result.fileOffset = extent.offset;
    } else {
        SEALIFT_TRY(checkSparse(*file, extent, image));
        result.kind = VmdkExtent::Kind::Sparse;
    }
    const auto known = std::find_if(image.files.begin(), image.files.end(),
                                    [&](const ImageFile &other) { return other.path == file->path(); });
    result.file = known - image.files.begin();
    // A file twice could never hold two sparse extents, and the descriptor is no extent.
    if (result.file == 0 || (known != image.files.end() && result.kind == VmdkExtent::Kind::Sparse))
        return fail(faultOf(descriptor)
                        .unsafe(QStringLiteral("extent"), QStringLiteral("%1 is named twice").arg(file->path()),
                                QStringLiteral("Convert it with the program that made it.")));
    if (known == image.files.end())
        image.files.append({file->path(), file->identity()});
    image.vmdkExtents.append(result);
    return {};
}

Status describeSplit(const DiskFile &file, DiskImage &image, Parents parents)
{
    const auto fault = faultOf(file);
    if (file.size() > kMaxVmdkDescriptor)
        return fail(
            fault.corrupt(QStringLiteral("descriptor"), QStringLiteral("%1 bytes are too long").arg(file.size())));
    SEALIFT_ASSIGN(const auto text, file.read(0, file.size(), QStringLiteral("the descriptor")));
    SEALIFT_ASSIGN(const auto descriptor, parseVmdkDescriptor(file, viewOf(text), parents));
    image.parent = descriptor.parent;
    image.contentId = descriptor.contentId;
    if (descriptor.createType == QLatin1String("monolithicSparse") ||
        descriptor.createType == QLatin1String("streamOptimized"))
        return fail(fault.corrupt(QStringLiteral("createType"),
                                  QStringLiteral("%1 has its descriptor inside").arg(descriptor.createType)));
    image.subformat = descriptor.createType;
    for (const auto &extent : descriptor.extents)
        SEALIFT_TRY(addExtent(file, extent, image));
    image.virtualSize = descriptor.size();
    return {};
}

} // namespace

Status describeVmdk(const DiskFile &file, DiskImage &image, Parents parents)
{
    std::array<std::byte, kSector> start{};
    const auto view = MutableBytes(start).first(static_cast<std::size_t>(std::min(file.size(), kSector)));
    SEALIFT_TRY(file.read(0, view, QStringLiteral("the header")));
    image.format = DiskFormat::Vmdk;
    switch (vmdkMagic(view)) {
    case VmdkMagic::SeSparse:
        return fail(faultOf(file).unsupported(
            QStringLiteral("magic number"), QStringLiteral("an SEsparse extent, a snapshot's undocumented format"),
            QStringLiteral(
                "Consolidate the snapshots, or copy the disk on the ESXi host: vmkfstools -i IMAGE NEW.vmdk")));
    case VmdkMagic::Descriptor:
        SEALIFT_TRY(describeSplit(file, image, parents));
        break;
    default:
        SEALIFT_TRY(describeMonolithic(file, image, parents));
        break;
    }
    if (image.dirty)
        image.warnings.append(QStringLiteral("The disk was not closed properly."));
    return {};
}

QByteArray plainVmdkDescriptor(const VmdkLayer &layer, const std::function<QByteArray(qsizetype)> &nameOf)
{
    QByteArray text("# Disk DescriptorFile\nversion=1\nCID=");
    text += layer.contentId.isEmpty() ? "fffffffe" : layer.contentId;
    text += "\nparentCID=" + (layer.parentId.isEmpty() ? "ffffffff" : layer.parentId);
    text += "\ncreateType=\"twoGbMaxExtentSparse\"\n# Extent description\n";
    for (const auto &extent : layer.extents) {
        const bool flat = extent.kind == VmdkExtent::Kind::Flat;
        text += "RW " + QByteArray::number(extent.length / kSector) + (flat ? " FLAT \"" : " SPARSE \"") +
                nameOf(extent.file) + '"';
        if (flat)
            text += ' ' + QByteArray::number(extent.fileOffset / kSector);
        text += '\n';
    }
    return text;
}

} // namespace sealift
