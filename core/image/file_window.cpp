#include "image/file_window.h"

namespace sealift {

Status FileWindow::read(qint64 offset, MutableBytes out, const QString &what) const
{
    if (offset < 0 || !contains(static_cast<quint64>(offset), out.size()))
        return fail(
            Error(ErrorCode::Corrupt,
                  QStringLiteral("%1 is truncated: %2 would end at byte %3, the file has %4")
                      .arg(path(), what)
                      .arg(static_cast<quint64>(offset) + out.size())
                      .arg(size()),
                  QStringLiteral("Copy or download the image again, and compare its checksum with the original's."))
                .with(QStringLiteral("file"), path())
                .with(QStringLiteral("field"), what));
    auto status = readInside(offset, out);
    if (!status)
        return fail(std::move(status).error().during(QStringLiteral("reading %1").arg(what)));
    return {};
}

Result<QByteArray> FileWindow::read(qint64 offset, qint64 length, const QString &what) const
{
    QByteArray bytes(length, Qt::Uninitialized);
    SEALIFT_TRY(read(offset, mutableViewOf(bytes), what));
    return bytes;
}

bool FileWindow::contains(quint64 offset, quint64 length) const
{
    const auto end = static_cast<quint64>(size());
    return offset <= end && length <= end - offset;
}

} // namespace sealift
