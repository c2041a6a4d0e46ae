#include "aws/credential_chain.h"

#include "aws/chain_sources.h"
#include "aws/instance_metadata.h"
#include "aws/profile_credentials.h"

namespace sealift {

CredentialChain::CredentialChain(AwsVariables variables, AwsChoices choices, HttpTransport &services,
                                 HttpTransport &metadata)
    : m_variables(std::move(variables))
    , m_choices(std::move(choices))
    , m_services(services)
    , m_metadata(metadata)
{
}

Result<const AwsProfile *> CredentialChain::chosenProfile(const AwsConfig &config) const
{
    const auto choice = AwsConfig::chosenProfile(m_choices.profile, m_variables);
    const auto *const profile = config.profile(choice.name);
    if (profile != nullptr || !choice.isNamed)
        return profile;
    const auto names = config.profileNames();
    return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no AWS profile \"%1\"").arg(choice.name),
                      names.isEmpty()
                          ? QStringLiteral("Make one with \"aws configure --profile %1\".").arg(choice.name)
                          : QStringLiteral("There are: %1.").arg(names.mid(0, 20).join(QStringLiteral(", ")))));
}

Result<FoundCredentials> CredentialChain::find(const std::stop_token &stop) const
{
    SEALIFT_ASSIGN(const auto config, AwsConfig::load(m_variables));
    SEALIFT_ASSIGN(const auto *profile, chosenProfile(config));
    SEALIFT_ASSIGN(const auto sts, stsFor(config, profile));
    const ChainTools tools{m_variables, config, m_choices.mfa, m_services, m_metadata, sts, profile, stop};
    const bool mayUseEnvironment = m_choices.profile.isEmpty();

    const auto look = [&]() -> Result<Found> {
        if (mayUseEnvironment && hasEnvironmentKeys(m_variables))
            return environmentKeys(m_variables);
        if (profile != nullptr && isRoleProfile(*profile))
            return roleCredentials(tools, *profile);
        if (mayUseEnvironment && hasWebIdentity(m_variables))
            return environmentWebIdentity(tools);
        if (profile != nullptr) {
            auto found = ownCredentials(tools, *profile);
            if (!found || *found)
                return found;
        }
        if (hasContainerCredentials(m_variables))
            return containerSource(tools);
        return instanceSource(tools);
    };
    SEALIFT_ASSIGN(auto found, look());
    if (!found)
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("there are no AWS credentials: not in the environment, not in %1, and no "
                                         "metadata service gives any out")
                              .arg(profile == nullptr ? QStringLiteral("a profile")
                                                      : QStringLiteral("profile %1").arg(profile->name)),
                          QStringLiteral("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a profile with "
                                         "--profile, or make one with \"aws configure\".")));
    return std::move(*found);
}

QString CredentialChain::knownRegion(const AwsProfile *profile) const
{
    for (const auto &region : {m_choices.region, m_variables.text("AWS_REGION"), m_variables.text("AWS_DEFAULT_REGION"),
                               profile == nullptr ? QString() : profile->text("region")}) {
        if (!region.isEmpty())
            return region;
    }
    return {};
}

Result<AwsEndpoint> CredentialChain::stsFor(const AwsConfig &config, const AwsProfile *profile) const
{
    auto custom = m_choices.stsEndpoint;
    if (custom.isEmpty()) {
        SEALIFT_ASSIGN(custom, configuredEndpoint(QStringLiteral("sts"), m_variables, config, profile));
    }
    return stsEndpoint(custom, knownRegion(profile), m_variables, profile);
}

Result<AwsEndpoint> CredentialChain::sts() const
{
    SEALIFT_ASSIGN(const auto config, AwsConfig::load(m_variables));
    SEALIFT_ASSIGN(const auto *profile, chosenProfile(config));
    return stsFor(config, profile);
}

Result<QUrl> CredentialChain::endpoint(const QString &service) const
{
    SEALIFT_ASSIGN(const auto config, AwsConfig::load(m_variables));
    SEALIFT_ASSIGN(const auto *profile, chosenProfile(config));
    return configuredEndpoint(service, m_variables, config, profile);
}

Result<QString> CredentialChain::configuredRegion() const
{
    SEALIFT_ASSIGN(const auto config, AwsConfig::load(m_variables));
    SEALIFT_ASSIGN(const auto *profile, chosenProfile(config));
    return knownRegion(profile);
}

Result<QString> CredentialChain::region(const std::stop_token &stop) const
{
    SEALIFT_ASSIGN(const auto config, AwsConfig::load(m_variables));
    SEALIFT_ASSIGN(const auto *profile, chosenProfile(config));
    const auto known = knownRegion(profile);
    if (!known.isEmpty())
        return known;
    SEALIFT_ASSIGN(auto metadata, InstanceMetadata::open(m_variables, profile, m_metadata));
    return metadata.region(stop);
}

} // namespace sealift
