#include "image/formats/qcow2_map.h"

#include "image/fields.h"
#include "image/format_fault.h"

namespace sealift {

namespace {

constexpr quint64 kOffsetMask = 0x00fffffffffffe00; // bits 9-55 of L1 and L2 entries
constexpr quint64 kCompressedFlag = quint64{1} << 62;
constexpr quint64 kZeroFlag = 1;
constexpr int kSubclusters = 32;

} // namespace

/// One L2 entry, understood.
struct Qcow2Map::Cluster {
    ExtentKind kind = ExtentKind::Hole;
    qint64 fileOffset = -1;
    bool subclusters = false;
    quint32 allocated = 0; ///< with subclusters: one bit each
    quint32 zero = 0;
};

Qcow2Map::Qcow2Map(const FileWindow &file, const Qcow2Header &header, QByteArray l1)
    : m_file(file)
    , m_header(header)
    , m_l1(std::move(l1))
    , m_l2(header.clusterSize(), Qt::Uninitialized)
{
}

Result<std::unique_ptr<Qcow2Map>> Qcow2Map::open(const FileWindow &file, const Qcow2Header &header)
{
    SEALIFT_ASSIGN(auto l1, file.read(header.l1Offset, header.l1Entries * 8, QStringLiteral("the L1 table")));
    return std::unique_ptr<Qcow2Map>(new Qcow2Map(file, header, std::move(l1)));
}

Error Qcow2Map::corruptEntry(qint64 index, const QString &how) const
{
    return FormatFault(m_file, QStringLiteral("qcow2"))
        .corrupt(QStringLiteral("L2 entry of the disk's byte %1").arg(index << m_header.clusterBits), how);
}

Result<Qcow2Map::Cluster> Qcow2Map::clusterAt(qint64 index) const
{
    const auto entrySize = m_header.extendedL2 ? 16 : 8;
    const auto perTable = m_header.clusterSize() / entrySize;
    const auto at = static_cast<std::size_t>(index % perTable * entrySize);
    const Fields table(viewOf(m_l2));
    const auto entry = table.be64(at);

    Cluster cluster;
    if ((entry & kCompressedFlag) != 0) {
        // The offset has 62 - (cluster_bits - 8) bits; what follows counts sectors.
        const auto offsetBits = 62 - (m_header.clusterBits - 8);
        if (!m_file.contains(entry & ((quint64{1} << offsetBits) - 1), 1))
            return fail(
                corruptEntry(index, QStringLiteral("a compressed cluster past the end of the file: it is truncated")));
        cluster.kind = ExtentKind::Data;
        return cluster;
    }
    const auto offset = entry & kOffsetMask;
    if ((offset & static_cast<quint64>(m_header.clusterSize() - 1)) != 0)
        return fail(corruptEntry(index, QStringLiteral("not on a cluster boundary")));
    // The file's last cluster may be written in part only.
    if (offset != 0 && !m_file.contains(offset, 1))
        return fail(corruptEntry(index, QStringLiteral("a cluster past the end of the file: it is truncated")));
    if (offset != 0)
        cluster.fileOffset = static_cast<qint64>(offset);

    if (m_header.extendedL2) {
        cluster.subclusters = true;
        cluster.zero = table.be32(at + 8);
        cluster.allocated = table.be32(at + 12);
        if ((cluster.zero & cluster.allocated) != 0 || (offset == 0 && cluster.allocated != 0))
            return fail(corruptEntry(index, QStringLiteral("a contradictory subcluster bitmap")));
        return cluster;
    }
    if ((entry & kZeroFlag) != 0) {
        if (m_header.version < 3)
            return fail(corruptEntry(index, QStringLiteral("a zero cluster in a version 2 image")));
        cluster.kind = ExtentKind::Zero;
        cluster.fileOffset = -1;
    } else if (offset != 0) {
        cluster.kind = ExtentKind::Data;
    }
    return cluster;
}

Status Qcow2Map::walkSubclusters(qint64 begin, qint64 end, qint64 clusterBegin, const Cluster &cluster,
                                 const Each &each)
{
    const auto size = m_header.clusterSize() / kSubclusters;
    for (qint64 at = begin; at < end;) {
        const auto index = (at - clusterBegin) / size;
        const auto bit = quint32{1} << index;
        const auto length = std::min(end, clusterBegin + (index + 1) * size) - at;
        MappedExtent mapped{{at, length, ExtentKind::Hole}, -1};
        if ((cluster.allocated & bit) != 0) {
            mapped.extent.kind = ExtentKind::Data;
            mapped.fileOffset = cluster.fileOffset + (at - clusterBegin);
        } else if ((cluster.zero & bit) != 0) {
            mapped.extent.kind = ExtentKind::Zero;
        }
        SEALIFT_TRY(each(mapped));
        at += length;
    }
    return {};
}

Status Qcow2Map::walkL2(qint64 begin, qint64 end, const Each &each)
{
    for (qint64 at = begin; at < end;) {
        const auto index = at >> m_header.clusterBits;
        const auto clusterBegin = index << m_header.clusterBits;
        const auto next = std::min(end, clusterBegin + m_header.clusterSize());
        SEALIFT_ASSIGN(const auto cluster, clusterAt(index));
        if (cluster.subclusters)
            SEALIFT_TRY(walkSubclusters(at, next, clusterBegin, cluster, each));
        else
            SEALIFT_TRY(each({{at, next - at, cluster.kind},
                              cluster.fileOffset < 0 ? -1 : cluster.fileOffset + (at - clusterBegin)}));
        at = next;
    }
    return {};
}

Status Qcow2Map::forEach(qint64 offset, qint64 length, const Each &each, const std::stop_token &stop)
{
    const auto entrySize = m_header.extendedL2 ? 16 : 8;
    const auto bytesPerL2 = m_header.clusterSize() / entrySize * m_header.clusterSize();
    const auto end = offset + length;
    for (qint64 at = offset; at < end;) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        const auto l1Index = at / bytesPerL2;
        const auto next = std::min(end, (l1Index + 1) * bytesPerL2);
        const auto l2Offset = Fields(viewOf(m_l1)).be64(static_cast<std::size_t>(l1Index) * 8) & kOffsetMask;
        if (l2Offset == 0) {
            SEALIFT_TRY(each({{at, next - at, ExtentKind::Hole}, -1}));
        } else {
            const auto what = QStringLiteral("the L2 table of the disk's byte %1").arg(at);
            if ((l2Offset & static_cast<quint64>(m_header.clusterSize() - 1)) != 0)
                return fail(FormatFault(m_file, QStringLiteral("qcow2"))
                                .corrupt(what, QStringLiteral("not on a cluster boundary")));
            SEALIFT_TRY(m_file.read(static_cast<qint64>(l2Offset), mutableViewOf(m_l2), what));
            SEALIFT_TRY(walkL2(at, next, each));
        }
        at = next;
    }
    return {};
}

} // namespace sealift
