#include "image/inspect/partition_scan.h"

#include "image/fields.h"
#include "image/inspect/gpt_scan.h"
#include "image/inspect/partition_types.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kMbr = 512;
constexpr std::size_t kEntries = 446;
constexpr std::size_t kEntrySize = 16;
constexpr int kPrimary = 4;
/// More than any system makes; a chain that goes in circles ends here.
constexpr int kMostLogical = 60;

bool isBootSector(const Fields &sector)
{
    return sector.startsWith("FAT", 54) || sector.startsWith("FAT", 82) || sector.startsWith("NTFS    ", 3) ||
           sector.startsWith("EXFAT   ", 3) || sector.startsWith("-FVE-FS-", 3);
}

bool isExtended(int type)
{
    return type == 0x05 || type == 0x0f || type == 0x85;
}

struct Entry {
    bool active = false;
    bool oddFlag = false; ///< a flag that no partition table has
    int type = 0;
    qint64 start = 0; ///< sectors
    qint64 count = 0;
};

Entry entryAt(const Fields &sector, int index)
{
    const auto at = kEntries + static_cast<std::size_t>(index) * kEntrySize;
    const auto flag = sector.u8(at);
    return {flag == 0x80, flag != 0 && flag != 0x80, sector.u8(at + 4), sector.le32(at + 8), sector.le32(at + 12)};
}

class MbrReader
{
public:
    MbrReader(DiskWindow &disk, int sectorSize, QString signature)
        : m_disk(disk)
        , m_sector(sectorSize)
        , m_signature(std::move(signature))
    {
    }

    Result<QList<PartitionFacts>> read(const Fields &mbr)
    {
        for (int i = 0; i < kPrimary; ++i) {
            const auto entry = entryAt(mbr, i);
            if (entry.type == 0 || entry.count == 0)
                continue;
            add(entry, i + 1, entry.start, false);
            if (isExtended(entry.type))
                SEALIFT_TRY(followChain(entry.start));
        }
        return m_partitions;
    }

private:
    Status followChain(qint64 extended)
    {
        auto link = extended;
        for (int i = 0; i < kMostLogical; ++i) {
            if (link * m_sector > m_disk.size() - kMbr)
                return {};
            SEALIFT_ASSIGN(const auto bytes, m_disk.read(link * m_sector, kMbr));
            const Fields sector(viewOf(bytes));
            if (sector.be16(510) != 0x55aa)
                return {};
            const auto logical = entryAt(sector, 0);
            if (logical.type != 0 && logical.count != 0)
                add(logical, kPrimary + 1 + m_logical++, link + logical.start, true);
            const auto next = entryAt(sector, 1);
            if (!isExtended(next.type) || next.count == 0)
                return {};
            link = extended + next.start;
        }
        return {};
    }

    void add(const Entry &entry, int number, qint64 start, bool logical)
    {
        PartitionFacts partition;
        partition.number = number;
        partition.type = mbrTypeText(entry.type);
        partition.typeName = mbrTypeName(entry.type);
        partition.uuid = QStringLiteral("%1-%2").arg(m_signature).arg(number, 2, 16, QLatin1Char('0'));
        partition.active = entry.active;
        partition.logical = logical;
        partition.extended = !logical && isExtended(entry.type);
        const auto sectors = m_disk.size() / m_sector;
        partition.outside = start >= sectors || entry.count > sectors - start;
        if (start < sectors) {
            partition.offset = start * m_sector;
            partition.length = std::min(entry.count, sectors - start) * m_sector;
        }
        m_partitions.append(partition);
    }

    DiskWindow &m_disk;
    qint64 m_sector;
    QString m_signature;
    QList<PartitionFacts> m_partitions;
    int m_logical = 0;
};

/// Two partitions in one place: one of them is wrong.
void markOverlaps(QList<PartitionFacts> &partitions)
{
    for (auto &one : partitions) {
        for (const auto &other : std::as_const(partitions)) {
            const bool apart = other.offset >= one.offset + one.length || one.offset >= other.offset + other.length;
            if (one.number != other.number && !one.extended && !other.extended && !apart)
                one.outside = true;
        }
    }
}

bool looksLikeMbr(const Fields &sector, int &protective, int &others)
{
    if (sector.be16(510) != 0x55aa)
        return false;
    for (int i = 0; i < kPrimary; ++i) {
        const auto entry = entryAt(sector, i);
        if (entry.oddFlag)
            return false;
        if (entry.type == kProtectiveType)
            ++protective;
        else if (entry.type != 0 && entry.count != 0)
            ++others;
    }
    return protective + others > 0;
}

} // namespace

Status rescanMbr(DiskWindow &disk, int sectorSize, DiskFacts &facts)
{
    SEALIFT_ASSIGN(const auto bytes, disk.read(0, kMbr));
    const Fields sector(viewOf(bytes));
    facts.sectorSize = sectorSize;
    facts.diskId = QStringLiteral("%1").arg(sector.le32(440), 8, 16, QLatin1Char('0'));
    SEALIFT_ASSIGN(facts.partitions, MbrReader(disk, sectorSize, facts.diskId).read(sector));
    markOverlaps(facts.partitions);
    return {};
}

Status scanPartitions(DiskWindow &disk, DiskFacts &facts)
{
    if (disk.size() < kMbr)
        return {};
    SEALIFT_ASSIGN(const auto bytes, disk.read(0, kMbr));
    const Fields sector(viewOf(bytes));
    int protective = 0;
    int others = 0;
    facts.mbrLooksLikeBootSector = sector.be16(510) == 0x55aa && isBootSector(sector);
    const bool mbr = !facts.mbrLooksLikeBootSector && looksLikeMbr(sector, protective, others);

    SEALIFT_ASSIGN(auto gpt, scanGpt(disk));
    facts.primaryGpt = gpt.primary;
    facts.backupGpt = gpt.backup;
    // Firmware and Linux take a GPT for one only behind a protective entry (UEFI 2.10, 5.2.3). Without, it is a rest.
    if (gpt.diskId.isEmpty() || protective == 0) {
        if (!mbr || others == 0)
            return {};
        facts.scheme = PartitionScheme::Mbr;
        return rescanMbr(disk, facts.sectorSize, facts);
    }
    facts.scheme = others > 0 ? PartitionScheme::Hybrid : PartitionScheme::Gpt;
    facts.sectorSize = gpt.sectorSize;
    facts.diskId = gpt.diskId;
    facts.partitions = std::move(gpt.partitions);
    markOverlaps(facts.partitions);
    return {};
}

} // namespace sealift
