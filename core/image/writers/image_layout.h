#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <functional>

namespace sealift {

/// Where everything of one disk lies in one container: known before the first byte is written, because the allocation
/// is. The disk is the one that the guest will see (writtenDiskSize()); the bytes by which it was enlarged belong to no
/// chunk. Immutable; any thread.
class ImageLayout
{
public:
    /// Takes a stretch of the container: its byte, its content. The content is the layout's again on return.
    using Sink = std::function<Status(qint64 offset, ByteView content)>;

    ImageLayout() = default;
    virtual ~ImageLayout() = default;
    ImageLayout(const ImageLayout &) = delete;
    ImageLayout &operator=(const ImageLayout &) = delete;

    /// Bytes of the container. What no sink gets is zero.
    virtual qint64 fileSize() const = 0;

    /// Bytes that the container needs of the disk it lies on, less the holes in tables and data.
    virtual qint64 storedBytes() const = 0;

    /// Hands out everything before the data, in ascending order.
    virtual Status forEachTable(const Sink &sink) const = 0;

    /// Hands out one allocated chunk in pieces, in ascending order; the pieces of a later chunk come behind them. The
    /// writer of a chunk is the only one to write its pieces, though others may be at work on neighbouring ones.
    virtual Status forEachPiece(qint64 chunk, ByteView data, const Sink &sink) const = 0;

    /// Hands out everything behind the data, in ascending order.
    virtual Status forEachTrailer(const Sink &) const { return {}; }
};

} // namespace sealift
