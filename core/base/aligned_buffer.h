#pragma once

#include "base/bytes.h"

#include <cstdlib>
#include <memory>
#include <new>

namespace sealift {

/// Memory that begins on a page, as the system wants it for reads and writes past its cache (open(2), O_DIRECT). Grows
/// on demand, never shrinks; its content is lost when it grows.
class AlignedBuffer
{
public:
    static constexpr std::size_t kAlignment = 4096;

    /// The first `size` bytes.
    MutableBytes first(std::size_t size)
    {
        if (size > m_size)
            grow(size);
        return {m_data.get(), size};
    }

private:
    struct Free {
        void operator()(std::byte *data) const { std::free(data); }
    };

    void grow(std::size_t size)
    {
        const auto rounded = (size + kAlignment - 1) / kAlignment * kAlignment;
        m_data.reset();
        m_size = 0;
        m_data.reset(static_cast<std::byte *>(std::aligned_alloc(kAlignment, rounded)));
        if (!m_data)
            throw std::bad_alloc();
        m_size = rounded;
    }

    std::unique_ptr<std::byte, Free> m_data;
    std::size_t m_size = 0;
};

} // namespace sealift
