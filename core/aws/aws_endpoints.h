#pragma once

#include "aws/aws_config.h"

#include <QUrl>

namespace sealift {

/// Where a request of one of AWS's services goes, and the region that its signature names.
struct AwsEndpoint {
    QUrl url;
    QString region;
};

/// The service's own URL in a region: "https://sts.eu-central-1.amazonaws.com". The domain is that of the region's
/// partition (China, the isolated ones). Errors: InvalidArgument (no name of a region; it goes into a host name).
Result<QUrl> awsServiceUrl(const QString &service, const QString &region);

/// The URL that a user set for a service, empty where none is set: $AWS_ENDPOINT_URL_<SERVICE>, $AWS_ENDPOINT_URL, the
/// profile's `services` section, its `endpoint_url`. $AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true switches all off.
/// Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints". Errors: InvalidArgument, Unsafe (user
/// info).
Result<QUrl> configuredEndpoint(const QString &service, const AwsVariables &variables, const AwsConfig &config,
                                const AwsProfile *profile);

/// STS as it is to be asked. @param custom where not empty: somebody's own STS. The region may be empty: then it is
/// us-east-1, which every installation outside of AWS accepts.
/// $AWS_STS_REGIONAL_ENDPOINTS or `sts_regional_endpoints`: "regional" (what is taken without it) or "legacy", the
/// global endpoint for the regions of the early days. Errors: InvalidArgument.
Result<AwsEndpoint> stsEndpoint(const QUrl &custom, const QString &region, const AwsVariables &variables,
                                const AwsProfile *profile);

} // namespace sealift
