#include "image/inspect/ntfs_volume.h"

#include "image/fields.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace sealift {

namespace {

constexpr qint64 kVolumeRecord = 3;
constexpr qint64 kBitmapRecord = 6;
constexpr qint64 kLargestBitmap = qint64{8} << 20;
constexpr quint32 kVolumeInformation = 0x70;
constexpr quint32 kData = 0x80;
constexpr quint32 kEnd = 0xffffffff;
constexpr quint16 kDirty = 0x0001;
constexpr std::size_t kFixUpUnit = 512;
constexpr qint64 kLargestRecord = 16384;

struct Geometry {
    qint64 cluster = 0;     ///< bytes of one
    qint64 clusters = 0;    ///< of the whole volume
    qint64 record = 0;      ///< bytes of one
    qint64 tableOffset = 0; ///< bytes
};

std::optional<Geometry> geometryOf(const Fields &boot, qint64 size)
{
    const qint64 sector = boot.le16(11);
    const auto perCluster = static_cast<qint8>(boot.u8(13));
    // Larger than 128 sectors a cluster: minus its power of two.
    const qint64 sectors = perCluster > 0 ? perCluster : perCluster < 0 && perCluster > -16 ? 1LL << -perCluster : 0;
    const auto cluster = sector * sectors;
    if (sector < 256 || sector > 4096 || cluster == 0)
        return {};
    const auto tableCluster = boot.le64(48);
    if (tableCluster > static_cast<quint64>(size / cluster))
        return {};
    const auto coded = static_cast<qint8>(boot.u8(64));
    const auto record = coded > 0 ? coded * cluster : coded > -31 ? 1LL << -coded : 0;
    if (record < 512 || record > kLargestRecord)
        return {};
    const auto clusters = boot.le64(40) / static_cast<quint64>(sectors);
    if (clusters > static_cast<quint64>(size / cluster))
        return {};
    return Geometry{cluster, static_cast<qint64>(clusters), record, static_cast<qint64>(tableCluster) * cluster};
}

/// Puts back what NTFS keeps elsewhere of each sector's end; false where that does not fit.
bool fixUp(QByteArray &record)
{
    const Fields fields(viewOf(record));
    const std::size_t array = fields.le16(4);
    const std::size_t count = fields.le16(6);
    const auto size = static_cast<std::size_t>(record.size());
    if (count < 1 || (count - 1) * kFixUpUnit > size || array + count * 2 > size)
        return false;
    for (std::size_t i = 1; i < count; ++i) {
        const auto end = i * kFixUpUnit - 2;
        if (fields.le16(end) != fields.le16(array))
            return false;
        const auto original = record.mid(static_cast<qsizetype>(array) + static_cast<qsizetype>(i) * 2, 2);
        record.replace(static_cast<qsizetype>(end), 2, original);
    }
    return true;
}

/// An attribute of a record, without a name: header and content. Nothing where there is none.
std::optional<ByteView> attributeOf(ByteView bytes, quint32 wanted)
{
    const Fields record(bytes);
    std::size_t at = record.le16(20);
    while (at + 24 <= record.size()) {
        const auto type = record.le32(at);
        const std::size_t length = record.le32(at + 4);
        if (type == kEnd || length < 24 || length > record.size() - at)
            return {};
        if (type == wanted && record.u8(at + 9) == 0)
            return record.bytes(at, length);
        at += length;
    }
    return {};
}

std::optional<bool> dirtyOf(ByteView record)
{
    const auto found = attributeOf(record, kVolumeInformation);
    if (!found)
        return {};
    const Fields attribute(*found);
    const std::size_t content = attribute.le16(20);
    if (attribute.u8(8) != 0 || content + 12 > attribute.size())
        return {};
    return (attribute.le16(content + 10) & kDirty) != 0;
}

/// A number of a run: little-endian, of so many bytes. @param isSigned its highest bit is the sign.
qint64 runNumber(ByteView bytes, bool isSigned)
{
    quint64 number = 0;
    for (std::size_t i = bytes.size(); i > 0; --i)
        number = number << 8 | std::to_integer<quint64>(bytes[i - 1]);
    const auto bits = bytes.size() * 8;
    if (isSigned && bits > 0 && bits < 64 && (number >> (bits - 1)) != 0)
        number |= ~quint64{0} << bits;
    return static_cast<qint64>(number);
}

/// Where an attribute lies that is not in its record, in order; nothing where that is not understood.
std::optional<QList<DiskView::Segment>> runsOf(const Fields &attribute, const Geometry &geometry)
{
    constexpr std::size_t kLongest = 8;
    QList<DiskView::Segment> runs;
    qint64 cluster = 0;
    for (std::size_t at = attribute.le16(32); at < attribute.size() && attribute.u8(at) != 0;) {
        const std::size_t lengthSize = attribute.u8(at) & 0x0fU;
        const std::size_t offsetSize = attribute.u8(at) >> 4U;
        ++at;
        // A run without a place is a hole, which no map has.
        if (lengthSize == 0 || lengthSize > kLongest || offsetSize == 0 || offsetSize > kLongest ||
            lengthSize + offsetSize > attribute.size() - at)
            return {};
        const auto length = runNumber(attribute.bytes(at, lengthSize), false);
        const auto step = runNumber(attribute.bytes(at + lengthSize, offsetSize), true);
        at += lengthSize + offsetSize;
        if (step < -geometry.clusters || step > geometry.clusters)
            return {};
        cluster += step;
        if (cluster < 0 || length < 1 || length > geometry.clusters || cluster > geometry.clusters - length)
            return {};
        runs.append({cluster * geometry.cluster, length * geometry.cluster});
    }
    return runs;
}

/// Zeroes among the first bits of a map.
qint64 zeroesIn(const QByteArray &map, qint64 bits)
{
    qint64 ones = 0;
    const auto whole = bits / 8;
    for (qint64 i = 0; i < whole; ++i)
        ones += std::popcount(static_cast<quint8>(map.at(i)));
    if (const auto rest = bits % 8; rest != 0)
        ones += std::popcount(static_cast<quint8>(static_cast<quint8>(map.at(whole)) & ((1U << rest) - 1U)));
    return bits - ones;
}

class NtfsRecords
{
public:
    NtfsRecords(const DiskView &view, const Geometry &geometry)
        : m_view(view)
        , m_geometry(geometry)
    {
    }

