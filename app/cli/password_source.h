#pragma once

#include "cli/command.h"

#include <QtCrypto>

namespace sealift {

/// The name of the variable that names the password file where --password-file does not.
inline constexpr auto kPasswordFileVariable = "SEALIFT_PASSWORD_FILE";

struct Password {
    QCA::SecureArray bytes;
    bool typed = false; ///< by a person just now, who may have mistyped it
    QString file;       ///< absolute path of the file it was read from; empty: it was typed
};

/// The password of an existing library: from the file that the option names, else from the one that the environment's
/// `variable` names, or asked for on the terminal. What looks odd about a file is said as a warning. Errors: those of
/// readPasswordFile() and askPassword().
Result<Password> currentPassword(const CommandContext &context, const QString &option, const char *variable,
                                 const QString &location);

/// The password in that file. Errors: those of readPasswordFile().
Result<Password> passwordFrom(const CommandContext &context, const QString &file);

/// A password that is asked for on the terminal. Errors: those of askPassword().
Result<Password> typedPassword(const CommandContext &context, const QString &location);

/// A password that will be a library's: from the file that the option names, else from the one that `variable` names
/// (may be empty), else asked for twice. Errors: those of readPasswordFile() and askNewPassword().
Result<QCA::SecureArray> newPassword(const CommandContext &context, const QString &option, const char *variable,
                                     const QString &location);

} // namespace sealift
