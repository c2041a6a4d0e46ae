#include "image/file_identity.h"

#include <cerrno>

#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

namespace sealift {

namespace {

constexpr qint64 kNanoseconds = 1'000'000'000;
constexpr qint64 kStatBlock = 512;

qint64 nanoseconds(const timespec &time)
{
    return static_cast<qint64>(time.tv_sec) * kNanoseconds + time.tv_nsec;
}

Error changed(const QString &path, const QString &how)
{
    return Error(ErrorCode::SourceChanged, QStringLiteral("%1 changed while it was read: %2").arg(path, how),
                 QStringLiteral("Shut the virtual machine down, or wait for whatever writes the file, and try again."))
        .with(QStringLiteral("file"), path);
}

} // namespace

Result<FileIdentity> FileIdentity::of(int descriptor, const QString &path)
{
    struct stat status {
    };
    if (::fstat(descriptor, &status) != 0)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot look at %1").arg(path)));
    FileIdentity identity;
    identity.device = status.st_dev;
    identity.inode = status.st_ino;
    identity.size = status.st_size;
    identity.allocated = static_cast<qint64>(status.st_blocks) * kStatBlock;
    identity.modified = nanoseconds(status.st_mtim);
    identity.statusChange = nanoseconds(status.st_ctim);
    if (S_ISBLK(status.st_mode)) {
        quint64 bytes = 0;
        if (::ioctl(descriptor, BLKGETSIZE64, &bytes) != 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot get the size of %1").arg(path)));
        identity.blockDevice = true;
        identity.size = static_cast<qint64>(bytes);
        identity.allocated = identity.size;
    } else if (!S_ISREG(status.st_mode)) {
        return fail(Error(ErrorCode::Unsupported,
                          QStringLiteral("%1 is neither a regular file nor a block device").arg(path),
                          QStringLiteral("Name the disk image itself.")));
    }
    return identity;
}

Status FileIdentity::compare(const FileIdentity &now, const QString &path) const
{
    if (now.device != device || now.inode != inode)
        return fail(changed(path, QStringLiteral("another file has taken its place")));
    if (now.size != size)
        return fail(changed(path, QStringLiteral("its size was %1 and is %2 bytes").arg(size).arg(now.size)));
    // The times of a device node say nothing of what is written to the device.
    if (!blockDevice && now.modified != modified)
        return fail(changed(path, QStringLiteral("its modification time moved")));
    if (!blockDevice && now.statusChange != statusChange)
        return fail(changed(path, QStringLiteral("its change time moved")));
    return {};
}

} // namespace sealift
