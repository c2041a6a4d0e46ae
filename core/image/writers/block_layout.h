#pragma once

#include "image/writers/chunk_map.h"
#include "image/writers/image_layout.h"

#include <memory>

namespace sealift {

/// What the formats have in common that keep a disk in blocks of one size behind one table: a block is in the container
/// where any of its bytes is in an allocated chunk, and blocks follow each other in the disk's order. A block's place
/// hence follows from the number of stored blocks before it.
class BlockLayout : public ImageLayout
{
public:
    qint64 fileSize() const override { return m_firstBlock + m_blocks.allocatedCount() * m_stride; }
    qint64 storedBytes() const override { return m_firstBlock + m_chunks->allocatedBytes(); }
    Status forEachPiece(qint64 chunk, ByteView data, const Sink &sink) const override;

protected:
    enum class Storage { Allocated, All };

    /// @param blockSize a power of two, at least 64 KiB. @param storage All: every block is stored.
    static Result<ChunkMap> blocksOf(const ChunkMap &chunks, qint64 blockSize, Storage storage);

    /// @param firstBlock byte of the container at which the first block begins. @param lead bytes in front of each
    /// block's data that belong to it.
    BlockLayout(std::shared_ptr<const ChunkMap> chunks, ChunkMap blocks, qint64 firstBlock, qint64 lead);

    /// What fills the last bytes of a block's lead, if anything.
    virtual ByteView blockLead() const { return {}; }

    const ChunkMap &blocks() const { return m_blocks; }
    qint64 diskSize() const { return m_blocks.diskSize(); }

    /// Byte of the container at which a stored block's data begins.
    qint64 blockOffset(qint64 block) const
    {
        return m_firstBlock + m_blocks.allocatedBefore(block) * m_stride + m_lead;
    }

private:
    /// Whether a chunk is the first one of the block that it begins in.
    bool isFirstOfBlock(qint64 chunk) const;

    std::shared_ptr<const ChunkMap> m_chunks;
    ChunkMap m_blocks;
    qint64 m_firstBlock;
    qint64 m_lead;
    qint64 m_stride;
};

} // namespace sealift
