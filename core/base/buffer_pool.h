#pragma once

#include "base/bytes.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace sealift {

class BufferPool;

/// One page-aligned block of a BufferPool; goes back to the pool when it is destroyed. Move-only.
/// Must not outlive its pool.
class PooledBuffer
{
public:
    PooledBuffer() = default;
    PooledBuffer(PooledBuffer &&other) noexcept;
    PooledBuffer &operator=(PooledBuffer &&other) noexcept;
    PooledBuffer(const PooledBuffer &) = delete;
    PooledBuffer &operator=(const PooledBuffer &) = delete;
    ~PooledBuffer();

    /// The whole block, of the pool's block size; empty for a default-made or moved-from buffer.
    MutableBytes bytes() const;
    explicit operator bool() const { return m_data != nullptr; }

private:
    friend class BufferPool;
    PooledBuffer(BufferPool *pool, std::byte *data)
        : m_pool(pool)
        , m_data(data)
    {
    }

    BufferPool *m_pool = nullptr;
    std::byte *m_data = nullptr;
};

/// A fixed number of equal, page-aligned blocks, reused for the whole life of a pipeline: its memory is bounded by
/// construction, whatever the image's size, and a stage that runs ahead waits here. Blocks are touched only when
/// first used. Thread-safe. Contents of a block are whatever its last user left.
class BufferPool
{
public:
    /// @param blockSize bytes a block; rounded up to whole pages. @param count blocks in all, at least one.
    BufferPool(std::size_t blockSize, std::size_t count);
    ~BufferPool();
    BufferPool(const BufferPool &) = delete;
    BufferPool &operator=(const BufferPool &) = delete;

    /// Waits for a free block; nothing after a stop request.
    std::optional<PooledBuffer> acquire(const std::stop_token &stop);

    std::size_t blockSize() const { return m_blockSize; }
    std::size_t count() const { return m_count; }

private:
    friend class PooledBuffer;
    void giveBack(std::byte *data);

    std::size_t m_blockSize;
    std::size_t m_count;
    std::byte *m_memory;
    std::mutex m_mutex;
    std::condition_variable_any m_blockAvailable;
    std::vector<std::byte *> m_free;
};

} // namespace sealift
