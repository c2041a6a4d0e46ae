#include "task/disk_layout.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kSmallestChunk = 1LL << 20;
constexpr qint64 kLargestPiece = 8LL << 20;
constexpr qint64 kMostPieces = 1LL << 19;
// Of the chunks that a disk would have if it were full: an export keeps a little of each.
constexpr qint64 kMostChunks = 1LL << 23;

qint64 ceilDivide(qint64 bytes, qint64 unit)
{
    return (bytes + unit - 1) / unit;
}

} // namespace

qint64 largestPieceOf(qint64 diskSize)
{
    auto size = kSmallestChunk;
    while (size < kLargestPiece && diskSize > size * kMostPieces)
        size *= 2;
    return size;
}

Result<PieceSizes> pieceSizesFor(BlockSource &source, const std::stop_token &stop)
{
    const auto largest = largestPieceOf(source.size());
    if (largest == kSmallestChunk || source.isStream())
        return PieceSizes{largest, largest};
    qint64 data = 0;
    const auto add = [&data](const Extent &extent) -> Status {
        // An extent reaches into the chunks at its ends.
        if (extent.kind == ExtentKind::Data)
            data += extent.length + 2 * kSmallestChunk;
        return {};
    };
    SEALIFT_TRY(source.forEachExtent(0, source.size(), add, stop));
    PieceSizes sizes{largestPieceOf(std::min(data, source.size())), largest};
    while (sizes.chunk < largest && source.size() > sizes.chunk * kMostChunks)
        sizes.chunk *= 2;
    return sizes;
}

DiskLayout::DiskLayout(qint64 diskSize, PieceSizes sizes)
    : m_diskSize(diskSize)
    , m_sizes(sizes)
    , m_chunksInBlock(sizes.hole / sizes.chunk)
    , m_first(static_cast<std::size_t>(blocks()))
{
}

qint64 DiskLayout::blocks() const
{
    return ceilDivide(m_diskSize, m_sizes.hole);
}

qint64 DiskLayout::chunks() const
{
    return ceilDivide(m_diskSize, m_sizes.chunk);
}

qint64 DiskLayout::sizeOf(qint64 chunk) const
{
    return std::min(m_sizes.chunk, m_diskSize - chunk * m_sizes.chunk);
}

Digest &DiskLayout::idOf(qint64 chunk)
{
    const auto block = chunk / m_chunksInBlock;
    const auto begin = block * m_chunksInBlock;
    auto &first = m_first[static_cast<std::size_t>(block)];
    if (first == 0) {
        first = static_cast<quint32>(m_ids.size()) + 1;
        for (auto one = begin; one < std::min(begin + m_chunksInBlock, chunks()); ++one)
            m_ids.push_back(m_zeroes.id(sizeOf(one)));
    }
    return m_ids[first - 1 + static_cast<std::size_t>(chunk - begin)];
}

DiskLayout::Pieces DiskLayout::pieces()
{
    Pieces pieces;
    pieces.ids.reserve(m_first.size() + m_ids.size());
    for (qint64 block = 0; block < blocks(); ++block) {
        if (m_first[static_cast<std::size_t>(block)] != 0) {
            appendChunks(block, pieces);
            continue;
        }
        const auto size = std::min(m_sizes.hole, m_diskSize - block * m_sizes.hole);
        pieces.ids.push_back(m_zeroes.id(size));
        pieces.zeroSizes.insert(size);
    }
    return pieces;
}

void DiskLayout::appendChunks(qint64 block, Pieces &pieces)
{
    const auto begin = block * m_chunksInBlock;
    const std::size_t first = m_first[static_cast<std::size_t>(block)] - 1;
    for (auto chunk = begin; chunk < std::min(begin + m_chunksInBlock, chunks()); ++chunk) {
        const auto &id = m_ids[first + static_cast<std::size_t>(chunk - begin)];
        pieces.ids.push_back(id);
        if (id == m_zeroes.id(sizeOf(chunk)))
            pieces.zeroSizes.insert(sizeOf(chunk));
    }
}

} // namespace sealift
