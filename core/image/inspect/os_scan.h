#pragma once

#include "image/inspect/disk_facts.h"
#include "image/inspect/guest_root.h"

namespace sealift {

/// Looks for operating systems on the volumes, and describes each that is found in `facts`. What cannot be read is said
/// in facts.notes; nothing but a stop and a failure to read the disk ends it early. @param sensitiveFiles as in
/// InspectOptions. Errors: Cancelled, those of reading the disk.
Status scanSystems(const DiskTool &grub, const QList<GuestVolume> &volumes, bool sensitiveFiles, DiskFacts &facts);

} // namespace sealift
