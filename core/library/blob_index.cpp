#include "library/blob_index.h"

#include "library/blob_index_shard.h"

namespace sealift {

namespace {
constexpr std::size_t kShardsPerType = 32;
constexpr std::size_t kShards = kBlobTypes * kShardsPerType;
} // namespace

BlobIndex::BlobIndex()
    : m_shards(std::make_unique<BlobIndexShard[]>(kShards))
{
}

BlobIndex::~BlobIndex() = default;

BlobIndexShard &BlobIndex::shardOf(BlobType type, const BlobId &id) const
{
    const auto within = static_cast<std::size_t>(id.bytes().front()) % kShardsPerType;
    return m_shards[static_cast<std::size_t>(type) * kShardsPerType + within];
}

std::optional<BlobLocation> BlobIndex::find(BlobType type, const BlobId &id) const
{
    return shardOf(type, id).find(id);
}

std::vector<BlobLocation> BlobIndex::findAll(BlobType type, const BlobId &id) const
{
    std::vector<BlobLocation> found;
    shardOf(type, id).findAll(id, found);
    return found;
}

bool BlobIndex::reserve(BlobType type, const BlobId &id)
{
    return shardOf(type, id).reserve(id);
}

void BlobIndex::release(BlobType type, const BlobId &id)
{
    shardOf(type, id).release(id);
}

PackIndex BlobIndex::addPack(const PackId &pack, std::span<const PackEntry> entries)
{
    const auto number = m_packs.intern(pack);
    for (const auto &entry : entries)
        shardOf(entry.type, entry.id).add(entry.id, {number, entry.offset, entry.length, entry.uncompressedLength});
    return number;
}

void BlobIndex::addStoredPack(const PackId &pack, std::span<const PackEntry> entries)
{
    addPack(pack, entries);
    const std::lock_guard lock(m_pendingMutex);
    m_pending.push_back({pack, {entries.begin(), entries.end()}});
    m_pendingEntries += entries.size();
}

std::vector<PendingPack> BlobIndex::takePending()
{
    const std::lock_guard lock(m_pendingMutex);
    m_pendingEntries = 0;
    return std::exchange(m_pending, {});
}

void BlobIndex::putBackPending(std::vector<PendingPack> packs)
{
    const std::lock_guard lock(m_pendingMutex);
    for (auto &pack : packs) {
        m_pendingEntries += pack.entries.size();
        m_pending.push_back(std::move(pack));
    }
}

std::size_t BlobIndex::pendingEntries() const
{
    const std::lock_guard lock(m_pendingMutex);
    return m_pendingEntries;
}

PackId BlobIndex::packId(PackIndex pack) const
{
    return m_packs.at(pack);
}

bool BlobIndex::hasPack(const PackId &pack) const
{
    return m_packs.find(pack).has_value();
}

std::size_t BlobIndex::packCount() const
{
    return m_packs.size();
}

std::size_t BlobIndex::entryCount(BlobType type) const
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < kShardsPerType; ++i)
        count += m_shards[static_cast<std::size_t>(type) * kShardsPerType + i].placeCount();
    return count;
}

void BlobIndex::forEach(BlobType type, const std::function<void(const BlobId &, const BlobLocation &)> &each) const
{
    for (std::size_t i = 0; i < kShardsPerType; ++i)
        m_shards[static_cast<std::size_t>(type) * kShardsPerType + i].forEach(each);
}

std::size_t BlobIndex::memoryUse() const
{
    auto bytes = m_packs.memoryUse();
    for (std::size_t i = 0; i < kShards; ++i)
        bytes += m_shards[i].memoryUse();
    return bytes;
}

void BlobIndex::clear()
{
    for (std::size_t i = 0; i < kShards; ++i)
        m_shards[i].clear();
    m_packs.clear();
    takePending();
}

} // namespace sealift
