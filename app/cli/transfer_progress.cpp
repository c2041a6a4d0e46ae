#include "cli/transfer_progress.h"

#include <unistd.h>

namespace sealift {

std::unique_ptr<ProgressReporter> reportProgress(const CommandContext &context, ProgressReporter::Subject subject)
{
    const bool asked = context.arguments.isSet(progressOption().names().first());
    const auto style = progressStyle(context.console, STDERR_FILENO, asked);
    return std::make_unique<ProgressReporter>(context.console, STDERR_FILENO, style, std::move(subject));
}

} // namespace sealift
