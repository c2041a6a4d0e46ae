#pragma once

#include "image/block_source.h"

#include <span>

namespace sealift {

/// Fills `bytes` with the stretch of a disk that begins at byte `start`: `data` is read, the rest is zero.
/// @param data extents of data, in order, within the stretch. Errors: those of the reader.
Status readExtents(BlockReader &reader, qint64 start, std::span<const Extent> data, MutableBytes bytes,
                   const std::stop_token &stop);

} // namespace sealift
