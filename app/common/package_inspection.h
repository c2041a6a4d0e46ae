#pragma once

#include "image/inspect/inspect_disk.h"
#include "image/ovf/package_disks.h"
#include "policy/preflight.h"

#include <vector>

namespace sealift {

/// A disk of an appliance, and what is on it.
struct InspectedDisk {
    QString name;
    QString href; ///< empty: a new disk
    DiskImage image;
    Packing packing = Packing::Unknown; ///< not Unknown: nothing but the size is known of the image
    Fact<DiskFacts> facts;
};

/// What is known of an appliance before it goes anywhere.
struct PackageInspection {
    OvfPackage package;
    bool verified = false; ///< all files that the manifest names were read and compared
    std::vector<InspectedDisk> disks;
    QStringList warnings; ///< of the package and of its disks
    HostFacts host;

    /// The disk that the machine's system is on, as far as can be told; else the first.
    const InspectedDisk &systemDisk() const;
};

/// Whether all files are read and compared with the manifest, as import does it.
enum class VerifyFiles { No, Yes };

/// Reads an appliance's description, looks at its disks, and opens each. A disk that is sound but cannot be opened has
/// no facts, and says why. Errors: those of openOvfPackage(), verifyPackage() and probePackageDisks().
Result<PackageInspection> inspectPackage(const QString &path, VerifyFiles verify, const OpenOptions &options,
                                         const InspectOptions &looking, const std::stop_token &stop,
                                         Parents parents = Parents::Refuse);

/// What preflight judges of it for a destination: its system disk.
PreflightSubject subjectOf(const PackageInspection &inspection, Destination destination);

} // namespace sealift
