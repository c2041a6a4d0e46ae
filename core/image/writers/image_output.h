#pragma once

#include "base/bytes.h"
#include "base/result.h"

namespace sealift {

/// Where the bytes of one container go. The writer of a format says which byte belongs where and knows nothing of files
/// and pipes; an output knows nothing of formats.
class ImageOutput
{
public:
    ImageOutput() = default;
    virtual ~ImageOutput() = default;
    ImageOutput(const ImageOutput &) = delete;
    ImageOutput &operator=(const ImageOutput &) = delete;

    /// True where writeAt() must be called with ascending, non-overlapping stretches by one thread at a time; else any
    /// order and any number of threads.
    virtual bool ordered() const = 0;

    /// The container will be `size` bytes long, or at most that where endAt() follows. Once, before the first write.
    virtual Status begin(qint64 size) = 0;

    /// The container is only `size` bytes long. After the last write, before finish().
    virtual Status endAt(qint64 size) = 0;

    /// Puts `data` at byte `offset`. What is never written reads as zeroes; so do zero blocks of 4096 bytes of `data`
    /// that the output leaves out. Data at multiples of 4096 goes out fastest.
    virtual Status writeAt(qint64 offset, ByteView data) = 0;

    /// Completes the container to its size and makes it durable; a file gets its name. Once.
    [[nodiscard]] virtual Status finish() = 0;

    /// Bytes that went out so far. Any thread.
    virtual qint64 bytesWritten() const = 0;
};

} // namespace sealift
