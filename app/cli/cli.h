#pragma once

#include "cli/exit_code.h"

#include <QStringList>

#include <stop_token>

namespace sealift {

/// The whole program but for what belongs to the process: understands the arguments, runs the command, reports.
/// @param arguments without the program's name. @param output and @param errors are descriptors, and stay the caller's.
/// @param stop is the user's wish to end.
ExitCode runCli(const QStringList &arguments, int output, int errors, const std::stop_token &stop);

} // namespace sealift
