#pragma once

#include "library/image_manifest.h"
#include "library/snapshot.h"
#include "task/disk_import.h"
#include "task/import_source.h"

namespace sealift {

/// The snapshot of an image that is imported, but for its tree and paths: made now, by this user on this machine. That
/// of a copy is what the other library has (StoredImage::copiedSnapshot()), with these tags as well.
Snapshot newSnapshot(const ImportSource &source, const QStringList &tags);

/// What `sealift.json` says of the image beside its disks; that of a copy says what it said before.
ImageManifest newManifest(const ImportSource &source, const QString &name, const QDateTime &now);

/// What it says of the disk with that number. @param imageName the image's, which is an only disk's, too.
ImageManifest::Disk recordOfDisk(const ImportSource &source, std::size_t number, const ImportedDisk &imported,
                                 const QString &imageName);

} // namespace sealift
