#include "ec2/service_fault.h"

#include "ec2/ec2_answers.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sealift {

namespace {

const auto kCodeFact = QStringLiteral("aws-code");
const auto kReasonFact = QStringLiteral("aws-reason");
constexpr qsizetype kLongestMessage = 400;

template <std::size_t N>
bool isOneOf(const QString &text, const std::array<const char *, N> &names)
{
    return std::any_of(names.begin(), names.end(), [&text](const char *each) { return text == QLatin1String(each); });
}

// EC2 API Reference, "Error codes"; EBS direct APIs' reference, the errors of each action.
constexpr std::array kOverloaded{"RequestThrottledException",
                                 "ThrottlingException",
                                 "Throttling",
                                 "RequestLimitExceeded",
                                 "SlowDown",
                                 "TooManyRequestsException",
                                 "ConcurrentLimitExceededException"};
constexpr std::array kPassing{"InternalServerException", "InternalError",
                              "InternalFailure",         "Unavailable",
                              "ServiceUnavailable",      "ServiceUnavailableException"};
constexpr std::array kSkewed{"RequestExpired", "RequestTimeTooSkewed"};
constexpr std::array kStale{"ExpiredTokenException", "ExpiredToken"};

struct Known {
    const char *code;
    const char *reason; ///< empty: any
    ErrorCode kind;
    const char *meaning;
    const char *remedy;
};

// The first that fits counts.
constexpr std::array kKnown{
    Known{"AccessDeniedException", "DEPENDENCY_ACCESS_DENIED", ErrorCode::PermissionDenied,
          "the KMS key may not be used",
          "Allow kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncrypt*, kms:CreateGrant and kms:Decrypt "
          "with that key, in the key's policy or in yours."},
    Known{"AccessDeniedException", "", ErrorCode::PermissionDenied, "this identity may not do that",
          "Allow the action in the identity's policy; \"sealift aws whoami\" shows who it is."},
    Known{"UnauthorizedOperation", "", ErrorCode::PermissionDenied, "this identity may not do that",
          "Allow the action in the identity's policy; \"sealift aws whoami\" shows who it is."},
    Known{"UnrecognizedClientException", "", ErrorCode::PermissionDenied,
          "the access key, or its session token, is not known there",
          "Check the access key: it may have been deleted, or be of another partition of AWS."},
    Known{"InvalidClientTokenId", "", ErrorCode::PermissionDenied,
          "the access key, or its session token, is not known there",
          "Check the access key: it may have been deleted, or be of another partition of AWS."},
    Known{"AuthFailure", "", ErrorCode::PermissionDenied, "the credentials are not accepted",
          "Check the access key and its secret, and that the region is enabled for the account."},
    Known{"OptInRequired", "", ErrorCode::PermissionDenied, "the account has not enabled this region or service",
          "Enable the region in the account's settings, or choose another one with --region."},
    Known{"InvalidSignatureException", "", ErrorCode::PermissionDenied,
          "the secret access key does not belong to the access key", "Check the secret access key."},
    Known{"SignatureDoesNotMatch", "", ErrorCode::PermissionDenied,
          "the secret access key does not belong to the access key", "Check the secret access key."},
    Known{"ExpiredTokenException", "", ErrorCode::PermissionDenied, "the session token has expired",
          "Sign in again, or get new temporary credentials."},
    Known{"ExpiredToken", "", ErrorCode::PermissionDenied, "the session token has expired",
          "Sign in again, or get new temporary credentials."},
    Known{"RequestExpired", "", ErrorCode::PermissionDenied, "this computer's clock is wrong",
          "Set the clock right, best by a time service (timedatectl set-ntp true)."},
    Known{"ValidationException", "INVALID_CUSTOMER_KEY", ErrorCode::InvalidArgument, "the KMS key cannot be used",
          "Check --kms-key: the key must be symmetric, enabled, and in the same region."},
    Known{"ValidationException", "INVALID_VOLUME_SIZE", ErrorCode::LimitExceeded,
          "the disk is larger or smaller than a volume may be", "A volume has from 1 GiB to 64 TiB."},
    Known{"ValidationException", "INVALID_TAG", ErrorCode::InvalidArgument, "a tag is not accepted",
          "Keys have up to 127 characters and do not begin with \"aws:\", values up to 255; a tag policy of the "
          "organization may ask for more."},
    Known{"ValidationException", "WRITE_REQUEST_TIMEOUT", ErrorCode::Timeout,
          "the snapshot was given up, because nothing was written for too long", "Begin anew."},
    Known{"ValidationException", "INVALID_BLOCK", ErrorCode::Corrupt, "a block arrived changed",
          "Try again. If it happens often, check this computer's memory."},
    Known{"ValidationException", "INVALID_BLOCK_TOKEN", ErrorCode::Io, "the block's token is not valid any more",
          "Begin anew: what a library has already is not read again."},
    Known{"ResourceNotFoundException", "DEPENDENCY_RESOURCE_NOT_FOUND", ErrorCode::NotFound, "there is no such KMS key",
          "Check --kms-key: a key belongs to one region, and multi-Region replicas have keys of their own there."},
    Known{"ResourceNotFoundException", "", ErrorCode::NotFound, "there is no such snapshot",
          "Somebody may have deleted it; begin anew."},
    Known{"InvalidSnapshot.NotFound", "", ErrorCode::NotFound, "there is no such snapshot",
          "Somebody may have deleted it."},
    Known{"InvalidSnapshot.InUse", "", ErrorCode::Locked, "the snapshot is used by an image (AMI)",
          "Deregister the image first."},
    Known{"InvalidAMIName.Duplicate", "", ErrorCode::AlreadyExists, "there is an image of that name already",
          "Choose another name with --name, or deregister that image."},
    Known{"InvalidAMIName.Malformed", "", ErrorCode::InvalidArgument, "this cannot be an image's name",
          "A name has 3 to 128 letters, digits, spaces and ( ) [ ] . / - ' @ _."},
    Known{"ResourceLimitExceeded", "", ErrorCode::LimitExceeded, "a quota of the account is used up",
          "Deregister images that are not needed, or have the quota raised (Service Quotas, Amazon EC2)."},
    Known{"ResourceCountExceeded", "", ErrorCode::LimitExceeded, "a quota of the account is used up",
          "Wait for other tasks to end, or have the quota raised (Service Quotas, Amazon EC2)."},
    Known{"ServiceQuotaExceededException", "", ErrorCode::LimitExceeded, "a quota of the account is used up",
          "Delete snapshots that are not needed, or have the quota raised (Service Quotas, Amazon EBS)."},
    Known{"ConflictException", "", ErrorCode::AlreadyExists, "the same request was made before with other values",
          "Make a new task."},
};

/// One line without control characters. An encoded refusal says nothing to a person and is long.
QString plainLine(QString text)
{
    static const QRegularExpression encoded(QStringLiteral("\\s*Encoded authorization failure message:.*"),
                                            QRegularExpression::DotMatchesEverythingOption);
    text.remove(encoded);
    return text.simplified().left(kLongestMessage);
}

QString named(const QString &code)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z][A-Za-z0-9._-]{0,80}$"));
    return form.match(code).hasMatch() ? code : QString();
}

