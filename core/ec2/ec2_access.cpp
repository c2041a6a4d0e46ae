#include "ec2/ec2_access.h"

#include "http/url_rules.h"

namespace sealift {

namespace {

/// From outside of AWS a connection may fall silent in the middle of a block; waiting longer does not help.
constexpr auto kSilence = std::chrono::seconds(12);

HttpClientOptions transportOptions(const AwsSession &session)
{
    HttpClientOptions options;
    options.caFile = session.caFile();
    options.stallTimeout = kSilence;
    return options;
}

Result<AwsEndpoint> endpointOf(const AwsSession &session, const QString &service, const QString &region,
                               const QUrl &chosen)
{
    AwsEndpoint endpoint{chosen, region};
    if (endpoint.url.isEmpty()) {
        SEALIFT_ASSIGN(endpoint.url, session.endpoint(service));
    }
    if (endpoint.url.isEmpty()) {
        SEALIFT_ASSIGN(endpoint.url, awsServiceUrl(service, region));
    }
    SEALIFT_TRY(checkUrl(endpoint.url, transportOptions(session)));
    return endpoint;
}

/// IAM is one for all regions of a partition, and its requests are signed for one of them. Source: AWS General
/// Reference, "IAM endpoints and quotas".
Result<AwsEndpoint> iamEndpointOf(const AwsSession &session, const QString &region, const QUrl &chosen)
{
    const bool isChina = region.startsWith(QLatin1String("cn-"));
    const bool isGovernment = region.startsWith(QLatin1String("us-gov-"));
    const auto home = isChina        ? QStringLiteral("cn-north-1")
                      : isGovernment ? QStringLiteral("us-gov-west-1")
                                     : QStringLiteral("us-east-1");
    SEALIFT_ASSIGN(auto endpoint, endpointOf(session, QStringLiteral("iam"), home, chosen));
    SEALIFT_ASSIGN(const auto regional, awsServiceUrl(QStringLiteral("iam"), home));
    if (endpoint.url == regional && isGovernment)
        endpoint.url = QUrl(QStringLiteral("https://iam.us-gov.amazonaws.com"));
    else if (endpoint.url == regional && !isChina)
        endpoint.url = QUrl(QStringLiteral("https://iam.amazonaws.com"));
    return endpoint;
}

} // namespace

Result<std::shared_ptr<Ec2Access>> Ec2Access::open(std::shared_ptr<AwsSession> session, const QString &region,
                                                   const QUrl &endpoint, const std::stop_token &stop,
                                                   const ServiceTuning &tuning)
{
    auto chosen = region;
    if (chosen.isEmpty()) {
        SEALIFT_ASSIGN(chosen, session->region(stop));
    }
    if (chosen.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("no AWS region was named"),
                          QStringLiteral("Use --region, AWS_REGION, or set one in the profile.")));
    // Also where the endpoint is somebody's own: the region goes into signatures and receipts.
    SEALIFT_TRY(awsServiceUrl(QStringLiteral("ec2"), chosen));
    SEALIFT_ASSIGN(const auto ebs, endpointOf(*session, QStringLiteral("ebs"), chosen, endpoint));
    SEALIFT_ASSIGN(const auto ec2, endpointOf(*session, QStringLiteral("ec2"), chosen, endpoint));
    SEALIFT_ASSIGN(const auto kms, endpointOf(*session, QStringLiteral("kms"), chosen, endpoint));
    SEALIFT_ASSIGN(const auto iam, iamEndpointOf(*session, chosen, endpoint));
    return std::shared_ptr<Ec2Access>(new Ec2Access(std::move(session), ebs, ec2, kms, iam, tuning));
}

Ec2Access::Ec2Access(std::shared_ptr<AwsSession> session, const AwsEndpoint &ebs, const AwsEndpoint &ec2,
                     const AwsEndpoint &kms, const AwsEndpoint &iam, const ServiceTuning &tuning)
    : m_session(std::move(session))
    , m_transport(transportOptions(*m_session))
    , m_ebsConnection(m_transport, ebs, "ebs", m_session, tuning)
    , m_ec2Connection(m_transport, ec2, "ec2", m_session, tuning)
    , m_kmsConnection(m_transport, kms, "kms", m_session, tuning)
    , m_iamConnection(m_transport, iam, "iam", m_session, tuning)
    , m_ebs(m_ebsConnection)
    , m_ec2(m_ec2Connection)
    , m_imports(m_ec2Connection)
    , m_exports(m_ec2Connection)
    , m_kms(m_kmsConnection)
    , m_iam(m_iamConnection)
{
}

} // namespace sealift
