#include "image/writers/vhdx_layout.h"

#include "image/formats/crc32c.h"
#include "image/writers/table_sink.h"

#include <array>
#include <vector>

namespace sealift {

namespace {

constexpr qint64 kKiB = 1LL << 10;
constexpr qint64 kMiB = 1LL << 20;
constexpr qint64 kEntry = 8;
constexpr qint64 kSectorSize = 512;
constexpr quint32 kPhysicalSectorSize = 4096;

// 2.2: where the parts of the header section are; the others are placed behind it.
constexpr qint64 kHeaders[] = {64 * kKiB, 128 * kKiB};
constexpr qint64 kRegionTables[] = {192 * kKiB, 256 * kKiB};
constexpr qint64 kHeaderBytes = 4 * kKiB;
constexpr qint64 kRegionTableBytes = 64 * kKiB;
constexpr qint64 kLogOffset = kMiB;
constexpr qint64 kLogBytes = kMiB;
constexpr qint64 kMetadataOffset = 2 * kMiB;
constexpr qint64 kMetadataBytes = kMiB;
constexpr qint64 kTableOffset = 3 * kMiB;

constexpr std::size_t kChecksum = 4; // in headers and region tables

constexpr QUuid kBatRegion{0x2dc27766, 0xf623, 0x4200, 0x9d, 0x64, 0x11, 0x5e, 0x9b, 0xfd, 0x4a, 0x08};
constexpr QUuid kMetadataRegion{0x8b7ca206, 0x4790, 0x4b9a, 0xb8, 0xfe, 0x57, 0x5f, 0x05, 0x0f, 0x88, 0x6e};
constexpr QUuid kFileParameters{0xcaa16737, 0xfa36, 0x4d43, 0xb3, 0xb6, 0x33, 0xf0, 0xaa, 0x44, 0xe7, 0x6b};
constexpr QUuid kVirtualDiskSize{0x2fa54224, 0xcd1b, 0x4876, 0xb2, 0x11, 0x5d, 0xbe, 0xd8, 0x3b, 0xf4, 0xb8};
constexpr QUuid kVirtualDiskId{0xbeca12ab, 0xb2e6, 0x4523, 0x93, 0xef, 0xc3, 0x09, 0xe0, 0x00, 0xc7, 0x46};
constexpr QUuid kLogicalSector{0x8141bf1d, 0xa96f, 0x4709, 0xba, 0x47, 0xf2, 0x33, 0xa8, 0xfa, 0xab, 0x5f};
constexpr QUuid kPhysicalSector{0xcda348c7, 0x445d, 0x4471, 0x9c, 0xc9, 0xe9, 0x88, 0x52, 0x51, 0xc5, 0x56};

/// 2.5.1.1, payload block states. A block that is "not present" may read as anything; one that is "zero" may not.
enum BlockState : quint64 { kZero = 2, kFullyPresent = 6 };

/// 2.6.1.2, metadata table entry flags.
enum ItemFlag : quint32 { kVirtualDisk = 2, kRequired = 4 };

qint64 roundUp(qint64 value, qint64 unit)
{
    return (value + unit - 1) / unit * unit;
}

/// Payload blocks between two sector bitmap entries of the table (2.5).
qint64 chunkRatio(qint64 blockSize)
{
    return (qint64{1} << 23) * kSectorSize / blockSize;
}

qint64 tableEntries(const ChunkMap &blocks)
{
    const auto count = blocks.chunkCount();
    return count == 0 ? 0 : count + (count - 1) / chunkRatio(blocks.chunkSize());
}

/// Entries of the region table and of the metadata table, one behind the other.
class MetadataTable
{
public:
    explicit MetadataTable(MutableBytes bytes)
        : m_fields(bytes)
    {
        m_fields.text(0, "metadata");
    }

