#pragma once

#include "aws/aws_config.h"
#include "aws/found_credentials.h"
#include "http/http_transport.h"

#include <QUrl>

#include <chrono>

namespace sealift {

/// What EC2 tells an instance about itself, by IMDSv2 only: a token first, which no forwarded request gets (EC2 User
/// Guide, "Use IMDSv2"). $AWS_EC2_METADATA_DISABLED=true switches it off, $AWS_EC2_METADATA_SERVICE_ENDPOINT and
/// _ENDPOINT_MODE (IPv4, IPv6) say where it is, $AWS_METADATA_SERVICE_TIMEOUT (seconds, 1) and
/// $AWS_METADATA_SERVICE_NUM_ATTEMPTS (2) how patient to be; the profile's fields of the same names count after them.
/// Not finding it is no error: most computers are no instances. The transport must outlive it, and allow plain http to
/// the service's address.
class InstanceMetadata
{
public:
    /// Errors: InvalidArgument (a setting that is none).
    static Result<InstanceMetadata> open(const AwsVariables &variables, const AwsProfile *profile,
                                         HttpTransport &transport);

    struct RoleCredentials {
        QString role;
        AwsCredentials credentials;
    };
    /// Those of the instance's role; nothing where this is no instance, or it has no role. Errors: Corrupt, Unsafe,
    /// Network, Cancelled.
    Result<std::optional<RoleCredentials>> credentials(const std::stop_token &stop);

    /// "eu-central-1"; empty where this is no instance. Errors: Cancelled.
    Result<QString> region(const std::stop_token &stop);

private:
    explicit InstanceMetadata(HttpTransport &transport)
        : m_transport(&transport)
    {
    }

    Result<bool> takeToken(const std::stop_token &stop);
    /// Null where there is no such thing.
    Result<QCA::SecureArray> ask(const QString &path, const std::stop_token &stop);

    HttpTransport *m_transport;
    bool m_isDisabled = false;
    QUrl m_endpoint;
    std::chrono::milliseconds m_timeout{1000};
    int m_attempts = 2;
    QCA::SecureArray m_token;
};

} // namespace sealift
