#pragma once

#include "image/writers/chunk_ledger.h"
#include "image/writers/disk_writer.h"
#include "image/writers/image_layout.h"
#include "image/writers/image_output.h"

#include <memory>

namespace sealift {

/// Writes a container whose layout is known beforehand: tables, chunks, trailer.
class LayoutWriter final : public DiskWriter
{
public:
    /// @param chunks as the caller planned them. @param layout of the same chunks in a disk that may be larger.
    LayoutWriter(std::shared_ptr<const ChunkMap> chunks, std::unique_ptr<const ImageLayout> layout,
                 std::unique_ptr<ImageOutput> output);

    Status begin() override;
    bool ordered() const override;
    Status writeChunk(qint64 index, ByteView data) override;
    Status finish() override;
    qint64 bytesWritten() const override;

private:
    const std::unique_ptr<const ImageLayout> m_layout;
    ChunkLedger m_ledger;
    const std::unique_ptr<ImageOutput> m_output;
    const ImageLayout::Sink m_sink; ///< into m_output
};

} // namespace sealift