/// "AccessDeniedException", from "com.amazon.x#AccessDeniedException:http://..." too.
QString bareType(const QString &text)
{
    return named(text.section(QLatin1Char('#'), -1).section(QLatin1Char(':'), 0, 0).trimmed());
}

bool speaksOfTime(const ServiceFault &fault)
{
    return fault.code == QLatin1String("InvalidSignatureException") &&
           (fault.message.startsWith(QLatin1String("Signature expired")) ||
            fault.message.startsWith(QLatin1String("Signature not yet current")));
}

bool isAboutSignatures(const ServiceFault &fault)
{
    return fault.code.contains(QLatin1String("Signature"));
}

QString factOf(const Error &error, const QString &name)
{
    for (const auto &[key, value] : error.context()) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

ServiceFault serviceFaultOf(const HttpResponse &response)
{
    ServiceFault fault;
    fault.status = response.status;
    const auto json = QJsonDocument::fromJson(response.body).object();
    if (!json.isEmpty() || !headerValue(response.headers, "x-amzn-ErrorType").isEmpty()) {
        fault.code = bareType(QString::fromUtf8(headerValue(response.headers, "x-amzn-ErrorType")));
        if (fault.code.isEmpty())
            fault.code = bareType(json.value(QStringLiteral("__type")).toString());
        fault.reason = named(json.value(QStringLiteral("Reason")).toString());
        const auto message = json.value(QStringLiteral("Message")).toString();
        fault.message = plainLine(message.isEmpty() ? json.value(QStringLiteral("message")).toString() : message);
    } else {
        const auto body = readEc2Fault(response.body);
        fault.code = named(body.code);
        fault.message = plainLine(body.message);
    }
    // RFC 9110 section 5.6.7
    fault.time = QLocale::c().toDateTime(QString::fromLatin1(headerValue(response.headers, "Date")),
                                         QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    fault.time.setTimeSpec(Qt::UTC);
    return fault;
}

ServiceFaultKind kindOf(const ServiceFault &fault)
{
    if (isOneOf(fault.code, kOverloaded) || fault.status == 503 || fault.status == 429)
        return ServiceFaultKind::Overloaded;
    if (isOneOf(fault.code, kPassing) || fault.status >= 500 || fault.status == 408)
        return ServiceFaultKind::Passing;
    if (isOneOf(fault.code, kSkewed) || speaksOfTime(fault))
        return ServiceFaultKind::ClockSkew;
    if (isOneOf(fault.code, kStale))
        return ServiceFaultKind::StaleCredentials;
    return ServiceFaultKind::Final;
}

Error errorOf(const ServiceFault &fault, const ServiceSubject &subject)
{
    const auto where = subject.what.isEmpty() ? QStringLiteral("in %1").arg(subject.region)
                                              : QStringLiteral("for %1 in %2").arg(subject.what, subject.region);
    const auto said = isAboutSignatures(fault) || fault.message.isEmpty()
                          ? QString()
                          : QStringLiteral(" The service says: %1").arg(fault.message);
    const auto name = fault.code.isEmpty()     ? QStringLiteral("status %1").arg(fault.status)
                      : fault.reason.isEmpty() ? fault.code
                                               : QStringLiteral("%1, %2").arg(fault.code, fault.reason);
    const auto *const known = std::find_if(kKnown.begin(), kKnown.end(), [&fault](const Known &each) {
        return fault.code == QLatin1String(each.code) &&
               (each.reason[0] == '\0' || fault.reason == QLatin1String(each.reason));
    });
    const auto whole = [&](ErrorCode kind, const QString &meaning, const QString &remedy) {
        auto error =
            Error(kind, QStringLiteral("%1 was refused %2: %3 (%4).%5").arg(subject.action, where, meaning, name, said),
                  remedy);
        error = std::move(error).with(kCodeFact, fault.code);
        return fault.reason.isEmpty() ? error : std::move(error).with(kReasonFact, fault.reason);
    };
    if (kindOf(fault) == ServiceFaultKind::ClockSkew)
        return whole(ErrorCode::PermissionDenied, QStringLiteral("this computer's clock is wrong"),
                     QStringLiteral("Set the clock right, best by a time service (timedatectl set-ntp true)."));
    if (known != kKnown.end())
        return whole(known->kind, QLatin1String(known->meaning), QLatin1String(known->remedy));
    const auto kind = kindOf(fault);
    if (kind == ServiceFaultKind::Overloaded || kind == ServiceFaultKind::Passing)
        return whole(ErrorCode::Network, QStringLiteral("the service cannot answer now"),
                     QStringLiteral("Try again later."));
    if (fault.status == 403 || fault.status == 401)
        return whole(ErrorCode::PermissionDenied, QStringLiteral("this identity may not do that"),
                     QStringLiteral("Check the credentials and their policy."));
    return whole(ErrorCode::InvalidArgument, QStringLiteral("the service does not accept it"),
                 QStringLiteral("Check the values that were given, and that the endpoint is one of Amazon EC2."));
}

QString serviceCodeOf(const Error &error)
{
    return factOf(error, kCodeFact);
}

QString serviceReasonOf(const Error &error)
{
    return factOf(error, kReasonFact);
}

} // namespace sealift
