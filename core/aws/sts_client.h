#pragma once

#include "aws/aws_credentials.h"
#include "aws/aws_endpoints.h"
#include "http/http_transport.h"

#include <QByteArray>
#include <QList>

namespace sealift {

struct StsAnswer;

/// One code of a multi-factor device.
struct MfaCode {
    QString serial; ///< of the device: "arn:aws:iam::123456789012:mfa/ann"
    QString code;   ///< six digits, good for one request
};

struct AssumeRoleRequest {
    QString roleArn;
    QString sessionName;
    QString externalId;      ///< empty: none
    int durationSeconds = 0; ///< 0: the service's own (an hour)
    std::optional<MfaCode> mfa;
};

/// Credentials of a role that was assumed.
struct AssumedRole {
    AwsCredentials credentials;
    QString arn; ///< of the session
};

/// Who a caller is to AWS.
struct CallerIdentity {
    QString account;
    QString arn;
    QString userId;
};

/// AWS's Security Token Service, or one that behaves like it (Ceph's): query protocol, version 2011-06-15. What may
/// pass (throttling, a server that fails, a network that does) is tried three times; not with an MFA code, which is
/// good for one request only. Thread-safe. The transport must outlive it. Errors of all calls: PermissionDenied (with
/// what the service says is missing), NotFound and InvalidArgument (keys that it does not know, values that it does not
/// take), Unsupported, those of the transport, of parseStsAnswer(), and Corrupt (an answer without what was asked for).
/// They hold nothing of what was sent.
class StsClient
{
public:
    StsClient(HttpTransport &transport, AwsEndpoint endpoint);

    Result<AssumedRole> assumeRole(const AwsCredentials &credentials, const AssumeRoleRequest &request,
                                   const std::stop_token &stop);
    /// Not signed: the token is what shows who asks. @param token a JSON web token of the identity provider.
    Result<AssumedRole> assumeRoleWithWebIdentity(const AssumeRoleRequest &request, const QCA::SecureArray &token,
                                                  const std::stop_token &stop);
    /// Credentials for the same identity that end; with a code for what asks for one.
    Result<AwsCredentials> sessionToken(const AwsCredentials &credentials, int durationSeconds,
                                        const std::optional<MfaCode> &mfa, const std::stop_token &stop);
    Result<CallerIdentity> callerIdentity(const AwsCredentials &credentials, const std::stop_token &stop);

private:
    using Parameters = QList<std::pair<QByteArray, QByteArray>>;
    struct Call {
        QString action;
        const AwsCredentials *credentials = nullptr; ///< null: not signed
        Parameters parameters;
        QCA::SecureArray secretParameter; ///< "&Name=value", encoded; sent after the others
        bool once = false;
    };

    static Parameters parametersOf(const AssumeRoleRequest &request);
    Result<StsAnswer> ask(const Call &call, const std::stop_token &stop);
    Result<StsAnswer> askOnce(const Call &call, const std::stop_token &stop);

    HttpTransport &m_transport;
    const AwsEndpoint m_endpoint;
};

} // namespace sealift