    Result<Fact<bool>> dirty() const
    {
        SEALIFT_ASSIGN(const auto record, read(kVolumeRecord));
        const auto dirty = dirtyOf(viewOf(record));
        return dirty ? Fact<bool>(*dirty) : Fact<bool>::unknown(QStringLiteral("its $Volume record cannot be read"));
    }

    Result<Fact<qint64>> freeBytes() const
    {
        const auto unknown = Fact<qint64>::unknown(QStringLiteral("its $Bitmap cannot be read"));
        const auto needed = (m_geometry.clusters + 7) / 8;
        if (needed > kLargestBitmap)
            return Fact<qint64>::unknown(QStringLiteral("its $Bitmap is too large to be read"));
        SEALIFT_ASSIGN(const auto record, read(kBitmapRecord));
        const auto found = attributeOf(viewOf(record), kData);
        // In a record of its own there is no room for it.
        constexpr std::size_t kHeader = 64;
        if (!found || found->size() < kHeader || Fields(*found).u8(8) == 0)
            return unknown;
        const auto runs = runsOf(Fields(*found), m_geometry);
        if (!runs)
            return unknown;
        QByteArray map;
        for (const auto &run : *runs) {
            SEALIFT_ASSIGN(const auto piece, m_view.read(run.offset, std::min(run.length, needed - map.size())));
            map += piece;
            if (map.size() == needed)
                break;
        }
        return map.size() == needed ? Fact<qint64>(zeroesIn(map, m_geometry.clusters) * m_geometry.cluster) : unknown;
    }

private:
    /// A record of the master file table; a record of zeroes where it is damaged.
    Result<QByteArray> read(qint64 number) const
    {
        QByteArray none(512, '\0');
        const auto at = m_geometry.tableOffset + number * m_geometry.record;
        if (at + m_geometry.record > m_view.size())
            return none;
        SEALIFT_ASSIGN(auto record, m_view.read(at, m_geometry.record));
        return record.startsWith("FILE") && fixUp(record) ? record : none;
    }

    const DiskView &m_view;
    const Geometry &m_geometry;
};

} // namespace

Result<NtfsState> readNtfsState(const DiskView &view)
{
    const auto because = QStringLiteral("its boot sector contradicts itself");
    NtfsState state{Fact<bool>::unknown(because), Fact<qint64>::unknown(because)};
    SEALIFT_ASSIGN(const auto boot, view.read(0, 512));
    const auto geometry = geometryOf(Fields(viewOf(boot)), view.size());
    if (!geometry)
        return state;
    const NtfsRecords records(view, *geometry);
    SEALIFT_ASSIGN(state.dirty, records.dirty());
    SEALIFT_ASSIGN(state.freeBytes, records.freeBytes());
    return state;
}

} // namespace sealift
