#include "task/block_fetcher.h"

#include <algorithm>

namespace sealift {

namespace {

/// Blocks that are fetched, or wait for their reader.
constexpr qint64 kAhead = 128;
/// Threads that wait for bandwidth: a pause, or who fetches his block himself, should not wait behind all that may be
/// fetched ahead.
constexpr qint64 kMostWaiting = 4;

} // namespace

BlockFetcher::BlockFetcher(SnapshotBlocks &blocks, FlowControl &flow, int atOnce)
    : m_blocks(blocks)
    , m_flow(flow)
    , m_failure(std::stop_token())
    , m_buffers(static_cast<std::size_t>(kSnapshotBlock), static_cast<std::size_t>(kAhead))
    , m_left(blocks.count())
{
    const auto threads = std::min({static_cast<qint64>(atOnce), blocks.count(), kAhead});
    for (qint64 i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { fetch(); });
}

BlockFetcher::~BlockFetcher()
{
    m_failure.report(Error::cancelled());
}

/// Whether one more thread finds a block, and a place for it.
bool BlockFetcher::mayFetch() const
{
    return static_cast<qint64>(m_slots.size()) + m_waiting < kAhead && m_waiting < std::min(kMostWaiting, m_left);
}

void BlockFetcher::begun()
{
    if (--m_left == 0)
        m_room.notify_all();
}

/// The next block that somebody is to fetch; -1 where there is none any more.
qint64 BlockFetcher::claim()
{
    const auto &has = m_blocks.has();
    const auto end = static_cast<qint64>(has.size());
    while (m_next < end) {
        const auto index = m_next++;
        if (!has[static_cast<std::size_t>(index)] || m_taken.erase(index) != 0)
            continue;
        begun();
        return index;
    }
    return -1;
}

void BlockFetcher::fetch()
{
    const auto stop = m_failure.token();
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_room.wait(lock, stop, [this] { return m_left == 0 || mayFetch(); }) || m_left == 0)
                return;
            ++m_waiting;
        }
        // Before a block is claimed: whoever reads it may hold up a pause, which must not wait for the other way round.
        const auto passage = m_flow.enter(kSnapshotBlock, stop);
        qint64 index = -1;
        {
            const std::lock_guard lock(m_mutex);
            --m_waiting;
            m_room.notify_one();
            index = passage ? claim() : -1;
            if (index < 0)
                return;
            m_slots.emplace(index, Slot());
        }
        if (auto fetched = fetchOne(index); !fetched) {
            m_failure.report(std::move(fetched).error());
            const std::lock_guard lock(m_mutex);
            m_arrived.notify_all();
            return;
        }
    }
}

Status BlockFetcher::fetchOne(qint64 index)
{
    auto buffer = m_buffers.acquire(m_failure.token());
    if (!buffer)
        return fail(Error::cancelled());
    const auto bytes = buffer->bytes().first(static_cast<std::size_t>(kSnapshotBlock));
    SEALIFT_TRY(m_blocks.read(index, bytes, m_failure.token()));
    const std::lock_guard lock(m_mutex);
    auto &slot = m_slots[index];
    slot.buffer = std::move(*buffer);
    slot.isThere = true;
    m_arrived.notify_all();
    return {};
}

Status BlockFetcher::direct(qint64 index, MutableBytes out, const std::stop_token &stop)
{
    // Its reader has passed through the flow already, but for the bandwidth.
    if (!m_flow.take(kSnapshotBlock, stop))
        return fail(Error::cancelled());
    return m_blocks.read(index, out, stop);
}

Status BlockFetcher::read(qint64 index, MutableBytes out, const std::stop_token &stop)
{
    PooledBuffer buffer;
    {
        std::unique_lock lock(m_mutex);
        const auto slot = m_slots.find(index);
        if (slot == m_slots.end()) {
            if (index >= m_next && m_taken.insert(index).second)
                begun();
            lock.unlock();
            return direct(index, out, stop);
        }
        m_arrived.wait(lock, stop, [&] { return slot->second.isThere || m_failure.token().stop_requested(); });
        if (!slot->second.isThere)
            return stop.stop_requested() ? fail(Error::cancelled()) : m_failure.status();
        buffer = std::move(slot->second.buffer);
        m_slots.erase(slot);
        m_room.notify_one();
    }
    const auto bytes = buffer.bytes().first(static_cast<std::size_t>(kSnapshotBlock));
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return {};
}

} // namespace sealift
