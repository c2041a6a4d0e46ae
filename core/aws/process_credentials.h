#pragma once

#include "aws/aws_variables.h"
#include "aws/found_credentials.h"
#include "aws/ini_file.h"

#include <chrono>

namespace sealift {

/// Runs the program that `credential_process` of a profile names, and reads the credentials that it prints: JSON of
/// version 1 (AWS SDKs and Tools Reference Guide, "Process credential provider"). The line is split into words as the
/// AWS CLI does; no shell is involved. The program gets the environment and no standard input.
/// Errors: InvalidArgument, ToolMissing, ToolFailed (it failed: with its exit code, never with what it printed),
/// Timeout, LimitExceeded (it prints more than 32 KiB), Corrupt (that is no such JSON), Cancelled. They name the
/// field's place, not the command, which may hold a password.
Result<AwsCredentials> processCredentials(const IniField &command, const AwsVariables &variables,
                                          const std::stop_token &stop,
                                          std::chrono::milliseconds timeout = std::chrono::minutes(2));

} // namespace sealift
