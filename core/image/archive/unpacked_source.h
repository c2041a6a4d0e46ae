#pragma once

#include "image/archive/byte_stream.h"
#include "image/block_source.h"
#include "image/disk_file.h"

namespace sealift {

/// A raw disk inside a packed file, unpacked while it is read and nowhere kept. Its blocks can be read once, from
/// the first to the last: readers on several threads wait for one another, and each stretch must be asked for by one of
/// them. Holes are not known: all is data.
/// @param size bytes of the disk, which begins where the unpacked bytes begin.
std::unique_ptr<BlockSource> openUnpackedSource(std::unique_ptr<DiskFile> packed, OpenStream open, qint64 size);

} // namespace sealift
