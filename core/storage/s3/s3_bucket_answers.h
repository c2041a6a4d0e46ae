#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sealift {

/// What S3 answers when it is asked for a bucket's settings. Source: Amazon S3 API Reference, "GetBucketVersioning",
/// "GetBucketEncryption", "GetPublicAccessBlock", "GetBucketPolicyStatus", "GetBucketAcl",
/// "GetObjectLockConfiguration", "GetBucketLifecycleConfiguration". All readers: Corrupt where it is not that document
/// - services that know no such setting answer with a list of objects.

/// What of a bucket is kept from the public, whatever its policy and its access list say.
struct PublicAccessBlock {
    bool ignoresLists = false;
    bool restrictsPolicy = false;
};

/// What a bucket's lifecycle rules do with the objects under a prefix.
struct LifecycleEffects {
    bool endsUploads = false;    ///< ends uploads that were not finished
    bool removesObjects = false; ///< removes objects, or moves them to where they cannot be read at once
};

/// Whether versions are kept of what is removed or replaced.
Result<bool> readVersioning(const QByteArray &xml);
/// Whether new objects are encrypted.
Result<bool> readEncryption(const QByteArray &xml);
Result<PublicAccessBlock> readPublicAccessBlock(const QByteArray &xml);
/// Whether the bucket's policy opens it to the public.
Result<bool> readPolicyStatus(const QByteArray &xml);
/// Whether an access list has a grant for everybody, or for everybody with any account.
Result<bool> readPublicGrant(const QByteArray &xml);
/// Whether new objects are retained without being asked to be.
Result<bool> readRetention(const QByteArray &xml);
/// @param prefix with the '/' at its end; may be empty.
Result<LifecycleEffects> readLifecycle(const QByteArray &xml, const QString &prefix);

} // namespace sealift
