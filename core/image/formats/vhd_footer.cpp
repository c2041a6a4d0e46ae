#include "image/formats/vhd_footer.h"

#include "image/fields.h"
#include "image/format_fault.h"

#include <array>
#include <bit>

namespace sealift {

namespace {

constexpr std::size_t kFooterSize = 512;
constexpr std::size_t kSparseHeaderSize = 1024;
constexpr quint64 kNoDataOffset = ~quint64{0};
constexpr quint32 kFileFormatVersion = 0x00010000;
constexpr quint64 kMaxDynamicSize = quint64{2040} << 30; // the specification's limit, and QEMU's
constexpr quint32 kMaxBlockSize = 256 << 20;
constexpr qint64 kSector = 512;
constexpr quint64 kMaxGeometry = quint64{65535} * 16 * 255;

enum Footer : std::size_t {
    kVersion = 12,
    kDataOffset = 16,
    kCreator = 28,
    kCreatorVersion = 32,
    kCurrentSize = 48,
    kCylinders = 56,
    kHeads = 58,
    kSectors = 59,
    kDiskType = 60,
    kChecksum = 64,
    kSavedState = 84,
};

enum SparseHeader : std::size_t {
    kTableOffset = 16,
    kHeaderVersion = 24,
    kTableEntries = 28,
    kBlockSize = 32,
    kHeaderChecksum = 36,
};

enum DiskType : quint32 { kFixed = 2, kDynamic = 3, kDifferencing = 4 };

using FooterBytes = std::array<std::byte, kFooterSize>;

/// One's complement of the sum of all bytes but the checksum's own.
quint32 checksumOf(const Fields &fields, std::size_t checksumAt)
{
    quint32 sum = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i < checksumAt || i >= checksumAt + 4)
            sum += fields.u8(i);
    }
    return ~sum;
}

class VhdParser
{
public:
    explicit VhdParser(const FileWindow &file)
        : m_file(file)
        , m_fault(file, QStringLiteral("vhd"))
    {
    }

    Result<VhdFooter> parse();

private:
    Status checkFooter(const Fields &footer);
    Status parseDynamic(const Fields &footer);

    const FileWindow &m_file;
    FormatFault m_fault;
    VhdFooter m_footer;
};

Result<VhdFooter> VhdParser::parse()
{
    FooterBytes bytes{};
    if (m_file.size() < static_cast<qint64>(kFooterSize) || m_file.size() % kSector != 0)
        return fail(m_fault.corrupt(QStringLiteral("footer"),
                                    QStringLiteral("the file is truncated: it has no whole number of sectors")));
    SEALIFT_TRY(m_file.read(m_file.size() - static_cast<qint64>(kFooterSize), bytes, QStringLiteral("the footer")));
    const Fields footer(bytes);
    if (!footer.startsWith("conectix"))
        return fail(m_fault.corrupt(QStringLiteral("footer"), QStringLiteral("is missing: the file is truncated")));
    SEALIFT_TRY(checkFooter(footer));

    FooterBytes copy{};
    SEALIFT_TRY(m_file.read(0, copy, QStringLiteral("the footer's copy")));
    const bool hasCopy = Fields(copy).startsWith("conectix");
    if (!m_footer.dynamic) {
        const auto content = m_file.size() - static_cast<qint64>(kFooterSize);
        // A reader that looks at the first sector only would take it for a dynamic image.
        if (hasCopy && content > 0)
            return fail(m_fault.unsafe(QStringLiteral("first sector"),
                                       QStringLiteral("is a second footer, in a fixed disk"),
                                       QStringLiteral("Convert it with the program that made it.")));
        if (m_footer.virtualSize > content)
            return fail(m_fault.corrupt(QStringLiteral("current size"),
                                        QStringLiteral("%1 bytes, but the file has only %2: it is truncated")
                                            .arg(m_footer.virtualSize)
                                            .arg(content)));
        return m_footer;
    }
    if (!hasCopy || copy != bytes)
        return fail(m_fault.corrupt(QStringLiteral("footer"), QStringLiteral("and its copy at the beginning differ")));
    SEALIFT_TRY(parseDynamic(footer));
    return m_footer;
}

