#include "library/pack_table.h"

#include <algorithm>
#include <mutex>

namespace sealift {

namespace {
constexpr std::size_t kFirstSlots = 256;
}

/// The slot that holds `id`, or the free one where it belongs. The table must have a free slot.
std::size_t PackTable::slotOf(const PackId &id) const
{
    const auto mask = m_slots.size() - 1;
    auto slot = hashValue(id) & mask;
    while (m_slots[slot] != 0 && m_ids[m_slots[slot] - 1] != id)
        slot = (slot + 1) & mask;
    return slot;
}

void PackTable::grow()
{
    m_slots.assign(std::max(kFirstSlots, m_slots.size() * 2), 0);
    for (std::size_t i = 0; i < m_ids.size(); ++i)
        m_slots[slotOf(m_ids[i])] = static_cast<PackIndex>(i + 1);
}

PackIndex PackTable::intern(const PackId &id)
{
    const std::unique_lock lock(m_mutex);
    if (2 * (m_ids.size() + 1) > m_slots.size())
        grow();
    auto &slot = m_slots[slotOf(id)];
    if (slot == 0) {
        m_ids.push_back(id);
        slot = static_cast<PackIndex>(m_ids.size());
    }
    return slot - 1;
}

std::optional<PackIndex> PackTable::find(const PackId &id) const
{
    const std::shared_lock lock(m_mutex);
    if (m_slots.empty())
        return std::nullopt;
    const auto slot = m_slots[slotOf(id)];
    return slot == 0 ? std::nullopt : std::optional(slot - 1);
}

PackId PackTable::at(PackIndex index) const
{
    const std::shared_lock lock(m_mutex);
    return m_ids.at(index);
}

std::size_t PackTable::size() const
{
    const std::shared_lock lock(m_mutex);
    return m_ids.size();
}

std::size_t PackTable::memoryUse() const
{
    const std::shared_lock lock(m_mutex);
    return m_ids.capacity() * sizeof(PackId) + m_slots.capacity() * sizeof(PackIndex);
}

void PackTable::clear()
{
    const std::unique_lock lock(m_mutex);
    m_ids.clear();
    m_slots.clear();
}

} // namespace sealift
