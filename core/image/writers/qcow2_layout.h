#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "image/writers/chunk_map.h"
#include "image/writers/container_cipher.h"
#include "image/writers/image_layout.h"

#include <memory>

namespace sealift {

/// Where everything lies in a qcow2 file, version 3, that holds one disk: known before the first byte, because the
/// allocation is. Source: QEMU, docs/interop/qcow2.txt; "Header", "Host cluster management" and "Cluster mapping" are
/// its sections.
///
/// In this order, so that it can be written to a pipe in one pass, every part on a cluster boundary, without gaps:
///     header, encryption header, refcount table, refcount blocks, L1 table, L2 tables, data clusters in guest order
/// Clusters are 64 KiB, refcounts 16 bits wide. An allocated chunk's clusters are consecutive, so that a chunk's place
/// follows from the number of allocated chunks before it. L2 tables exist only where a chunk of their 512 MiB is
/// allocated. No snapshots, no backing file, no compression, no feature bits (so no feature name table either). With a
/// cipher the data is encrypted (crypt method LUKS), and its header lies where an extension of the first one says.
///
/// Immutable; any thread. Takes no memory beside the ChunkMap, whatever the disk's size.
class Qcow2Layout final : public ImageLayout
{
public:
    static constexpr qint64 kClusterBits = 16;
    static constexpr qint64 kClusterSize = 1LL << kClusterBits;

    /// Errors: LimitExceeded where QEMU's limits are passed: 2 PiB of disk (an L1 table of 32 MiB), a refcount table of
    /// 8 MiB.
    /// @param cipher of the data; null: it is plain.
    static Result<std::unique_ptr<const Qcow2Layout>> of(std::shared_ptr<const ChunkMap> chunks,
                                                         std::shared_ptr<const ContainerCipher> cipher = nullptr);

    /// Bytes of the disk as the guest sees it: the disk's size, rounded up to whole sectors of 512 bytes.
    qint64 virtualSize() const { return m_virtualSize; }

    /// Bytes of the file, a multiple of the cluster size.
    qint64 fileSize() const override { return m_clusters * kClusterSize; }

    /// Bytes that the file needs of the disk it lies on, less the holes in L2 tables and data.
    qint64 storedBytes() const override;

    /// Byte of the file at which an allocated chunk begins.
    qint64 chunkOffset(qint64 index) const;

    /// Hands out everything before the data in ascending order, a cluster or the cipher's header at a time: byte of
    /// the file, content.
    Status forEachTable(const Sink &sink) const override;
    Status forEachPiece(qint64 chunk, ByteView data, const Sink &sink) const override;

private:
    Qcow2Layout(std::shared_ptr<const ChunkMap> chunks, std::shared_ptr<const ContainerCipher> cipher);

    bool needsL2Table(qint64 l1Index) const;
    Status forEachRefcountTable(MutableBytes cluster, const Sink &sink) const;
    Status forEachRefcountBlock(MutableBytes cluster, const Sink &sink) const;
    Status forEachL1Table(MutableBytes cluster, const Sink &sink) const;
    Status forEachL2Table(MutableBytes cluster, const Sink &sink) const;
    void fillL2Table(qint64 l1Index, MutableBytes cluster) const;

    std::shared_ptr<const ChunkMap> m_chunks;
    std::shared_ptr<const ContainerCipher> m_cipher;
    qint64 m_virtualSize = 0;
    qint64 m_chunkClusters = 0;
    qint64 m_guestClusters = 0;
    qint64 m_l1Entries = 0;
    // Numbers of clusters, then the first cluster of each part; the header is cluster 0.
    qint64 m_refcountTableClusters = 0;
    qint64 m_refcountBlocks = 0;
    qint64 m_l1Clusters = 0;
    qint64 m_l2Tables = 0;
    qint64 m_dataClusters = 0;
    qint64 m_clusters = 0;
    qint64 m_cryptClusters = 0; ///< of the cipher's header, from cluster 1 on
    qint64 m_refcountTable = 1;
    qint64 m_firstRefcountBlock = 0;
    qint64 m_l1Table = 0;
    qint64 m_firstL2Table = 0;
    qint64 m_firstData = 0;
};

} // namespace sealift
