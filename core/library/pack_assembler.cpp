#include "library/pack_assembler.h"

#include <algorithm>

namespace sealift {

std::size_t PackAssembler::bufferSize(std::size_t targetSize, std::size_t maxBlob)
{
    return std::max(targetSize, maxBlob) + kHeaderRoom;
}

PackAssembler::PackAssembler(BlobType type, std::size_t targetSize, BufferPool &pool, Complete complete)
    : m_type(type)
    , m_targetSize(targetSize)
    , m_pool(pool)
    , m_complete(std::move(complete))
{
}

Result<PackAssembler::Slot> PackAssembler::reserve(const Digest &id, std::size_t sealedSize,
                                                   std::size_t uncompressedSize, const std::stop_token &stop)
{
    // Waiting for memory happens under the lock on purpose: whoever else wants a slot needs the same memory. commit()
    // does not take it, so that the packs which free that memory can be completed meanwhile.
    Slot slot;
    {
        const std::lock_guard lock(m_mutex);
        const bool hasRoom =
            m_current && m_current->m_used + sealedSize <= m_targetSize && m_current->m_entries.size() < kMaxEntries;
        if (!hasRoom) {
            if (m_current)
                release(std::exchange(m_current, nullptr));
            auto buffer = m_pool.acquire(stop);
            if (!buffer)
                return fail(Error::cancelled());
            Q_ASSERT(buffer->bytes().size() >= sealedSize + kHeaderRoom);
            m_current = std::make_shared<OpenPack>(std::move(*buffer));
        }
        auto &pack = *m_current;
        pack.m_entries.push_back({m_type, id, static_cast<quint32>(pack.m_used), static_cast<quint32>(sealedSize),
                                  static_cast<quint32>(uncompressedSize)});
        slot.bytes = pack.bytes().subspan(pack.m_used, sealedSize);
        slot.pack = m_current;
        pack.m_used += sealedSize;
        pack.m_pending.fetch_add(1, std::memory_order_relaxed);
    }
    return slot;
}

void PackAssembler::commit(Slot slot)
{
    release(std::move(slot.pack));
}

void PackAssembler::flush()
{
    std::shared_ptr<OpenPack> last;
    {
        const std::lock_guard lock(m_mutex);
        last = std::exchange(m_current, nullptr);
    }
    if (last)
        release(std::move(last));
}

void PackAssembler::release(std::shared_ptr<OpenPack> pack)
{
    if (pack->m_pending.fetch_sub(1, std::memory_order_acq_rel) == 1)
        m_complete(std::move(pack));
}

} // namespace sealift
