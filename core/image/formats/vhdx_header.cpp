#include "image/formats/vhdx_header.h"

#include "image/fields.h"
#include "image/format_fault.h"
#include "image/formats/crc32c.h"

#include <array>
#include <bit>
#include <optional>
#include <vector>

namespace sealift {

namespace {

constexpr quint64 kMiB = 1 << 20;
constexpr qint64 kHeaderOffsets[] = {64 * 1024, 128 * 1024};
constexpr qint64 kRegionTableOffsets[] = {192 * 1024, 256 * 1024};
constexpr qint64 kHeaderBytes = 4096;
constexpr qint64 kRegionTableBytes = 64 * 1024;
constexpr qint64 kMetadataTableBytes = 64 * 1024;
constexpr quint32 kMaxEntries = 2047;
constexpr std::size_t kEntryBytes = 32;
constexpr quint64 kMaxVirtualSize = quint64{64} << 40;
constexpr std::size_t kGuidBytes = 16;

/// A GUID as it lies in the file: the first three groups little-endian.
struct Guid {
    quint32 a;
    quint16 b;
    quint16 c;
    quint64 d; ///< the last eight bytes, in the order in which they are written down

    bool isAt(const Fields &fields, std::size_t offset) const
    {
        return fields.le32(offset) == a && fields.le16(offset + 4) == b && fields.le16(offset + 6) == c &&
               fields.be64(offset + 8) == d;
    }
};

constexpr Guid kBatRegion{0x2dc27766, 0xf623, 0x4200, 0x9d64115e9bfd4a08};
constexpr Guid kMetadataRegion{0x8b7ca206, 0x4790, 0x4b9a, 0xb8fe575f050f886e};
constexpr Guid kFileParameters{0xcaa16737, 0xfa36, 0x4d43, 0xb3b633f0aa44e76b};
constexpr Guid kVirtualDiskSize{0x2fa54224, 0xcd1b, 0x4876, 0xb2115dbed83bf4b8};
constexpr Guid kVirtualDiskId{0xbeca12ab, 0xb2e6, 0x4523, 0x93efc309e000c746};
constexpr Guid kLogicalSectorSize{0x8141bf1d, 0xa96f, 0x4709, 0xba47f233a8faab5f};
constexpr Guid kPhysicalSectorSize{0xcda348c7, 0x445d, 0x4471, 0x9cc9e9885251c556};
constexpr Guid kParentLocator{0xa8d35f2d, 0xb30b, 0x454d, 0xabf7d3d84834ab0c};

struct Range {
    quint64 offset = 0;
    quint64 length = 0;
};

/// The checksum is taken with its own four bytes (at 4) as zeroes.
bool checksumFits(QByteArray structure)
{
    const auto expected = Fields(viewOf(structure)).le32(4);
    structure.replace(4, 4, QByteArray(4, '\0'));
    return crc32c(viewOf(structure)) == expected;
}

class VhdxParser
{
public:
    explicit VhdxParser(const FileWindow &file)
        : m_file(file)
        , m_fault(file, QStringLiteral("vhdx"))
    {
    }

    Result<VhdxHeader> parse();

private:
    Status parseHeaders();
    Status parseRegions();
    Status parseMetadata();
    Status parseItem(const Fields &entry);
    Status addRegion(const QString &field, Range range);
    Status checkResult();
    Result<Fields> item(const Fields &entry, quint32 length, const QString &what);
    Error unknownRequired(const QString &what) const;

