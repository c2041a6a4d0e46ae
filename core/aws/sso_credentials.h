#pragma once

#include "aws/aws_config.h"
#include "aws/found_credentials.h"
#include "http/http_transport.h"

namespace sealift {

/// True where the profile is one of IAM Identity Center (SSO).
bool isSsoProfile(const AwsProfile &profile);

/// The credentials of the profile's role, by the token that `aws sso login` left in ~/.aws/sso/cache: named by the
/// `sso_session`, or, as older configurations have it, by the start URL. Source: AWS CLI User Guide, "IAM Identity
/// Center authentication"; AWS IAM Identity Center Portal API, GetRoleCredentials. The token is not renewed here.
/// Errors: InvalidArgument (a setting is missing or contradicts the session's), PermissionDenied (no token, or it has
/// expired: with the command that gets a new one), Corrupt, those of the transport.
Result<AwsCredentials> ssoCredentials(const AwsProfile &profile, const AwsConfig &config, const AwsVariables &variables,
                                      HttpTransport &transport, const std::stop_token &stop);

} // namespace sealift
