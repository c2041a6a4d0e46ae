#pragma once

#include "base/result.h"
#include "image/writers/chunk_map.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace sealift {

/// Sees that every allocated chunk is written exactly once and whole: an export that lost a chunk on the way would else
/// look like one with a hole. All functions from any thread.
class ChunkLedger
{
public:
    explicit ChunkLedger(std::shared_ptr<const ChunkMap> chunks);

    /// To be called before a chunk is written. Errors: Internal where there is no such chunk, it is not allocated, has
    /// another length, or came before.
    Status enter(qint64 index, ByteView data);

    /// To be called after a chunk was written with success.
    void written() { m_written.fetch_add(1, std::memory_order_relaxed); }

    /// OK where all allocated chunks were written; Internal otherwise.
    Status checkComplete() const;

private:
    std::shared_ptr<const ChunkMap> m_chunks;
    std::vector<std::atomic<std::uint64_t>> m_entered;
    std::atomic<qint64> m_written = 0;
};

} // namespace sealift
