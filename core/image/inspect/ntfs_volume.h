#pragma once

#include "image/inspect/disk_view.h"
#include "image/inspect/fact.h"

namespace sealift {

/// Whether an NTFS volume is marked dirty: its $Volume record (number 3 of the master file table), attribute
/// $VOLUME_INFORMATION. Source: the documentation of the Linux-NTFS project, "$Volume" and "FILE record".
/// Errors: those of reading the disk.
Result<Fact<bool>> readNtfsDirty(const DiskView &view);

} // namespace sealift