Status VhdParser::checkFooter(const Fields &footer)
{
    if (footer.be32(kChecksum) != checksumOf(footer, kChecksum))
        return fail(m_fault.corrupt(QStringLiteral("footer"), QStringLiteral("its checksum is wrong")));
    if (footer.be32(kVersion) != kFileFormatVersion)
        return fail(m_fault.unsupported(QStringLiteral("file format version"),
                                        QStringLiteral("0x%1").arg(footer.be32(kVersion), 0, 16),
                                        QStringLiteral("Convert it with the program that made it.")));
    switch (footer.be32(kDiskType)) {
    case kFixed:
        break;
    case kDynamic:
        m_footer.dynamic = true;
        break;
    case kDifferencing:
        return fail(m_fault.unsafe(
            QStringLiteral("disk type"), QStringLiteral("a differencing disk, which is nothing without its parent"),
            QStringLiteral("Merge it into its parent on Hyper-V: Merge-VHD, or Convert-VHD -VHDType Dynamic.")));
    default:
        return fail(m_fault.corrupt(QStringLiteral("disk type"), QStringLiteral("%1").arg(footer.be32(kDiskType))));
    }
    if (m_footer.dynamic == (footer.be64(kDataOffset) == kNoDataOffset))
        return fail(m_fault.corrupt(QStringLiteral("data offset"), QStringLiteral("contradicts the disk type")));

    const auto size = footer.be64(kCurrentSize);
    if (size % kSector != 0 || size > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return fail(m_fault.corrupt(QStringLiteral("current size"), QStringLiteral("%1 bytes").arg(size)));
    if (m_footer.dynamic && size > kMaxDynamicSize)
        return fail(m_fault.corrupt(QStringLiteral("current size"),
                                    QStringLiteral("%1 bytes are over the format's 2040 GiB").arg(size)));
    m_footer.virtualSize = static_cast<qint64>(size);
    m_footer.savedState = footer.u8(kSavedState) != 0;
    m_footer.creator = QStringLiteral("%1 %2.%3")
                           .arg(printableText(footer.bytes(kCreator, 4)))
                           .arg(footer.be16(kCreatorVersion))
                           .arg(footer.be16(kCreatorVersion + 2));
    const auto geometry = quint64{footer.be16(kCylinders)} * footer.u8(kHeads) * footer.u8(kSectors);
    m_footer.geometryDiffers = geometry < kMaxGeometry && geometry * kSector != size;
    return {};
}

Status VhdParser::parseDynamic(const Fields &footer)
{
    std::array<std::byte, kSparseHeaderSize> bytes{};
    const auto offset = footer.be64(kDataOffset);
    if (!m_file.contains(offset, bytes.size()))
        return fail(m_fault.corrupt(QStringLiteral("data offset"),
                                    QStringLiteral("%1 lies past the end of the file").arg(offset)));
    SEALIFT_TRY(m_file.read(static_cast<qint64>(offset), bytes, QStringLiteral("the dynamic disk header")));
    const Fields header(bytes);
    if (!header.startsWith("cxsparse"))
        return fail(m_fault.corrupt(QStringLiteral("dynamic disk header"), QStringLiteral("has no cookie")));
    if (header.be32(kHeaderChecksum) != checksumOf(header, kHeaderChecksum))
        return fail(m_fault.corrupt(QStringLiteral("dynamic disk header"), QStringLiteral("its checksum is wrong")));
    if (header.be32(kHeaderVersion) != kFileFormatVersion)
        return fail(m_fault.unsupported(QStringLiteral("header version"),
                                        QStringLiteral("0x%1").arg(header.be32(kHeaderVersion), 0, 16),
                                        QStringLiteral("Convert it with the program that made it.")));
    const auto blockSize = header.be32(kBlockSize);
    if (!std::has_single_bit(blockSize) || blockSize < kSector || blockSize > kMaxBlockSize)
        return fail(m_fault.corrupt(QStringLiteral("block size"), QStringLiteral("%1 bytes").arg(blockSize)));
    m_footer.blockSize = blockSize;
    const quint64 entries = header.be32(kTableEntries);
    if (entries * blockSize < static_cast<quint64>(m_footer.virtualSize))
        return fail(m_fault.corrupt(QStringLiteral("max table entries"),
                                    QStringLiteral("%1 do not cover the disk").arg(entries)));
    const auto table = header.be64(kTableOffset);
    if (!m_file.contains(table, entries * 4))
        return fail(
            m_fault.corrupt(QStringLiteral("table offset"),
                            QStringLiteral("%1 entries at %2 lie past the end of the file").arg(entries).arg(table)));
    return {};
}

} // namespace

bool looksLikeVhd(ByteView start, ByteView lastSector)
{
    return Fields(start).startsWith("conectix") || Fields(lastSector).startsWith("conectix");
}

Result<VhdFooter> readVhdFooter(const FileWindow &file)
{
    return VhdParser(file).parse();
}

} // namespace sealift
