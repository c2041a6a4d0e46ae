#pragma once

#include "aws/aws_credentials.h"
#include "base/bytes.h"

#include <QString>

namespace sealift {

/// What STS answers, whichever of its actions was asked for; fields that the action does not have are empty.
struct StsAnswer {
    AwsCredentials credentials; ///< of the Credentials element
    QString account;
    QString arn; ///< of the caller, or of the assumed role
    QString userId;
    QString errorCode; ///< of an ErrorResponse: "AccessDenied"
    QString message;   ///< the service's words; they may hold what was sent
};

/// Reads an answer of STS (AWS Security Token Service API Reference; Ceph's is like it). Elements count wherever they
/// stand, unknown ones do not. Errors: Corrupt (no XML, or one with a document type, which no service sends);
/// LimitExceeded (too deep). They do not repeat the answer.
Result<StsAnswer> parseStsAnswer(ByteView xml);

} // namespace sealift
