#include "storage/s3/s3_fault.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace sealift {

namespace {

// Codes: Amazon S3 API Reference, "Error responses", "List of error codes"; QuotaExceeded is Ceph's.
template <std::size_t N>
bool isOneOf(const QString &code, const std::array<const char *, N> &codes)
{
    return std::any_of(codes.begin(), codes.end(), [&code](const char *each) { return code == QLatin1String(each); });
}

constexpr std::array kOverloaded{"SlowDown",       "SlowDownRead",        "SlowDownWrite",
                                 "Throttling",     "ThrottlingException", "RequestLimitExceeded",
                                 "TooManyRequests"};
constexpr std::array kPassing{"RequestTimeout", "InternalError", "OperationAborted", "ConditionalRequestConflict",
                              "ServiceUnavailable"};
constexpr std::array kStale{"ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "RequestExpired"};
constexpr std::array kFull{"QuotaExceeded", "XMinioStorageFull", "InsufficientStorage", "EntityTooLarge"};

QString skewText(const S3Fault &fault)
{
    const auto minutes = (std::llabs(QDateTime::currentDateTimeUtc().secsTo(fault.time)) + 30) / 60;
    return fault.time.isValid() ? QStringLiteral("%1 minutes").arg(minutes) : QStringLiteral("too much");
}

QString permissionFor(const QByteArray &method)
{
    if (method == "PUT" || method == "POST")
        return QStringLiteral("s3:PutObject");
    if (method == "DELETE")
        return QStringLiteral("s3:DeleteObject");
    return QStringLiteral("s3:GetObject and s3:ListBucket");
}

Error deniedAccess(const S3Subject &subject)
{
    const auto doing = subject.method == "PUT" || subject.method == "POST" ? QStringLiteral("written")
                       : subject.method == "DELETE"                        ? QStringLiteral("removed")
                                                                           : QStringLiteral("read");
    return {ErrorCode::PermissionDenied,
            QStringLiteral("%1 may not be %2 with the access key %3").arg(subject.what, doing, subject.accessKey),
            // Ceph with its token service switched on says the same where the signature does not match.
            QStringLiteral("Allow %1 for the bucket %2 in the policy of that key's owner or of the bucket, or use "
                           "another key. Check the secret key, too: some services say the same where that is wrong.")
                .arg(permissionFor(subject.method), subject.bucket)};
}

Error wrongKey(const S3Fault &fault, const S3Subject &subject)
{
    if (fault.code == QLatin1String("InvalidAccessKeyId"))
        return {ErrorCode::PermissionDenied,
                QStringLiteral("%1 does not know the access key %2").arg(subject.host, subject.accessKey),
                QStringLiteral("Check AWS_ACCESS_KEY_ID or the profile that is used, and that the key belongs to this "
                               "service and was not deleted.")};
    if (fault.code == QLatin1String("SignatureDoesNotMatch"))
        return {ErrorCode::PermissionDenied,
                QStringLiteral("%1 does not accept the secret key for the access key %2")
                    .arg(subject.host, subject.accessKey),
                QStringLiteral("Check AWS_SECRET_ACCESS_KEY or the profile that is used: it must be the secret of "
                               "exactly that access key.")};
    return {ErrorCode::PermissionDenied,
            QStringLiteral("%1 does not accept the session token of the access key %2 any more")
                .arg(subject.host, subject.accessKey),
            QStringLiteral("Sign in again, or fetch new temporary credentials.")};
}

/// The failures that have a remedy of their own; a null code where it is none of them.
std::optional<Error> knownError(const S3Fault &fault, const S3Subject &subject)
{
    const auto is = [&fault](const char *code) { return fault.code == QLatin1String(code); };
    if (is("InvalidAccessKeyId") || is("SignatureDoesNotMatch") || is("InvalidToken") || isOneOf(fault.code, kStale))
        return wrongKey(fault, subject);
    if (kindOf(fault) == S3FaultKind::ClockSkew)
        return Error(ErrorCode::PermissionDenied,
                     QStringLiteral("%1 refuses the request: this computer's clock is off by %2")
                         .arg(subject.host, skewText(fault)),
                     QStringLiteral("Set the clock right, best by a time service (timedatectl set-ntp true)."));
    if (is("NoSuchBucket"))
        return Error(ErrorCode::NotFound,
                     QStringLiteral("there is no bucket %1 at %2").arg(subject.bucket, subject.host),
                     QStringLiteral("Check the location, or make the bucket: \"sealift library init\" does it where "
                                    "the key may."));
    if (kindOf(fault) == S3FaultKind::OtherRegion)
        return Error(
            ErrorCode::InvalidArgument,
            QStringLiteral("the bucket %1 is in the region %2, and was asked for in %3")
                .arg(subject.bucket, fault.region, subject.region),
            QStringLiteral("Use --region %1, or name that region's endpoint in the location.").arg(fault.region));
    if (isOneOf(fault.code, kFull) || fault.status == 507)
        return Error(ErrorCode::NoSpace,
                     QStringLiteral("%1 cannot be written: the quota or the storage of bucket %2 is full (%3)")
                         .arg(subject.what, subject.bucket, fault.code),
                     QStringLiteral("Remove what is not needed, or have the quota raised; then try again."));
    if (is("XAmzContentSHA256Mismatch") || is("BadDigest"))
        return Error(ErrorCode::Corrupt, QStringLiteral("%1 arrived changed").arg(subject.what),
                     QStringLiteral("Try again. If it happens often, check this computer's memory."));
    if (is("InvalidObjectState"))
        return Error(ErrorCode::Unsupported,
                     QStringLiteral("%1 lies in an archive and cannot be read at once").arg(subject.what),
                     QStringLiteral("Restore it to a storage class with immediate access first, and keep lifecycle "
                                    "rules away from libraries."));
    if (fault.code.startsWith(QLatin1String("KMS.")))
        return Error(ErrorCode::PermissionDenied,
                     QStringLiteral("the key of the key management service cannot be used: %1").arg(fault.message),
                     QStringLiteral("Check the key's id and state, and that your access key may use it."));
    return std::nullopt;
}

Error plainError(const S3Fault &fault, const S3Subject &subject)
{
    switch (fault.status) {
    case 403:
        return deniedAccess(subject);
    case 404:
        return {ErrorCode::NotFound, QStringLiteral("there is no object %1").arg(subject.what),
                QStringLiteral("Check the location.")};
    case 412:
        return {ErrorCode::AlreadyExists, QStringLiteral("%1 is there already").arg(subject.what)};
    case 416:
        return {ErrorCode::Corrupt, QStringLiteral("%1 is too short").arg(subject.what),
                QStringLiteral("It was cut off after it was written.")};
    case 501:
        return {ErrorCode::Unsupported,
                QStringLiteral("%1 lacks what %2 needs (%3)").arg(subject.host, subject.what, fault.message)};
    default:
        break;
    }
    const auto said = fault.code.isEmpty() ? QStringLiteral("status %1").arg(fault.status)
                                           : QStringLiteral("%1: %2").arg(fault.code, fault.message);
    return {ErrorCode::Network, QStringLiteral("%1 failed at %2: %3").arg(subject.what, subject.host, said),
            fault.status >= 500
                ? QStringLiteral("The service has trouble of its own: try again later.")
                : QStringLiteral("Check the location, and that an S3-compatible service answers there.")};
}

} // namespace

S3Fault faultOf(const HttpResponse &response)
{
    const auto body = readErrorBody(response.body);
    S3Fault fault{response.status, body.code, body.message, body.region, {}};
    const auto region = headerValue(response.headers, "x-amz-bucket-region");
    if (!region.isEmpty())
        fault.region = QString::fromLatin1(region.left(100));
    // RFC 9110 section 5.6.7
    fault.time = QLocale::c().toDateTime(QString::fromLatin1(headerValue(response.headers, "Date")),
                                         QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    fault.time.setTimeSpec(Qt::UTC);
    return fault;
}

S3FaultKind kindOf(const S3Fault &fault)
{
    if (isOneOf(fault.code, kOverloaded) || fault.status == 503 || fault.status == 429)
        return S3FaultKind::Overloaded;
    if (isOneOf(fault.code, kPassing) || fault.status == 500 || fault.status == 502 || fault.status == 504 ||
        fault.status == 408)
        return S3FaultKind::Passing;
    if (fault.code == QLatin1String("RequestTimeTooSkewed"))
        return S3FaultKind::ClockSkew;
    if (isOneOf(fault.code, kStale))
        return S3FaultKind::StaleCredentials;
    const bool elsewhere = fault.status == 301 || fault.status == 307 || fault.status == 400;
    if (elsewhere && !fault.region.isEmpty())
        return S3FaultKind::OtherRegion;
    return S3FaultKind::Final;
}

Error errorOf(const S3Fault &fault, const S3Subject &subject)
{
    auto error = knownError(fault, subject);
    return (error ? std::move(*error) : plainError(fault, subject))
        .with(QLatin1String(kS3CodeFact), fault.code)
        .with(QLatin1String(kHttpStatusFact), QString::number(fault.status));
}

QString factOf(const Error &error, const char *name)
{
    for (const auto &[key, value] : error.context()) {
        if (key == QLatin1String(name))
            return value;
    }
    return {};
}

} // namespace sealift
