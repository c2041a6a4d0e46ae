#include "image/disk_file.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace sealift {

LocalFile::LocalFile(QString path, FileDescriptor descriptor, const FileIdentity &identity)
    : m_path(std::move(path))
    , m_descriptor(std::move(descriptor))
{
    m_identity = identity;
}

Result<std::unique_ptr<LocalFile>> LocalFile::open(const QString &path)
{
    // Without O_NONBLOCK a named pipe would keep us waiting for its writer.
    FileDescriptor descriptor(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!descriptor && errno == ELOOP)
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 has become a symbolic link").arg(path)));
    if (!descriptor)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open %1").arg(path)));
    SEALIFT_ASSIGN(const auto identity, FileIdentity::of(descriptor.get(), path));
    return std::unique_ptr<LocalFile>(new LocalFile(path, std::move(descriptor), identity));
}

Status LocalFile::checkUnchanged() const
{
    SEALIFT_ASSIGN(const auto now, FileIdentity::of(m_descriptor.get(), m_path));
    return m_identity.compare(now, m_path);
}

qint64 LocalFile::holeEnd(qint64 offset) const
{
    const auto data = ::lseek(m_descriptor.get(), offset, SEEK_DATA);
    if (data < 0)
        return errno == ENXIO ? size() : offset;
    return data;
}

Result<DiskFile::Stretch> LocalFile::stretchAt(qint64 offset) const
{
    Stretch stretch;
    stretch.length = size() - offset;
    // lseek() moves nothing that anybody uses: all reading is by pread().
    const auto data = ::lseek(m_descriptor.get(), offset, SEEK_DATA);
    if (data == offset) {
        const auto hole = ::lseek(m_descriptor.get(), offset, SEEK_HOLE);
        if (hole > offset)
            stretch.length = hole - offset;
    } else if (data > offset) {
        stretch.data = false;
        stretch.length = data - offset;
    } else if (errno == ENXIO) { // a hole up to the end of the file, or the file has shrunk
        SEALIFT_TRY(checkUnchanged());
        stretch.data = false;
    } else if (errno != EINVAL && errno != EOPNOTSUPP &&
               errno != ENOTTY) { // else no such question here: a block device, an old file system
        return fail(Error::fromErrno(errno, QStringLiteral("cannot look for holes in %1").arg(m_path)));
    }
    return stretch;
}

void LocalFile::willRead(qint64 offset, qint64 length) const
{
    ::posix_fadvise(m_descriptor.get(), offset, length, POSIX_FADV_SEQUENTIAL);
}

std::vector<FilePiece> LocalFile::pieces() const
{
    return {{m_descriptor.get(), m_path, 0, size(), true}};
}

Status LocalFile::readInside(qint64 offset, MutableBytes out) const
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
