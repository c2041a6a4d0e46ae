#include "image/writers/block_layout.h"

#include <algorithm>

namespace sealift {

Result<ChunkMap> BlockLayout::blocksOf(const ChunkMap &chunks, qint64 blockSize, Storage storage)
{
    if (storage == Storage::Allocated)
        return chunks.inBlocksOf(blockSize);
    const auto count = (chunks.diskSize() + blockSize - 1) / blockSize;
    return ChunkMap::of({chunks.diskSize(), blockSize, std::vector<bool>(static_cast<std::size_t>(count), true)});
}

BlockLayout::BlockLayout(std::shared_ptr<const ChunkMap> chunks, ChunkMap blocks, qint64 firstBlock, qint64 lead)
    : m_chunks(std::move(chunks))
    , m_blocks(std::move(blocks))
    , m_firstBlock(firstBlock)
    , m_lead(lead)
    , m_stride(m_blocks.chunkSize() + lead)
{
}

bool BlockLayout::isFirstOfBlock(qint64 chunk) const
{
    const auto block = chunk * m_chunks->chunkSize() / m_blocks.chunkSize();
    const auto first = block * m_blocks.chunkSize() / m_chunks->chunkSize();
    return m_chunks->allocatedBefore(chunk) == m_chunks->allocatedBefore(first);
}

Status BlockLayout::forEachPiece(qint64 chunk, ByteView data, const Sink &sink) const
{
    auto offset = chunk * m_chunks->chunkSize();
    const auto lead = blockLead();
    bool first = isFirstOfBlock(chunk);
    while (!data.empty()) {
        const auto block = offset / m_blocks.chunkSize();
        const auto place = blockOffset(block);
        const auto within = offset - block * m_blocks.chunkSize();
        if (first && !lead.empty())
            SEALIFT_TRY(sink(place - static_cast<qint64>(lead.size()), lead));
        // Blocks without a lead lie side by side, and all blocks of a chunk are stored.
        const auto length =
            m_lead == 0 ? data.size() : std::min(data.size(), static_cast<std::size_t>(m_blocks.chunkSize() - within));
        SEALIFT_TRY(sink(place + within, data.first(length)));
        data = data.subspan(length);
        offset += static_cast<qint64>(length);
        first = true;
    }
    return {};
}

} // namespace sealift
