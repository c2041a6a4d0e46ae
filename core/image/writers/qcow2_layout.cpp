#include "image/writers/qcow2_layout.h"

#include "image/writers/qcow2_header_data.h"

#include <QtEndian>

#include <algorithm>
#include <vector>

namespace sealift {

namespace {

constexpr qint64 kCluster = Qcow2Layout::kClusterSize;
constexpr qint64 kSector = 512;
constexpr qint64 kTableEntries = kCluster / 8;         // of 64 bits, in a cluster of any table
constexpr qint64 kRefcountBlockEntries = kCluster / 2; // of 16 bits
constexpr qint64 kL1SizeLimit = 32LL << 20;            // "Header", size: QEMU's limit
constexpr qint64 kRefcountTableLimit = 8LL << 20;      // "Host cluster management": QEMU's limit
constexpr quint64 kCopied = 1ULL << 63;                // "Cluster mapping": the refcount is exactly one

qint64 ceilDivide(qint64 value, qint64 divisor)
{
    return value / divisor + (value % divisor != 0 ? 1 : 0);
}

void putEntry(MutableBytes table, qint64 index, quint64 value)
{
    qToBigEndian(value, table.data() + index * 8);
}

} // namespace

Qcow2Layout::Qcow2Layout(std::shared_ptr<const ChunkMap> chunks, std::shared_ptr<const ContainerCipher> cipher)
    : m_chunks(std::move(chunks))
    , m_cipher(std::move(cipher))
    , m_virtualSize(ceilDivide(m_chunks->diskSize(), kSector) * kSector)
    , m_chunkClusters(m_chunks->chunkSize() / kCluster)
    , m_guestClusters(ceilDivide(m_chunks->diskSize(), kCluster))
    , m_l1Entries(std::max<qint64>(1, ceilDivide(m_guestClusters, kTableEntries))) // an empty disk has a table, too
    , m_l1Clusters(ceilDivide(m_l1Entries, kTableEntries))
    , m_dataClusters(ceilDivide(m_chunks->allocatedBytes(), kCluster))
    , m_cryptClusters(m_cipher ? ceilDivide(static_cast<qint64>(m_cipher->header().size()), kCluster) : 0)
    , m_refcountTable(1 + m_cryptClusters)
{
    for (qint64 i = 0; i < m_l1Entries; ++i)
        m_l2Tables += needsL2Table(i) ? 1 : 0;
    // Refcounts count the clusters that hold them as well: grow until they fit.
    const auto others = 1 + m_cryptClusters + m_l1Clusters + m_l2Tables + m_dataClusters;
    do {
        m_clusters = others + m_refcountTableClusters + m_refcountBlocks;
        m_refcountBlocks = ceilDivide(m_clusters, kRefcountBlockEntries);
        m_refcountTableClusters = ceilDivide(m_refcountBlocks, kTableEntries);
    } while (m_clusters != others + m_refcountTableClusters + m_refcountBlocks);
    m_firstRefcountBlock = m_refcountTable + m_refcountTableClusters;
    m_l1Table = m_firstRefcountBlock + m_refcountBlocks;
    m_firstL2Table = m_l1Table + m_l1Clusters;
    m_firstData = m_firstL2Table + m_l2Tables;
}

Result<std::unique_ptr<const Qcow2Layout>> Qcow2Layout::of(std::shared_ptr<const ChunkMap> chunks,
                                                           std::shared_ptr<const ContainerCipher> cipher)
{
    const auto tooLarge = [size = chunks->diskSize()] {
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("a disk of %1 bytes is too large for qcow2").arg(size),
                          QStringLiteral("Choose the format raw.")));
    };
    if (chunks->diskSize() > kL1SizeLimit / 8 * kTableEntries * kCluster)
        return tooLarge();
    std::unique_ptr<const Qcow2Layout> layout(new Qcow2Layout(std::move(chunks), std::move(cipher)));
    if (layout->m_refcountTableClusters * kCluster > kRefcountTableLimit)
        return tooLarge();
    return layout;
}

qint64 Qcow2Layout::storedBytes() const
{
    return (m_clusters - m_l2Tables) * kCluster;
}

qint64 Qcow2Layout::chunkOffset(qint64 index) const
{
    return (m_firstData + m_chunks->allocatedBefore(index) * m_chunkClusters) * kCluster;
}

Status Qcow2Layout::forEachPiece(qint64 chunk, ByteView data, const Sink &sink) const
{
    const auto offset = chunkOffset(chunk);
    if (!m_cipher)
        return sink(offset, data);
    // What is behind a short chunk, by which the disk was enlarged or its last cluster filled up, can be read as well.
    return m_cipher->seal(offset, data, ceilDivide(m_chunks->chunkLength(chunk), kCluster) * kCluster, sink);
}

bool Qcow2Layout::needsL2Table(qint64 l1Index) const
{
    const auto firstCluster = std::min(m_guestClusters, l1Index * kTableEntries);
    const auto endCluster = std::min(m_guestClusters, firstCluster + kTableEntries);
    const auto firstChunk = firstCluster / m_chunkClusters;
    const auto endChunk = ceilDivide(endCluster, m_chunkClusters);
    return m_chunks->allocatedBefore(endChunk) != m_chunks->allocatedBefore(firstChunk);
}

