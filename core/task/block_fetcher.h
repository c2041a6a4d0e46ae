#pragma once

#include "base/buffer_pool.h"
#include "base/flow_control.h"
#include "base/shared_failure.h"
#include "ec2/snapshot_blocks.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace sealift {

/// Fetches the blocks of a snapshot ahead of whoever reads them about in order, as many at once as the service bears:
/// with 100 ms to a block, one after the other would be 5 MiB a second. Takes 64 MiB. Thread-safe. Its threads end with
/// the last block, with the first failure, or with the object.
class BlockFetcher
{
public:
    /// @param atOnce requests under way at most. @param flow each block passes through it. Both must outlive the
    /// object.
    BlockFetcher(SnapshotBlocks &blocks, FlowControl &flow, int atOnce);
    ~BlockFetcher();
    BlockFetcher(const BlockFetcher &) = delete;
    BlockFetcher &operator=(const BlockFetcher &) = delete;

    /// Reads a block that the snapshot has: once each. A block that nobody has begun to fetch is fetched on the calling
    /// thread, so nobody waits for a block that waits for him. @param out kSnapshotBlock bytes. Errors: those of
    /// SnapshotBlocks::read(), the first of any block; Cancelled.
    Status read(qint64 index, MutableBytes out, const std::stop_token &stop);

private:
    /// A block that was fetched, or is about to be.
    struct Slot {
        PooledBuffer buffer;
        bool isThere = false;
    };

    void fetch();
    Status fetchOne(qint64 index);
    bool mayFetch() const;
    void begun();
    qint64 claim();
    Status direct(qint64 index, MutableBytes out, const std::stop_token &stop);

    SnapshotBlocks &m_blocks;
    FlowControl &m_flow;
    SharedFailure m_failure;
    BufferPool m_buffers;
    std::mutex m_mutex;                 // for what follows
    std::condition_variable_any m_room; ///< for more slots, or there is nothing left to fetch
    std::condition_variable_any m_arrived;
    std::map<qint64, Slot> m_slots;
    std::set<qint64> m_taken; ///< from m_next on: fetched by their reader
    qint64 m_next = 0;        ///< blocks before this one are fetched, or were by their reader
    qint64 m_left = 0;        ///< that nobody has begun to fetch
    qint64 m_waiting = 0;     ///< threads that will fetch one once they may
    std::vector<std::jthread> m_threads;
};

} // namespace sealift
