#pragma once

#include "aws/container_credentials.h"
#include "aws/credential_chain.h"

namespace sealift {

/// What one search through the chain works with. Everything is borrowed for the search.
struct ChainTools {
    const AwsVariables &variables;
    const AwsConfig &config;
    const MfaPrompt &mfa;
    HttpTransport &services;
    HttpTransport &metadata;
    const AwsEndpoint &sts;
    const AwsProfile *chosen; ///< null: none
    const std::stop_token &stop;
};

/// Nothing where a source has no credentials.
using Found = std::optional<FoundCredentials>;

/// $AWS_ACCESS_KEY_ID, $AWS_SECRET_ACCESS_KEY, $AWS_SECURITY_TOKEN or $AWS_SESSION_TOKEN, $AWS_CREDENTIAL_EXPIRATION.
/// Errors: InvalidArgument (the secret is missing, an end that is no time), PermissionDenied (they have expired).
bool hasEnvironmentKeys(const AwsVariables &variables);
Result<Found> environmentKeys(const AwsVariables &variables);

/// $AWS_WEB_IDENTITY_TOKEN_FILE, $AWS_ROLE_ARN, $AWS_ROLE_SESSION_NAME. Errors: InvalidArgument (no role), those of
/// webIdentity().
bool hasWebIdentity(const AwsVariables &variables);
Result<Found> environmentWebIdentity(const ChainTools &tools);

/// Assumes a role by the token in a file, which is read each time: whoever writes it replaces it as it ages. Errors:
/// those of reading; Corrupt (no JSON web token); those of StsClient.
Result<FoundCredentials> webIdentity(const ChainTools &tools, const QString &roleArn, const QString &sessionName,
                                     const QString &tokenFile);

/// The container's and the instance's service.
Result<Found> containerSource(const ChainTools &tools);
Result<Found> instanceSource(const ChainTools &tools);

/// A name for the session of a role, as it appears in the account's logs: "sealift-1732500000".
QString newSessionName();

} // namespace sealift