    /// Adds an item and returns the byte at which its content belongs.
    std::size_t add(const QUuid &id, quint32 length, quint32 flags)
    {
        constexpr std::size_t kFirstEntry = 32;
        constexpr std::size_t kEntryBytes = 32;
        const auto entry = kFirstEntry + m_count * kEntryBytes;
        const auto item = m_nextItem;
        m_fields.guid(entry, id);
        m_fields.le32(entry + 16, static_cast<quint32>(item));
        m_fields.le32(entry + 20, length);
        m_fields.le32(entry + 24, flags);
        m_fields.le16(10, ++m_count);
        m_nextItem += length;
        return item;
    }

private:
    FieldWriter m_fields;
    quint16 m_count = 0;
    std::size_t m_nextItem = 64 * kKiB; // 2.6.1.2: items come behind the table's 64 KiB
};

} // namespace

qint64 VhdxLayout::defaultBlockSize(qint64 diskSize)
{
    constexpr qint64 kMostBlocks = 4LL << 20;
    auto size = 2 * kMiB;
    while (diskSize / size > kMostBlocks)
        size *= 2;
    return size;
}

Result<std::unique_ptr<const ImageLayout>> VhdxLayout::of(std::shared_ptr<const ChunkMap> chunks, qint64 blockSize,
                                                          bool fixed)
{
    SEALIFT_ASSIGN(auto blocks, blocksOf(*chunks, blockSize, fixed ? Storage::All : Storage::Allocated));
    const auto tableBytes = std::max(kMiB, roundUp(tableEntries(blocks) * kEntry, kMiB));
    return std::unique_ptr<const ImageLayout>(new VhdxLayout(std::move(chunks), std::move(blocks), tableBytes, fixed));
}

VhdxLayout::VhdxLayout(std::shared_ptr<const ChunkMap> chunks, ChunkMap blocks, qint64 tableBytes, bool fixed)
    : BlockLayout(std::move(chunks), std::move(blocks), kTableOffset + tableBytes, 0)
    , m_tableBytes(tableBytes)
    , m_fixed(fixed)
{
}

Status VhdxLayout::forEachTable(const Sink &sink) const
{
    SEALIFT_TRY(writeIdentifierAndHeaders(sink));
    SEALIFT_TRY(writeRegionTables(sink));
    SEALIFT_TRY(writeMetadata(sink));
    return writeBlockTable(sink);
}

Status VhdxLayout::writeIdentifierAndHeaders(const Sink &sink) const
{
    std::array<std::byte, kHeaderBytes> bytes{};
    FieldWriter fields(bytes);
    fields.text(0, "vhdxfile"); // 2.2.1
    const QStringView creator = u"Sealift";
    for (qsizetype i = 0; i < creator.size(); ++i)
        fields.le16(8 + static_cast<std::size_t>(i) * 2, creator.at(i).unicode());
    SEALIFT_TRY(sink(0, bytes));

    // 2.2.2: the header of the larger sequence number counts. The log's id stays null: there is nothing to replay.
    fields.fill(std::byte{0});
    fields.text(0, "head");
    fields.guid(16, QUuid::createUuid()); // of the file's last change
    fields.guid(32, QUuid::createUuid()); // of the data's last change
    fields.le16(66, 1);                   // version
    fields.le32(68, static_cast<quint32>(kLogBytes));
    fields.le64(72, static_cast<quint64>(kLogOffset));
    quint64 sequence = 1;
    for (const auto offset : kHeaders) {
        fields.le64(8, sequence++);
        fields.le32(kChecksum, 0);
        fields.le32(kChecksum, crc32c(bytes));
        SEALIFT_TRY(sink(offset, bytes));
    }
    return {};
}

/// 2.2.3: regions in ascending order of their ids, as Hyper-V has them; both are required.
Status VhdxLayout::writeRegionTables(const Sink &sink) const
{
    std::vector<std::byte> bytes(static_cast<std::size_t>(kRegionTableBytes));
    FieldWriter fields(bytes);
    fields.text(0, "regi");
    fields.le32(8, 2);
    const auto put = [&fields](std::size_t at, const QUuid &id, qint64 offset, qint64 length) {
        fields.guid(at, id);
        fields.le64(at + 16, static_cast<quint64>(offset));
        fields.le32(at + 24, static_cast<quint32>(length));
        fields.le32(at + 28, 1);
    };
    put(16, kBatRegion, kTableOffset, m_tableBytes);
    put(48, kMetadataRegion, kMetadataOffset, kMetadataBytes);
    fields.le32(kChecksum, crc32c(bytes));
    for (const auto offset : kRegionTables)
        SEALIFT_TRY(sink(offset, bytes));
    return {};
}

/// 2.6.2, the known items.
Status VhdxLayout::writeMetadata(const Sink &sink) const
{
    std::vector<std::byte> bytes(static_cast<std::size_t>(68 * kKiB));
    FieldWriter fields(bytes);
    MetadataTable table(bytes);
    const auto parameters = table.add(kFileParameters, 8, kRequired);
    fields.le32(parameters, static_cast<quint32>(blocks().chunkSize()));
    fields.le32(parameters + 4, m_fixed ? 1 : 0); // LeaveBlockAllocated
    fields.le64(table.add(kVirtualDiskSize, 8, kVirtualDisk | kRequired), static_cast<quint64>(diskSize()));
    fields.guid(table.add(kVirtualDiskId, 16, kVirtualDisk | kRequired), QUuid::createUuid());
    fields.le32(table.add(kLogicalSector, 4, kVirtualDisk | kRequired), static_cast<quint32>(kSectorSize));
    fields.le32(table.add(kPhysicalSector, 4, kVirtualDisk | kRequired), kPhysicalSectorSize);
    return sink(kMetadataOffset, bytes);
}

/// 2.5: after every chunkRatio() payload entries one of a sector bitmap, which only differencing disks have.
Status VhdxLayout::writeBlockTable(const Sink &sink) const
{
    const auto group = chunkRatio(blocks().chunkSize()) + 1;
    return TableSink::write(sink, kTableOffset, tableEntries(blocks()), kEntry, m_tableBytes,
                            [this, group](FieldWriter piece, qint64 first, qint64 count) {
                                for (qint64 i = 0; i < count; ++i) {
                                    const auto index = first + i;
                                    if (index % group == group - 1)
                                        continue;
                                    const auto block = index - index / group;
                                    // The place is in MiB from bit 20 on, which makes it the byte.
                                    const auto entry = blocks().isAllocated(block)
                                                           ? static_cast<quint64>(blockOffset(block)) | kFullyPresent
                                                           : quint64{kZero};
                                    piece.le64(static_cast<std::size_t>(i * kEntry), entry);
                                }
                            });
}

} // namespace sealift
