#include "image/inspect/ntfs_volume.h"

#include "image/fields.h"

#include <optional>

namespace sealift {

namespace {

constexpr qint64 kVolumeRecord = 3;
constexpr quint32 kVolumeInformation = 0x70;
constexpr quint32 kEnd = 0xffffffff;
constexpr quint16 kDirty = 0x0001;
constexpr std::size_t kFixUpUnit = 512;
constexpr qint64 kLargestRecord = 16384;

struct Geometry {
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
    return Geometry{record, static_cast<qint64>(tableCluster) * cluster};
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

std::optional<bool> dirtyOf(const Fields &record)
{
    std::size_t at = record.le16(20);
    while (at + 24 <= record.size()) {
        const auto type = record.le32(at);
        const std::size_t length = record.le32(at + 4);
        if (type == kEnd || length < 24 || length > record.size() - at)
            return {};
        if (type == kVolumeInformation) {
            const std::size_t content = record.le16(at + 20);
            if (record.u8(at + 8) != 0 || content + 12 > length)
                return {};
            return (record.le16(at + content + 10) & kDirty) != 0;
        }
        at += length;
    }
    return {};
}

} // namespace

Result<Fact<bool>> readNtfsDirty(const DiskView &view)
{
    const auto unknown = Fact<bool>::unknown(QStringLiteral("its $Volume record cannot be read"));
    SEALIFT_ASSIGN(const auto boot, view.read(0, 512));
    const auto geometry = geometryOf(Fields(viewOf(boot)), view.size());
    if (!geometry || geometry->tableOffset + (kVolumeRecord + 1) * geometry->record > view.size())
        return unknown;
    SEALIFT_ASSIGN(auto record, view.read(geometry->tableOffset + kVolumeRecord * geometry->record, geometry->record));
    if (!record.startsWith("FILE") || !fixUp(record))
        return unknown;
    const auto dirty = dirtyOf(Fields(viewOf(record)));
    return dirty ? Fact<bool>(*dirty) : unknown;
}

} // namespace sealift
