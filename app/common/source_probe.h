#pragma once

#include "base/result.h"
#include "image/disk_image.h"

#include <stop_token>

namespace sealift {

/// What somebody wants to import, looked at and not opened.
struct ProbedSource {
    /// A disk image; of an appliance its path, the size of all its disks, their files and what is to be known.
    DiskImage image;
    QString container;      ///< "OVA", "OVF", "gzip", "zip"...; empty: a disk image
    bool isArchive = false; ///< of several files; what is in it is not known yet
};

/// Looks at a disk image, or at an appliance and all its disks, in a moment: a manifest is not verified, a compressed
/// file not unpacked, so that the size of what is in it stays 0. Errors: those of probeDisk(), peekFormat(),
/// openOvfPackage() and probePackageDisks().
Result<ProbedSource> probeSource(const QString &path, const std::stop_token &stop);

} // namespace sealift
