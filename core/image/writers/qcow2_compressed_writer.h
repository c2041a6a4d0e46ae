#pragma once

#include "image/writers/block_compressor.h"
#include "image/writers/chunk_ledger.h"
#include "image/writers/disk_writer.h"
#include "image/writers/image_output.h"
#include "image/writers/qcow2_space.h"

#include <memory>
#include <mutex>
#include <vector>

namespace sealift {

/// A qcow2 file, version 3, with compressed clusters; each thread compresses what it writes. Not for streams: the
/// tables stand before the data, and hold what only the compression tells. In this order, clusters of 64 KiB:
///     header, L1 table, L2 tables, data as it comes, refcount blocks, refcount table
/// Clusters of zeroes are left out, incompressible ones are stored plain. Source: QEMU, docs/interop/qcow2.txt, "Host
/// cluster management" and "Cluster mapping" (compressed cluster descriptor).
class Qcow2CompressedWriter final : public DiskWriter
{
public:
    /// @param chunks as the caller planned them. @param disk the same in the disk that the guest sees. @param output
    /// not an ordered one. Errors: LimitExceeded.
    static Result<std::unique_ptr<DiskWriter>> create(std::shared_ptr<const ChunkMap> chunks,
                                                      const std::shared_ptr<const ChunkMap> &disk,
                                                      std::unique_ptr<ImageOutput> output,
                                                      BlockCompressor::Method method);
    ~Qcow2CompressedWriter() override;

    Status begin() override;
    bool ordered() const override { return false; }
    Status writeChunk(qint64 index, ByteView data) override;
    Status finish() override;
    qint64 bytesWritten() const override { return m_output->bytesWritten(); }

private:
    class Packer;

    Qcow2CompressedWriter(std::shared_ptr<const ChunkMap> chunks, ChunkMap tables, std::unique_ptr<ImageOutput> output,
                          BlockCompressor::Method method);

    qint64 tableOffset(qint64 l1Index) const;
    Status writeL1Table();
    Status writeEntries(qint64 firstCluster, const std::vector<quint64> &entries);
    Status writeRefcounts();
    std::unique_ptr<Packer> takePacker();
    void returnPacker(std::unique_ptr<Packer> packer);

    const std::shared_ptr<const ChunkMap> m_chunks;
    const ChunkMap m_tables; ///< which L2 tables there are: the disk in blocks of what one maps
    const std::unique_ptr<ImageOutput> m_output;
    const BlockCompressor::Method m_method;
    ChunkLedger m_ledger;
    const qint64 m_l1Entries;
    const qint64 m_firstTable; ///< byte
    Qcow2Space m_space;
    qint64 m_refcountTable = 0;
    qint64 m_refcountTableClusters = 0;
    std::mutex m_packersMutex;
    std::vector<std::unique_ptr<Packer>> m_packers; ///< those that no thread uses now
};

} // namespace sealift
