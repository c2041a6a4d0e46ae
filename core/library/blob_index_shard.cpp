#include "library/blob_index_shard.h"

#include <algorithm>
#include <mutex>
#include <new>

namespace sealift {

namespace {

constexpr std::size_t kFirstSlots = 64;

// The shard was chosen by the id's first bits; the multiplication spreads all of them over the upper half.
quint64 mixed(const BlobId &id)
{
    return hashValue(id) * 0x9e3779b97f4a7c15ULL;
}

} // namespace

/// Calls `visit` with the number of each entry of `id`, in the order in which they were added, until it returns true.
/// Returns the slot where probing ended: a free one unless `visit` ended it.
template <typename Visit>
std::size_t BlobIndexShard::probe(const BlobId &id, Visit visit) const
{
    const auto hash = mixed(id);
    const auto tag = static_cast<quint32>(hash >> 56) << kNumberBits;
    const auto mask = m_slots.size() - 1;
    auto slot = static_cast<std::size_t>(hash >> 20) & mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        const auto value = m_slots[slot];
        if ((value & ~kNumberMask) != tag)
            continue;
        const auto number = (value & kNumberMask) - 1;
        if (entryAt(number).id == id && visit(number))
            break;
    }
    return slot;
}

std::optional<BlobLocation> BlobIndexShard::find(const BlobId &id) const
{
    const std::shared_lock lock(m_mutex);
    std::optional<BlobLocation> found;
    if (m_slots.empty())
        return found;
    probe(id, [&](std::size_t number) {
        if (isPlace(entryAt(number)))
            found = entryAt(number).location;
        return true;
    });
    return found;
}

void BlobIndexShard::findAll(const BlobId &id, std::vector<BlobLocation> &found) const
{
    const std::shared_lock lock(m_mutex);
    if (m_slots.empty())
        return;
    probe(id, [&](std::size_t number) {
        if (isPlace(entryAt(number)))
            found.push_back(entryAt(number).location);
        return false;
    });
}

bool BlobIndexShard::reserve(const BlobId &id)
{
    const std::unique_lock lock(m_mutex);
    bool known = false;
    bool reserved = false;
    if (!m_slots.empty()) {
        probe(id, [&](std::size_t number) {
            known = true;
            auto &pack = entryAt(number).location.pack;
            reserved = pack == kReleased;
            if (reserved)
                pack = kReserved;
            return true;
        });
    }
    if (known)
        return reserved;
    insert(id, {kReserved, 0, 0, 0});
    return true;
}

void BlobIndexShard::release(const BlobId &id)
{
    const std::unique_lock lock(m_mutex);
    if (m_slots.empty())
        return;
    probe(id, [&](std::size_t number) {
        auto &pack = entryAt(number).location.pack;
        if (pack == kReserved)
            pack = kReleased;
        return true;
    });
}

void BlobIndexShard::add(const BlobId &id, const BlobLocation &location)
{
    const std::unique_lock lock(m_mutex);
    bool done = false;
    if (!m_slots.empty()) {
        probe(id, [&](std::size_t number) {
            auto &entry = entryAt(number);
            if (!isPlace(entry)) {
                entry.location = location;
                ++m_places;
                done = true;
            } else {
                done = entry.location == location;
            }
            return done;
        });
    }
    if (!done) {
        insert(id, location);
        ++m_places;
    }
}

void BlobIndexShard::insert(const BlobId &id, const BlobLocation &location)
{
    if (m_count >= kNumberMask)
        throw std::bad_alloc();
    if (4 * (m_count + 1) > 3 * m_slots.size())
        grow();
    if ((m_count & (kBlockSize - 1)) == 0)
        m_blocks.push_back(std::make_unique<Entry[]>(kBlockSize));
    entryAt(m_count) = {id, location};
    const auto slot = probe(id, [](std::size_t) { return false; });
    ++m_count;
    m_slots[slot] = static_cast<quint32>(mixed(id) >> 56) << kNumberBits | static_cast<quint32>(m_count);
}

void BlobIndexShard::grow()
{
    m_slots.assign(std::max(kFirstSlots, m_slots.size() * 2), 0);
    for (std::size_t number = 0; number < m_count; ++number) {
        const auto &id = entryAt(number).id;
        const auto slot = probe(id, [](std::size_t) { return false; });
        m_slots[slot] = static_cast<quint32>(mixed(id) >> 56) << kNumberBits | static_cast<quint32>(number + 1);
    }
}

void BlobIndexShard::forEach(const std::function<void(const BlobId &, const BlobLocation &)> &each) const
{
    const std::shared_lock lock(m_mutex);
    for (std::size_t number = 0; number < m_count; ++number) {
        const auto &entry = entryAt(number);
        if (isPlace(entry))
            each(entry.id, entry.location);
    }
}

std::size_t BlobIndexShard::placeCount() const
{
    const std::shared_lock lock(m_mutex);
    return m_places;
}

std::size_t BlobIndexShard::memoryUse() const
{
    const std::shared_lock lock(m_mutex);
    return sizeof(*this) + m_slots.capacity() * sizeof(quint32) + m_blocks.size() * kBlockSize * sizeof(Entry) +
           m_blocks.capacity() * sizeof(void *);
}

void BlobIndexShard::clear()
{
    const std::unique_lock lock(m_mutex);
    m_slots.clear();
    m_blocks.clear();
    m_count = 0;
    m_places = 0;
}

} // namespace sealift
