#pragma once

#include "library/ids.h"
#include "library/pack_table.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace sealift {

class BlobIndexShard;

/// A pack that is safely stored and that no index file names yet.
struct PendingPack {
    PackId id;
    std::vector<PackEntry> entries;
};

/// Which blobs a library holds, and where (restic's doc/design.rst, "Indexing"): the union of all index files and of
/// what was stored since. In memory; some 60 bytes a blob. All functions may be called by many threads at once; find()
/// and reserve() allocate nothing on the heap for a blob that is known.
class BlobIndex
{
public:
    BlobIndex();
    ~BlobIndex();
    BlobIndex(const BlobIndex &) = delete;
    BlobIndex &operator=(const BlobIndex &) = delete;

    /// Where the blob lies; nothing for an unknown one, or one that is only reserved. Where several packs hold it, the
    /// one that was added first.
    std::optional<BlobLocation> find(BlobType type, const BlobId &id) const;

    /// Every place where the blob lies: for a reader to whom the first one proved damaged.
    std::vector<BlobLocation> findAll(BlobType type, const BlobId &id) const;

    /// True if the caller is now the one who must store this blob: it was neither known nor reserved. Then either a
    /// pack with it is added, or release() gives the reservation back.
    bool reserve(BlobType type, const BlobId &id);
    void release(BlobType type, const BlobId &id);

    /// A pack that an index file names. What was added before (by another index file) is not added twice.
    /// Reservations of its blobs end. Returns the pack's number.
    PackIndex addPack(const PackId &pack, std::span<const PackEntry> entries);

    /// A pack that was just stored: as addPack(), and it waits for the next index file.
    void addStoredPack(const PackId &pack, std::span<const PackEntry> entries);

    /// The packs that wait for an index file; they are the caller's now. putBackPending() if writing fails.
    std::vector<PendingPack> takePending();
    void putBackPending(std::vector<PendingPack> packs);
    /// Blobs in packs that wait for an index file.
    std::size_t pendingEntries() const;

    /// The name of a pack that a location of this index names.
    PackId packId(PackIndex pack) const;
    /// Whether any blob of this pack is known.
    bool hasPack(const PackId &pack) const;
    std::size_t packCount() const;

    /// Places known, that is blobs, and those in several packs counted several times.
    std::size_t entryCount(BlobType type) const;

    /// Calls `each` for every place known, in no particular order. Must not call functions of this index that change
    /// it.
    void forEach(BlobType type, const std::function<void(const BlobId &, const BlobLocation &)> &each) const;

    /// Bytes of memory in use, to within a few percent.
    std::size_t memoryUse() const;

    /// Forgets everything, also reservations and pending packs. No other call may be under way.
    void clear();

private:
    BlobIndexShard &shardOf(BlobType type, const BlobId &id) const;

    std::unique_ptr<BlobIndexShard[]> m_shards;
    PackTable m_packs;
    mutable std::mutex m_pendingMutex;
    std::vector<PendingPack> m_pending;
    std::size_t m_pendingEntries = 0;
};

} // namespace sealift
