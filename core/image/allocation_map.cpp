#include "image/allocation_map.h"

namespace sealift {

Status BlockMap::forEach(qint64 offset, qint64 length, const Each &each, const std::stop_token &stop)
{
    const auto end = offset + length;
    for (qint64 at = offset; at < end;) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        SEALIFT_ASSIGN(const auto mapped, blockAt(at, end));
        SEALIFT_TRY(each(mapped));
        at += mapped.extent.length;
    }
    return {};
}

Status ExtentJoiner::add(const Extent &extent)
{
    if (extent.length == 0)
        return {};
    if (m_held.length > 0 && m_held.kind == extent.kind && m_held.offset + m_held.length == extent.offset) {
        m_held.length += extent.length;
        return {};
    }
    SEALIFT_TRY(finish());
    m_held = extent;
    return {};
}

Status ExtentJoiner::finish()
{
    if (m_held.length == 0)
        return {};
    const auto whole = m_held;
    m_held = {};
    return m_each(whole);
}

} // namespace sealift
