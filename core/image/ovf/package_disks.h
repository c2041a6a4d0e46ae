#pragma once

#include "image/archive/compressed_disk.h"
#include "image/open_image.h"
#include "image/ovf/ovf_package.h"
#include "image/probe.h"

#include <vector>

namespace sealift {

/// One disk of a package, looked at and not yet opened.
struct PackageDisk {
    QString id;      ///< the OvfDisk's
    QString name;    ///< for a file of its own: no folder, no suffix, no other disk of the package has it
    QString href;    ///< as the description has it; empty: a new disk on which there is nothing
    DiskImage image; ///< of a compressed disk unknown until it is opened, but for the size that the description says
    std::unique_ptr<DiskFile> file; ///< null for a new disk
    /// How the file is compressed as a whole (OVF's compression="gzip"); Unknown: it is not.
    Packing packing = Packing::Unknown;
};

/// Looks at all disks of a package by probeDisk(): those of its machines in the order of their drives, then the rest.
/// What differs from the description is added to `warnings`.
/// Errors: those of probeDisk() and OvfPackage::open(); Unsupported (a disk that is but the difference to
/// another); Corrupt (a piece is missing, a size is not what was said); NotFound (no disk at all);
/// LimitExceeded (more than 64 disks).
/// @param probing holds for the disks of a machine of VirtualBox or VMware; no disk of an OVF has a parent.
Result<std::vector<PackageDisk>> probePackageDisks(const OvfPackage &package, QStringList &warnings,
                                                   const std::stop_token &stop, const ProbeOptions &probing = {});

/// Opens one, once; what is in a compressed file is known from then on. Errors: those of openDisk() and
/// openCompressedDisk().
Result<std::unique_ptr<BlockSource>> openPackageDisk(PackageDisk &disk, const Unpacking &unpacking,
                                                     const OpenOptions &options, const std::stop_token &stop);

} // namespace sealift
