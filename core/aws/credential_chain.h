#pragma once

#include "aws/aws_config.h"
#include "aws/aws_endpoints.h"
#include "aws/found_credentials.h"
#include "http/http_transport.h"

#include <functional>

namespace sealift {

/// Asks a person for the code that the multi-factor device of that serial shows now. Called on whatever thread fetches
/// credentials, one call at a time. Errors: Cancelled; NotFound where nobody can be asked.
using MfaPrompt = std::function<Result<QString>(const QString &serial, std::stop_token stop)>;

/// What a user chose about AWS, beside the environment and the files.
struct AwsChoices {
    QString profile;  ///< empty: $AWS_DEFAULT_PROFILE, $AWS_PROFILE, "default"
    QString region;   ///< empty: as the environment and the profile have it
    QUrl stsEndpoint; ///< of somebody's own Security Token Service; empty: as they have it
    MfaPrompt mfa;    ///< may be null: then what needs a code fails
};

/// Where credentials are looked for, in the order of the AWS CLI (AWS CLI User Guide, "Configuration settings and
/// precedence"):
///  1. $AWS_ACCESS_KEY_ID and its like, unless a profile was chosen by the user
///  2. the profile's role: `role_arn` with `source_profile` or `credential_source`, `mfa_serial`, `external_id`,
///     `role_session_name`, `duration_seconds`
///  3. a web identity: $AWS_WEB_IDENTITY_TOKEN_FILE with $AWS_ROLE_ARN (unless a profile was chosen), or the profile's
///  4. IAM Identity Center (SSO)
///  5. keys in the credentials file   6. `credential_process`   7. keys in the config file
///  8. the container's credentials service   9. the metadata service of an EC2 instance
/// Everything is read anew by each find(): what another program changed in the files meanwhile counts. Thread-safe;
/// writes nothing. The transports must outlive it; the one for metadata may use plain http on the addresses of metadata
/// services.
class CredentialChain
{
public:
    CredentialChain(AwsVariables variables, AwsChoices choices, HttpTransport &services, HttpTransport &metadata);

    /// The first credentials that there are. Errors: NotFound (none anywhere; no such profile); where a source is
    /// configured but fails, its error: the next one would be somebody else.
    Result<FoundCredentials> find(const std::stop_token &stop) const;

    /// The choice, $AWS_REGION, $AWS_DEFAULT_REGION, the profile's region, that of the EC2 instance; empty where nobody
    /// says. Errors: those of AwsConfig::load(), NotFound (no such profile), Cancelled.
    Result<QString> region(const std::stop_token &stop) const;

    /// The same without asking an instance.
    Result<QString> configuredRegion() const;

    /// The STS that belongs to all that. Errors: those of region() and stsEndpoint().
    Result<AwsEndpoint> sts() const;

    /// The URL that the user set for a service; empty where there is none. Errors: those of configuredEndpoint().
    Result<QUrl> endpoint(const QString &service) const;

    /// The profile that is meant. @param config must outlive the result, which is null where there is none and nobody
    /// named one. Errors: NotFound.
    Result<const AwsProfile *> chosenProfile(const AwsConfig &config) const;

private:
    QString knownRegion(const AwsProfile *profile) const;
    Result<AwsEndpoint> stsFor(const AwsConfig &config, const AwsProfile *profile) const;

    const AwsVariables m_variables;
    const AwsChoices m_choices;
    HttpTransport &m_services;
    HttpTransport &m_metadata;
};

} // namespace sealift
