#include "scratch/destruction.h"

#include "scratch/scratch_server.h"
#include "scratch/scratch_volume.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
/// core/image's helpers make such a folder for a moment, with a socket of this name in it.
constexpr const char *kHelperPrefix = "sealift-";
constexpr qsizetype kHelperNameSize = 14;
constexpr const char *kHelperSocket = "nbd";

/// How a step ended: done, with what there is to say, or not.
using Outcome = Result<QString>;

Error stands(const QString &what, int number)
{
    return Error::fromErrno(number, what);
}

bool isSocketName(const QByteArray &name)
{
    return name.endsWith(kSocketSuffix) && !name.startsWith('.');
}

Result<QList<QByteArray>> namesIn(int folder, const QString &path)
{
    const int descriptor = ::openat(folder, ".", kFolderFlags);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(descriptor < 0 ? nullptr : ::fdopendir(descriptor), ::closedir);
    if (!stream)
        return fail(stands(QStringLiteral("cannot read the folder %1").arg(path), errno));
    QList<QByteArray> names;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): this stream is this thread's alone
    while (const auto *entry = ::readdir(stream.get())) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names.append(name);
    }
    return names;
}

/// The volume's file, unless something else is mounted over it; errno says why not.
FileDescriptor openVolume(int folder)
{
    struct open_how how = {};
    how.flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;
    how.resolve = RESOLVE_NO_XDEV | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    const auto descriptor = ::syscall(SYS_openat2, folder, kVolumeName, &how, sizeof how);
    if (descriptor >= 0 || (errno != ENOSYS && errno != EPERM))
        return FileDescriptor(static_cast<int>(descriptor));
    // Kernels before 5.6, and sandboxes that do not know the call: other file systems are noticed, at least.
    FileDescriptor file(::openat(folder, kVolumeName, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    struct stat own = {};
    struct stat above = {};
    if (file && (::fstat(file.get(), &own) != 0 || ::fstat(folder, &above) != 0 || own.st_dev != above.st_dev)) {
        errno = EXDEV;
        return {};
    }
    return file;
}

class Destruction
{
public:
    explicit Destruction(const ScratchRemains &remains)
        : m_remains(remains)
        , m_folder(remains.folder)
        , m_volume(remains.volume)
    {
    }

    QList<StepResult> run()
    {
        if (m_volume != nullptr)
            m_volume->lifecycle().advance(ScratchState::Destroying);
        attempt("servers-stopped", [this] { return stopServers(); });
        attempt("key-erased", [this] { return eraseKey(); });
        attemptInside("content-freed", [this] { return freeContent(); });
        attemptInside("volume-removed", [this] { return removeVolume(); });
        attemptInside("sockets-removed", [this] { return removeSockets(); });
        attemptInside("helpers-removed", [this] { return removeHelpers(); });
        attemptInside("folder-removed", [this] { return removeFolder(); });
        attempt("root-synced", [this] { return syncRoot(); });
        if (m_volume != nullptr)
            m_volume->lifecycle().advance(allOk(m_steps) ? ScratchState::Destroyed : ScratchState::Unconfirmed);
        return m_steps;
    }

private:
    void attempt(const char *name, const std::function<Outcome()> &step) { record(name, step()); }

    /// A step inside the folder.
    void attemptInside(const char *name, const std::function<Outcome()> &step)
    {
        record(name, m_folder.isOpen() ? step() : QStringLiteral("the folder was removed before"));
    }

    void record(const char *name, const Outcome &outcome)
    {
        m_steps.append({QLatin1String(name), outcome.has_value(), outcome ? *outcome : outcome.error().what(),
                        QDateTime::currentDateTimeUtc()});
    }

    QString pathOf(const char *name) const { return m_folder.path() + QLatin1Char('/') + QFile::decodeName(name); }

    Outcome stopServers() const
    {
        for (auto *server : m_remains.servers)
            SEALIFT_TRY(server->stop());
        return m_remains.servers.empty() ? QStringLiteral("there was none")
                                         : QStringLiteral("%1 ended").arg(m_remains.servers.size());
    }

    Outcome eraseKey() const
    {
        if (m_volume == nullptr)
            return m_folder.isOrphan() ? QStringLiteral("the key was only in the memory of a process that is gone")
                                       : QStringLiteral("there was no volume");
        const bool wasErased = m_volume->isKeyErased();
        m_volume->eraseKey();
        return wasErased ? QStringLiteral("was erased before")
                         : QStringLiteral("512 bits and all that was expanded from them, wiped in locked memory");
    }

    Outcome freeContent() const
    {
        if (m_volume != nullptr && m_volume->isOpen()) {
            SEALIFT_TRY(m_volume->freeContent());
            return QStringLiteral("hole punched, cut to nothing");
        }
        const auto file = openVolume(m_folder.descriptor());
        if (!file) {
            if (errno == ENOENT)
                return QStringLiteral("there is no file any more");
            if (errno == EXDEV)
                return fail(
                    Error(ErrorCode::Unsafe, QStringLiteral("something is mounted over %1").arg(pathOf(kVolumeName))));
            return fail(stands(QStringLiteral("cannot open %1").arg(pathOf(kVolumeName)), errno));
        }
        struct stat status = {};
        if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != ::geteuid())
            return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 is no file of ours").arg(pathOf(kVolumeName))));
        // Whether holes can be punched here does not matter where the file can be cut.
        static_cast<void>(
            ::fallocate(file.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, std::max<off_t>(status.st_size, 1)));
        if (::ftruncate(file.get(), 0) != 0)
            return fail(stands(QStringLiteral("cannot free the content of %1").arg(pathOf(kVolumeName)), errno));
        return QStringLiteral("hole punched, cut to nothing");
    }

    Outcome removeVolume() const
    {
        if (m_volume != nullptr)
            m_volume->close();
        return removeName(m_folder.descriptor(), kVolumeName, pathOf(kVolumeName), 0);
    }

    static Outcome removeName(int folder, const char *name, const QString &path, int flags)
    {
        if (::unlinkat(folder, name, flags) == 0)
            return QStringLiteral("removed %1").arg(path);
        if (errno == ENOENT)
            return QStringLiteral("%1 was gone already").arg(path);
        return fail(stands(QStringLiteral("cannot remove %1").arg(path), errno));
    }

    Outcome removeSockets() const
    {
        SEALIFT_ASSIGN(const auto names, namesIn(m_folder.descriptor(), m_folder.path()));
        int removed = 0;
        std::optional<Error> problem;
        for (const auto &name : names) {
            struct stat status = {};
            if (!isSocketName(name) ||
                ::fstatat(m_folder.descriptor(), name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0 ||
                !S_ISSOCK(status.st_mode))
                continue;
            if (const auto gone = removeName(m_folder.descriptor(), name.constData(), pathOf(name.constData()), 0);
                gone)
                ++removed;
            else
                problem = gone.error();
        }
        if (problem)
            return fail(*problem);
        return removed == 0 ? QStringLiteral("there was none") : QStringLiteral("removed %1").arg(removed);
    }

    Outcome removeHelpers() const
    {
        const FileDescriptor helpers(::openat(m_folder.descriptor(), kHelperName, kFolderFlags));
        if (!helpers)
            return errno == ENOENT ? Outcome(QStringLiteral("there was none"))
                                   : fail(stands(QStringLiteral("cannot open %1").arg(pathOf(kHelperName)), errno));
        SEALIFT_ASSIGN(const auto names, namesIn(helpers.get(), pathOf(kHelperName)));
        for (const auto &name : names) {
            if (name.size() != kHelperNameSize || !name.startsWith(kHelperPrefix))
                continue;
            const FileDescriptor helper(::openat(helpers.get(), name.constData(), kFolderFlags));
            if (helper)
                ::unlinkat(helper.get(), kHelperSocket, 0);
            ::unlinkat(helpers.get(), name.constData(), AT_REMOVEDIR); // whether that worked shows below
        }
        return removeName(m_folder.descriptor(), kHelperName, pathOf(kHelperName), AT_REMOVEDIR);
    }

    Outcome removeFolder() const
    {
        SEALIFT_ASSIGN(const auto lock, ScratchRootLock::acquire(m_folder.rootDescriptor(), m_folder.rootPath()));
        SEALIFT_ASSIGN(const auto names, namesIn(m_folder.descriptor(), m_folder.path()));
        QStringList left;
        for (const auto &name : names) {
            if (name != kLeaseName)
                left.append(pathOf(name.constData()));
        }
        // Without its lease the folder would be anybody's; so it goes last.
        if (!left.isEmpty())
            return fail(
                Error(ErrorCode::AlreadyExists,
                      QStringLiteral("%1 is not empty: %2").arg(m_folder.path(), left.join(QStringLiteral(", ")))));
        SEALIFT_TRY(removeName(m_folder.descriptor(), kLeaseName, pathOf(kLeaseName), 0));
        auto removed = removeName(m_folder.rootDescriptor(), m_folder.taskId().toLatin1().constData(), m_folder.path(),
                                  AT_REMOVEDIR);
        if (removed)
            m_folder.close();
        return removed;
    }

    Outcome syncRoot() const
    {
        // Some file systems (EINVAL) keep names without being asked.
        if (::fsync(m_folder.rootDescriptor()) != 0 && errno != EINVAL)
            return fail(stands(QStringLiteral("cannot sync %1").arg(m_folder.rootPath()), errno));
        return QStringLiteral("synced %1").arg(m_folder.rootPath());
    }

    const ScratchRemains &m_remains;
    ScratchFolder &m_folder;
    ScratchVolume *m_volume;
    QList<StepResult> m_steps;
};

} // namespace

QList<StepResult> destroyScratch(const ScratchRemains &remains)
{
    return Destruction(remains).run();
}

} // namespace sealift
