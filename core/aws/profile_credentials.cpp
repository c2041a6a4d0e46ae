#include "aws/profile_credentials.h"

#include "aws/process_credentials.h"
#include "aws/sso_credentials.h"
#include "aws/sts_client.h"

#include <QRegularExpression>

namespace sealift {

namespace {

Error wrongField(const IniField &field, const QString &what)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("%1: %2").arg(field.place(), what),
            QStringLiteral("Correct that line.")};
}

QString wordsOf(const AwsProfile &profile, const QString &what)
{
    return QStringLiteral("profile %1: %2").arg(profile.name, what);
}

bool hasKeys(const AwsProfile &profile)
{
    return profile.has("aws_access_key_id") || profile.has("aws_secret_access_key");
}

/// Keys that one of the two files has for the profile.
Result<Found> keysOf(const AwsProfile &profile, const AwsProfile::Fields &fields)
{
    const auto field = [&fields](const char *name) -> const IniField * {
        const auto found = fields.find(QLatin1String(name));
        return found == fields.end() ? nullptr : &found->second;
    };
    const auto *const key = field("aws_access_key_id");
    if (key == nullptr)
        return Found();
    const auto *const secret = field("aws_secret_access_key");
    if (key->text.isEmpty() || secret == nullptr || secret->secret.isEmpty())
        return fail(wrongField(secret == nullptr || key->text.isEmpty() ? *key : *secret,
                               QStringLiteral("profile %1 needs both aws_access_key_id and aws_secret_access_key here")
                                   .arg(profile.name)));
    FoundCredentials found;
    found.credentials.accessKey = key->text;
    found.credentials.secret = secret->secret;
    for (const auto *name : {"aws_security_token", "aws_session_token"}) {
        if (const auto *token = field(name); token != nullptr && found.credentials.sessionToken.isEmpty())
            found.credentials.sessionToken = token->secret;
    }
    found.origin = {QStringLiteral("file"), wordsOf(profile, QStringLiteral("keys in %1").arg(key->file))};
    return found;
}

/// A role profile on its way: what was visited, so that a circle is noticed.
class RoleWalk
{
public:
    RoleWalk(const ChainTools &tools, const AwsProfile &first)
        : m_tools(tools)
        , m_visited{first.name}
    {
    }

    Result<FoundCredentials> assume(const AwsProfile &profile);

private:
    Result<FoundCredentials> sourceOf(const AwsProfile &profile);
    Result<FoundCredentials> fromProfile(const AwsProfile &profile, const IniField &source);
    Result<FoundCredentials> fromService(const AwsProfile &profile, const IniField &source) const;
    Result<AssumeRoleRequest> requestOf(const AwsProfile &profile) const;
    Result<MfaCode> askForCode(const AwsProfile &profile, const QString &serial) const;

    const ChainTools &m_tools;
    QStringList m_visited;
};

Result<FoundCredentials> RoleWalk::assume(const AwsProfile &profile)
{
    SEALIFT_ASSIGN(auto request, requestOf(profile));
    SEALIFT_ASSIGN(const auto source, sourceOf(profile));
    const auto serial = profile.text("mfa_serial");
    if (!serial.isEmpty()) {
        // Last, because the code is good for half a minute.
        SEALIFT_ASSIGN(request.mfa, askForCode(profile, serial));
    }
    StsClient sts(m_tools.services, m_tools.sts);
    auto assumed = sts.assumeRole(source.credentials, request, m_tools.stop);
    if (!assumed)
        return fail(std::move(assumed).error().during(QStringLiteral("profile %1").arg(profile.name)));
    FoundCredentials found;
    found.credentials = std::move(assumed->credentials);
    found.origin = {
        QStringLiteral("role"),
        wordsOf(profile, QStringLiteral("role %1%2, by %3")
                             .arg(request.roleArn, serial.isEmpty() ? QString() : QStringLiteral(" with MFA"),
                                  source.origin.words))};
    SEALIFT_TRY(refuseExpired(found.credentials, found.origin.words));
    return found;
}

Result<AssumeRoleRequest> RoleWalk::requestOf(const AwsProfile &profile) const
{
    constexpr int kShortest = 900; // STS API Reference, AssumeRole
    constexpr int kLongest = 43200;
    AssumeRoleRequest request;
    request.roleArn = profile.text("role_arn");
    if (request.roleArn.isEmpty())
        return fail(wrongField(*profile.find("role_arn"), QStringLiteral("role_arn is empty")));
    request.externalId = profile.text("external_id");
    request.sessionName = profile.text("role_session_name");
    if (request.sessionName.isEmpty())
        request.sessionName = newSessionName();
    if (const auto *field = profile.find("duration_seconds"); field != nullptr) {
        bool isNumber = false;
        request.durationSeconds = field->text.toInt(&isNumber);
        if (!isNumber || request.durationSeconds < kShortest || request.durationSeconds > kLongest)
            return fail(wrongField(
                *field, QStringLiteral("duration_seconds is no number from %1 to %2").arg(kShortest).arg(kLongest)));
    }
    return request;
}

