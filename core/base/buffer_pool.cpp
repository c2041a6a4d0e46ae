#include "base/buffer_pool.h"

#include <QtGlobal>

#include <new>
#include <utility>

#include <sys/mman.h>

namespace sealift {

namespace {
constexpr std::size_t kPage = 4096;
}

PooledBuffer::PooledBuffer(PooledBuffer &&other) noexcept
    : m_pool(std::exchange(other.m_pool, nullptr))
    , m_data(std::exchange(other.m_data, nullptr))
{
}

PooledBuffer &PooledBuffer::operator=(PooledBuffer &&other) noexcept
{
    if (this != &other) {
        if (m_data != nullptr)
            m_pool->giveBack(m_data);
        m_pool = std::exchange(other.m_pool, nullptr);
        m_data = std::exchange(other.m_data, nullptr);
    }
    return *this;
}

PooledBuffer::~PooledBuffer()
{
    if (m_data != nullptr)
        m_pool->giveBack(m_data);
}

MutableBytes PooledBuffer::bytes() const
{
    return m_data == nullptr ? MutableBytes() : MutableBytes(m_data, m_pool->blockSize());
}

BufferPool::BufferPool(std::size_t blockSize, std::size_t count)
    : m_blockSize((blockSize + kPage - 1) / kPage * kPage)
    , m_count(count)
{
    Q_ASSERT(blockSize > 0 && count > 0);
    void *memory = ::mmap(nullptr, m_blockSize * m_count, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    m_memory = static_cast<std::byte *>(memory);
    // Image content must not end up in a core file; a failure only means an old kernel.
    static_cast<void>(::madvise(memory, m_blockSize * m_count, MADV_DONTDUMP));
    m_free.reserve(m_count);
    // The block given back last is handed out first: it is the one still in the processor's cache.
    for (std::size_t i = m_count; i > 0; --i)
        m_free.push_back(m_memory + (i - 1) * m_blockSize);
}

BufferPool::~BufferPool()
{
    Q_ASSERT_X(m_free.size() == m_count, "BufferPool", "a buffer outlives its pool");
    ::munmap(m_memory, m_blockSize * m_count);
}

std::optional<PooledBuffer> BufferPool::acquire(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_blockAvailable.wait(lock, stop, [this] { return !m_free.empty(); });
    if (stop.stop_requested() || m_free.empty())
        return std::nullopt;
    std::byte *data = m_free.back();
    m_free.pop_back();
    return PooledBuffer(this, data);
}

void BufferPool::giveBack(std::byte *data)
{
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(data);
    }
    m_blockAvailable.notify_one();
}

} // namespace sealift
