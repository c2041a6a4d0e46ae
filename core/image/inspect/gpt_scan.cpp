#include "image/inspect/gpt_scan.h"

#include "image/fields.h"
#include "image/inspect/partition_types.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace sealift {

namespace {

constexpr const char *kSignature = "EFI PART";
constexpr quint32 kSmallestHeader = 92;
constexpr quint32 kSmallestEntry = 128;
constexpr quint32 kLargestEntry = 4096;
constexpr quint32 kMostEntries = 1024;
constexpr qsizetype kNameOffset = 56;
constexpr qsizetype kNameLength = 72;
constexpr quint64 kLegacyBootable = 1U << 2;

quint32 crcOf(ByteView bytes)
{
    return static_cast<quint32>(::crc32(0, uchars(bytes), static_cast<uInt>(bytes.size())));
}

/// A GUID as it is written: the first three groups are little-endian.
QString guidText(const Fields &fields, std::size_t offset)
{
    const auto tail = toByteArray(fields.bytes(offset + 8, 8)).toHex().toUpper();
    return QStringLiteral("%1-%2-%3-%4-%5")
        .arg(fields.le32(offset), 8, 16, QLatin1Char('0'))
        .arg(fields.le16(offset + 4), 4, 16, QLatin1Char('0'))
        .arg(fields.le16(offset + 6), 4, 16, QLatin1Char('0'))
        .arg(QString::fromLatin1(tail.left(4)), QString::fromLatin1(tail.mid(4)))
        .toUpper();
}

struct Header {
    GptHeaderState state = GptHeaderState::Absent;
    QString diskId;
    quint64 alternate = 0;
    QList<PartitionFacts> partitions;
};

class GptReader
{
public:
    GptReader(DiskWindow &disk, qint64 sector)
        : m_disk(disk)
        , m_sector(sector)
    {
    }

    Result<Header> headerAt(qint64 lba)
    {
        Header header;
        if (lba < 1 || lba > m_disk.size() / m_sector - 1)
            return header;
        SEALIFT_ASSIGN(auto bytes, m_disk.read(lba * m_sector, 512));
        const Fields fields(viewOf(bytes));
        if (!fields.startsWith(kSignature))
            return header;
        header.state = GptHeaderState::Damaged;
        const auto length = fields.le32(12);
        if (length < kSmallestHeader || length > 512)
            return header;
        auto summed = bytes.left(static_cast<qsizetype>(length));
        summed.replace(16, 4, QByteArray(4, '\0'));
        if (crcOf(viewOf(summed)) != fields.le32(16))
            return header;
        header.alternate = fields.le64(32);
        header.diskId = guidText(fields, 56);
        SEALIFT_TRY(readEntries(fields, header));
        if (header.state == GptHeaderState::Valid && fields.le64(24) != static_cast<quint64>(lba))
            header.state = GptHeaderState::Misplaced;
        return header;
    }

private:
    Status readEntries(const Fields &fields, Header &header)
    {
        const auto at = fields.le64(72);
        const auto count = fields.le32(80);
        const auto size = fields.le32(84);
        const auto sectors = static_cast<quint64>(m_disk.size() / m_sector);
        if (size < kSmallestEntry || size > kLargestEntry || size % 8 != 0 || count > kMostEntries || at >= sectors)
            return {};
        const auto length = static_cast<qint64>(count) * size;
        const auto offset = static_cast<qint64>(at) * m_sector;
        if (length > m_disk.size() - offset)
            return {};
        SEALIFT_ASSIGN(const auto table, m_disk.read(offset, length));
        if (crcOf(viewOf(table)) != fields.le32(88))
            return {};
        header.state = GptHeaderState::Valid;
        for (quint32 i = 0; i < count; ++i) {
            const Fields entry(viewOf(table).subspan(static_cast<std::size_t>(i) * size, size));
            if (!isAllZero(entry.bytes(0, 16)))
                header.partitions.append(partitionOf(entry, static_cast<int>(i) + 1));
        }
        return {};
    }

    PartitionFacts partitionOf(const Fields &entry, int number) const
    {
        PartitionFacts partition;
        partition.number = number;
        partition.type = guidText(entry, 0);
        partition.typeName = gptTypeName(partition.type);
        partition.uuid = guidText(entry, 16).toLower();
        const auto first = entry.le64(32);
        const auto last = entry.le64(40);
        const auto sectors = static_cast<quint64>(m_disk.size() / m_sector);
        partition.outside = last < first || last >= sectors;
        if (first < sectors && last >= first) {
            partition.offset = static_cast<qint64>(first) * m_sector;
            partition.length = static_cast<qint64>(std::min(last, sectors - 1) - first + 1) * m_sector;
        }
        partition.active = (entry.le64(48) & kLegacyBootable) != 0;
        std::array<char16_t, kNameLength / 2> name{};
        qsizetype used = 0;
        for (; used < kNameLength / 2; ++used) {
            const auto unit = entry.le16(static_cast<std::size_t>(kNameOffset + used * 2));
            if (unit == 0)
                break;
            name.at(static_cast<std::size_t>(used)) = unit;
        }
        for (const auto character : QString::fromUtf16(name.data(), used))
            partition.name += character.isPrint() ? character : QLatin1Char('?');
        return partition;
    }

    DiskWindow &m_disk;
    qint64 m_sector;
};

} // namespace

Result<GptScan> scanGpt(DiskWindow &disk)
{
    for (const int sectorSize : {512, 4096}) {
        const auto lastSector = disk.size() / sectorSize - 1;
        if (lastSector < 2)
            continue;
        GptReader reader(disk, sectorSize);
        SEALIFT_ASSIGN(auto primary, reader.headerAt(1));
        SEALIFT_ASSIGN(auto backup, reader.headerAt(lastSector));
        // A disk that was enlarged has its second copy where the first one says.
        if (backup.state == GptHeaderState::Absent && primary.state == GptHeaderState::Valid &&
            primary.alternate < static_cast<quint64>(lastSector)) {
            SEALIFT_ASSIGN(backup, reader.headerAt(static_cast<qint64>(primary.alternate)));
            if (backup.state == GptHeaderState::Valid)
                backup.state = GptHeaderState::Misplaced;
        }
        if (primary.state == GptHeaderState::Absent && backup.state == GptHeaderState::Absent)
            continue;
        const auto &better = primary.state == GptHeaderState::Valid ? primary : backup;
        return GptScan{sectorSize, primary.state, backup.state, better.diskId, better.partitions};
    }
    return GptScan{};
}

} // namespace sealift
