#pragma once

#include "base/aligned_buffer.h"
#include "image/writers/image_output.h"

namespace sealift {

/// Puts pieces of any size one behind the other into an output, in large aligned writes. One thread at a time.
class Appender
{
public:
    explicit Appender(ImageOutput &output)
        : m_output(output)
    {
    }

    /// Bytes appended so far: where the next one goes.
    qint64 position() const { return m_flushed + static_cast<qint64>(m_used); }

    Status append(ByteView data);

    /// Hands out what is still here. After the last piece.
    Status flush();

private:
    static constexpr std::size_t kBuffer = std::size_t{4} << 20;

    ImageOutput &m_output;
    AlignedBuffer m_buffer;
    qint64 m_flushed = 0;
    std::size_t m_used = 0;
};

} // namespace sealift
