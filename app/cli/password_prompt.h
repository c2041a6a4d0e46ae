#pragma once

#include "base/result.h"

#include <QString>
#include <QtCrypto>

#include <stop_token>

namespace sealift {

/// Asks for a password on the process's terminal (/dev/tty, whatever the standard streams are), with echo off. The
/// terminal's settings come back in every case. The typed bytes go straight into locked memory; the line break does not
/// count. Errors: NotFound where the process has no terminal; Cancelled after a stop request or an end of input;
/// InvalidArgument for an empty password; Io.
Result<QCA::SecureArray> askPassword(const QString &question, const std::stop_token &stop);

/// Asks twice. Errors: those of askPassword(), and InvalidArgument where the two differ.
Result<QCA::SecureArray> askNewPassword(const QString &question, const QString &again, const std::stop_token &stop);

} // namespace sealift
