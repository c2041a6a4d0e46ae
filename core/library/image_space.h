#pragma once

#include "base/result.h"
#include "library/ids.h"

#include <QList>

#include <stop_token>

namespace sealift {

class Repository;

/// What removing images gives back, once the library is pruned.
struct FreedSpace {
    qint64 bytes = 0;    ///< of packs: sealed and compressed
    qint64 blobs = 0;    ///< pieces that nothing else uses
    bool isExact = true; ///< false: a snapshot that cannot be read may need some of it

    bool operator==(const FreedSpace &) const = default;
};

/// How much only these snapshots use. Reads the trees of all snapshots of the library, and no data. Memory: about 60
/// bytes for each piece of the images that are weighed, and the index. Errors: NotFound; Corrupt - one of the snapshots
/// that are weighed cannot be read; those of the store; Cancelled.
/// @param repository open; needs no lock: what others store meanwhile is not looked at.
Result<FreedSpace> spaceFreedBy(Repository &repository, const QList<SnapshotId> &removed, const std::stop_token &stop);

} // namespace sealift
