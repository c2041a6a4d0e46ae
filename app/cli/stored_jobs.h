#pragma once

#include "cli/command.h"
#include "task/job_executor.h"

namespace sealift {

/// Makes the jobs of tasks that an earlier command has made: their libraries are opened as openTaskLibrary() does.
/// @param context must outlive the factory.
JobExecutor::Factory storedJobFactory(const CommandContext &context);

} // namespace sealift
