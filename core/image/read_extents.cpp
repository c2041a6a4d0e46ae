#include "image/read_extents.h"

#include <algorithm>

namespace sealift {

Status readExtents(BlockReader &reader, qint64 start, std::span<const Extent> data, MutableBytes bytes,
                   const std::stop_token &stop)
{
    auto filled = start;
    for (const auto &extent : data) {
        std::fill(bytes.begin() + (filled - start), bytes.begin() + (extent.offset - start), std::byte{0});
        const auto part =
            bytes.subspan(static_cast<std::size_t>(extent.offset - start), static_cast<std::size_t>(extent.length));
        SEALIFT_TRY(reader.read(extent.offset, part, stop));
        filled = extent.offset + extent.length;
    }
    std::fill(bytes.begin() + (filled - start), bytes.end(), std::byte{0});
    return {};
}

} // namespace sealift
