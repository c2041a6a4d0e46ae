#include "aws/container_credentials.h"

#include "aws/aws_config.h"
#include "aws/patience.h"
#include "aws/secret_fetch.h"
#include "http/url_rules.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr char kRelative[] = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
constexpr char kFull[] = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
constexpr char kToken[] = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
constexpr char kTokenFile[] = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
constexpr int kAttempts = 3;
constexpr int kMaxToken = 16 * 1024;
constexpr std::chrono::milliseconds kTimeout{5000};
const auto kService = QStringLiteral("the container's credentials service");

bool isAllowedHost(const QString &host)
{
    // Of ECS, and of EKS by IPv4 and IPv6.
    static const QStringList known{QStringLiteral("169.254.170.2"), QStringLiteral("169.254.170.23"),
                                   QStringLiteral("fd00:ec2::23")};
    return known.contains(host) || isLoopbackHost(host);
}

/// Null where there is none.
Result<QCA::SecureArray> authorizationToken(const AwsVariables &variables)
{
    QCA::SecureArray token;
    if (variables.has(kTokenFile)) {
        SEALIFT_ASSIGN(
            token, readSecretFile(variables.text(kTokenFile), QStringLiteral("the authorization token in"), kMaxToken));
    } else {
        token = variables.secret(kToken);
    }
    if (std::any_of(token.constData(), token.constData() + token.size(), [](char c) { return c == '\r' || c == '\n'; }))
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("the authorization token for %1 has a line break in it").arg(kService),
                          QStringLiteral("Check %1 and %2.").arg(QLatin1String(kTokenFile), QLatin1String(kToken))));
    return token;
}

Error faultOf(int status)
{
    const auto what = QStringLiteral("%1 answers with status %2").arg(kService).arg(status);
    if (status >= 500 || status == 429)
        return Error(ErrorCode::Network, what, QStringLiteral("Try again later.")).transient();
    return {ErrorCode::PermissionDenied, what,
            QStringLiteral("Check that the task or pod has a role, and the authorization token.")};
}

Result<AwsCredentials> askOnce(const QUrl &url, const QCA::SecureArray &token, HttpTransport &transport,
                               const std::stop_token &stop)
{
    HttpRequest request;
    request.url = url;
    request.timeout = kTimeout;
    request.headers = {{"Accept", "application/json"}};
    if (!token.isEmpty())
        request.headers.push_back({"Authorization", token.toByteArray()});
    SEALIFT_ASSIGN(auto answer, fetchSecret(transport, request, stop));
    if (!answer.ok())
        return fail(faultOf(answer.response.status));
    const auto where = QStringLiteral("the answer of %1").arg(kService);
    SEALIFT_ASSIGN(const auto json, SecretJson::parse(std::move(answer.secret), where));
    return credentialsOf(json, {}, where);
}

} // namespace

bool hasContainerCredentials(const AwsVariables &variables)
{
    return variables.has(kRelative) || variables.has(kFull);
}

Result<QUrl> containerCredentialsUrl(const AwsVariables &variables)
{
    if (variables.has(kRelative)) {
        const auto path = variables.text(kRelative);
        const QUrl url(QStringLiteral("http://169.254.170.2") + path, QUrl::StrictMode);
        // "@host/" or ":1@host/" would lead somewhere else.
        if (!path.startsWith(QLatin1Char('/')) || !url.isValid() || url.host() != QLatin1String("169.254.170.2"))
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("%1 is no path that begins with a slash").arg(QLatin1String(kRelative))));
        return url;
    }
    const QUrl url(variables.text(kFull), QUrl::StrictMode);
    const auto named = QLatin1String(kFull);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1 is no URL that can be used").arg(named)));
    if (url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isAllowedHost(url.host())))
        return url;
    return fail(Error(
        ErrorCode::Unsafe,
        QStringLiteral("%1 leads to %2, which must not be asked for credentials in the clear").arg(named, url.host()),
        QStringLiteral("Use https; plain http is for this computer, 169.254.170.2 and 169.254.170.23.")));
}

Result<AwsCredentials> containerCredentials(const AwsVariables &variables, HttpTransport &transport,
                                            const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto url, containerCredentialsUrl(variables));
    return withPatience(kAttempts, stop, [&]() -> Result<AwsCredentials> {
        // Read each time: the file's content is replaced as the token ages.
        SEALIFT_ASSIGN(const auto token, authorizationToken(variables));
        return askOnce(url, token, transport, stop);
    });
}

} // namespace sealift
