#pragma once

#include "library/ids.h"

#include <optional>
#include <shared_mutex>
#include <vector>

namespace sealift {

/// Numbers packs, so that a blob's place takes 4 bytes instead of 32 for the name of its pack. All functions may be
/// called by many threads at once.
class PackTable
{
public:
    /// The pack's number; a new one for a new pack.
    PackIndex intern(const PackId &id);
    std::optional<PackIndex> find(const PackId &id) const;
    /// The name of a pack that intern() numbered.
    PackId at(PackIndex index) const;
    std::size_t size() const;
    std::size_t memoryUse() const;
    void clear();

private:
    std::size_t slotOf(const PackId &id) const;
    void grow();

    mutable std::shared_mutex m_mutex;
    std::vector<PackId> m_ids;
    std::vector<PackIndex> m_slots; ///< open addressing: a number plus one; 0 is free
};

} // namespace sealift
