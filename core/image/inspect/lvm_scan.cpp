#include "image/inspect/lvm_scan.h"

#include "image/fields.h"
#include "image/inspect/lvm_text.h"

#include <QHash>
#include <QSet>

namespace sealift {

namespace {

constexpr qint64 kSector = 512;
constexpr qint64 kLabelArea = 4 * kSector;
constexpr qint64 kLargestMetadata = 4LL << 20;
constexpr qint64 kAreaHeader = 512;
constexpr std::size_t kUuidLength = 32;

/// A number of sectors of the metadata as bytes; -1 for one that no disk has.
qint64 sectorsAsBytes(const QVariant &sectors)
{
    constexpr qint64 kMost = 1LL << 50;
    const auto count = sectors.toLongLong();
    return count < 0 || count > kMost / kSector ? -1 : count * kSector;
}

struct PhysicalVolume {
    QString uuid; ///< without its dashes
    QByteArray metadata;
};

/// The text that the first metadata area of a physical volume holds; empty where it has none.
Result<QByteArray> readMetadata(const DiskView &view, const Fields &label, std::size_t areas)
{
    if (areas + 16 > label.size())
        return QByteArray();
    const auto offset = label.le64(areas);
    const auto size = label.le64(areas + 8);
    const auto room = static_cast<quint64>(view.size());
    if (offset == 0 || size < 2 * kAreaHeader || offset > room || size > room - offset)
        return QByteArray();
    const auto at = static_cast<qint64>(offset);
    SEALIFT_ASSIGN(const auto headerBytes, view.read(at, kAreaHeader));
    const Fields header(viewOf(headerBytes));
    if (!header.startsWith(" LVM2 x[5A%r0N*>", 4))
        return QByteArray();
    const auto textAt = header.le64(40);
    const auto length = header.le64(48);
    if (textAt < kAreaHeader || textAt >= size || length == 0 || length > kLargestMetadata ||
        length > size - kAreaHeader)
        return QByteArray();
    // The area is a ring behind its header.
    const auto straight = std::min(length, size - textAt);
    SEALIFT_ASSIGN(auto text, view.read(at + static_cast<qint64>(textAt), static_cast<qint64>(straight)));
    if (straight < length) {
        SEALIFT_ASSIGN(const auto rest, view.read(at + kAreaHeader, static_cast<qint64>(length - straight)));
        text += rest;
    }
    return text;
}

Result<PhysicalVolume> readPhysical(const DiskView &view)
{
    PhysicalVolume volume;
    SEALIFT_ASSIGN(const auto start, view.read(0, std::min(kLabelArea, view.size())));
    for (qint64 sector = 0; sector + kSector <= start.size(); sector += kSector) {
        const Fields label(viewOf(start).subspan(static_cast<std::size_t>(sector), kSector));
        if (!label.startsWith("LABELONE") || !label.startsWith("LVM2 001", 24))
            continue;
        const std::size_t header = label.le32(20);
        if (header + kUuidLength + 8 > label.size())
            return volume;
        volume.uuid = printableText(label.bytes(header, kUuidLength));
        // Two lists of areas, each ended by an empty one: of data, of metadata.
        std::size_t areas = header + kUuidLength + 8;
        while (areas + 16 <= label.size() && label.le64(areas) != 0)
            areas += 16;
        SEALIFT_ASSIGN(volume.metadata, readMetadata(view, label, areas + 16));
        return volume;
    }
    return volume;
}

class GroupMapper
{
public:
    GroupMapper(QString name, const QVariantMap &group, const QHash<QString, DiskView::Segment> &known)
        : m_name(std::move(name))
        , m_group(group)
        , m_extent(sectorsAsBytes(group.value(QStringLiteral("extent_size"))))
    {
        const auto physical = group.value(QStringLiteral("physical_volumes")).toMap();
        for (auto one = physical.begin(); one != physical.end(); ++one) {
            const auto facts = one.value().toMap();
            auto uuid = facts.value(QStringLiteral("id")).toString();
            const auto found = known.constFind(uuid.remove(QLatin1Char('-')));
            if (found == known.constEnd()) {
                m_incomplete = true;
                continue;
            }
            m_places.insert(one.key(), {*found, sectorsAsBytes(facts.value(QStringLiteral("pe_start")))});
        }
    }

    bool incomplete() const { return m_incomplete; }

