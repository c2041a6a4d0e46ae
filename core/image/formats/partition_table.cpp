#include "image/formats/partition_table.h"

#include "image/fields.h"

namespace sealift {

namespace {

constexpr std::size_t kSector = 512;
constexpr std::size_t kEntries = 446;
constexpr std::size_t kEntrySize = 16;
constexpr std::size_t kEntryCount = 4;
constexpr quint8 kProtective = 0xee;

bool isFileSystemBootSector(const Fields &sector)
{
    return sector.startsWith("FAT", 54) || sector.startsWith("FAT", 82) || sector.startsWith("NTFS    ", 3) ||
           sector.startsWith("EXFAT   ", 3);
}

} // namespace

PartitionTable detectPartitionTable(ByteView start)
{
    if (start.size() < kSector)
        return PartitionTable::None;
    const Fields sector(start);
    if (sector.be16(510) != 0x55aa || isFileSystemBootSector(sector))
        return PartitionTable::None;
    bool used = false;
    bool protective = false;
    for (std::size_t i = 0; i < kEntryCount; ++i) {
        const auto entry = kEntries + i * kEntrySize;
        const auto bootFlag = sector.u8(entry);
        const auto type = sector.u8(entry + 4);
        if (bootFlag != 0 && bootFlag != 0x80)
            return PartitionTable::None;
        used = used || (type != 0 && sector.le32(entry + 12) != 0);
        protective = protective || type == kProtective;
    }
    if (protective && sector.startsWith("EFI PART", kSector))
        return PartitionTable::Gpt;
    return used ? PartitionTable::Mbr : PartitionTable::None;
}

} // namespace sealift
