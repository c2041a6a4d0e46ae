#include "image/writers/appender.h"

#include <algorithm>

namespace sealift {

Status Appender::append(ByteView data)
{
    const auto memory = m_buffer.first(kBuffer);
    while (!data.empty()) {
        const auto part = std::min(data.size(), kBuffer - m_used);
        std::copy_n(data.begin(), part, memory.begin() + static_cast<std::ptrdiff_t>(m_used));
        m_used += part;
        data = data.subspan(part);
        if (m_used == kBuffer)
            SEALIFT_TRY(flush());
    }
    return {};
}

Status Appender::flush()
{
    const auto used = std::exchange(m_used, 0);
    const auto offset = std::exchange(m_flushed, m_flushed + static_cast<qint64>(used));
    return used == 0 ? Status() : m_output.writeAt(offset, m_buffer.first(kBuffer).first(used));
}

} // namespace sealift
