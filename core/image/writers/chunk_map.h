#pragma once

#include "base/result.h"
#include "image/writers/disk_writer.h"

#include <cstdint>
#include <vector>

namespace sealift {

/// Which chunks of a disk are allocated, and how many of them lie before a given one, found in constant time: 9/8 bits
/// a chunk. Immutable; any number of threads.
class ChunkMap
{
public:
    /// Errors: InvalidArgument where the plan breaks its own rules.
    static Result<ChunkMap> of(const DiskPlan &plan);

    qint64 diskSize() const { return m_diskSize; }
    qint64 chunkSize() const { return m_chunkSize; }
    qint64 chunkCount() const { return m_chunkCount; }

    /// Bytes of a chunk: chunkSize() for all but the disk's last one.
    qint64 chunkLength(qint64 index) const;

    bool isAllocated(qint64 index) const;

    /// How many of the chunks [0, index) are allocated; index may be chunkCount().
    qint64 allocatedBefore(qint64 index) const;

    qint64 allocatedCount() const { return allocatedBefore(m_chunkCount); }

    /// The same disk in chunks of another size: allocated where any byte is in an allocated chunk of this map.
    /// Errors: InvalidArgument where `size` is no chunk size.
    Result<ChunkMap> inBlocksOf(qint64 size) const;

    /// Bytes of the disk in allocated chunks.
    qint64 allocatedBytes() const;

private:
    explicit ChunkMap(const DiskPlan &plan);

    qint64 m_diskSize;
    qint64 m_chunkSize;
    qint64 m_chunkCount;
    std::vector<std::uint64_t> m_bits;
    std::vector<std::int64_t> m_rank; ///< allocated chunks before every kRankWords-th word of m_bits
};

} // namespace sealift
