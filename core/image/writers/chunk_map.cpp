#include "image/writers/chunk_map.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>

namespace sealift {

namespace {

constexpr qint64 kSmallestChunk = 64LL << 10;
constexpr qint64 kWordBits = 64;
constexpr qint64 kRankWords = 8;

qint64 ceilDivide(qint64 value, qint64 divisor)
{
    return value / divisor + (value % divisor != 0 ? 1 : 0);
}

std::size_t wordOf(qint64 index)
{
    return static_cast<std::size_t>(index / kWordBits);
}

std::uint64_t bitOf(qint64 index)
{
    return std::uint64_t{1} << (index % kWordBits);
}

Error brokenPlan(const QString &why)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("the plan of the disk to write is wrong: %1").arg(why)};
}

} // namespace

Result<ChunkMap> ChunkMap::of(const DiskPlan &plan)
{
    if (plan.size < 0)
        return fail(brokenPlan(QStringLiteral("size %1").arg(plan.size)));
    if (plan.chunkSize < kSmallestChunk || !std::has_single_bit(static_cast<quint64>(plan.chunkSize)))
        return fail(brokenPlan(QStringLiteral("chunk size %1").arg(plan.chunkSize)));
    const auto count = ceilDivide(plan.size, plan.chunkSize);
    if (static_cast<qint64>(plan.allocated.size()) != count)
        return fail(brokenPlan(QStringLiteral("%1 flags for %2 chunks").arg(plan.allocated.size()).arg(count)));
    return ChunkMap(plan);
}

ChunkMap::ChunkMap(const DiskPlan &plan)
    : m_diskSize(plan.size)
    , m_chunkSize(plan.chunkSize)
    , m_chunkCount(static_cast<qint64>(plan.allocated.size()))
    , m_bits(wordOf(m_chunkCount) + 1)
{
    for (qint64 i = 0; i < m_chunkCount; ++i) {
        if (plan.allocated[static_cast<std::size_t>(i)])
            m_bits[wordOf(i)] |= bitOf(i);
    }
    std::int64_t rank = 0;
    m_rank.reserve(m_bits.size() / kRankWords + 1);
    for (std::size_t word = 0; word < m_bits.size(); ++word) {
        if (word % kRankWords == 0)
            m_rank.push_back(rank);
        rank += std::popcount(m_bits[word]);
    }
}

qint64 ChunkMap::chunkLength(qint64 index) const
{
    return std::min(m_chunkSize, m_diskSize - index * m_chunkSize);
}

bool ChunkMap::isAllocated(qint64 index) const
{
    Q_ASSERT(index >= 0 && index < m_chunkCount);
    return (m_bits[wordOf(index)] & bitOf(index)) != 0;
}

qint64 ChunkMap::allocatedBefore(qint64 index) const
{
    Q_ASSERT(index >= 0 && index <= m_chunkCount);
    const auto last = wordOf(index);
    qint64 rank = m_rank[last / kRankWords];
    for (auto word = last / kRankWords * kRankWords; word < last; ++word)
        rank += std::popcount(m_bits[word]);
    return rank + std::popcount(m_bits[last] & (bitOf(index) - 1));
}

Result<ChunkMap> ChunkMap::inBlocksOf(qint64 size) const
{
    DiskPlan plan{m_diskSize, size, {}};
    const auto count = ceilDivide(m_diskSize, size);
    plan.allocated.reserve(static_cast<std::size_t>(count));
    for (qint64 i = 0; i < count; ++i) {
        const auto first = i * size / m_chunkSize;
        const auto end = std::min(m_chunkCount, ceilDivide((i + 1) * size, m_chunkSize));
        plan.allocated.push_back(allocatedBefore(end) != allocatedBefore(first));
    }
    return of(plan);
}

qint64 ChunkMap::allocatedBytes() const
{
    const auto whole = allocatedCount() * m_chunkSize;
    const auto last = m_chunkCount - 1;
    return last >= 0 && isAllocated(last) ? whole - (m_chunkSize - chunkLength(last)) : whole;
}

} // namespace sealift
