#include "base/private_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr mode_t kOthers = 077;

} // namespace

Result<FileDescriptor> openPrivateFolder(int parent, const QByteArray &name, const QString &path, OpenToOthers open)
{
    FileDescriptor folder(::openat(parent, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder) {
        if (errno == ELOOP || errno == ENOTDIR)
            return fail(Error(ErrorCode::Unsafe,
                              QStringLiteral("%1 is not a real folder (a symbolic link, or a file)").arg(path),
                              QStringLiteral("Put a real folder there, or choose another place.")));
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open the folder %1").arg(path)));
    }
    struct stat status = {};
    if (::fstat(folder.get(), &status) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot look at %1").arg(path)));
    if (status.st_uid != ::geteuid())
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 belongs to another user").arg(path),
                          QStringLiteral("Choose a place of your own.")));
    if ((status.st_mode & kOthers) != 0 && open == OpenToOthers::Close) {
        if (::fchmod(folder.get(), 0700) != 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot close %1 to other users").arg(path)));
    } else if ((status.st_mode & kOthers) != 0) {
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 is open to other users").arg(path),
                          QStringLiteral("Close it: chmod 700 \"%1\".").arg(path)));
    }
    return folder;
}

Result<FileDescriptor> makePrivateFolder(const QString &path, OpenToOthers open)
{
    if (!QDir::isAbsolutePath(path))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is no absolute path").arg(path)));
    const auto clean = QDir::cleanPath(path);
    const auto encoded = QFile::encodeName(clean);
    if (::mkdir(encoded.constData(), 0700) != 0 && errno == ENOENT) {
        QDir().mkpath(QFileInfo(clean).path());
        ::mkdir(encoded.constData(), 0700); // whether it is there shows below
    }
    return openPrivateFolder(AT_FDCWD, encoded, clean, open);
}

} // namespace sealift
