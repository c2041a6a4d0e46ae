#pragma once

#include "cli/command.h"
#include "cli/progress_reporter.h"
#include "task/transfer_counters.h"

#include <memory>

namespace sealift {

/// What the counters say at this moment.
ProgressSample sampleOf(const TransferCounters &counters);

/// Shows the progress of a command in the style that fits its console and options. @param counters must outlive the
/// result.
std::unique_ptr<ProgressReporter> reportProgress(const CommandContext &context, ProgressReporter::Subject subject);

} // namespace sealift