Status Qcow2Layout::forEachTable(const Sink &sink) const
{
    std::vector<std::byte> memory(static_cast<std::size_t>(kCluster));
    const MutableBytes cluster(memory);
    fillQcow2Header(cluster, {.virtualSize = m_virtualSize,
                              .l1Entries = m_l1Entries,
                              .l1Offset = m_l1Table * kCluster,
                              .refcountTableOffset = m_refcountTable * kCluster,
                              .refcountTableClusters = m_refcountTableClusters,
                              .cryptHeaderOffset = m_cipher ? kCluster : 0,
                              .cryptHeaderSize = m_cipher ? static_cast<qint64>(m_cipher->header().size()) : 0});
    SEALIFT_TRY(sink(0, cluster));
    if (m_cipher)
        SEALIFT_TRY(sink(kCluster, m_cipher->header()));
    SEALIFT_TRY(forEachRefcountTable(cluster, sink));
    SEALIFT_TRY(forEachRefcountBlock(cluster, sink));
    SEALIFT_TRY(forEachL1Table(cluster, sink));
    return forEachL2Table(cluster, sink);
}

/// "Host cluster management": a refcount table entry is the byte at which a refcount block begins.
Status Qcow2Layout::forEachRefcountTable(MutableBytes cluster, const Sink &sink) const
{
    for (qint64 i = 0; i < m_refcountTableClusters; ++i) {
        std::fill(cluster.begin(), cluster.end(), std::byte{0});
        const auto count = std::min(kTableEntries, m_refcountBlocks - i * kTableEntries);
        for (qint64 k = 0; k < count; ++k)
            putEntry(cluster, k, static_cast<quint64>((m_firstRefcountBlock + i * kTableEntries + k) * kCluster));
        SEALIFT_TRY(sink((m_refcountTable + i) * kCluster, cluster));
    }
    return {};
}

/// "Host cluster management": every cluster of the file is used once; those that the last block counts beyond the
/// file's end are free.
Status Qcow2Layout::forEachRefcountBlock(MutableBytes cluster, const Sink &sink) const
{
    for (qint64 k = 0; k < kRefcountBlockEntries; ++k)
        qToBigEndian<quint16>(1, cluster.data() + k * 2);
    for (qint64 i = 0; i < m_refcountBlocks; ++i) {
        const auto count = std::min(kRefcountBlockEntries, m_clusters - i * kRefcountBlockEntries);
        std::fill(cluster.begin() + count * 2, cluster.end(), std::byte{0});
        SEALIFT_TRY(sink((m_firstRefcountBlock + i) * kCluster, cluster));
    }
    return {};
}

/// "Cluster mapping", L1 table entry: the byte at which an L2 table begins, or 0 where nothing of its stretch is
/// allocated.
Status Qcow2Layout::forEachL1Table(MutableBytes cluster, const Sink &sink) const
{
    qint64 table = m_firstL2Table;
    for (qint64 i = 0; i < m_l1Clusters; ++i) {
        std::fill(cluster.begin(), cluster.end(), std::byte{0});
        const auto count = std::min(kTableEntries, m_l1Entries - i * kTableEntries);
        for (qint64 k = 0; k < count; ++k) {
            if (needsL2Table(i * kTableEntries + k))
                putEntry(cluster, k, kCopied | static_cast<quint64>(table++ * kCluster));
        }
        SEALIFT_TRY(sink((m_l1Table + i) * kCluster, cluster));
    }
    return {};
}

Status Qcow2Layout::forEachL2Table(MutableBytes cluster, const Sink &sink) const
{
    qint64 table = m_firstL2Table;
    for (qint64 i = 0; i < m_l1Entries; ++i) {
        if (!needsL2Table(i))
            continue;
        fillL2Table(i, cluster);
        SEALIFT_TRY(sink(table++ * kCluster, cluster));
    }
    return {};
}

/// "Cluster mapping", standard cluster descriptor: the byte at which a data cluster begins, or 0 where it is not
/// allocated.
void Qcow2Layout::fillL2Table(qint64 l1Index, MutableBytes cluster) const
{
    std::fill(cluster.begin(), cluster.end(), std::byte{0});
    const auto begin = l1Index * kTableEntries;
    const auto end = std::min(m_guestClusters, begin + kTableEntries);
    for (qint64 guest = begin; guest < end;) {
        const auto chunk = guest / m_chunkClusters;
        const auto chunkBegin = chunk * m_chunkClusters;
        const auto chunkEnd = std::min(end, chunkBegin + m_chunkClusters);
        if (m_chunks->isAllocated(chunk)) {
            const auto host = chunkOffset(chunk) / kCluster;
            for (auto k = guest; k < chunkEnd; ++k)
                putEntry(cluster, k - begin, kCopied | static_cast<quint64>((host + k - chunkBegin) * kCluster));
        }
        guest = chunkEnd;
    }
}

} // namespace sealift
