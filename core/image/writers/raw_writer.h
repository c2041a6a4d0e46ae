#pragma once

#include "image/writers/chunk_ledger.h"
#include "image/writers/chunk_map.h"
#include "image/writers/disk_writer.h"
#include "image/writers/image_output.h"

#include <memory>

namespace sealift {

/// The disk's bytes and nothing else; of the disk's exact size.
class RawWriter final : public DiskWriter
{
public:
    RawWriter(std::shared_ptr<const ChunkMap> chunks, std::unique_ptr<ImageOutput> output);

    Status begin() override;
    bool ordered() const override;
    Status writeChunk(qint64 index, ByteView data) override;
    Status finish() override;
    qint64 bytesWritten() const override;

private:
    std::shared_ptr<const ChunkMap> m_chunks;
    ChunkLedger m_ledger;
    std::unique_ptr<ImageOutput> m_output;
};

} // namespace sealift
