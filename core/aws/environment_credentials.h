#pragma once

#include "aws/aws_credentials.h"

namespace sealift {

/// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, as all tools for AWS read them (AWS SDKs and Tools
/// Reference Guide, "Environment variables"). They are read at each call.
class EnvironmentCredentials final : public CredentialsProvider
{
public:
    /// Errors: NotFound, naming the variable that is missing.
    Result<AwsCredentials> credentials(std::stop_token stop) override;
    void invalidate(const AwsCredentials &refused) override;
};

} // namespace sealift
