#include "image/inspect/disk_view.h"

#include <algorithm>

namespace sealift {

DiskView::DiskView(DiskWindow &disk, QList<Segment> segments)
    : m_disk(&disk)
    , m_segments(std::move(segments))
{
    for (const auto &segment : m_segments)
        m_size += segment.length;
}

DiskView::DiskView(DiskWindow &disk)
    : DiskView(disk, {{0, disk.size()}})
{
}

Status DiskView::read(qint64 offset, MutableBytes out) const
{
    const auto wanted = static_cast<qint64>(out.size());
    if (offset < 0 || wanted > m_size || offset > m_size - wanted)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("something on the volume is said to lie past its end")));
    auto left = out;
    for (const auto &segment : m_segments) {
        if (left.empty())
            break;
        if (offset >= segment.length) {
            offset -= segment.length;
            continue;
        }
        const auto part = std::min(segment.length - offset, static_cast<qint64>(left.size()));
        SEALIFT_TRY(m_disk->read(segment.offset + offset, left.first(static_cast<std::size_t>(part))));
        left = left.subspan(static_cast<std::size_t>(part));
        offset = 0;
    }
    return {};
}

Result<QByteArray> DiskView::read(qint64 offset, qint64 length) const
{
    if (length < 0 || offset < 0 || length > m_size || offset > m_size - length || length > m_disk->size())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("something on the volume is said to lie past its end")));
    QByteArray bytes(static_cast<qsizetype>(length), Qt::Uninitialized);
    SEALIFT_TRY(read(offset, mutableViewOf(bytes)));
    return bytes;
}

} // namespace sealift
