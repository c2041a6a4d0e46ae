#pragma once

#include "library/ids.h"

#include <functional>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <vector>

namespace sealift {

/// A part of a BlobIndex with a lock of its own: a hash table (open addressing, linear probing) of numbers of entries,
/// and the entries in blocks that never move, so that growing copies four bytes a blob and leaves no half-empty array
/// behind. An id may have several entries, one a pack; they are probed in the order in which they were added. All
/// functions may be called by many threads at once.
class BlobIndexShard
{
public:
    std::optional<BlobLocation> find(const BlobId &id) const;
    void findAll(const BlobId &id, std::vector<BlobLocation> &found) const;
    bool reserve(const BlobId &id);
    void release(const BlobId &id);
    /// Adds a place, or turns a reservation into it; a place that is known already is left alone.
    void add(const BlobId &id, const BlobLocation &location);
    void forEach(const std::function<void(const BlobId &, const BlobLocation &)> &each) const;
    /// Places known; reservations are not counted.
    std::size_t placeCount() const;
    std::size_t memoryUse() const;
    void clear();

private:
    struct Entry {
        BlobId id;
        BlobLocation location;
    };

    // States of an entry that is no place, where its pack's number would be. A released one stays in the table, which
    // knows no removal, and serves the next reservation of the id.
    static constexpr PackIndex kReserved = 0xffffffff;
    static constexpr PackIndex kReleased = 0xfffffffe;

    static constexpr std::size_t kBlockBits = 8;
    static constexpr std::size_t kBlockSize = std::size_t{1} << kBlockBits;
    // A slot is the entry's number plus one in the lower bits and some bits of the id's hash above them: most entries
    // of other ids are passed by without a look at them. 0 is a free slot.
    static constexpr quint32 kNumberBits = 24;
    static constexpr quint32 kNumberMask = (quint32{1} << kNumberBits) - 1;

    static bool isPlace(const Entry &entry) { return entry.location.pack < kReleased; }
    Entry &entryAt(std::size_t number) { return m_blocks[number >> kBlockBits][number & (kBlockSize - 1)]; }
    const Entry &entryAt(std::size_t number) const { return m_blocks[number >> kBlockBits][number & (kBlockSize - 1)]; }
    template <typename Visit>
    std::size_t probe(const BlobId &id, Visit visit) const;
    void insert(const BlobId &id, const BlobLocation &location);
    void grow();

    mutable std::shared_mutex m_mutex;
    std::vector<quint32> m_slots;
    std::vector<std::unique_ptr<Entry[]>> m_blocks;
    std::size_t m_count = 0;
    std::size_t m_places = 0;
};

} // namespace sealift
