#pragma once

#include "cli/command.h"
#include "cli/progress_reporter.h"

#include <memory>

namespace sealift {

/// Shows the progress of a command in the style that fits its console and options.
std::unique_ptr<ProgressReporter> reportProgress(const CommandContext &context, ProgressReporter::Subject subject);

} // namespace sealift
