#pragma once

#include "image/writers/block_layout.h"
#include "image/writers/vhd_footer_data.h"

#include <memory>
#include <vector>

namespace sealift {

/// A fixed VHD: the disk's bytes, then a footer. Source: Microsoft, "Virtual Hard Disk Image Format Specification",
/// version 1.0, "Hard Disk Footer Format".
class VhdFixedLayout final : public ImageLayout
{
public:
    explicit VhdFixedLayout(std::shared_ptr<const ChunkMap> chunks);

    qint64 fileSize() const override { return m_chunks->diskSize() + kVhdFooterSize; }
    qint64 storedBytes() const override { return m_chunks->allocatedBytes() + kVhdFooterSize; }
    Status forEachTable(const Sink &) const override { return {}; }
    Status forEachPiece(qint64 chunk, ByteView data, const Sink &sink) const override;
    Status forEachTrailer(const Sink &sink) const override;

private:
    std::shared_ptr<const ChunkMap> m_chunks;
    const VhdFooterBytes m_footer;
};

/// A dynamic VHD; same source, "Dynamic Disk Header Format" and "Block Allocation Table and Data Blocks". In this
/// order:
///     copy of the footer, sparse header, block allocation table, blocks in the disk's order, footer
/// Each block's data begins on 4 KiB, with its sector bitmap in the sector before: all of a stored block's sectors are
/// marked as written.
class VhdDynamicLayout final : public BlockLayout
{
public:
    static constexpr qint64 kDefaultBlock = 2LL << 20; // "Block Size": the default

    /// Errors: LimitExceeded where a block would begin past sector 2^32.
    static Result<std::unique_ptr<const ImageLayout>> of(std::shared_ptr<const ChunkMap> chunks, qint64 blockSize);

    qint64 fileSize() const override { return BlockLayout::fileSize() + kVhdFooterSize; }
    Status forEachTable(const Sink &sink) const override;
    Status forEachTrailer(const Sink &sink) const override;

private:
    VhdDynamicLayout(std::shared_ptr<const ChunkMap> chunks, ChunkMap blocks);

    ByteView blockLead() const override { return m_bitmap; }

    const VhdFooterBytes m_footer;
    const std::vector<std::byte> m_bitmap;
};

} // namespace sealift
