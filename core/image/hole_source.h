#pragma once

#include "image/block_source.h"

namespace sealift {

/// A disk of that many bytes on which nothing was ever written: one hole.
std::unique_ptr<BlockSource> makeHoleSource(qint64 size);

} // namespace sealift
