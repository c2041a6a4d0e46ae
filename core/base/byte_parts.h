#pragma once

#include "base/bytes.h"

#include <QtGlobal>

#include <numeric>
#include <span>

namespace sealift {

/// The bytes of all parts together.
inline qint64 totalSize(std::span<const ByteView> parts)
{
    return std::accumulate(parts.begin(), parts.end(), qint64(0),
                           [](qint64 size, const ByteView &part) { return size + static_cast<qint64>(part.size()); });
}

} // namespace sealift
