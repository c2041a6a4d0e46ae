#include "aws/instance_metadata.h"

#include "aws/patience.h"
#include "aws/secret_fetch.h"

#include <QRegularExpression>

namespace sealift {

namespace {

const auto kService = QStringLiteral("the instance metadata service");
constexpr int kMostSeconds = 60;
constexpr int kMostAttempts = 10;

QString setting(const AwsVariables &variables, const AwsProfile *profile, const QByteArray &name)
{
    const auto variable = QByteArray("AWS_") + name;
    const auto text = variables.text(variable.constData());
    return text.isEmpty() && profile != nullptr ? profile->text(name.toLower().constData()) : text;
}

Result<int> countOf(const AwsVariables &variables, const AwsProfile *profile, const QByteArray &name, int usual,
                    int most)
{
    const auto text = setting(variables, profile, name);
    if (text.isEmpty())
        return usual;
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!isNumber || value < 1 || value > most)
        return fail(Error(
            ErrorCode::InvalidArgument,
            QStringLiteral("AWS_%1 is no number from 1 to %2").arg(QString::fromLatin1(name), QString::number(most))));
    return value;
}

Result<QUrl> endpointOf(const AwsVariables &variables, const AwsProfile *profile)
{
    const auto text = setting(variables, profile, "EC2_METADATA_SERVICE_ENDPOINT");
    if (!text.isEmpty()) {
        QUrl url(text, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("AWS_EC2_METADATA_SERVICE_ENDPOINT is no URL that can be used")));
        return url.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    }
    const auto mode = setting(variables, profile, "EC2_METADATA_SERVICE_ENDPOINT_MODE").toLower();
    if (mode == QLatin1String("ipv6"))
        return QUrl(QStringLiteral("http://[fd00:ec2::254]"));
    if (mode.isEmpty() || mode == QLatin1String("ipv4"))
        return QUrl(QStringLiteral("http://169.254.169.254"));
    return fail(Error(ErrorCode::InvalidArgument,
                      QStringLiteral("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE is neither IPv4 nor IPv6")));
}

HttpRequest requestFor(const QUrl &endpoint, const QString &path, std::chrono::milliseconds timeout)
{
    HttpRequest request;
    request.url = endpoint;
    request.url.setPath(endpoint.path() + path);
    request.timeout = timeout;
    return request;
}

} // namespace

Result<InstanceMetadata> InstanceMetadata::open(const AwsVariables &variables, const AwsProfile *profile,
                                                HttpTransport &transport)
{
    InstanceMetadata metadata(transport);
    metadata.m_isDisabled =
        variables.text("AWS_EC2_METADATA_DISABLED").compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    SEALIFT_ASSIGN(metadata.m_endpoint, endpointOf(variables, profile));
    SEALIFT_ASSIGN(const auto seconds, countOf(variables, profile, "METADATA_SERVICE_TIMEOUT", 1, kMostSeconds));
    metadata.m_timeout = std::chrono::seconds(seconds);
    SEALIFT_ASSIGN(metadata.m_attempts,
                   countOf(variables, profile, "METADATA_SERVICE_NUM_ATTEMPTS", metadata.m_attempts, kMostAttempts));
    return metadata;
}

/// False where there is no such service here, or it does not give out tokens.
Result<bool> InstanceMetadata::takeToken(const std::stop_token &stop)
{
    constexpr auto kSixHours = "21600";
    if (m_isDisabled)
        return false;
    auto request = requestFor(m_endpoint, QStringLiteral("/latest/api/token"), m_timeout);
    request.method = "PUT";
    request.headers = {{"X-aws-ec2-metadata-token-ttl-seconds", kSixHours}};
    const auto answer = withPatience(m_attempts, stop, [&] { return fetchSecret(*m_transport, request, stop); });
    if (!answer && (answer.error().code() == ErrorCode::Cancelled || answer.error().code() == ErrorCode::Unsafe ||
                    answer.error().code() == ErrorCode::LimitExceeded))
        return fail(answer.error());
    if (!answer || !answer->ok() || answer->secret.isEmpty())
        return false;
    m_token = answer->secret;
    return true;
}

Result<QCA::SecureArray> InstanceMetadata::ask(const QString &path, const std::stop_token &stop)
{
    auto request = requestFor(m_endpoint, path, m_timeout);
    request.headers = {{"X-aws-ec2-metadata-token", m_token.toByteArray()}};
    return withPatience(m_attempts, stop, [&]() -> Result<QCA::SecureArray> {
        SEALIFT_ASSIGN(auto answer, fetchSecret(*m_transport, request, stop));
        const auto status = answer.response.status;
        if (status == 404)
            return QCA::SecureArray();
        if (answer.ok())
            return std::move(answer.secret);
        auto error = Error(ErrorCode::Network, QStringLiteral("%1 answers with status %2").arg(kService).arg(status),
                           QStringLiteral("Try again later."));
        if (status >= 500 || status == 429)
            return fail(std::move(error).transient());
        return fail(std::move(error));
    });
}

Result<std::optional<InstanceMetadata::RoleCredentials>> InstanceMetadata::credentials(const std::stop_token &stop)
{
    const auto folder = QStringLiteral("/latest/meta-data/iam/security-credentials/");
    SEALIFT_ASSIGN(const auto isHere, takeToken(stop));
    if (!isHere)
        return std::nullopt;
    SEALIFT_ASSIGN(const auto list, ask(folder, stop));
    const auto role = QString::fromUtf8(list.toByteArray()).section(QLatin1Char('\n'), 0, 0).trimmed();
    if (role.isEmpty())
        return std::nullopt;
    static const QRegularExpression form(QStringLiteral("^[\\w+=,.@-]{1,128}$"));
    if (!form.match(role).hasMatch())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 names a role that can be none").arg(kService)));
    const auto where = QStringLiteral("the answer of %1").arg(kService);
    SEALIFT_ASSIGN(auto body, ask(folder + role, stop));
    SEALIFT_ASSIGN(const auto json, SecretJson::parse(std::move(body), where));
    SEALIFT_ASSIGN(const auto code, json.optionalText("Code"));
    if (!code.isEmpty() && code != QLatin1String("Success"))
        return fail(Error(ErrorCode::Network, QStringLiteral("%1 has no credentials for its role now").arg(kService),
                          QStringLiteral("Check that the role of the instance profile exists, and try again."))
                        .transient());
    SEALIFT_ASSIGN(auto found, credentialsOf(json, {}, where));
    return RoleCredentials{role, std::move(found)};
}

Result<QString> InstanceMetadata::region(const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto isHere, takeToken(stop));
    if (!isHere)
        return QString();
    const auto answer = ask(QStringLiteral("/latest/meta-data/placement/region"), stop);
    if (!answer && answer.error().code() == ErrorCode::Cancelled)
        return fail(answer.error());
    return answer ? QString::fromUtf8(answer->toByteArray()).trimmed() : QString();
}

} // namespace sealift
