#pragma once

#include "base/result.h"
#include "library/ids.h"

#include <QStringList>

#include <stop_token>

namespace sealift {

class Repository;

/// Takes an image from the library's list: forgets its snapshot. What only it used stays stored until `restic prune`
/// frees the space. An image of restic's goes with all others of its snapshot.
/// @param repository open, not locked; the exclusive lock is held meanwhile (restic's doc/design.rst, "Read and Write
/// Ordering"). Errors: NotFound; Locked - somebody works with the library; those of the store; Cancelled.
Status removeImage(Repository &repository, const SnapshotId &snapshot, const std::stop_token &stop);

/// Gives an image other tags. As restic's `tag` does it: a new snapshot of the same content that names the first one as
/// its original, after which the old one is forgotten; so the image has another id from then on, which is returned.
/// Equal tags change nothing. @param tags without empty ones and commas, which restic takes for the end of a tag.
/// Errors: InvalidArgument (such a tag), and as removeImage().
Result<SnapshotId> setImageTags(Repository &repository, const SnapshotId &snapshot, const QStringList &tags,
                                const std::stop_token &stop);

/// Gives an image another name: its folder and what Sealift remembers of it get it, in a new snapshot of the same disks
/// that names the first one as its original, after which the old one is forgotten. No data is copied. The image has
/// another id from then on, which is returned. The name that it has changes nothing. Errors: InvalidArgument (no folder
/// can have that name); Unsupported (an image that restic stored: its name is its file's; a library of format 1); and
/// as removeImage().
Result<SnapshotId> renameImage(Repository &repository, const SnapshotId &snapshot, const QString &name,
                               const std::stop_token &stop);

/// Whether restic takes it for one tag: not empty, no comma.
bool isTag(const QString &tag);

} // namespace sealift
