#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"

#include <QSet>
#include <QString>

#include <mutex>

namespace sealift {

/// The folders of a store that lies in a folder: opens them from the root on, part by part, and follows no symbolic
/// link on the way but one at the root itself. Thread-safe.
class StoreFolders
{
public:
    /// @param root an absolute path; nothing needs to be there yet.
    explicit StoreFolders(QString root);

    const QString &root() const { return m_root; }

    /// The path of an object or folder, for errors.
    QString pathOf(const QString &name) const;

    /// Opens a folder ("data/4f"; "" is the root) for reading and for the *at() calls.
    /// Errors: NotFound; Unsafe (a symbolic link inside); InvalidArgument (a file in the place of a folder);
    /// PermissionDenied.
    Result<FileDescriptor> open(const QString &folder) const;

    /// Makes the root and the folders above it where they are missing, mode 0700, and all of that durable.
    Status makeRoot();

    /// Opens a folder inside the root; what is missing there is made, and made durable only by makeDurable(). The root
    /// itself is not: where it is gone, most likely a disk is, and its mount point is no place for a library.
    Result<FileDescriptor> openOrMakeInside(const QString &folder);

    /// Makes the folder's name and those of the folders above it durable. Costs something only the first time: what was
    /// there before this process may be the work of one that was killed before it came to this.
    Status makeDurable(const QString &folder);

private:
    Result<FileDescriptor> openRoot() const;
    Result<FileDescriptor> openInside(const FileDescriptor &parent, const QString &name, const QString &path) const;
    Status make(const FileDescriptor &parent, const QString &name, const QString &path);

    const QString m_root;
    std::mutex m_mutex;
    QSet<QString> m_durable;
};

/// Makes a folder's entries durable; a file system that cannot be asked (EINVAL) keeps them without. Errors: Io...
Status syncFolder(const FileDescriptor &folder, const QString &path);

} // namespace sealift
