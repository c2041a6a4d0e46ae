#pragma once

#include "image/disk_file.h"
#include "image/inspect/unpack_stream.h"

#include <optional>

namespace sealift {

/// How long the content of a compressed file is at least, as far as the file itself says it: an xz file has an index at
/// its end, a zstd frame may have a field in its header, and a gzip member ends with its length modulo 4 GiB. Nothing
/// where it does not say, and for bzip2. Only of the last xz stream, the last gzip member or the first zstd frame,
/// where there are several; and whoever made the file may lie: for estimates. Sources: The .xz File Format 1.1 (2.1.2,
/// 4); RFC 8878 (3.1.1.1.4); RFC 1952 (2.3.1). Errors: Io.
Result<std::optional<qint64>> toldSize(const DiskFile &packed, Packing packing);

} // namespace sealift
