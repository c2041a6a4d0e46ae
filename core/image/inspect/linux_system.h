#pragma once

#include "image/inspect/guest_root.h"
#include "image/inspect/os_facts.h"

namespace sealift {

/// Describes the Linux or FreeBSD whose root that is; nothing where it is neither, but an odd folder. What a file does
/// not tell becomes an unknown fact with the reason.
/// @param volumes the disk's other volumes, where /boot may be. Errors: Cancelled, those of reading the disk.
Result<std::optional<OsFacts>> describeUnix(const GuestRoot &root, const DiskTool &grub,
                                            const QList<GuestVolume> &volumes);

} // namespace sealift
