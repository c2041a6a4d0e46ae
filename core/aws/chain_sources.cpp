#include "aws/chain_sources.h"

#include "aws/instance_metadata.h"
#include "aws/sts_client.h"

#include <algorithm>
#include <cstring>

namespace sealift {

namespace {

constexpr qint64 kMaxToken = 20'000; // what STS takes

/// A JSON web token is base64url with dots between: what is none is not sent anywhere.
bool isWebToken(const QCA::SecureArray &token)
{
    return !token.isEmpty() && std::all_of(token.constData(), token.constData() + token.size(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (c != '\0' && std::strchr("-_.=~", c) != nullptr);
    });
}

void trim(QCA::SecureArray &text)
{
    int size = text.size();
    while (size > 0 && std::strchr(" \t\r\n", text.at(size - 1)) != nullptr && text.at(size - 1) != '\0')
        --size;
    text.resize(size);
}

} // namespace

bool hasEnvironmentKeys(const AwsVariables &variables)
{
    return variables.has("AWS_ACCESS_KEY_ID");
}

Result<Found> environmentKeys(const AwsVariables &variables)
{
    FoundCredentials found;
    found.origin = {QStringLiteral("environment"), QStringLiteral("environment variables")};
    auto &credentials = found.credentials;
    credentials.accessKey = variables.text("AWS_ACCESS_KEY_ID");
    credentials.secret = variables.secret("AWS_SECRET_ACCESS_KEY");
    if (credentials.secret.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not"),
                          QStringLiteral("Set both, or neither.")));
    credentials.sessionToken =
        variables.secret(variables.has("AWS_SECURITY_TOKEN") ? "AWS_SECURITY_TOKEN" : "AWS_SESSION_TOKEN");
    if (const auto end = variables.text("AWS_CREDENTIAL_EXPIRATION"); !end.isEmpty()) {
        credentials.expires = awsTime(end);
        if (!credentials.expires)
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("AWS_CREDENTIAL_EXPIRATION is no time")));
        SEALIFT_TRY(refuseExpired(credentials, found.origin.words));
    }
    return found;
}

bool hasWebIdentity(const AwsVariables &variables)
{
    return variables.has("AWS_WEB_IDENTITY_TOKEN_FILE");
}

Result<Found> environmentWebIdentity(const ChainTools &tools)
{
    const auto &variables = tools.variables;
    // As the AWS CLI does: what the environment does not say, the profile may.
    const auto setting = [&tools, &variables](const char *variable, const char *field) {
        const auto text = variables.text(variable);
        return text.isEmpty() && tools.chosen != nullptr ? tools.chosen->text(field) : text;
    };
    const auto role = setting("AWS_ROLE_ARN", "role_arn");
    if (role.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("AWS_WEB_IDENTITY_TOKEN_FILE is set, but AWS_ROLE_ARN is not"),
                          QStringLiteral("Set both, or neither.")));
    return webIdentity(tools, role, setting("AWS_ROLE_SESSION_NAME", "role_session_name"),
                       variables.text("AWS_WEB_IDENTITY_TOKEN_FILE"));
}

Result<FoundCredentials> webIdentity(const ChainTools &tools, const QString &roleArn, const QString &sessionName,
                                     const QString &tokenFile)
{
    SEALIFT_ASSIGN(auto token, readSecretFile(tools.variables.path(tokenFile), QStringLiteral("the web identity token"),
                                              kMaxToken));
    trim(token);
    if (!isWebToken(token))
        return fail(
            Error(ErrorCode::Corrupt, QStringLiteral("the web identity token %1 is no JSON web token").arg(tokenFile),
                  QStringLiteral("Check AWS_WEB_IDENTITY_TOKEN_FILE, or web_identity_token_file of the profile.")));
    StsClient sts(tools.services, tools.sts);
    AssumeRoleRequest request;
    request.roleArn = roleArn;
    request.sessionName = sessionName.isEmpty() ? newSessionName() : sessionName;
    SEALIFT_ASSIGN(auto assumed, sts.assumeRoleWithWebIdentity(request, token, tools.stop));
    FoundCredentials found;
    found.credentials = std::move(assumed.credentials);
    found.origin = {QStringLiteral("web-identity"), QStringLiteral("role %1, by a web identity token").arg(roleArn)};
    SEALIFT_TRY(refuseExpired(found.credentials, found.origin.words));
    return found;
}

Result<Found> containerSource(const ChainTools &tools)
{
    FoundCredentials found;
    const QUrl full(tools.variables.text("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
    const bool isElsewhere =
        full.scheme() == QLatin1String("https") && !tools.variables.has("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    SEALIFT_ASSIGN(found.credentials,
                   containerCredentials(tools.variables, isElsewhere ? tools.services : tools.metadata, tools.stop));
    found.origin = {QStringLiteral("container"), QStringLiteral("the container's credentials service")};
    return found;
}

Result<Found> instanceSource(const ChainTools &tools)
{
    SEALIFT_ASSIGN(auto metadata, InstanceMetadata::open(tools.variables, tools.chosen, tools.metadata));
    SEALIFT_ASSIGN(auto role, metadata.credentials(tools.stop));
    if (!role)
        return Found();
    FoundCredentials found;
    found.credentials = std::move(role->credentials);
    found.origin = {QStringLiteral("instance"), QStringLiteral("role %1 of this EC2 instance").arg(role->role)};
    return found;
}

QString newSessionName()
{
    return QStringLiteral("sealift-%1").arg(QDateTime::currentSecsSinceEpoch());
}

} // namespace sealift
