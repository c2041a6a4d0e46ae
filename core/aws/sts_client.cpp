#include "aws/sts_client.h"

#include "aws/patience.h"
#include "aws/secret_fetch.h"
#include "aws/signature_v4.h"
#include "aws/sts_answer.h"
#include "aws/sts_faults.h"

namespace sealift {

namespace {

constexpr int kAttempts = 3;
constexpr std::chrono::milliseconds kTimeout{20'000};

Error incomplete(const QString &action)
{
    return {ErrorCode::Corrupt, QStringLiteral("the answer of STS to %1 lacks what was asked for").arg(action),
            QStringLiteral("Check that the endpoint is one of the Security Token Service.")};
}

Result<AwsCredentials> credentialsOf(StsAnswer &answer, const QString &action)
{
    auto &found = answer.credentials;
    if (found.accessKey.isEmpty() || found.secret.isEmpty() || found.sessionToken.isEmpty() || !found.expires)
        return fail(incomplete(action));
    return std::move(found);
}

} // namespace

StsClient::StsClient(HttpTransport &transport, AwsEndpoint endpoint)
    : m_transport(transport)
    , m_endpoint(std::move(endpoint))
{
}

StsClient::Parameters StsClient::parametersOf(const AssumeRoleRequest &request)
{
    Parameters parameters{{"RoleArn", request.roleArn.toUtf8()}, {"RoleSessionName", request.sessionName.toUtf8()}};
    if (!request.externalId.isEmpty())
        parameters.append({"ExternalId", request.externalId.toUtf8()});
    if (request.durationSeconds > 0)
        parameters.append({"DurationSeconds", QByteArray::number(request.durationSeconds)});
    if (request.mfa) {
        parameters.append({"SerialNumber", request.mfa->serial.toUtf8()});
        parameters.append({"TokenCode", request.mfa->code.toUtf8()});
    }
    return parameters;
}

Result<AssumedRole> StsClient::assumeRole(const AwsCredentials &credentials, const AssumeRoleRequest &request,
                                          const std::stop_token &stop)
{
    const Call call{QStringLiteral("AssumeRole"), &credentials, parametersOf(request), {}, request.mfa.has_value()};
    SEALIFT_ASSIGN(auto answer, ask(call, stop));
    SEALIFT_ASSIGN(auto assumed, credentialsOf(answer, call.action));
    return AssumedRole{std::move(assumed), answer.arn};
}

Result<AssumedRole> StsClient::assumeRoleWithWebIdentity(const AssumeRoleRequest &request,
                                                         const QCA::SecureArray &token, const std::stop_token &stop)
{
    // A token is three runs of base64url with dots between: nothing in it has to be encoded.
    Call call{QStringLiteral("AssumeRoleWithWebIdentity"), nullptr, parametersOf(request), {}, false};
    call.secretParameter = QCA::SecureArray("&WebIdentityToken=") + token;
    SEALIFT_ASSIGN(auto answer, ask(call, stop));
    SEALIFT_ASSIGN(auto assumed, credentialsOf(answer, call.action));
    return AssumedRole{std::move(assumed), answer.arn};
}

Result<AwsCredentials> StsClient::sessionToken(const AwsCredentials &credentials, int durationSeconds,
                                               const std::optional<MfaCode> &mfa, const std::stop_token &stop)
{
    Call call{QStringLiteral("GetSessionToken"), &credentials, {}, {}, mfa.has_value()};
    if (durationSeconds > 0)
        call.parameters.append({"DurationSeconds", QByteArray::number(durationSeconds)});
    if (mfa) {
        call.parameters.append({"SerialNumber", mfa->serial.toUtf8()});
        call.parameters.append({"TokenCode", mfa->code.toUtf8()});
    }
    SEALIFT_ASSIGN(auto answer, ask(call, stop));
    return credentialsOf(answer, call.action);
}

Result<CallerIdentity> StsClient::callerIdentity(const AwsCredentials &credentials, const std::stop_token &stop)
{
    const Call call{QStringLiteral("GetCallerIdentity"), &credentials, {}, {}, false};
    SEALIFT_ASSIGN(auto answer, ask(call, stop));
    if (answer.arn.isEmpty())
        return fail(incomplete(call.action));
    return CallerIdentity{answer.account, answer.arn, answer.userId};
}

Result<StsAnswer> StsClient::ask(const Call &call, const std::stop_token &stop)
{
    return withPatience(call.once ? 1 : kAttempts, stop, [&] { return askOnce(call, stop); });
}

Result<StsAnswer> StsClient::askOnce(const Call &call, const std::stop_token &stop)
{
    auto form = QByteArray("Action=") + call.action.toLatin1() + "&Version=2011-06-15";
    for (const auto &[name, value] : call.parameters)
        form += '&' + name + '=' + uriEncode(value);
    const ByteView parts[]{viewOf(form), viewOf(call.secretParameter)};
    HttpRequest request;
    request.method = "POST";
    request.url = m_endpoint.url;
    if (request.url.path().isEmpty())
        request.url.setPath(QStringLiteral("/"));
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "text/xml"}};
    request.body = parts;
    request.timeout = kTimeout;
    if (call.credentials != nullptr)
        SEALIFT_TRY(signRequest(request, *call.credentials, {m_endpoint.region.toLatin1(), "sts"},
                                payloadHash(request.body), QDateTime::currentDateTimeUtc()));
    SEALIFT_ASSIGN(const auto answer, fetchSecret(m_transport, request, stop));
    if (!answer.ok())
        return fail(stsFault(call.action, answer.response));
    return parseStsAnswer(viewOf(answer.secret));
}

} // namespace sealift
