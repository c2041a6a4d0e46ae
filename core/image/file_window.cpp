#include "image/file_window.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

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

DiskFile::DiskFile(QString path, FileDescriptor descriptor, const FileIdentity &identity)
    : m_path(std::move(path))
    , m_descriptor(std::move(descriptor))
    , m_identity(identity)
{
}

Result<std::unique_ptr<DiskFile>> DiskFile::open(const QString &path)
{
    // Without O_NONBLOCK a named pipe would keep us waiting for its writer.
    FileDescriptor descriptor(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!descriptor && errno == ELOOP)
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 has become a symbolic link").arg(path)));
    if (!descriptor)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open %1").arg(path)));
    SEALIFT_ASSIGN(const auto identity, FileIdentity::of(descriptor.get(), path));
    return std::unique_ptr<DiskFile>(new DiskFile(path, std::move(descriptor), identity));
}

Status DiskFile::checkUnchanged() const
{
    SEALIFT_ASSIGN(const auto now, FileIdentity::of(m_descriptor.get(), m_path));
    return m_identity.compare(now, m_path);
}

qint64 DiskFile::holeEnd(qint64 offset) const
{
    const auto data = ::lseek(m_descriptor.get(), offset, SEEK_DATA);
    if (data < 0)
        return errno == ENXIO ? size() : offset;
    return data;
}

Status DiskFile::readInside(qint64 offset, MutableBytes out) const
{
    while (!out.empty()) {
        const auto got = ::pread(m_descriptor.get(), out.data(), out.size(), offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot read %1 at byte %2").arg(m_path).arg(offset)));
        if (got == 0) {
            SEALIFT_TRY(checkUnchanged());
            return fail(Error(ErrorCode::Io, QStringLiteral("%1 ended at byte %2, though it has %3 bytes")
                                                 .arg(m_path)
                                                 .arg(offset)
                                                 .arg(m_identity.size)));
        }
        out = out.subspan(static_cast<std::size_t>(got));
        offset += got;
    }
    return {};
}

} // namespace sealift
