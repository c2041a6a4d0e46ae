#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace sealift {

/// For whom and what VM Import/Export is to be set up.
struct ImportSetup {
    QString account;      ///< its twelve digits
    QString region;       ///< "eu-central-1"
    QString bucket;       ///< that disks are staged in
    QString folder;       ///< in it, without '/' at its ends; may be empty
    QString role;         ///< of the service
    QString kmsKey;       ///< ARN of the key that images are encrypted by; empty: the account's for EBS
    QString bucketKey;    ///< ARN of the key that the bucket encrypts by; empty: SSE-S3
    bool exports = false; ///< also exports by the service, which writes into no bucket that encrypts by KMS
};

/// OK where all of it can go into policies. Errors: InvalidArgument.
Status checkImportSetup(const ImportSetup &setup);

/// The documents of an import through a bucket, each with the least that does. Source: VM Import/Export User Guide,
/// "Required permissions for VM Import/Export" and "Create the required service role"; Amazon S3 User Guide, "Blocking
/// public access", "Setting default server-side encryption behavior", "Setting a lifecycle configuration". `setup` has
/// passed checkImportSetup().

/// Who may be the role: the service, for this account and its imports in this region only, by the external id vmimport.
QJsonObject importTrustPolicy(const ImportSetup &setup);
/// What the role may do.
QJsonObject importRolePolicy(const ImportSetup &setup);
/// What whoever imports may do.
QJsonObject importUserPolicy(const ImportSetup &setup);
/// The bucket's own policy: no request without TLS.
QJsonObject stagingBucketPolicy(const ImportSetup &setup);
QJsonObject stagingPublicAccessBlock();
QJsonObject stagingEncryptionRules(const ImportSetup &setup);
/// Unfinished uploads end after a day.
QJsonObject stagingLifecycle(const ImportSetup &setup);

} // namespace sealift
