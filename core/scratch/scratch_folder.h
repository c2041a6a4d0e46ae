#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"

#include <QString>

#include <memory>

namespace sealift {

/// The names in a task's folder. Whatever else lies there is not ours, and is left alone.
inline constexpr const char *kLeaseName = "lease";
inline constexpr const char *kVolumeName = "volume";
inline constexpr const char *kHelperName = "helper";
inline constexpr const char *kSocketSuffix = ".sock";

/// One task's private folder, <root>/<task id>/, and the lease on it: an exclusive flock() on the file `lease`, which
/// the kernel releases however this process ends. So a folder whose lease is free has a dead owner, whatever process
/// has that owner's number by now. Everything in it is reached through the open folder. The object gone, the folder
/// stays, as an orphan: only destroyScratch() removes it.
class ScratchFolder
{
public:
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;
    ~ScratchFolder() = default;

    const QString &taskId() const { return m_taskId; }
    /// The path that the folder was made under; for display and for programs that need one.
    QString path() const { return m_rootPath + QLatin1Char('/') + m_taskId; }
    const QString &rootPath() const { return m_rootPath; }

    /// True if the folder is that of a process that is gone, taken over.
    bool isOrphan() const { return m_isOrphan; }

    int descriptor() const { return m_folder.get(); }
    /// False once the folder was removed and let go.
    bool isOpen() const { return static_cast<bool>(m_folder); }
    /// Lets the folder and its lease go, after it was removed.
    void close();
    int rootDescriptor() const { return m_root.get(); }

    /// A folder in it, made if missing, for what programs that others start need for a moment (OpenOptions of
    /// core/image). Errors: those of mkdir(2); Unsafe (something else has the name).
    Result<QString> helperFolder() const;

private:
    friend class ScratchRoot;
    ScratchFolder() = default;

    QString m_rootPath;
    QString m_taskId;
    bool m_isOrphan = false;
    FileDescriptor m_root;
    FileDescriptor m_folder;
    FileDescriptor m_lease;
};

/// Keeps whoever else makes, takes over or removes folders in a scratch root away, in any process, for the moment in
/// which a folder is there without its lease.
class ScratchRootLock
{
public:
    /// @param root the open root. Errors: Io.
    static Result<ScratchRootLock> acquire(int root, const QString &rootPath);

private:
    FileDescriptor m_descriptor;
};

} // namespace sealift
