#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sealift {

/// What to do with a folder of this user's that others may enter.
enum class OpenToOthers {
    Refuse, ///< What lies in it may have been read or put there by them.
    Close,  ///< Nothing in it tells them anything; from now on they are out.
};

/// Opens a folder that must be this user's alone: its owner, closed to all others (0700), and no symbolic link.
/// @param parent an open folder, or AT_FDCWD. @param path names it in errors.
/// Errors: Unsafe, with what is wrong; those of open(2).
Result<FileDescriptor> openPrivateFolder(int parent, const QByteArray &name, const QString &path,
                                         OpenToOthers open = OpenToOthers::Refuse);

/// The same by an absolute path, made where there is none, with what is missing above it.
/// Errors: InvalidArgument (a relative path), those of mkdir(2), too.
Result<FileDescriptor> makePrivateFolder(const QString &path, OpenToOthers open = OpenToOthers::Refuse);

} // namespace sealift
