#pragma once

#include "base/result.h"

#include <QString>
#include <QtCrypto>

namespace sealift {

/// The longest password that is taken, in bytes.
inline constexpr int kMaxPasswordSize = 4096;

struct FilePassword {
    QCA::SecureArray password;
    /// What the user should know about the file though it works; empty where all is well.
    QString warning;
};

/// Reads a password from a file (or a pipe, such as a shell's <(...)), straight into locked memory: the file's bytes
/// without a byte order mark at the start and line breaks at the end. Errors: NotFound, PermissionDenied, Io;
/// InvalidArgument for a file that is empty, no text, or longer than kMaxPasswordSize. All name the file, none says
/// anything of its content.
Result<FilePassword> readPasswordFile(const QString &path);

} // namespace sealift
