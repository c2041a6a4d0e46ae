#include "image/formats/vmdk_sparse_header.h"

#include "image/fields.h"
#include "image/format_fault.h"

#include <array>
#include <bit>

namespace sealift {

namespace {

constexpr std::size_t kSector = 512;
constexpr quint64 kDirectoryAtEnd = ~quint64{0};
constexpr quint64 kMaxSectors = quint64{1} << 53;
constexpr quint64 kMaxGrainSectors = 0x20000; // 64 MiB
constexpr quint64 kMaxDirectoryEntries = 32 << 20;
constexpr quint32 kHostedGrainsPerTable = 512;
constexpr quint32 kEsxGrainsPerTable = 4096;
constexpr quint32 kNewlineTest = 0x0a0d200a; // "\n \r\n" as a little-endian number

enum Flag : quint32 {
    kNewlineTestValid = 1U << 0,
    kRedundantTable = 1U << 1,
    kZeroedGrains = 1U << 2,
};

enum Marker : quint32 {
    kEndOfStream = 0,
    kFooter = 3,
};

/// Offsets of SparseExtentHeader's fields.
enum Field : std::size_t {
    kVersion = 4,
    kFlags = 8,
    kCapacity = 12,
    kGrainSize = 20,
    kDescriptorOffset = 28,
    kDescriptorSize = 36,
    kGrainsPerTable = 44,
    kRedundantDirectory = 48,
    kDirectory = 56,
    kOverhead = 64,
    kUnclean = 72,
    kNewlines = 73,
    kCompression = 77,
};

FormatFault faultOf(const FileWindow &file)
{
    return {file, QStringLiteral("vmdk")};
}

using Sector = std::array<std::byte, kSector>;

/// The footer of a stream-optimized extent: its marker, itself, and the end-of-stream marker are the last three
/// sectors.
Result<Sector> readFooter(const FileWindow &file, const Fields &header)
{
    const auto fault = faultOf(file);
    std::array<std::byte, 3 * kSector> tail{};
    if (file.size() % static_cast<qint64>(kSector) != 0 || file.size() < static_cast<qint64>(tail.size() + kSector))
        return fail(fault.corrupt(QStringLiteral("footer"), QStringLiteral("the file is truncated")));
    SEALIFT_TRY(file.read(file.size() - static_cast<qint64>(tail.size()), tail, QStringLiteral("the footer")));
    const Fields fields(tail);
    const auto isMarker = [&](std::size_t at, Marker type) {
        return fields.le32(at + 8) == 0 && fields.le32(at + 12) == type;
    };
    if (!isMarker(0, kFooter) || fields.le64(2 * kSector) != 0 || !isMarker(2 * kSector, kEndOfStream) ||
        !fields.startsWith("KDMV", kSector))
        return fail(
            fault.corrupt(QStringLiteral("footer"), QStringLiteral("is not where the file ends: it is truncated")));
    Sector footer{};
    std::copy_n(tail.begin() + kSector, kSector, footer.begin());
    const Fields copy(footer);
    for (const auto field : {kVersion, kFlags, kGrainsPerTable}) {
        if (copy.le32(field) != header.le32(field))
            return fail(fault.corrupt(QStringLiteral("footer"), QStringLiteral("contradicts the header")));
    }
    for (const auto field : {kCapacity, kGrainSize, kDescriptorOffset, kDescriptorSize}) {
        if (copy.le64(field) != header.le64(field))
            return fail(fault.corrupt(QStringLiteral("footer"), QStringLiteral("contradicts the header")));
    }
    if (copy.le16(kCompression) != header.le16(kCompression) || copy.le64(kDirectory) == kDirectoryAtEnd)
        return fail(fault.corrupt(QStringLiteral("footer"), QStringLiteral("contradicts the header")));
    return footer;
}

Status checkDirectory(const FileWindow &file, const VmdkSparseHeader &header, const QString &field, quint64 sector)
{
    const auto perTable = static_cast<quint64>(header.grainSize) * static_cast<quint64>(header.grainsPerTable);
    const auto capacity = static_cast<quint64>(header.capacity);
    const auto entries = capacity / perTable + (capacity % perTable != 0 ? 1 : 0);
    const auto fault = faultOf(file);
    if (entries > kMaxDirectoryEntries)
        return fail(fault.corrupt(
            QStringLiteral("grainSize"),
            QStringLiteral("%1 bytes make a grain directory of %2 entries").arg(header.grainSize).arg(entries)));
    if (sector > kMaxSectors || !file.contains(sector * kSector, entries * 4))
        return fail(fault.corrupt(
            field, QStringLiteral("sector %1 and %2 entries lie past the end of the file: it is truncated")
                       .arg(sector)
                       .arg(entries)));
    return {};
}

Result<VmdkSparseHeader> parseHosted(const FileWindow &file, Sector sector)
{
    const auto fault = faultOf(file);
    const bool footer = Fields(sector).le64(kDirectory) == kDirectoryAtEnd;
    if (footer) {
        SEALIFT_ASSIGN(sector, readFooter(file, Fields(sector)));
    }
    const Fields fields(sector);
    VmdkSparseHeader header;
    header.footer = footer;
    header.version = fields.le32(kVersion);
    if (header.version < 1 || header.version > 3)
        return fail(fault.unsupported(QStringLiteral("version"), QStringLiteral("%1").arg(header.version),
                                      QStringLiteral("Convert it with the program that made it.")));
    const auto flags = fields.le32(kFlags);
    if ((flags & kNewlineTestValid) != 0 && fields.le32(kNewlines) != kNewlineTest)
        return fail(fault.corrupt(QStringLiteral("newline characters"),
                                  QStringLiteral("are altered: the file went through a transfer in text mode")));
    const auto capacity = fields.le64(kCapacity);
    if (capacity > kMaxSectors)
        return fail(fault.corrupt(QStringLiteral("capacity"), QStringLiteral("%1 sectors").arg(capacity)));
    header.capacity = static_cast<qint64>(capacity * kSector);
    const auto grain = fields.le64(kGrainSize);
    if (!std::has_single_bit(grain) || grain > kMaxGrainSectors)
        return fail(fault.corrupt(QStringLiteral("grainSize"), QStringLiteral("%1 sectors").arg(grain)));
    header.grainSize = static_cast<qint64>(grain * kSector);
    if (fields.le32(kGrainsPerTable) != kHostedGrainsPerTable)
        return fail(fault.unsupported(QStringLiteral("numGTEsPerGT"),
                                      QStringLiteral("%1").arg(fields.le32(kGrainsPerTable)),
                                      QStringLiteral("Convert it with the program that made it.")));
    header.grainsPerTable = kHostedGrainsPerTable;
    const auto compression = fields.le16(kCompression);
    if (compression > 1)
        return fail(fault.unsupported(QStringLiteral("compressAlgorithm"), QStringLiteral("%1").arg(compression),
                                      QStringLiteral("Convert it with the program that made it.")));
    header.compressed = compression == 1;
    header.zeroGrains = (flags & kZeroedGrains) != 0;
    header.unclean = fields.u8(kUnclean) != 0;

    const auto descriptor = fields.le64(kDescriptorOffset);
    const auto descriptorSectors = fields.le64(kDescriptorSize);
    if (descriptor != 0) {
        if (descriptor > kMaxSectors || descriptorSectors > kMaxSectors ||
            !file.contains(descriptor * kSector, descriptorSectors * kSector))
            return fail(
                fault.corrupt(QStringLiteral("descriptorOffset"), QStringLiteral("lies past the end of the file")));
        header.descriptorOffset = static_cast<qint64>(descriptor * kSector);
        header.descriptorSize = static_cast<qint64>(descriptorSectors * kSector);
    }
    if (fields.le64(kOverhead) > static_cast<quint64>(file.size()) / kSector + 1)
        return fail(fault.corrupt(
            QStringLiteral("overHead"),
            QStringLiteral("%1 sectors are more than the file has: it is truncated").arg(fields.le64(kOverhead))));
    SEALIFT_TRY(checkDirectory(file, header, QStringLiteral("gdOffset"), fields.le64(kDirectory)));
    if ((flags & kRedundantTable) != 0)
        SEALIFT_TRY(checkDirectory(file, header, QStringLiteral("rgdOffset"), fields.le64(kRedundantDirectory)));
    header.directoryOffset = static_cast<qint64>(fields.le64(kDirectory) * kSector);
    return header;
}

Result<VmdkSparseHeader> parseEsx(const FileWindow &file, const Sector &sector)
{
    const auto fault = faultOf(file);
    const Fields fields(sector);
    VmdkSparseHeader header;
    header.cowd = true;
    header.version = fields.le32(4);
    if (header.version != 1)
        return fail(fault.unsupported(QStringLiteral("version"), QStringLiteral("%1").arg(header.version),
                                      QStringLiteral("Convert it on the ESX host: vmkfstools -i IMAGE NEW.vmdk")));
    header.capacity = static_cast<qint64>(quint64{fields.le32(12)} * kSector);
    const auto grain = fields.le32(16);
    if (!std::has_single_bit(grain) || grain > kMaxGrainSectors)
        return fail(fault.corrupt(QStringLiteral("grainSize"), QStringLiteral("%1 sectors").arg(grain)));
    header.grainSize = static_cast<qint64>(quint64{grain} * kSector);
    header.grainsPerTable = kEsxGrainsPerTable;
    SEALIFT_TRY(checkDirectory(file, header, QStringLiteral("gdOffset"), fields.le32(20)));
    const auto covered =
        static_cast<quint64>(fields.le32(24)) * kEsxGrainsPerTable * static_cast<quint64>(header.grainSize);
    if (covered < static_cast<quint64>(header.capacity) || fields.le32(24) > kMaxDirectoryEntries)
        return fail(fault.corrupt(QStringLiteral("numGDEntries"),
                                  QStringLiteral("%1 do not cover the disk").arg(fields.le32(24))));
    header.directoryOffset = static_cast<qint64>(quint64{fields.le32(20)} * kSector);
    return header;
}

} // namespace

VmdkMagic vmdkMagic(ByteView start)
{
    const Fields fields(start);
    if (fields.startsWith("KDMV"))
        return VmdkMagic::HostedSparse;
    if (fields.startsWith("COWD"))
        return VmdkMagic::EsxSparse;
    if (start.size() >= 8 && fields.le64(0) == 0xcafebabe)
        return VmdkMagic::SeSparse;
    const auto text = toByteArray(start);
    if (text.startsWith("# Disk DescriptorFile"))
        return VmdkMagic::Descriptor;
    return VmdkMagic::None;
}

Result<VmdkSparseHeader> readVmdkSparseHeader(const FileWindow &file)
{
    Sector sector{};
    SEALIFT_TRY(file.read(0, sector, QStringLiteral("the header")));
    return vmdkMagic(sector) == VmdkMagic::EsxSparse ? parseEsx(file, sector) : parseHosted(file, sector);
}

} // namespace sealift
