#include "image/writers/vhd_footer_data.h"

#include "image/writers/field_writer.h"

#include <QDateTime>

#include <algorithm>
#include <numeric>

namespace sealift {

namespace {

constexpr quint32 kFormatVersion = 0x00010000;
constexpr quint64 kNoOffset = ~quint64{0};
constexpr qint64 kEpoch = 946684800; // 2000-01-01 00:00 UTC, in seconds since 1970
constexpr qint64 kSector = 512;
constexpr std::size_t kFooterChecksum = 64;
constexpr std::size_t kHeaderChecksum = 36;

/// "Checksum": one's complement of the sum of all bytes, the field itself taken as zero.
quint32 checksumOf(ByteView bytes)
{
    return ~std::accumulate(bytes.begin(), bytes.end(), quint32{0},
                            [](quint32 sum, std::byte value) { return sum + std::to_integer<quint32>(value); });
}

} // namespace

VhdGeometry vhdGeometry(qint64 diskSize)
{
    constexpr qint64 kMostCylinders = 65535;
    constexpr qint64 kMostHeads = 16;
    constexpr qint64 kMostSectors = 255;
    const auto sectors = std::min(diskSize / kSector, kMostCylinders * kMostHeads * kMostSectors);
    const auto geometry = [sectors](qint64 heads, qint64 perTrack) {
        return VhdGeometry{static_cast<quint16>(sectors / perTrack / heads), static_cast<quint8>(heads),
                           static_cast<quint8>(perTrack)};
    };
    if (sectors >= kMostCylinders * kMostHeads * 63)
        return geometry(kMostHeads, kMostSectors);
    constexpr qint64 kFewTracks = 1024;
    const auto heads = std::max<qint64>(4, (sectors / 17 + kFewTracks - 1) / kFewTracks);
    if (heads <= kMostHeads && sectors / 17 < heads * kFewTracks)
        return geometry(heads, 17);
    if (sectors / 31 < kMostHeads * kFewTracks)
        return geometry(kMostHeads, 31);
    return geometry(kMostHeads, 63);
}

VhdFooterBytes makeVhdFooter(qint64 diskSize, bool dynamic)
{
    VhdFooterBytes bytes{};
    FieldWriter footer(bytes);
    const auto size = static_cast<quint64>(diskSize);
    const auto geometry = vhdGeometry(diskSize);
    footer.text(0, "conectix");
    footer.be32(8, 2); // features: a bit that is always set
    footer.be32(12, kFormatVersion);
    footer.be64(16, dynamic ? kVhdFooterSize : kNoOffset); // the sparse header follows the footer's copy
    footer.be32(24, static_cast<quint32>(QDateTime::currentSecsSinceEpoch() - kEpoch));
    footer.text(28, "win ");
    footer.be32(32, 0x000a0000); // creator version 10.0
    footer.text(36, "Wi2k");
    footer.be64(40, size);
    footer.be64(48, size);
    footer.be16(56, geometry.cylinders);
    footer.u8(58, geometry.heads);
    footer.u8(59, geometry.sectors);
    footer.be32(60, dynamic ? 3 : 2);
    footer.guid(68, QUuid::createUuid());
    footer.be32(kFooterChecksum, checksumOf(bytes));
    return bytes;
}

VhdSparseHeaderBytes makeVhdSparseHeader(qint64 tableOffset, qint64 blocks, qint64 blockSize)
{
    VhdSparseHeaderBytes bytes{};
    FieldWriter header(bytes);
    header.text(0, "cxsparse");
    header.be64(8, kNoOffset);
    header.be64(16, static_cast<quint64>(tableOffset));
    header.be32(24, kFormatVersion);
    header.be32(28, static_cast<quint32>(blocks));
    header.be32(32, static_cast<quint32>(blockSize));
    header.be32(kHeaderChecksum, checksumOf(bytes));
    return bytes;
}

} // namespace sealift
