#pragma once

#include "base/bytes.h"
#include "image/disk_image.h"

namespace sealift {

/// How many of a disk's first bytes detectPartitionTable() looks at.
constexpr qint64 kPartitionTableBytes = 1024;

/// Tells MBR and GPT from the first two sectors of 512 bytes (UEFI Specification, 5.2 and 5.3). A FAT or NTFS boot
/// sector, which ends in the same two bytes as an MBR, is none. `start` may be shorter than two sectors.
PartitionTable detectPartitionTable(ByteView start);

} // namespace sealift
