#include "aws/sso_credentials.h"

#include "aws/aws_endpoints.h"
#include "aws/patience.h"
#include "aws/secret_fetch.h"

#include <QCryptographicHash>
#include <QUrlQuery>

namespace sealift {

namespace {

constexpr int kAttempts = 3;
constexpr qint64 kMaxToken = 64 * 1024;
constexpr std::chrono::milliseconds kTimeout{20'000};

struct SsoSettings {
    QString session; ///< empty in older configurations
    QString startUrl;
    QString region;
    QString account;
    QString role;
};

Error needsLogin(const AwsProfile &profile, const QString &what)
{
    return {ErrorCode::PermissionDenied, QStringLiteral("profile %1: %2").arg(profile.name, what),
            QStringLiteral("Run \"aws sso login --profile %1\", and try again.").arg(profile.name)};
}

Result<QString> fieldOf(const AwsProfile &profile, const IniSection *session, const char *name)
{
    const auto own = profile.text(name);
    QString shared;
    if (session != nullptr) {
        const auto found = session->fields.find(QLatin1String(name));
        shared = found == session->fields.end() ? QString() : found->second.text;
    }
    if (!own.isEmpty() && !shared.isEmpty() && own != shared)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("%1: %2 is another than in the sso-session")
                              .arg(profile.find(name)->place(), QLatin1String(name)),
                          QStringLiteral("Keep it in one of the two.")));
    if (own.isEmpty() && shared.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("profile %1 uses SSO, but has no %2").arg(profile.name, QLatin1String(name)),
                          QStringLiteral("Run \"aws configure sso --profile %1\".").arg(profile.name)));
    return own.isEmpty() ? shared : own;
}

Result<SsoSettings> settingsOf(const AwsProfile &profile, const AwsConfig &config)
{
    SsoSettings settings;
    const IniSection *session = nullptr;
    if (const auto *field = profile.find("sso_session"); field != nullptr) {
        settings.session = field->text;
        session = config.ssoSession(field->text);
        if (session == nullptr)
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("%1: there is no such sso-session").arg(field->place()),
                              QStringLiteral("Run \"aws configure sso-session\".")));
    }
    SEALIFT_ASSIGN(settings.startUrl, fieldOf(profile, session, "sso_start_url"));
    SEALIFT_ASSIGN(settings.region, fieldOf(profile, session, "sso_region"));
    SEALIFT_ASSIGN(settings.account, fieldOf(profile, session, "sso_account_id"));
    SEALIFT_ASSIGN(settings.role, fieldOf(profile, session, "sso_role_name"));
    return settings;
}

Result<QCA::SecureArray> cachedToken(const AwsProfile &profile, const SsoSettings &settings,
                                     const AwsVariables &variables)
{
    const auto key = settings.session.isEmpty() ? settings.startUrl : settings.session;
    const auto name = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1).toHex();
    const auto path = variables.path(QStringLiteral("~/.aws/sso/cache/%1.json").arg(QString::fromLatin1(name)));
    auto content = readSecretFile(path, QStringLiteral("the SSO token"), kMaxToken);
    if (!content && content.error().code() == ErrorCode::NotFound)
        return fail(needsLogin(profile, QStringLiteral("there is no SSO token yet")));
    SEALIFT_TRY(content);
    const auto where = QStringLiteral("the SSO token %1").arg(path);
    SEALIFT_ASSIGN(const auto json, SecretJson::parse(std::move(*content), where));
    SEALIFT_ASSIGN(auto token, json.secret("accessToken"));
    SEALIFT_ASSIGN(const auto expires, json.optionalTime("expiresAt"));
    if (!expires)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: \"expiresAt\" is missing").arg(where)));
    if (*expires <= QDateTime::currentDateTimeUtc())
        return fail(needsLogin(profile, QStringLiteral("the SSO token has expired")));
    return token;
}

Result<AwsCredentials> askOnce(const AwsProfile &profile, const HttpRequest &request, HttpTransport &transport,
                               const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto answer, fetchSecret(transport, request, stop));
    const auto status = answer.response.status;
    if (status == 401)
        return fail(needsLogin(profile, QStringLiteral("the SSO token is not accepted any more")));
    if (status >= 500 || status == 429)
        return fail(Error(ErrorCode::Network, QStringLiteral("the SSO portal answers with status %1").arg(status),
                          QStringLiteral("Try again later."))
                        .transient());
    if (!answer.ok())
        return fail(
            Error(ErrorCode::PermissionDenied,
                  QStringLiteral("profile %1: the SSO portal refuses its credentials (status %2)")
                      .arg(profile.name)
                      .arg(status),
                  QStringLiteral("Check sso_account_id and sso_role_name, and that you are assigned to them.")));
    const auto where = QStringLiteral("the answer of the SSO portal");
    SEALIFT_ASSIGN(auto json, SecretJson::parse(std::move(answer.secret), where));
    SEALIFT_TRY(json.enter("roleCredentials"));
    SEALIFT_ASSIGN(auto credentials, credentialsOf(json,
                                                   {.accessKey = "accessKeyId",
                                                    .secret = "secretAccessKey",
                                                    .sessionToken = "sessionToken",
                                                    .expires = nullptr},
                                                   where));
    SEALIFT_ASSIGN(const auto milliseconds, json.integer("expiration"));
    credentials.expires = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    SEALIFT_TRY(refuseExpired(credentials, where));
    return credentials;
}

} // namespace

bool isSsoProfile(const AwsProfile &profile)
{
    return profile.has("sso_account_id") || profile.has("sso_role_name");
}

Result<AwsCredentials> ssoCredentials(const AwsProfile &profile, const AwsConfig &config, const AwsVariables &variables,
                                      HttpTransport &transport, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto settings, settingsOf(profile, config));
    SEALIFT_ASSIGN(const auto token, cachedToken(profile, settings, variables));
    SEALIFT_ASSIGN(auto url, configuredEndpoint(QStringLiteral("sso"), variables, config, &profile));
    if (url.isEmpty()) {
        SEALIFT_ASSIGN(url, awsServiceUrl(QStringLiteral("portal.sso"), settings.region));
    }
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("role_name"), QString::fromLatin1(QUrl::toPercentEncoding(settings.role)));
    query.addQueryItem(QStringLiteral("account_id"), QString::fromLatin1(QUrl::toPercentEncoding(settings.account)));
    HttpRequest request;
    request.url = url.adjusted(QUrl::StripTrailingSlash);
    request.url.setPath(request.url.path() + QStringLiteral("/federation/credentials"));
    request.url.setQuery(query);
    request.timeout = kTimeout;
    request.headers = {{"x-amz-sso_bearer_token", token.toByteArray()}};
    return withPatience(kAttempts, stop, [&] { return askOnce(profile, request, transport, stop); });
}

} // namespace sealift
