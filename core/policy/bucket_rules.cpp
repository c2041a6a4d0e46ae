#include "policy/destinations.h"
#include "policy/rule.h"

namespace sealift {

namespace {

using Found = std::optional<QString>;

constexpr const char *kErrors = "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html";
constexpr const char *kRegions = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-bucket-intro.html";
constexpr const char *kActions =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html";
constexpr const char *kEncryption = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html";
constexpr const char *kPublic =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html";
constexpr const char *kLock = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html";
constexpr const char *kVersions = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html";
constexpr const char *kLifecycle = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html";
constexpr const char *kUploads =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html";
constexpr const char *kQuota = "https://docs.ceph.com/en/latest/radosgw/admin/#quota-management";
constexpr const char *kTransport = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/network-isolation.html";

/// A sentence about the bucket; nothing where there is none, or it is not the case.
Found about(const PreflightSubject &subject, bool (*isSo)(const BucketState &), const QString &text)
{
    if (!subject.bucket || !isSo(*subject.bucket))
        return {};
    return text.arg(subject.bucket->place);
}

/// A sentence with the store's own words.
Found quoted(const PreflightSubject &subject, QString BucketState::*words, const QString &text)
{
    if (!subject.bucket || ((*subject.bucket).*words).isEmpty())
        return {};
    return text.arg((*subject.bucket).*words);
}

Found unreachable(const PreflightSubject &subject)
{
    return quoted(subject, &BucketState::unreachable, QStringLiteral("The library's bucket does not answer: %1."));
}

Found elsewhere(const PreflightSubject &subject)
{
    return quoted(subject, &BucketState::elsewhere, QStringLiteral("The bucket is in another region: %1."));
}

Found cannotWrite(const PreflightSubject &subject)
{
    return quoted(subject, &BucketState::cannotWrite, QStringLiteral("Nothing can be stored in the bucket: %1."));
}

Found cannotRemove(const PreflightSubject &subject)
{
    return quoted(subject, &BucketState::cannotRemove, QStringLiteral("Nothing can be removed in the bucket: %1."));
}

Found plainHttp(const PreflightSubject &subject)
{
    return about(
        subject, [](const BucketState &bucket) { return bucket.plainHttp; },
        QStringLiteral("The way to %1 is not encrypted."));
}

Found notEncrypted(const PreflightSubject &subject)
{
    return about(
        subject, [](const BucketState &bucket) { return bucket.encrypted == false; },
        QStringLiteral("The bucket of %1 does not encrypt what it stores."));
}

Found isPublic(const PreflightSubject &subject)
{
    return about(
        subject, [](const BucketState &bucket) { return bucket.isPublic == true; },
        QStringLiteral("The bucket of %1 is open to the public, by its policy or its access list."));
}

Found retains(const PreflightSubject &subject)
{
    return about(
        subject, [](const BucketState &bucket) { return bucket.retains == true; },
        QStringLiteral("The bucket of %1 locks every object for some time (object lock)."));
}

Found versioned(const PreflightSubject &subject)
{
    return about(
        subject, [](const BucketState &bucket) { return bucket.versioned == true; },
        QStringLiteral("The bucket of %1 keeps older versions."));
}

Found removesObjects(const PreflightSubject &subject)
{
    return about(
        subject, [](const BucketState &bucket) { return bucket.removesObjects == true; },
        QStringLiteral("Lifecycle rules of the bucket remove or archive what lies in %1."));
}

Found uploadsStay(const PreflightSubject &subject)
{
    return about(
        subject, [](const BucketState &bucket) { return bucket.endsUploads == false; },
        QStringLiteral("No lifecycle rule ends unfinished uploads to %1."));
}

Found quota(const PreflightSubject &subject)
{
    if (!subject.bucket || !subject.bucket->quotaLeft || *subject.bucket->quotaLeft >= subject.host.targetNeeded)
        return {};
    return QStringLiteral("The image may take %1 MiB, and the bucket's quota has %2 MiB left.")
        .arg(subject.host.targetNeeded >> 20)
        .arg(*subject.bucket->quotaLeft >> 20);
}

Found notTold(const PreflightSubject &subject)
{
    if (!subject.bucket || subject.bucket->notTold.isEmpty())
        return {};
    return QStringLiteral("The service does not tell of the bucket: %1.")
        .arg(subject.bucket->notTold.join(QStringLiteral(", ")));
}

} // namespace

QList<Rule> bucketRules()
{
    return {
        {"s3-reachable", Severity::Error, kLibrary, false, "Whether the library's bucket answers to these credentials.",
         "Nothing could be stored.", "Check location, credentials and network: the finding says what is wrong.",
         kErrors, unreachable},
        {"s3-region", Severity::Error, kLibrary, false, "Whether the bucket is in the region that was named.",
         "The service refuses every request; and data would be elsewhere than it is meant to be.",
         "Name the bucket's own region with --region, or that region's endpoint.", kRegions, elsewhere},
        {"s3-writable", Severity::Error, kLibrary, false, "Whether an object can be stored in the library's place.",
         "The import ends with: AccessDenied, or QuotaExceeded.",
         "Allow s3:PutObject there (\"sealift aws policy\" prints all that is needed), or make room.", kActions,
         cannotWrite},
        {"s3-removable", Severity::Warning, kLibrary, true, "Whether an object can be removed in the library's place.",
         "The library's locks stay, and keep others from working with it; nothing in it can be removed.",
         "Allow s3:DeleteObject there (\"sealift aws policy\" prints all that is needed).", kActions, cannotRemove},
        {"s3-tls", Severity::Warning, kLibrary, true, "Whether the way to the bucket is encrypted.",
         "Content is sealed, but names, sizes and times can be read, and requests repeated.",
         "Use https, as soon as the service is on another computer.", kTransport, plainHttp},
        {"s3-public", Severity::Warning, kLibrary, true, "Whether the bucket is open to the public.",
         "Content stays sealed, but anybody can fetch it and try passwords, or remove it.",
         "Switch on the bucket's block of public access, and take the public out of its policy and access list.",
         kPublic, isPublic},
        {"s3-object-lock", Severity::Warning, kLibrary, true, "Whether objects are locked by default.",
         "Locks and indexes that the library replaces stay, are paid for, and cannot be removed.",
         "Give the library a bucket without a default retention.", kLock, retains},
        {"s3-versioning", Severity::Warning, kLibrary, true, "Whether older versions are kept.",
         "Whatever is removed - locks, unused packs - stays as a version, and is paid for.",
         "Let a lifecycle rule remove versions that are not current after some days.", kVersions, versioned},
        {"s3-expiration", Severity::Warning, kLibrary, true,
         "Lifecycle rules that remove objects of the library, or archive them.",
         "The library loses its oldest images first, without a word.", "Leave the library's place out of these rules.",
         kLifecycle, removesObjects},
        {"s3-uploads", Severity::Note, kLibrary, true, "A lifecycle rule for unfinished uploads.",
         "What a crash leaves half uploaded is paid for until the next import removes it.",
         "Add a rule with AbortIncompleteMultipartUpload.", kUploads, uploadsStay},
        {"s3-encryption", Severity::Note, kLibrary, true, "Whether the bucket encrypts by itself.",
         "Content is sealed before it leaves; the bucket adds nothing to that.",
         "Nothing need be done. Where rules ask for it: --s3-sse, or the bucket's default encryption.", kEncryption,
         notEncrypted},
        {"s3-quota", Severity::Warning, kLibrary, true, "Room in the bucket's quota, where the service tells it.",
         "The import ends with: QuotaExceeded. Compression, and what the library has already, may save it.",
         "Have the quota raised, or remove what is not needed.", kQuota, quota},
        {"s3-not-told", Severity::Note, kLibrary, true, "Whether all settings of the bucket could be read.",
         "What is not told may be one of the things that are warned of.",
         "Let these credentials read the bucket's settings, or look at them yourself.", kActions, notTold},
    };
}

} // namespace sealift
