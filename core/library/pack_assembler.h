#pragma once

#include "base/buffer_pool.h"
#include "base/result.h"
#include "library/ids.h"
#include "library/pack_header.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace sealift {

/// A pack that is being filled: one stretch of memory into which many threads seal their blobs side by side.
class OpenPack
{
public:
    explicit OpenPack(PooledBuffer buffer)
        : m_buffer(std::move(buffer))
    {
    }

    const std::vector<PackEntry> &entries() const { return m_entries; }
    std::size_t used() const { return m_used; }
    /// The whole block: the sealed blobs, and room behind them for the header.
    MutableBytes bytes() const { return m_buffer.bytes(); }

private:
    friend class PackAssembler;

    PooledBuffer m_buffer;
    std::vector<PackEntry> m_entries;
    std::size_t m_used = 0;
    // One for each slot handed out and not yet committed, and one for the assembler while the pack is open.
    std::atomic<int> m_pending{1};
};

/// Lays blobs of one type out in packs. A thread asks for a slot of the sealed blob's exact size, seals straight into
/// it - so sealing needs no lock and no copy - and commits. A pack is complete when it is full and its last slot is
/// committed. All functions may be called by many threads at once, flush() excepted.
class PackAssembler
{
public:
    /// Room kept behind the blobs: the sealed header of kMaxEntries entries, and its length.
    static constexpr std::size_t kMaxEntries = 4096;
    static constexpr std::size_t kHeaderRoom = kMaxEntries * kMaxPackHeaderEntrySize + kPackHeaderOverhead;

    struct Slot {
        std::shared_ptr<OpenPack> pack;
        MutableBytes bytes;
    };
    using Complete = std::function<void(std::shared_ptr<OpenPack>)>;

    /// The memory one pack of this target size takes, for blobs of up to `maxBlob` sealed bytes.
    static std::size_t bufferSize(std::size_t targetSize, std::size_t maxBlob);

    /// @param targetSize a pack is closed before it would grow beyond this (one larger blob has a pack to itself).
    /// @param pool blocks of bufferSize(); waiting for one is how a slow store holds back its writers.
    /// @param complete called once for each complete pack, by whichever thread committed last; must not block on the
    /// assembler.
    PackAssembler(BlobType type, std::size_t targetSize, BufferPool &pool, Complete complete);

    /// A slot for a blob of `sealedSize` bytes. `uncompressedSize` is 0 for one that is stored as it is.
    /// Errors: Cancelled.
    Result<Slot> reserve(const Digest &id, std::size_t sealedSize, std::size_t uncompressedSize,
                         const std::stop_token &stop);

    /// The slot's bytes are in place.
    void commit(Slot slot);

    /// Closes the pack that is being filled, full or not. After the last reserve().
    void flush();

private:
    void release(std::shared_ptr<OpenPack> pack);

    const BlobType m_type;
    const std::size_t m_targetSize;
    BufferPool &m_pool;
    const Complete m_complete;
    std::mutex m_mutex;
    std::shared_ptr<OpenPack> m_current;
};

} // namespace sealift
