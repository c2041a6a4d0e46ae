#pragma once

#include "base/result.h"

#include <QString>

#include <sys/types.h>

namespace sealift {

/// What tells one state of a file from another without reading it: which file it is, how long, and when it was last
/// touched. The change time cannot be set back by a program, so a write that restores the modification time shows too.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    qint64 size = 0;         ///< bytes; of a block device its capacity
    qint64 allocated = 0;    ///< bytes that the file takes on its file system; not part of the comparison
    qint64 modified = 0;     ///< nanoseconds since 1970
    qint64 statusChange = 0; ///< nanoseconds since 1970
    bool blockDevice = false;

    /// Of an open regular file or block device. `path` is for errors. Errors: Io; Unsupported for anything else
    /// (a directory, a pipe, a socket).
    static Result<FileIdentity> of(int descriptor, const QString &path);

    /// OK if `now` is the state that *this was; else SourceChanged, naming the file and what differs.
    Status compare(const FileIdentity &now, const QString &path) const;
};

} // namespace sealift
