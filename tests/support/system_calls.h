#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sealift::test {

/// The system calls that a test can make fail. A program that links system_calls.cpp calls the wrappers in it, which
/// are found before the C library's functions; the code under test is the one that ships.
enum class SystemCall {
    OpenUnnamed, ///< openat() with O_TMPFILE
    Write,       ///< pwrite()
    WriteDirect, ///< pwrite() to a descriptor with O_DIRECT
    Read,        ///< pread()
    SyncFile,    ///< fsync() of a regular file
    SyncFolder,  ///< fsync() of a folder
    Link,        ///< linkat()
    Rename,      ///< renameat() and renameat2()
    RenameNew,   ///< renameat2() with RENAME_NOREPLACE
    Lock,        ///< flock()
};

/// While one lives, the calls of all threads are watched, and fail as asked. One at a time.
class SystemCalls
{
public:
    SystemCalls();
    ~SystemCalls();
    SystemCalls(const SystemCalls &) = delete;
    SystemCalls &operator=(const SystemCalls &) = delete;

    /// Lets `skip` such calls through, and then `times` fail with `error` (an errno value).
    void fail(SystemCall call, int error, int skip = 0, int times = 1000000);
    /// Makes writes or reads take at most this many bytes each.
    void shorten(SystemCall call, qint64 bytes);

    /// What was called, in order: "write-direct /srv/a", "sync-file /srv/b", "link /srv/c"... An unnamed file is its
    /// folder's path and "/#...".
    QList<QByteArray> log() const;
    int count(SystemCall call) const;
};

} // namespace sealift::test
