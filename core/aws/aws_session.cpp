#include "aws/aws_session.h"

#include "aws/sts_faults.h"

namespace sealift {

namespace {

/// Metadata services are near, or not there.
HttpClientOptions metadataOptions(const QString &caFile)
{
    return {.caFile = caFile,
            .allowLoopbackHttp = true,
            .allowMetadataHttp = true,
            .connectTimeout = std::chrono::milliseconds(1000)};
}

/// The certificates that the user trusts, as the AWS CLI finds them.
Result<QString> caFileOf(const AwsSessionOptions &options)
{
    if (!options.caFile.isEmpty())
        return options.caFile;
    const auto variable = options.variables.text("AWS_CA_BUNDLE");
    if (!variable.isEmpty())
        return options.variables.path(variable);
    SEALIFT_ASSIGN(const auto config, AwsConfig::load(options.variables));
    const auto choice = AwsConfig::chosenProfile(options.choices.profile, options.variables);
    const auto *const profile = config.profile(choice.name);
    return profile == nullptr ? QString() : options.variables.path(profile->text("ca_bundle"));
}

} // namespace

Result<std::unique_ptr<AwsSession>> AwsSession::open(const AwsSessionOptions &options)
{
    SEALIFT_ASSIGN(const auto caFile, caFileOf(options));
    std::unique_ptr<AwsSession> session(new AwsSession(options, caFile));
    SEALIFT_ASSIGN(const auto config, AwsConfig::load(options.variables));
    SEALIFT_TRY(session->m_chain.chosenProfile(config));
    session->m_warnings = config.warnings();
    return session;
}

AwsSession::AwsSession(const AwsSessionOptions &options, const QString &caFile)
    : m_caFile(caFile)
    , m_services({.caFile = caFile, .allowLoopbackHttp = options.allowLoopbackHttp})
    , m_metadata(metadataOptions(caFile))
    , m_chain(options.variables, options.choices, m_services, m_metadata)
    , m_cache([this](const std::stop_token &stop) { return m_chain.find(stop); })
{
}

QString AwsSession::words() const
{
    const auto found = m_cache.current();
    return found ? found->origin.words : QString();
}

Result<CallerIdentity> AwsSession::whoAmI(const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto endpoint, m_chain.sts());
    StsClient sts(m_services, endpoint);
    SEALIFT_ASSIGN(const auto first, credentials(stop));
    auto identity = sts.callerIdentity(first, stop);
    if (identity || !isExpiry(identity.error()) || !first.expires)
        return identity;
    invalidate(first);
    SEALIFT_ASSIGN(const auto second, credentials(stop));
    return sts.callerIdentity(second, stop);
}

} // namespace sealift
