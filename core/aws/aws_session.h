#pragma once

#include "aws/cached_credentials.h"
#include "aws/credential_chain.h"
#include "aws/sts_client.h"
#include "http/http_client.h"

namespace sealift {

struct AwsSessionOptions {
    AwsChoices choices;
    AwsVariables variables = AwsVariables::ofProcess();
    QString caFile; ///< trusted instead of the system's store; empty: $AWS_CA_BUNDLE, the profile's ca_bundle
    bool allowLoopbackHttp = false; ///< plain http to services on this computer
};

/// A user's way into AWS, or into what speaks like it: the chain of credentials, kept and refreshed, with its
/// transports. Thread-safe.
class AwsSession final : public CredentialsProvider
{
public:
    /// Finds nothing yet. Errors: those of AwsConfig::load(); NotFound (no such profile).
    static Result<std::unique_ptr<AwsSession>> open(const AwsSessionOptions &options);

    Result<AwsCredentials> credentials(std::stop_token stop) override { return m_cache.credentials(std::move(stop)); }
    void invalidate(const AwsCredentials &refused) override { m_cache.invalidate(refused); }

    QString words() const override;

    /// How the present credentials were found; nothing before the first call of credentials().
    std::optional<FoundCredentials> current() const { return m_cache.current(); }

    /// Empty where nobody says. Errors: those of CredentialChain::region().
    Result<QString> region(const std::stop_token &stop) const { return m_chain.region(stop); }

    /// The same without asking an instance, which takes long where there is none.
    Result<QString> configuredRegion() const { return m_chain.configuredRegion(); }

    /// The URL that a user set for a service (configuredEndpoint()); empty where none is set. Errors: those of
    /// AwsConfig::load() and configuredEndpoint().
    Result<QUrl> endpoint(const QString &service) const { return m_chain.endpoint(service); }

    /// Trusted in place of the system's certificates, for whoever asks other services; empty: the system's.
    const QString &caFile() const { return m_caFile; }

    /// What may be wrong with AWS's files and hinders nothing, as they were at open().
    const QStringList &warnings() const { return m_warnings; }

    /// Asks STS who the credentials belong to. Credentials that it calls expired are replaced, once. Errors: those of
    /// credentials() and of StsClient.
    Result<CallerIdentity> whoAmI(const std::stop_token &stop);

private:
    AwsSession(const AwsSessionOptions &options, const QString &caFile);

    const QString m_caFile;
    HttpClient m_services;
    HttpClient m_metadata;
    CredentialChain m_chain;
    CachedCredentials m_cache;
    QStringList m_warnings;
};

} // namespace sealift
