#pragma once

#include "base/result.h"
#include "library/blob_index.h"
#include "library/ids.h"

#include <map>
#include <span>
#include <stop_token>
#include <vector>

namespace sealift {

class ProblemList;
class Repository;

/// What index files say of one pack, in little: a check goes over millions of blobs.
struct PackSurvey {
    PackId id;
    qint64 size = 0;            ///< that the pack must have for its blobs and its header
    quint64 fingerprint = 0;    ///< fingerprintOf() its entries
    quint32 listings = 0;       ///< how often index files name it
    bool contradictory = false; ///< they do not agree
};

/// A value for the set of entries, whatever their order. Not for use against an adversary.
quint64 fingerprintOf(std::span<const PackEntry> entries);

/// All that the index files of a repository say, for a check: as far as they can be read.
struct IndexSurvey {
    BlobIndex index;
    std::vector<PackSurvey> packs; ///< by their number in `index`

    /// Reads all index files, several at once; a bad one is a problem and is left out. Errors: those of the store that
    /// are about no single file; Cancelled.
    Status load(const Repository &repository, int threads, ProblemList &problems, const std::stop_token &stop);

    /// The entries of some packs, by their numbers; goes over the whole index once.
    std::map<PackIndex, std::vector<PackEntry>> entriesOf(const std::vector<PackIndex> &wanted) const;
};

} // namespace sealift
