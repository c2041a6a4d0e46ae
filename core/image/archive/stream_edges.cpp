#include "image/archive/stream_edges.h"

#include <algorithm>
#include <cstring>

namespace sealift {

StreamEdges::StreamEdges(QString title, const FileIdentity &identity)
    : m_title(std::move(title))
{
    m_identity = identity;
    m_identity.size = 0;
    m_identity.blockDevice = false;
}

void StreamEdges::add(ByteView bytes)
{
    m_identity.size += static_cast<qint64>(bytes.size());
    const auto wanted = static_cast<std::size_t>(kEdge - m_first.size());
    m_first += toByteArray(bytes.first(std::min(wanted, bytes.size())));
    const auto tail = bytes.last(std::min(static_cast<std::size_t>(kEdge), bytes.size()));
    m_last += toByteArray(tail);
    m_last = m_last.right(kEdge);
}

Result<DiskFile::Stretch> StreamEdges::stretchAt(qint64 offset) const
{
    return Stretch{true, size() - offset};
}

Status StreamEdges::readInside(qint64 offset, MutableBytes out) const
{
    const auto length = static_cast<qint64>(out.size());
    const auto lastBegin = size() - m_last.size();
    if (offset + length <= m_first.size())
        std::memcpy(out.data(), m_first.constData() + offset, out.size());
    else if (offset >= lastBegin)
        std::memcpy(out.data(), m_last.constData() + (offset - lastBegin), out.size());
    else
        return fail(
            Error(ErrorCode::Internal, QStringLiteral("%1 can only be read from its begin to its end").arg(m_title)));
    return {};
}

} // namespace sealift
