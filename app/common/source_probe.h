#pragma once

#include "base/result.h"
#include "image/disk_image.h"

#include <stop_token>

namespace sealift {

/// What somebody wants to import, looked at and not opened.
struct ProbedSource {
    /// A disk image; of an appliance its path, the size of all its disks, their files and what is to be known.
    DiskImage image;
    QString container; ///< "OVA", "OVF"; empty: a disk image
};

/// Looks at a disk image, or at an appliance and all its disks, in a moment: a manifest is not verified. Errors: those
/// of probeDisk(), openOvfPackage() and probePackageDisks().
Result<ProbedSource> probeSource(const QString &path, const std::stop_token &stop);

} // namespace sealift
