#include "image/container_map.h"

#include "image/formats/qcow2_map.h"
#include "image/formats/vdi_header.h"
#include "image/formats/vhdx_map.h"
#include "image/formats/vmdk_map.h"

namespace sealift {

namespace {

/// The tables of a file that is the whole image.
Result<std::unique_ptr<AllocationMap>> openTables(DiskFormat format, const FileWindow &file)
{
    switch (format) {
    case DiskFormat::Qcow2: {
        SEALIFT_ASSIGN(const auto header, readQcow2Header(file));
        return Qcow2Map::open(file, header);
    }
    case DiskFormat::Vmdk: {
        SEALIFT_ASSIGN(const auto header, readVmdkSparseHeader(file));
        return VmdkMap::open(file, header);
    }
    case DiskFormat::Vhdx: {
        SEALIFT_ASSIGN(const auto header, readVhdxHeader(file));
        return std::make_unique<VhdxMap>(file, header);
    }
    case DiskFormat::Vdi: {
        SEALIFT_ASSIGN(const auto header, readVdiHeader(file));
        return std::make_unique<VdiMap>(file, header);
    }
    case DiskFormat::Raw:
    case DiskFormat::Vhd:
        break;
    }
    return nullptr;
}

} // namespace

Result<std::unique_ptr<ContainerMap>> ContainerMap::open(const DiskImage &image,
                                                         const std::vector<std::unique_ptr<DiskFile>> &files)
{
    std::unique_ptr<ContainerMap> map(new ContainerMap);
    if (!image.vmdkExtents.isEmpty()) {
        SEALIFT_TRY(map->addVmdkExtents(image, files));
        return map;
    }
    SEALIFT_ASSIGN(auto tables, openTables(image.format, *files.front()));
    if (!tables)
        return nullptr;
    map->m_parts.emplace_back(0, image.virtualSize, *files.front(), std::move(tables), 0);
    return map;
}

Status ContainerMap::addVmdkExtents(const DiskImage &image, const std::vector<std::unique_ptr<DiskFile>> &files)
{
    qint64 begin = 0;
    for (const auto &extent : image.vmdkExtents) {
        const auto &file = *files[static_cast<std::size_t>(extent.file)];
        std::unique_ptr<AllocationMap> tables;
        if (extent.kind == VmdkExtent::Kind::Sparse) {
            SEALIFT_ASSIGN(tables, openTables(DiskFormat::Vmdk, file));
        }
        m_parts.emplace_back(begin, extent.length, file, std::move(tables), extent.fileOffset);
        begin += extent.length;
    }
    return {};
}

Status ContainerMap::forEachOfPart(Part &part, qint64 begin, qint64 end, ExtentJoiner &joiner,
                                   const std::stop_token &stop)
{
    const auto add = [&](const Extent &extent) { return joiner.add(extent); };
    if (!part.map)
        return part.allocation.refine({begin, end - begin, ExtentKind::Data}, part.flatOffset + (begin - part.begin),
                                      add);
    const auto refine = [&](const MappedExtent &mapped) -> Status {
        auto extent = mapped.extent;
        extent.offset += part.begin;
        if (extent.kind == ExtentKind::Data && mapped.fileOffset >= 0)
            return part.allocation.refine(extent, mapped.fileOffset, add);
        return joiner.add(extent);
    };
    return part.map->forEach(begin - part.begin, end - begin, refine, stop);
}

Status ContainerMap::forEach(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                             const std::stop_token &stop)
{
    ExtentJoiner joiner(each);
    for (auto &part : m_parts) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        const auto begin = std::max(offset, part.begin);
        const auto end = std::min(offset + length, part.begin + part.length);
        if (begin < end)
            SEALIFT_TRY(forEachOfPart(part, begin, end, joiner, stop));
    }
    return joiner.finish();
}

} // namespace sealift
