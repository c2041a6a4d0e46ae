#pragma once

#include "image/inspect/disk_window.h"

#include <QList>

namespace sealift {

/// A part of a disk, or several joined: a partition, a logical volume. Value type that refers to its disk, which must
/// outlive it.
class DiskView
{
public:
    struct Segment {
        qint64 offset = 0; ///< bytes from the disk's begin
        qint64 length = 0;
    };

    DiskView(DiskWindow &disk, QList<Segment> segments);
    /// The whole disk.
    explicit DiskView(DiskWindow &disk);

    qint64 size() const { return m_size; }
    DiskWindow &disk() const { return *m_disk; }

    /// As DiskWindow::read(), counted from the view's begin.
    Status read(qint64 offset, MutableBytes out) const;
    Result<QByteArray> read(qint64 offset, qint64 length) const;

private:
    DiskWindow *m_disk;
    QList<Segment> m_segments;
    qint64 m_size = 0;
};

} // namespace sealift
