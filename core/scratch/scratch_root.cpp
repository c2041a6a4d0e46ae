#include "scratch/scratch_root.h"

#include "base/private_folder.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <cerrno>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

Error notATaskId(const QString &text)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not a task's id").arg(text.left(80))};
}

/// @return the open lease, locked; none where another has the lock.
Result<FileDescriptor> lockLease(int folder, const QString &path)
{
    FileDescriptor lease(::openat(folder, kLeaseName, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!lease)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open the lease of %1").arg(path)));
    if (::flock(lease.get(), LOCK_EX | LOCK_NB) == 0)
        return lease;
    if (errno == EWOULDBLOCK)
        return FileDescriptor();
    return fail(Error::fromErrno(errno, QStringLiteral("cannot lock the lease of %1").arg(path)));
}

} // namespace

bool isTaskId(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\z"));
    return form.match(text.toString()).hasMatch();
}

Result<ScratchRoot> ScratchRoot::open(const QString &path)
{
    ScratchRoot root;
    root.m_path = QDir::cleanPath(path);
    SEALIFT_ASSIGN(root.m_root, makePrivateFolder(path));
    return root;
}

Result<std::unique_ptr<ScratchFolder>> ScratchRoot::openFolder(const QString &taskId) const
{
    std::unique_ptr<ScratchFolder> folder(new ScratchFolder);
    folder->m_rootPath = m_path;
    folder->m_taskId = taskId;
    folder->m_root.reset(::openat(m_root.get(), ".", kFolderFlags));
    if (!folder->m_root)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot open the scratch root %1").arg(m_path)));
    SEALIFT_ASSIGN(folder->m_folder, openPrivateFolder(m_root.get(), taskId.toLatin1(), folder->path()));
    SEALIFT_ASSIGN(folder->m_lease, lockLease(folder->descriptor(), folder->path()));
    return folder;
}

Result<std::unique_ptr<ScratchFolder>> ScratchRoot::create(const QString &taskId) const
{
    if (!isTaskId(taskId))
        return fail(notATaskId(taskId));
    const auto name = taskId.toLatin1();
    SEALIFT_ASSIGN(const auto lock, ScratchRootLock::acquire(m_root.get(), m_path));
    if (::mkdirat(m_root.get(), name.constData(), 0700) != 0)
        return fail(
            Error::fromErrno(errno, QStringLiteral("cannot make the scratch folder %1/%2").arg(m_path, taskId)));
    auto folder = openFolder(taskId);
    if (folder && (*folder)->m_lease)
        return folder;
    // Nobody else was let in: what is there is ours.
    const FileDescriptor made(::openat(m_root.get(), name.constData(), kFolderFlags));
    ::unlinkat(made.get(), kLeaseName, 0);
    ::unlinkat(m_root.get(), name.constData(), AT_REMOVEDIR);
    if (!folder)
        return folder;
    return fail(Error(ErrorCode::Locked, QStringLiteral("the scratch folder of task %1 is in use").arg(taskId)));
}

Result<std::unique_ptr<ScratchFolder>> ScratchRoot::takeOver(const QString &taskId) const
{
    if (!isTaskId(taskId))
        return fail(notATaskId(taskId));
    SEALIFT_ASSIGN(const auto lock, ScratchRootLock::acquire(m_root.get(), m_path));
    SEALIFT_ASSIGN(auto folder, openFolder(taskId));
    if (!folder->m_lease)
        return std::unique_ptr<ScratchFolder>();
    folder->m_isOrphan = true;
    return folder;
}

std::optional<ScratchEntry> ScratchRoot::look(const QString &taskId) const
{
    const auto folder = openPrivateFolder(m_root.get(), taskId.toLatin1(), m_path + QLatin1Char('/') + taskId);
    if (!folder)
        return std::nullopt;
    ScratchEntry entry;
    entry.taskId = taskId;
    const FileDescriptor lease(::openat(folder->get(), kLeaseName, O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    // Shared, and under the root's lock: neither another look nor somebody who takes over is misled by it.
    entry.isLive = lease && ::flock(lease.get(), LOCK_SH | LOCK_NB) != 0;
    struct stat status = {};
    if (::fstatat(folder->get(), kVolumeName, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode)) {
        entry.size = status.st_size;
        entry.allocated = static_cast<qint64>(status.st_blocks) * 512;
    } else if (::fstat(folder->get(), &status) != 0) {
        return std::nullopt;
    }
    entry.changed = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(status.st_mtim.tv_sec) * 1000 +
                                                       static_cast<qint64>(status.st_mtim.tv_nsec) / 1000000,
                                                   Qt::UTC);
    return entry;
}

Result<QList<ScratchEntry>> ScratchRoot::list() const
{
    SEALIFT_ASSIGN(const auto lock, ScratchRootLock::acquire(m_root.get(), m_path));
    const int descriptor = ::openat(m_root.get(), ".", kFolderFlags);
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(descriptor < 0 ? nullptr : ::fdopendir(descriptor), ::closedir);
    if (!folder)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot read the scratch root %1").arg(m_path)));
    QList<ScratchEntry> entries;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): this stream is this thread's alone
    while (const auto *item = ::readdir(folder.get())) {
        const auto name = QString::fromLatin1(item->d_name);
        if (!isTaskId(name))
            continue;
        if (auto entry = look(name))
            entries.append(*std::move(entry));
    }
    std::sort(entries.begin(), entries.end(),
              [](const ScratchEntry &a, const ScratchEntry &b) { return a.taskId < b.taskId; });
    return entries;
}

} // namespace sealift
