#include "image/writers/vhd_layout.h"

#include "image/writers/table_sink.h"

namespace sealift {

namespace {

constexpr qint64 kSector = 512;
constexpr qint64 kPage = 4096;
constexpr qint64 kTableOffset = kVhdFooterSize + kVhdSparseHeaderSize;
constexpr qint64 kEntry = 4;
constexpr quint32 kUnused = 0xffffffff;

qint64 roundUp(qint64 value, qint64 unit)
{
    return (value + unit - 1) / unit * unit;
}

} // namespace

VhdFixedLayout::VhdFixedLayout(std::shared_ptr<const ChunkMap> chunks)
    : m_chunks(std::move(chunks))
    , m_footer(makeVhdFooter(m_chunks->diskSize(), false))
{
}

Status VhdFixedLayout::forEachPiece(qint64 chunk, ByteView data, const Sink &sink) const
{
    return sink(chunk * m_chunks->chunkSize(), data);
}

Status VhdFixedLayout::forEachTrailer(const Sink &sink) const
{
    return sink(m_chunks->diskSize(), m_footer);
}

Result<std::unique_ptr<const ImageLayout>> VhdDynamicLayout::of(std::shared_ptr<const ChunkMap> chunks,
                                                                qint64 blockSize)
{
    SEALIFT_ASSIGN(auto blocks, blocksOf(*chunks, blockSize, Storage::Allocated));
    std::unique_ptr<const ImageLayout> layout(new VhdDynamicLayout(std::move(chunks), std::move(blocks)));
    if (layout->fileSize() / kSector >= qint64{kUnused})
        return fail(Error(ErrorCode::LimitExceeded,
                          QStringLiteral("a VHD file of %1 bytes is too large").arg(layout->fileSize()),
                          QStringLiteral("Choose larger blocks, or the format vhdx.")));
    return layout;
}

VhdDynamicLayout::VhdDynamicLayout(std::shared_ptr<const ChunkMap> chunks, ChunkMap blocks)
    : BlockLayout(std::move(chunks), std::move(blocks), roundUp(kTableOffset + blocks.chunkCount() * kEntry, kPage),
                  kPage)
    , m_footer(makeVhdFooter(diskSize(), true))
    , m_bitmap(static_cast<std::size_t>(roundUp(this->blocks().chunkSize() / kSector / 8, kSector)), std::byte{0xff})
{
}

Status VhdDynamicLayout::forEachTable(const Sink &sink) const
{
    SEALIFT_TRY(sink(0, m_footer));
    SEALIFT_TRY(sink(kVhdFooterSize, makeVhdSparseHeader(kTableOffset, blocks().chunkCount(), blocks().chunkSize())));
    // "Block Allocation Table": the table is filled up to a sector; what is no block is marked unused there, too.
    const auto entries = roundUp(blocks().chunkCount(), kSector / kEntry);
    return TableSink::write(
        sink, kTableOffset, entries, kEntry, entries * kEntry, [this](FieldWriter piece, qint64 first, qint64 count) {
            for (qint64 i = 0; i < count; ++i) {
                const auto block = first + i;
                const bool stored = block < blocks().chunkCount() && blocks().isAllocated(block);
                const auto bitmap = stored ? blockOffset(block) - static_cast<qint64>(m_bitmap.size()) : 0;
                piece.be32(static_cast<std::size_t>(i * kEntry),
                           stored ? static_cast<quint32>(bitmap / kSector) : kUnused);
            }
        });
}

Status VhdDynamicLayout::forEachTrailer(const Sink &sink) const
{
    return sink(BlockLayout::fileSize(), m_footer);
}

} // namespace sealift
