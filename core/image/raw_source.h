#pragma once

#include "image/block_source.h"
#include "image/disk_file.h"

namespace sealift {

/// A disk whose bytes lie as they are in one file, a block device, or a stretch of either (a fixed VHD, a disk inside a
/// tar archive). Holes are asked of the file system.
/// @param size bytes of the disk; [offset, offset + size) lies inside the file, else Corrupt.
Result<std::unique_ptr<BlockSource>> openRawSource(std::unique_ptr<DiskFile> file, qint64 offset, qint64 size);

} // namespace sealift
