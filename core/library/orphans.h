#pragma once

#include "base/result.h"
#include "library/ids.h"

#include <stop_token>
#include <vector>

namespace sealift {

class Repository;
class RepositoryLock;

/// What became of packs that no index file names.
struct OrphanReport {
    struct Ignored {
        PackId pack;
        Error error; ///< why its header cannot be used
    };

    bool othersAtWork = false; ///< somebody else holds a lock: packs may be theirs, so none was looked at
    std::size_t adopted = 0;   ///< packs that are in the index now, and pending: the next flushIndex() writes them
    qint64 adoptedBytes = 0;
    /// Packs that are of no use. They stay where they are; restic's `prune` removes them.
    std::vector<Ignored> ignored;
};

/// Loads the index, and finds what an import that was killed had stored but not indexed yet, so that it need not be
/// stored again.
///
/// The order keeps clear of other clients (doc/design.rst, "Read and Write Ordering"): packs are listed first, then the
/// locks, then the index is loaded. A pack that was there at the first step, and is not in the index at the last, while
/// nobody else held a lock in between, was left by a client that is no more: one that had finished would have written
/// its index before it gave up its lock.
///
/// @param lock this client's own, held since before. Errors: those of the store, of reading locks and of loading the
/// index.
Result<OrphanReport> loadIndexAndAdoptOrphans(Repository &repository, const RepositoryLock &lock,
                                              const std::stop_token &stop);

} // namespace sealift
