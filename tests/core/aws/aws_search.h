#pragma once

#include "aws_home.h"
#include "support/aws_services.h"

namespace sealift::test {

/// One search through the chain, with the played services as the only ones there are.
class AwsSearch
{
public:
    explicit AwsSearch(const AwsServices &services)
        : m_services(services)
    {
        home.set("AWS_ENDPOINT_URL", services.https());
        home.set("AWS_REGION", QStringLiteral("eu-central-1"));
    }

    Result<FoundCredentials> find()
    {
        HttpClient transport({.caFile = m_services.caFile()});
        HttpClient metadata({.caFile = m_services.caFile(),
                             .allowLoopbackHttp = true,
                             .allowMetadataHttp = true,
                             .connectTimeout = std::chrono::milliseconds(500)});
        return CredentialChain(home.variables(), choices, transport, metadata).find(stop.get_token());
    }

    AwsHome home;
    AwsChoices choices;
    std::stop_source stop;

private:
    const AwsServices &m_services;
};

/// Keys of the identity that the services know, for the credentials file.
inline constexpr auto kBaseKeys = "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = S3CR3T-base-key\n";

} // namespace sealift::test
