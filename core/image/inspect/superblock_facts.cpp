#include "image/inspect/superblock_facts.h"

#include "image/fields.h"
#include "image/inspect/ntfs_volume.h"

namespace sealift {

namespace {

constexpr qint64 kExtOffset = 1024;
constexpr quint16 kExtClean = 1;
constexpr quint32 kExtRecover = 0x4;
constexpr quint32 kExt64Bit = 0x80;
constexpr qint64 kBtrfsOffset = 65536;

Status addExt(const DiskView &view, VolumeFacts &volume)
{
    SEALIFT_ASSIGN(const auto bytes, view.read(kExtOffset, 1024));
    const Fields super(viewOf(bytes));
    const auto incompatible = super.le32(0x60);
    volume.dirty = (super.le16(0x3a) & kExtClean) == 0 || (incompatible & kExtRecover) != 0;
    quint64 free = super.le32(0x0c);
    if ((incompatible & kExt64Bit) != 0)
        free |= static_cast<quint64>(super.le32(0x158)) << 32;
    const auto blockShift = super.le32(0x18);
    constexpr quint32 kLargestShift = 6;
    if (blockShift <= kLargestShift && free <= static_cast<quint64>(view.size()) >> (10 + blockShift))
        volume.freeBytes = static_cast<qint64>(free << (10 + blockShift));
    else
        volume.freeBytes = Fact<qint64>::unknown(QStringLiteral("its superblock contradicts itself"));
    return {};
}

Status addXfs(const DiskView &view, VolumeFacts &volume)
{
    SEALIFT_ASSIGN(const auto bytes, view.read(0, 512));
    const Fields super(viewOf(bytes));
    const auto blockSize = super.be32(4);
    const auto free = super.be64(144);
    if (blockSize >= 512 && free <= static_cast<quint64>(view.size()) / blockSize)
        volume.freeBytes = static_cast<qint64>(free * blockSize);
    else
        volume.freeBytes = Fact<qint64>::unknown(QStringLiteral("its superblock contradicts itself"));
    volume.dirty = Fact<bool>::unknown(QStringLiteral("XFS tells only by its log, which is not read"));
    return {};
}

Status addBtrfs(const DiskView &view, VolumeFacts &volume)
{
    SEALIFT_ASSIGN(const auto bytes, view.read(kBtrfsOffset, 4096));
    const Fields super(viewOf(bytes));
    const auto logRoot = super.le64(0x60);
    const auto total = super.le64(0x70);
    const auto used = super.le64(0x78);
    volume.dirty = logRoot != 0;
    if (used <= total && total <= static_cast<quint64>(view.size()))
        volume.freeBytes = static_cast<qint64>(total - used);
    else
        volume.freeBytes = Fact<qint64>::unknown(QStringLiteral("it spans several devices"));
    return {};
}

Status addNtfs(const DiskView &view, VolumeFacts &volume)
{
    SEALIFT_ASSIGN(const auto state, readNtfsState(view));
    volume.dirty = state.dirty;
    volume.freeBytes = state.freeBytes;
    return {};
}

Status addFat(const DiskView &view, VolumeFacts &volume)
{
    SEALIFT_ASSIGN(const auto bytes, view.read(0, 512));
    const Fields sector(viewOf(bytes));
    // FAT32 has no count of sectors for a FAT where FAT12 and FAT16 have theirs.
    const bool isFat32 = sector.le16(22) == 0;
    volume.dirty = (sector.u8(isFat32 ? 0x41 : 0x25) & 1U) != 0;
    volume.freeBytes = Fact<qint64>::unknown(QStringLiteral("its table was not read"));
    return {};
}

} // namespace

Status addSuperblockFacts(const DiskView &view, VolumeFacts &volume)
{
    const auto none = QStringLiteral("Sealift does not know this of %1").arg(volume.type);
    volume.dirty = Fact<bool>::unknown(none);
    volume.freeBytes = Fact<qint64>::unknown(none);
    if (volume.type == QLatin1String("ext2") || volume.type == QLatin1String("ext3") ||
        volume.type == QLatin1String("ext4"))
        return addExt(view, volume);
    if (volume.type == QLatin1String("xfs"))
        return addXfs(view, volume);
    if (volume.type == QLatin1String("btrfs"))
        return addBtrfs(view, volume);
    if (volume.type == QLatin1String("ntfs"))
        return addNtfs(view, volume);
    if (volume.type == QLatin1String("vfat"))
        return addFat(view, volume);
    return {};
}

} // namespace sealift
