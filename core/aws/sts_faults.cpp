#include "aws/sts_faults.h"

#include "aws/sts_answer.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sealift {

namespace {

const auto kCodeFact = QStringLiteral("aws-code");

struct Fault {
    const char *code; ///< as STS has it
    ErrorCode kind;
    const char *meaning;
    const char *remedy;
};

constexpr std::array kFaults{
    Fault{
        "AccessDenied", ErrorCode::PermissionDenied, "it does not allow this",
        "The identity needs that permission, and the role's trust policy has to name it; a wrong MFA code or external "
        "id is refused so, too."},
    Fault{"InvalidClientTokenId", ErrorCode::PermissionDenied, "it does not know the access key, or the session token",
          "Check the access key: it may have been deleted, be of another account, or lack its session token."},
    Fault{"InvalidAccessKeyId", ErrorCode::PermissionDenied, "it does not know the access key",
          "Check the access key: it may have been deleted, or be of another service."},
    Fault{"UnrecognizedClientException", ErrorCode::PermissionDenied, "it does not know the access key",
          "Check the access key and the region."},
    Fault{"SignatureDoesNotMatch", ErrorCode::PermissionDenied,
          "the secret access key does not belong to the access key",
          "Check the secret access key, and the clock of this computer."},
    Fault{"ExpiredToken", ErrorCode::PermissionDenied, "the session token has expired", "Get new credentials."},
    Fault{"ExpiredTokenException", ErrorCode::PermissionDenied, "the token has expired", "Get a new token."},
    Fault{"RequestExpired", ErrorCode::PermissionDenied, "the request is too old or from the future",
          "Set the clock of this computer; at best by NTP."},
    Fault{"RequestTimeTooSkewed", ErrorCode::PermissionDenied, "the clock of this computer is wrong",
          "Set the clock of this computer; at best by NTP."},
    Fault{"InvalidIdentityToken", ErrorCode::PermissionDenied, "it does not accept the web identity token",
          "Check that the token is a fresh one of an identity provider that the account trusts."},
    Fault{"IDPRejectedClaim", ErrorCode::PermissionDenied, "the identity provider does not accept the token",
          "Get a new token."},
    Fault{"RegionDisabledException", ErrorCode::Unsupported, "STS is not active in this region",
          "Activate it in the account's settings, or choose another region."},
    Fault{"ValidationError", ErrorCode::InvalidArgument, "it does not take a value of the request",
          "Check role_arn, role_session_name, duration_seconds, external_id and mfa_serial."},
    Fault{"MalformedPolicyDocument", ErrorCode::InvalidArgument, "it does not take a value of the request",
          "Check role_arn."},
    Fault{"NoSuchEntity", ErrorCode::NotFound, "there is no such role", "Check role_arn."},
    Fault{"MethodNotAllowed", ErrorCode::Unsupported, "it has no Security Token Service",
          "Name the endpoint of one by AWS_ENDPOINT_URL_STS; on Ceph \"rgw s3 auth use sts\" switches it on."},
    Fault{"NotImplemented", ErrorCode::Unsupported, "it does not know this action",
          "Name the endpoint of a Security Token Service by AWS_ENDPOINT_URL_STS."},
    Fault{"InvalidAction", ErrorCode::Unsupported, "it does not know this action",
          "Name the endpoint of a Security Token Service by AWS_ENDPOINT_URL_STS."},
};

constexpr std::array kPassing{"Throttling",         "ThrottlingException", "SlowDown",     "IDPCommunicationError",
                              "ServiceUnavailable", "InternalFailure",     "InternalError"};

bool isPassing(const HttpResponse &response, const QString &code)
{
    return response.status >= 500 || response.status == 429 ||
           std::any_of(kPassing.begin(), kPassing.end(), [&](auto *name) { return code == QLatin1String(name); });
}

/// "User: arn:... is not authorized to perform: sts:AssumeRole on resource: arn:...": names, and nothing else.
QString refusal(const QString &message)
{
    static const QRegularExpression form(
        QStringLiteral("^User: (arn:[\\w:/+=,.@*-]{1,300}) is not authorized to perform: (sts:[A-Za-z]{1,40})"
                       "(?: on resource: (arn:[\\w:/+=,.@*-]{1,300}))?"));
    const auto match = form.match(message);
    if (!match.hasMatch())
        return {};
    const auto resource = match.captured(3).isEmpty() ? QString() : QStringLiteral(" on %1").arg(match.captured(3));
    return QStringLiteral(": %1 may not %2%3").arg(match.captured(1), match.captured(2), resource);
}

} // namespace

Error stsFault(const QString &action, const HttpResponse &response)
{
    const auto parsed = parseStsAnswer(viewOf(response.body));
    const auto answer = parsed.value_or(StsAnswer());
    static const QRegularExpression name(QStringLiteral("^[A-Za-z][A-Za-z.]{0,60}$"));
    const auto code = name.match(answer.errorCode).hasMatch() ? answer.errorCode : QString();
    const auto said = code.isEmpty() ? QStringLiteral("status %1").arg(response.status)
                                     : QStringLiteral("%1, status %2").arg(code).arg(response.status);
    const auto what = QStringLiteral("STS refuses %1").arg(action);
    if (isPassing(response, code))
        return Error(ErrorCode::Network, QStringLiteral("STS cannot answer %1 now (%2)").arg(action, said),
                     QStringLiteral("Try again later."))
            .transient();
    const auto *const fault =
        std::find_if(kFaults.begin(), kFaults.end(), [&code](const Fault &f) { return code == QLatin1String(f.code); });
    if (fault != kFaults.end())
        return Error(fault->kind,
                     QStringLiteral("%1 (%2): %3%4")
                         .arg(what, said, QLatin1String(fault->meaning), refusal(answer.message)),
                     QString::fromLatin1(fault->remedy))
            .with(kCodeFact, code);
    if (response.status == 403)
        return {ErrorCode::PermissionDenied, QStringLiteral("%1 (%2)").arg(what, said),
                QStringLiteral("Check the credentials and their permissions.")};
    return {response.status == 405 || response.status == 404 || response.status == 501 ? ErrorCode::Unsupported
                                                                                       : ErrorCode::InvalidArgument,
            QStringLiteral("%1 (%2)").arg(what, said),
            QStringLiteral("Check that the endpoint is one of the Security Token Service, and the values of the "
                           "profile.")};
}

bool isExpiry(const Error &error)
{
    const auto &facts = error.context();
    return std::any_of(facts.begin(), facts.end(), [](const auto &fact) {
        return fact.first == kCodeFact &&
               (fact.second == QLatin1String("ExpiredToken") || fact.second == QLatin1String("ExpiredTokenException"));
    });
}

} // namespace sealift
