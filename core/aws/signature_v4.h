#pragma once

#include "aws/aws_credentials.h"
#include "base/bytes.h"
#include "http/http_transport.h"

namespace sealift {

/// How the path goes into a signature. S3's keys are signed as they are sent; every other service normalizes the path
/// and encodes it once more.
enum class PathRule { AsSent, Normalized };

/// What a signature is valid for, besides the request itself.
struct SigningScope {
    QByteArray region;  ///< "eu-central-1"
    QByteArray service; ///< "s3", "sts"
    PathRule path = PathRule::Normalized;
};

/// In place of a payload's hash: the body is not covered by the signature. Only over TLS, which then protects it.
inline constexpr char kUnsignedPayload[] = "UNSIGNED-PAYLOAD";

/// The SHA-256 of a body that is given in parts, in lower-case hexadecimal digits.
QByteArray payloadHash(std::span<const ByteView> parts);

/// Percent-encodes all but unreserved characters (RFC 3986 section 2.3), and '/' unless it is kept: "UriEncode" of the
/// S3 documentation.
QByteArray uriEncode(const QByteArray &text, bool keepSlash = false);

/// Signs a request by AWS Signature Version 4: adds X-Amz-Date, X-Amz-Security-Token where there is one,
/// X-Amz-Content-Sha256 where the service is S3, and Authorization. All headers that the request has are signed, and
/// Host; nothing may change any of them afterwards.
/// Source: AWS General Reference, "Signature Version 4 signing process"; S3 API Reference, "Authenticating Requests:
/// Using the Authorization Header".
/// @param payload the hash of the body (payloadHash()), or kUnsignedPayload. Errors: Unsafe (kUnsignedPayload without
/// TLS).
Status signRequest(HttpRequest &request, const AwsCredentials &credentials, const SigningScope &scope,
                   const QByteArray &payload, const QDateTime &now);

/// A URL that carries its own signature and needs no header: whoever has it can make this one request until it expires,
/// so it is a secret. The request's headers are signed too and must be sent. The payload is not covered. Source: S3 API
/// Reference, "Authenticating Requests: Using Query Parameters". Errors: InvalidArgument (a validity not of 1 second to
/// 7 days), Unsafe (not https).
Result<QUrl> presignedUrl(const HttpRequest &request, const AwsCredentials &credentials, const SigningScope &scope,
                          std::chrono::seconds validity, const QDateTime &now);

} // namespace sealift
