#include "cli/transfer_progress.h"

#include <unistd.h>

namespace sealift {

ProgressSample sampleOf(const TransferCounters &counters)
{
    ProgressSample sample;
    sample.total = counters.total.load();
    sample.done = counters.done.load();
    sample.read = counters.bytesRead.load();
    sample.holes = counters.bytesHole.load();
    sample.known = counters.bytesKnown.load();
    sample.stored = counters.bytesWritten.load();
    return sample;
}

std::unique_ptr<ProgressReporter> reportProgress(const CommandContext &context, ProgressReporter::Subject subject)
{
    const bool asked = context.arguments.isSet(progressOption().names().first());
    const auto style = progressStyle(context.console, STDERR_FILENO, asked);
    return std::make_unique<ProgressReporter>(context.console, STDERR_FILENO, style, std::move(subject));
}

} // namespace sealift
