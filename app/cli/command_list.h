#pragma once

#include "cli/command.h"

namespace sealift {

/// Every command of the program, in the order of the help text.
CommandList allCommands();

} // namespace sealift
