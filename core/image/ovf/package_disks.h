#pragma once

#include "image/open_image.h"
#include "image/ovf/ovf_package.h"

#include <vector>

namespace sealift {

/// One disk of a package, looked at and not yet opened.
struct PackageDisk {
    QString id;   ///< the OvfDisk's
    QString name; ///< for a file of its own: no folder, no suffix, no other disk of the package has it
    QString href; ///< as the description has it; empty: a new disk on which there is nothing
    DiskImage image;
    std::unique_ptr<DiskFile> file; ///< null for a new disk
};

/// Looks at all disks of a package by probeDisk(): those of its machines in the order of their drives, then the rest.
/// What differs from the description is added to `warnings`.
/// Errors: those of probeDisk() and OvfPackage::open(); Unsupported (a disk that is compressed as a whole, or but a
/// difference to another); Corrupt (a piece is missing, a size is not what was said); NotFound (no disk at all);
/// LimitExceeded (more than 64 disks).
Result<std::vector<PackageDisk>> probePackageDisks(const OvfPackage &package, QStringList &warnings,
                                                   const std::stop_token &stop);

/// Opens one, once. Errors: those of openDisk().
Result<std::unique_ptr<BlockSource>> openPackageDisk(PackageDisk &disk, const OpenOptions &options,
                                                     const std::stop_token &stop);

} // namespace sealift
