#pragma once

#include "image/inspect/inspect_disk.h"
#include "image/open_image.h"
#include "policy/preflight.h"

namespace sealift {

/// What is known of an image before it goes anywhere.
struct ImageInspection {
    DiskImage image;
    Fact<DiskFacts> facts; ///< what is on the disk; unknown where it could not be opened
    HostFacts host;
};

/// Probes an image, opens it, and looks at the disk in it. Takes about a second. Where the probe finds the image sound,
/// but the disk cannot be opened or read, its facts are unknown and say why. Errors: those of probeDisk(); Cancelled.
Result<ImageInspection> inspectImage(const QString &path, const OpenOptions &options, const InspectOptions &looking,
                                     const std::stop_token &stop, Parents parents = Parents::Refuse);

/// What preflight judges of it for a destination.
PreflightSubject subjectOf(const ImageInspection &inspection, Destination destination);

} // namespace sealift
