#pragma once

#include "image/inspect/disk_view.h"
#include "image/inspect/volume_facts.h"

namespace sealift {

/// Adds what libblkid does not tell: whether a file system was unmounted properly, and how much is free. By the
/// volume's type. Sources: Linux' Documentation/filesystems/ext4/super.rst; "XFS Algorithms & Data Structures" (On-disk
/// superblock); btrfs' documentation "On-disk format", superblock; "[MS-FSCC]" and Microsoft's description of the NTFS
/// boot sector, $Volume's VOLUME_INFORMATION; Microsoft's FAT specification 1.03, BS_Reserved1.
/// Errors: those of reading the disk.
Status addSuperblockFacts(const DiskView &view, VolumeFacts &volume);

} // namespace sealift