Result<MfaCode> RoleWalk::askForCode(const AwsProfile &profile, const QString &serial) const
{
    if (!m_tools.mfa)
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("profile %1 needs a code of the MFA device %2, and there is nobody to ask")
                              .arg(profile.name, serial),
                          QStringLiteral("Run this on a terminal, or choose another profile.")));
    SEALIFT_ASSIGN(const auto typed, m_tools.mfa(serial, m_tools.stop));
    const auto code = typed.simplified().remove(QLatin1Char(' '));
    static const QRegularExpression form(QStringLiteral("^[0-9]{6}$"));
    if (!form.match(code).hasMatch())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("an MFA code has six digits"),
                          QStringLiteral("Try again with the code that the device shows now.")));
    return MfaCode{serial, code};
}

Result<FoundCredentials> RoleWalk::sourceOf(const AwsProfile &profile)
{
    const auto *const source = profile.find("source_profile");
    const auto *const service = profile.find("credential_source");
    if (source != nullptr && service != nullptr)
        return fail(wrongField(
            *service, QStringLiteral("profile %1 has both source_profile and credential_source").arg(profile.name)));
    if (source != nullptr)
        return fromProfile(profile, *source);
    if (service != nullptr)
        return fromService(profile, *service);
    return fail(wrongField(
        *profile.find("role_arn"),
        QStringLiteral("profile %1 has a role, but neither source_profile nor credential_source").arg(profile.name)));
}

Result<FoundCredentials> RoleWalk::fromProfile(const AwsProfile &profile, const IniField &source)
{
    const auto *const next = m_tools.config.profile(source.text);
    if (next == nullptr)
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("%1: there is no profile \"%2\"").arg(source.place(), source.text),
                          QStringLiteral("Correct source_profile.")));
    // A profile may be its own source, for keys that stand beside the role.
    const bool isItself = next->name == profile.name;
    if (m_visited.contains(next->name) && !(isItself && hasKeys(*next)))
        return fail(wrongField(source, QStringLiteral("the profiles refer to each other in a circle: %1, %2")
                                           .arg(m_visited.join(QStringLiteral(", ")), next->name)));
    m_visited.append(next->name);
    if (!hasKeys(*next) && isRoleProfile(*next))
        return assume(*next);
    SEALIFT_ASSIGN(auto found, ownCredentials(m_tools, *next));
    if (!found)
        return fail(wrongField(source, QStringLiteral("profile %1 has no credentials").arg(next->name)));
    return std::move(*found);
}

Result<FoundCredentials> RoleWalk::fromService(const AwsProfile &profile, const IniField &source) const
{
    Result<Found> found = Found();
    if (source.text == QLatin1String("Environment")) {
        if (hasEnvironmentKeys(m_tools.variables))
            found = environmentKeys(m_tools.variables);
    } else if (source.text == QLatin1String("EcsContainer")) {
        if (hasContainerCredentials(m_tools.variables))
            found = containerSource(m_tools);
    } else if (source.text == QLatin1String("Ec2InstanceMetadata")) {
        found = instanceSource(m_tools);
    } else {
        return fail(wrongField(source, QStringLiteral("credential_source is none of Environment, EcsContainer and "
                                                      "Ec2InstanceMetadata")));
    }
    SEALIFT_TRY(found);
    if (!*found)
        return fail(Error(
            ErrorCode::NotFound,
            QStringLiteral("%1: %2 has no credentials for profile %3").arg(source.place(), source.text, profile.name)));
    return std::move(**found);
}

} // namespace

bool isRoleProfile(const AwsProfile &profile)
{
    return profile.has("role_arn") && !profile.has("web_identity_token_file");
}

Result<Found> roleCredentials(const ChainTools &tools, const AwsProfile &profile)
{
    return RoleWalk(tools, profile).assume(profile);
}

Result<Found> ownCredentials(const ChainTools &tools, const AwsProfile &profile)
{
    if (const auto *file = profile.find("web_identity_token_file"); file != nullptr) {
        if (profile.text("role_arn").isEmpty())
            return fail(wrongField(
                *file, QStringLiteral("profile %1 has no role_arn for its web identity token").arg(profile.name)));
        SEALIFT_ASSIGN(auto found,
                       webIdentity(tools, profile.text("role_arn"), profile.text("role_session_name"), file->text));
        found.origin.words = wordsOf(profile, found.origin.words);
        return found;
    }
    if (isSsoProfile(profile)) {
        FoundCredentials found;
        SEALIFT_ASSIGN(found.credentials,
                       ssoCredentials(profile, tools.config, tools.variables, tools.services, tools.stop));
        found.origin = {QStringLiteral("sso"),
                        wordsOf(profile, QStringLiteral("SSO role %1 of account %2")
                                             .arg(profile.text("sso_role_name"), profile.text("sso_account_id")))};
        return found;
    }
    SEALIFT_ASSIGN(auto keys, keysOf(profile, profile.fromCredentials));
    if (keys)
        return keys;
    if (const auto *command = profile.find("credential_process"); command != nullptr) {
        FoundCredentials found;
        SEALIFT_ASSIGN(found.credentials, processCredentials(*command, tools.variables, tools.stop));
        found.origin = {QStringLiteral("process"), wordsOf(profile, QStringLiteral("credential_process"))};
        return found;
    }
    return keysOf(profile, profile.fromConfig);
}

} // namespace sealift
