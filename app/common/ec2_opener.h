#pragma once

#include "aws/credential_chain.h"
#include "task/snapshot_staging.h"
#include "task/task_record.h"

namespace sealift {

/// Reaches EC2 with credentials from where AWS's own tools find them. Each identity is kept, so that nobody is asked
/// twice for a code.
/// @param mfa asks for codes; may be null: then what needs one fails. @param warn told what may be wrong with AWS's
/// files; may be empty. Errors of the opener: those of AwsSession::open() and Ec2Access::open().
Ec2Opener ec2Opener(MfaPrompt mfa, std::function<void(const QString &)> warn = {});

/// What tasks have at EC2, for their cleanup by this process (TaskEngineOptions::leftovers).
std::function<Result<std::unique_ptr<JobStaging>>(const TaskRecord &)> ec2Leftovers(Ec2Opener open);

} // namespace sealift