    const FileWindow &m_file;
    FormatFault m_fault;
    VhdxHeader m_header;
    std::vector<Range> m_ranges;
    Range m_table;
    Range m_metadata;
    bool m_hasParameters = false;
    quint64 m_virtualSize = 0;
    bool m_hasVirtualSize = false;
    QByteArray m_item;
};

Error VhdxParser::unknownRequired(const QString &what) const
{
    return m_fault.unsupported(what, QStringLiteral("a required entry is unknown"),
                               QStringLiteral("Convert it on Hyper-V: Convert-VHD IMAGE NEW.vhdx -VHDType Dynamic"));
}

Result<VhdxHeader> VhdxParser::parse()
{
    // The creator is 256 UTF-16 characters behind the signature; most are plain ASCII.
    SEALIFT_ASSIGN(const auto identifier, m_file.read(0, 8 + 512, QStringLiteral("the file identifier")));
    QByteArray creator;
    for (qsizetype i = 8; i + 1 < identifier.size() && (identifier.at(i) != 0 || identifier.at(i + 1) != 0); i += 2)
        creator.append(identifier.at(i + 1) == 0 ? identifier.at(i) : '?');
    m_header.creator = printableText(viewOf(creator));

    SEALIFT_TRY(parseHeaders());
    SEALIFT_TRY(parseRegions());
    SEALIFT_TRY(parseMetadata());
    SEALIFT_TRY(checkResult());
    return m_header;
}

Status VhdxParser::parseHeaders()
{
    std::optional<QByteArray> current;
    for (const auto offset : kHeaderOffsets) {
        SEALIFT_ASSIGN(const auto bytes, m_file.read(offset, kHeaderBytes, QStringLiteral("a header")));
        const Fields fields(viewOf(bytes));
        if (!fields.startsWith("head") || !checksumFits(bytes)) {
            m_header.spareDamaged = true;
            continue;
        }
        const auto sequence = fields.le64(8);
        if (current && Fields(viewOf(*current)).le64(8) == sequence && *current != bytes)
            return fail(
                m_fault.corrupt(QStringLiteral("header"), QStringLiteral("two differ under one sequence number")));
        if (!current || sequence > Fields(viewOf(*current)).le64(8))
            current = bytes;
    }
    if (!current)
        return fail(
            m_fault.corrupt(QStringLiteral("header"), QStringLiteral("neither of the two has a valid checksum")));

    const Fields header(viewOf(*current));
    if (header.le16(66) != 1 || header.le16(64) != 0)
        return fail(unknownRequired(QStringLiteral("version")));
    if (!isAllZero(header.bytes(48, kGuidBytes)))
        return fail(m_fault.unsupported(QStringLiteral("log"),
                                        QStringLiteral("is not empty: the image was not closed properly"),
                                        QStringLiteral("Replay it: attach the disk once on Hyper-V (Mount-VHD, "
                                                       "Dismount-VHD), or run qemu-img check -r all on a copy.")));
    const Range log{header.le64(72), header.le32(68)};
    return log.length == 0 ? Status() : addRegion(QStringLiteral("log"), log);
}

Status VhdxParser::addRegion(const QString &field, Range range)
{
    if (range.offset < kMiB || range.offset % kMiB != 0 || range.length % kMiB != 0)
        return fail(m_fault.corrupt(
            field, QStringLiteral("%1 bytes at %2 are not on 1 MiB boundaries").arg(range.length).arg(range.offset)));
    if (!m_file.contains(range.offset, range.length))
        return fail(m_fault.corrupt(
            field, QStringLiteral("%1 bytes at %2 lie past the end of the file").arg(range.length).arg(range.offset)));
    for (const auto &other : m_ranges) {
        if (range.offset < other.offset + other.length && other.offset < range.offset + range.length)
            return fail(m_fault.corrupt(field, QStringLiteral("overlaps another region")));
    }
    m_ranges.push_back(range);
    return {};
}

Status VhdxParser::parseRegions()
{
    SEALIFT_ASSIGN(const auto bytes,
                   m_file.read(kRegionTableOffsets[0], kRegionTableBytes, QStringLiteral("the region table")));
    SEALIFT_ASSIGN(const auto spare,
                   m_file.read(kRegionTableOffsets[1], kRegionTableBytes, QStringLiteral("the spare region table")));
    const Fields fields(viewOf(bytes));
    if (!fields.startsWith("regi") || !checksumFits(bytes))
        return fail(
            m_fault.corrupt(QStringLiteral("region table"), QStringLiteral("its signature or checksum is wrong")));
    if (!Fields(viewOf(spare)).startsWith("regi") || !checksumFits(spare))
        m_header.spareDamaged = true;
    else if (spare != bytes)
        return fail(m_fault.corrupt(QStringLiteral("region table"), QStringLiteral("and its copy differ")));

    const auto count = fields.le32(8);
    if (count > kMaxEntries)
        return fail(m_fault.corrupt(QStringLiteral("region table"), QStringLiteral("%1 entries").arg(count)));
    for (std::size_t i = 0; i < count; ++i) {
        const Fields entry(fields.bytes(16 + i * kEntryBytes, kEntryBytes));
        const Range range{entry.le64(16), entry.le32(24)};
        SEALIFT_TRY(addRegion(QStringLiteral("region %1").arg(i), range));
        Range *target = kBatRegion.isAt(entry, 0) ? &m_table : kMetadataRegion.isAt(entry, 0) ? &m_metadata : nullptr;
        if (target == nullptr && (entry.le32(28) & 1) != 0)
            return fail(unknownRequired(QStringLiteral("region table")));
        if (target != nullptr && target->length != 0)
            return fail(m_fault.corrupt(QStringLiteral("region table"), QStringLiteral("names a region twice")));
        if (target != nullptr)
            *target = range;
    }
    if (m_table.length == 0 || m_metadata.length == 0)
        return fail(m_fault.corrupt(QStringLiteral("region table"),
                                    QStringLiteral("names no block allocation table, or no metadata")));
    return {};
}

Status VhdxParser::parseMetadata()
{
    SEALIFT_ASSIGN(const auto bytes, m_file.read(static_cast<qint64>(m_metadata.offset), kMetadataTableBytes,
                                                 QStringLiteral("the metadata table")));
    const Fields fields(viewOf(bytes));
    if (!fields.startsWith("metadata"))
        return fail(m_fault.corrupt(QStringLiteral("metadata table"), QStringLiteral("has no signature")));
    const auto count = fields.le16(10);
    if (count > kMaxEntries)
        return fail(m_fault.corrupt(QStringLiteral("metadata table"), QStringLiteral("%1 entries").arg(count)));
    for (std::size_t i = 0; i < count; ++i)
        SEALIFT_TRY(parseItem(Fields(fields.bytes(32 + i * kEntryBytes, kEntryBytes))));
    return {};
}

Result<Fields> VhdxParser::item(const Fields &entry, quint32 length, const QString &what)
{
    const quint64 offset = entry.le32(16);
    if (offset < static_cast<quint64>(kMetadataTableBytes) || entry.le32(20) < length ||
        offset + length > m_metadata.length)
        return fail(
            m_fault.corrupt(what, QStringLiteral("%1 bytes at %2 of the metadata").arg(entry.le32(20)).arg(offset)));
    SEALIFT_ASSIGN(m_item, m_file.read(static_cast<qint64>(m_metadata.offset + offset), length, what));
    return Fields(viewOf(m_item));
}

Status VhdxParser::parseItem(const Fields &entry)
{
    if (kFileParameters.isAt(entry, 0)) {
        SEALIFT_ASSIGN(const auto fields, item(entry, 8, QStringLiteral("file parameters")));
        m_hasParameters = true;
        m_header.blockSize = fields.le32(0);
        m_header.fixed = (fields.le32(4) & 1) != 0;
        if ((fields.le32(4) & 2) != 0)
            return fail(m_fault.unsafe(
                QStringLiteral("HasParent"), QStringLiteral("a differencing disk, which is nothing without its parent"),
                QStringLiteral("Merge it into its parent on Hyper-V: Merge-VHD, or Convert-VHD -VHDType Dynamic.")));
    } else if (kVirtualDiskSize.isAt(entry, 0)) {
        SEALIFT_ASSIGN(const auto fields, item(entry, 8, QStringLiteral("virtual disk size")));
        m_hasVirtualSize = true;
        m_virtualSize = fields.le64(0);
    } else if (kLogicalSectorSize.isAt(entry, 0)) {
        SEALIFT_ASSIGN(const auto fields, item(entry, 4, QStringLiteral("logical sector size")));
        m_header.logicalSectorSize = fields.le32(0);
    } else if (kParentLocator.isAt(entry, 0)) {
        return fail(m_fault.unsafe(
            QStringLiteral("parent locator"), QStringLiteral("names another disk as the parent"),
            QStringLiteral("Merge it into its parent on Hyper-V: Merge-VHD, or Convert-VHD -VHDType Dynamic.")));
    } else if (!kVirtualDiskId.isAt(entry, 0) && !kPhysicalSectorSize.isAt(entry, 0) && (entry.le32(24) & 4) != 0) {
        return fail(unknownRequired(QStringLiteral("metadata table")));
    }
    return {};
}

Status VhdxParser::checkResult()
{
    if (!m_hasParameters || !m_hasVirtualSize || m_header.logicalSectorSize == 0)
        return fail(m_fault.corrupt(QStringLiteral("metadata table"), QStringLiteral("lacks a required entry")));
    const auto blockSize = static_cast<quint64>(m_header.blockSize);
    if (!std::has_single_bit(blockSize) || blockSize < kMiB || blockSize > 256 * kMiB)
        return fail(m_fault.corrupt(QStringLiteral("block size"), QStringLiteral("%1 bytes").arg(blockSize)));
    if (m_header.logicalSectorSize == 4096)
        return fail(m_fault.unsupported(
            QStringLiteral("logical sector size"), QStringLiteral("4096 bytes are not read"),
            QStringLiteral(
                "Copy it into a disk with 512-byte sectors on Hyper-V: New-VHD -LogicalSectorSizeBytes 512.")));
    if (m_header.logicalSectorSize != 512)
        return fail(m_fault.corrupt(QStringLiteral("logical sector size"),
                                    QStringLiteral("%1").arg(m_header.logicalSectorSize)));
    if (m_virtualSize > kMaxVirtualSize || m_virtualSize % 512 != 0)
        return fail(
            m_fault.corrupt(QStringLiteral("virtual disk size"), QStringLiteral("%1 bytes").arg(m_virtualSize)));
    m_header.virtualSize = static_cast<qint64>(m_virtualSize);

    const auto blocks = (m_virtualSize + blockSize - 1) / blockSize;
    const auto entries = blocks == 0 ? 0 : blocks + (blocks - 1) / static_cast<quint64>(m_header.chunkRatio());
    if (entries * 8 > m_table.length)
        return fail(m_fault.corrupt(QStringLiteral("block allocation table"),
                                    QStringLiteral("%1 bytes do not cover the disk").arg(m_table.length)));
    m_header.tableOffset = static_cast<qint64>(m_table.offset);
    return {};
}

} // namespace

bool looksLikeVhdx(ByteView start)
{
    return Fields(start).startsWith("vhdxfile");
}

Result<VhdxHeader> readVhdxHeader(const FileWindow &file)
{
    return VhdxParser(file).parse();
}

} // namespace sealift
