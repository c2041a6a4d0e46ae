#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QString>

#include <functional>

namespace sealift {

/// How something is compressed, told from its first bytes.
enum class Packing { Gzip, Zstd, Xz, Lzma, Bzip2, Lz4, Lzo, Unknown };

Packing packingOf(ByteView bytes);
QString packingName(Packing packing);

/// Decompresses one stream out of `bytes` and hands what comes out to `take`, piece by piece. Returns how many of the
/// bytes it took up; what follows is something else. Errors: Unsupported (no gzip, zstd, xz or lzma), Corrupt, those of
/// `take`.
Result<std::size_t> unpack(Packing packing, ByteView bytes, const std::function<Status(ByteView)> &take);

} // namespace sealift