    QList<FoundLogicalVolume> volumes() const
    {
        QList<FoundLogicalVolume> found;
        const auto logical = m_group.value(QStringLiteral("logical_volumes")).toMap();
        for (auto one = logical.begin(); one != logical.end(); ++one) {
            const auto facts = one.value().toMap();
            // What LVM itself is made of (mirror legs, pools) is not for users to see.
            if (facts.value(QStringLiteral("status")).toList().contains(QStringLiteral("VISIBLE")))
                found.append(volumeOf(one.key(), facts));
        }
        return found;
    }

private:
    struct Place {
        DiskView::Segment physical;
        qint64 firstExtent = 0; ///< bytes from the physical volume's begin
    };

    FoundLogicalVolume volumeOf(const QString &name, const QVariantMap &facts) const
    {
        FoundLogicalVolume found;
        found.facts.group = m_name;
        found.facts.name = name;
        found.facts.volume.place = m_name + QLatin1Char('/') + name;
        found.facts.volume.offset = -1;
        const auto count = facts.value(QStringLiteral("segment_count")).toLongLong();
        constexpr qint64 kMostSegments = 4096;
        bool readable = count > 0 && count <= kMostSegments && m_extent > 0;
        for (qint64 i = 1; readable && i <= count; ++i) {
            const auto segment = facts.value(QStringLiteral("segment%1").arg(i)).toMap();
            if (i == 1)
                found.facts.layout = layoutOf(segment);
            readable = addSegment(segment, found.segments);
        }
        for (const auto &segment : std::as_const(found.segments))
            found.facts.volume.length += segment.length;
        found.facts.readable = readable;
        if (!readable)
            found.segments.clear();
        return found;
    }

    static QString layoutOf(const QVariantMap &segment)
    {
        const auto type = segment.value(QStringLiteral("type")).toString();
        return type == QLatin1String("striped") && segment.value(QStringLiteral("stripe_count")).toLongLong() == 1
                   ? QStringLiteral("linear")
                   : type;
    }

    bool addSegment(const QVariantMap &segment, QList<DiskView::Segment> &segments) const
    {
        const auto stripes = segment.value(QStringLiteral("stripes")).toList();
        const auto extents = segment.value(QStringLiteral("extent_count")).toLongLong();
        if (layoutOf(segment) != QLatin1String("linear") || stripes.size() != 2 || extents <= 0)
            return false;
        const auto place = m_places.constFind(stripes.at(0).toString());
        const auto first = stripes.at(1).toLongLong();
        if (place == m_places.constEnd() || first < 0)
            return false;
        const auto room = place->physical.length - place->firstExtent;
        if (place->firstExtent < 0 || room <= 0 || first > room / m_extent || extents > room / m_extent - first)
            return false;
        segments.append({place->physical.offset + place->firstExtent + first * m_extent, extents * m_extent});
        return true;
    }

    QString m_name;
    QVariantMap m_group;
    qint64 m_extent;
    QHash<QString, Place> m_places;
    bool m_incomplete = false;
};

} // namespace

Result<LvmScan> scanLvm(DiskWindow &disk, const QList<DiskView::Segment> &physical, QStringList &notes)
{
    LvmScan scan;
    QHash<QString, DiskView::Segment> known;
    QList<QByteArray> texts;
    for (const auto &place : physical) {
        SEALIFT_ASSIGN(const auto volume, readPhysical(DiskView(disk, {place})));
        known.insert(volume.uuid, place);
        if (volume.metadata.isEmpty())
            notes.append(QStringLiteral("A physical volume of LVM has no metadata that could be read."));
        else
            texts.append(volume.metadata);
    }
    QSet<QString> seen;
    for (const auto &text : std::as_const(texts)) {
        const auto parsed = parseLvmText(text);
        if (!parsed) {
            notes.append(QStringLiteral("LVM's metadata cannot be read: %1.").arg(parsed.error().what()));
            continue;
        }
        for (auto group = parsed->begin(); group != parsed->end(); ++group) {
            // Beside the group the text has assignments of its own (contents, version, creation_host...).
            if (group.value().typeId() != QMetaType::QVariantMap || seen.contains(group.key()))
                continue;
            seen.insert(group.key());
            const GroupMapper mapper(group.key(), group.value().toMap(), known);
            scan.incomplete = scan.incomplete || mapper.incomplete();
            scan.volumes.append(mapper.volumes());
        }
    }
    return scan;
}

} // namespace sealift
