#pragma once

#include "storage/s3/s3_location.h"

#include <QJsonObject>

namespace sealift {

/// What somebody is to be able to do with a library in a bucket.
enum class S3Access {
    Read,  ///< list, check and export; a lock is written and removed, nothing else
    Write, ///< that, make a library in a bucket that is there, import, change, remove; at AWS, look at the bucket's
           ///< settings
};

/// The least that an identity needs for that, as a policy of IAM (AWS Identity and Access Management User Guide, "IAM
/// JSON policy reference"; which action each request needs: Amazon S3 User Guide, "Required permissions for Amazon S3
/// API operations"): it names this bucket and this library's objects only.
/// @param kmsKey the ARN of the key where objects are to be encrypted by SSE-KMS; else empty.
/// Errors: InvalidArgument, for a key that is no ARN of one.
Result<QJsonObject> s3PolicyFor(const S3Location &location, S3Access access, const QString &kmsKey = {});

} // namespace sealift
