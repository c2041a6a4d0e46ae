#include "scratch/confirmation.h"

#include "scratch/process_table.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace sealift {

namespace {

/// What a check found left; empty: nothing.
using Findings = Result<QStringList>;

QByteArray encoded(const QString &path)
{
    return QFile::encodeName(path);
}

class Confirmation
{
public:
    explicit Confirmation(const ScratchTraces &traces)
        : m_traces(traces)
        , m_root(QDir::cleanPath(traces.rootPath))
        , m_folder(m_root + QLatin1Char('/') + traces.taskId)
    {
    }

    QList<CheckResult> run()
    {
        check("volume-gone", volume(), QStringLiteral("there is no %1/volume").arg(m_folder));
        check("folder-gone", folder(), QStringLiteral("%1 has no entry %2").arg(m_root, m_traces.taskId));
        check("no-descriptor", descriptors(), QStringLiteral("no process that may be looked at has a file of it open"));
        check("no-process", processes(), QStringLiteral("%1 helpers ended").arg(m_traces.children.size()));
        check("no-socket", sockets(), QStringLiteral("no socket is bound in the folder"));
        check("no-mount", mounts(), QStringLiteral("nothing of it is mounted, and nothing on it"));
        for (auto *remote : m_traces.remotes)
            checkRemote(*remote);
        return m_checks;
    }

private:
    void check(const char *name, const Findings &findings, const QString &good)
    {
        const bool ok = findings && findings->isEmpty();
        auto detail = good;
        if (!findings)
            detail = QStringLiteral("cannot look: %1").arg(findings.error().what());
        else if (!ok)
            detail = QStringLiteral("left: %1").arg(findings->join(QStringLiteral("; ")));
        m_checks.append({QLatin1String(name), ok, detail, QDateTime::currentDateTimeUtc()});
    }

    void checkRemote(RemoteStaging &remote)
    {
        const auto seen = remote.look();
        if (seen)
            m_checks.append(*seen);
        else
            m_checks.append({QStringLiteral("remote"), false,
                             QStringLiteral("cannot look at %1: %2").arg(remote.place(), seen.error().what()),
                             QDateTime::currentDateTimeUtc()});
    }

    /// Whether the path is there, by its own name. Errors: anything but "no" and "yes".
    static Result<bool> isThere(const QString &path)
    {
        struct stat status = {};
        if (::lstat(encoded(path).constData(), &status) == 0)
            return true;
        if (errno == ENOENT)
            return false;
        return fail(Error::fromErrno(errno, path));
    }

    /// A root that is not there says nothing of what it held.
    Status rootIsThere() const
    {
        struct stat status = {};
        if (::lstat(encoded(m_root).constData(), &status) != 0)
            return fail(Error::fromErrno(errno, QStringLiteral("the scratch root %1").arg(m_root)));
        if (!S_ISDIR(status.st_mode))
            return fail(Error(ErrorCode::Unsafe, QStringLiteral("the scratch root %1 is no folder").arg(m_root)));
        return {};
    }

    Findings volume() const
    {
        SEALIFT_TRY(rootIsThere());
        const auto path = m_folder + QStringLiteral("/volume");
        SEALIFT_ASSIGN(const bool there, isThere(path));
        return there ? QStringList{path} : QStringList();
    }

    Findings folder() const
    {
        SEALIFT_TRY(rootIsThere());
        QStringList left;
        SEALIFT_ASSIGN(const bool there, isThere(m_folder));
        if (there)
            left.append(m_folder);
        // The same by another way: what the folder above says it holds.
        const std::unique_ptr<DIR, int (*)(DIR *)> root(::opendir(encoded(m_root).constData()), ::closedir);
        if (!root)
            return fail(Error::fromErrno(errno, m_root));
        errno = 0;
        // NOLINTNEXTLINE(concurrency-mt-unsafe): this stream is this thread's alone
        for (const auto *entry = ::readdir(root.get()); entry != nullptr; entry = ::readdir(root.get())) {
            if (m_traces.taskId == QLatin1String(entry->d_name))
                left.append(QStringLiteral("the entry %1 of %2").arg(m_traces.taskId, m_root));
        }
        if (errno != 0)
            return fail(Error::fromErrno(errno, m_root));
        const auto inside = std::unique_ptr<DIR, int (*)(DIR *)>(::opendir(encoded(m_folder).constData()), ::closedir);
        if (!inside)
            return left;
        // NOLINTNEXTLINE(concurrency-mt-unsafe)
        while (const auto *entry = ::readdir(inside.get())) {
            if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
                left.append(m_folder + QLatin1Char('/') + QFile::decodeName(entry->d_name));
        }
        return left;
    }

    bool isBelow(const QString &path) const { return path == m_folder || path.startsWith(m_folder + QLatin1Char('/')); }

    Findings descriptors() const
    {
        SEALIFT_ASSIGN(const auto open, openPaths());
        QStringList left;
        for (const auto &[pid, path] : open) {
            // A removed file's link is its old path and " (deleted)"; the task's id is in no other path of ours.
            if (isBelow(path) || path.contains(QLatin1Char('/') + m_traces.taskId + QLatin1Char('/')))
                left.append(QStringLiteral("process %1 has %2 open").arg(pid).arg(path));
        }
        return left;
    }

    Findings processes() const
    {
        QStringList left;
        for (const auto &child : m_traces.children) {
            if (isAlive(child))
                left.append(QStringLiteral("process %1 (%2)").arg(child.pid).arg(processName(child.pid)));
        }
        return left;
    }

    Findings sockets() const
    {
        SEALIFT_ASSIGN(const auto bound, boundSocketPaths());
        QStringList left;
        for (const auto &path : bound) {
            if (isBelow(path))
                left.append(QStringLiteral("the socket %1").arg(path));
        }
        return left;
    }

    Findings mounts() const
    {
        SEALIFT_ASSIGN(const auto all, mountPoints());
        QStringList left;
        for (const auto &mount : all) {
            if (isBelow(mount.point))
                left.append(QStringLiteral("a mount on %1").arg(mount.point));
            else if (mount.source.contains(QLatin1Char('/') + m_traces.taskId))
                left.append(QStringLiteral("%1 mounted on %2").arg(mount.source, mount.point));
        }
        return left;
    }

    const ScratchTraces &m_traces;
    const QString m_root;
    const QString m_folder;
    QList<CheckResult> m_checks;
};

} // namespace

QList<CheckResult> confirmScratch(const ScratchTraces &traces)
{
    return Confirmation(traces).run();
}

} // namespace sealift
