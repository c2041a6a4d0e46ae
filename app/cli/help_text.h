#pragma once

#include "cli/command.h"

namespace sealift {

/// The help of one command: usage, what it does, arguments, options, examples, exit codes. 80 columns at most.
QString commandHelp(const CommandInfo &info);

/// The list of commands that begin with `words` ("library"), or of all commands, with everything that holds for all of
/// them.
QString groupHelp(const CommandList &commands, const QStringList &words);

} // namespace sealift
