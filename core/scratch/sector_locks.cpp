#include "scratch/sector_locks.h"

#include <algorithm>

namespace sealift {

bool SectorLocks::collides(qint64 first, qint64 end, SectorAccess access) const
{
    return std::any_of(m_held.begin(), m_held.end(), [&](const Range &held) {
        const bool both = access == SectorAccess::Shared && held.access == SectorAccess::Shared;
        return !both && held.first < end && first < held.end;
    });
}

SectorLocks::Hold SectorLocks::lock(qint64 first, qint64 count, SectorAccess access)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_closed || !collides(first, first + count, access); });
    if (m_closed)
        return {nullptr, 0};
    const auto id = m_nextId++;
    m_held.push_back({id, first, first + count, access});
    return {this, id};
}

SectorLocks::Hold::~Hold()
{
    if (m_locks == nullptr)
        return;
    // Notified under the lock: whoever waits in close() may be about to end the object.
    const std::lock_guard lock(m_locks->m_mutex);
    std::erase_if(m_locks->m_held, [this](const Range &held) { return held.id == m_id; });
    m_locks->m_changed.notify_all();
}

void SectorLocks::close()
{
    std::unique_lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_held.empty(); });
}

} // namespace sealift
