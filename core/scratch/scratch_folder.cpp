#include "scratch/scratch_folder.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealift {

Result<QString> ScratchFolder::helperFolder() const
{
    const auto helper = path() + QLatin1Char('/') + QLatin1String(kHelperName);
    if (::mkdirat(descriptor(), kHelperName, 0700) != 0 && errno != EEXIST)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot make the folder %1").arg(helper)));
    struct stat status = {};
    if (::fstatat(descriptor(), kHelperName, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot look at %1").arg(helper)));
    if (!S_ISDIR(status.st_mode) || status.st_uid != ::geteuid())
        return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 is not a folder of ours").arg(helper),
                          QStringLiteral("Remove it.")));
    return helper;
}

void ScratchFolder::close()
{
    m_lease.reset();
    m_folder.reset();
}

Result<ScratchRootLock> ScratchRootLock::acquire(int root, const QString &rootPath)
{
    ScratchRootLock lock;
    // A description of its own: the lock belongs to it, not to the process.
    lock.m_descriptor.reset(::openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!lock.m_descriptor)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open the scratch root %1").arg(rootPath)));
    while (::flock(lock.m_descriptor.get(), LOCK_EX) != 0) {
        if (errno != EINTR)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot lock the scratch root %1").arg(rootPath)));
    }
    return lock;
}

} // namespace sealift
