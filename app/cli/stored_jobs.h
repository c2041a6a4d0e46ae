#pragma once

#include "cli/command.h"
#include "task/export_task.h"
#include "task/job_executor.h"
#include "task/snapshot_staging.h"

namespace sealift {

/// Makes the jobs of tasks that an earlier command has made: their libraries are opened as openTaskLibrary() does.
/// @param context must outlive the factory.
JobExecutor::Factory storedJobFactory(const CommandContext &context);

/// Reaches EC2; a code that the credentials need is asked for on the terminal. @param console must outlive the opener.
Ec2Opener cliEc2Opener(Console &console);

/// The same of buckets that exports are stored in; what the user should know of the service is said as a warning.
UploadOpener cliUploadOpener(Console &console);

} // namespace sealift
