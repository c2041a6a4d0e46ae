#pragma once

#include "image/writers/chunk_ledger.h"
#include "image/writers/disk_writer.h"
#include "image/writers/image_output.h"
#include "image/writers/qcow2_layout.h"

#include <memory>

namespace sealift {

/// A qcow2 file, version 3 (see Qcow2Layout). The guest sees the disk's size rounded up to whole sectors of 512 bytes;
/// the bytes that this adds, and those up to the end of the last cluster, are zero.
class Qcow2Writer final : public DiskWriter
{
public:
    /// @param layout of these chunks.
    Qcow2Writer(std::shared_ptr<const ChunkMap> chunks, Qcow2Layout layout, std::unique_ptr<ImageOutput> output);

    Status begin() override;
    bool ordered() const override;
    Status writeChunk(qint64 index, ByteView data) override;
    Status finish() override;
    qint64 bytesWritten() const override;

private:
    const Qcow2Layout m_layout;
    ChunkLedger m_ledger;
    std::unique_ptr<ImageOutput> m_output;
};

} // namespace sealift
