#include "policy/destinations.h"
#include "policy/rule.h"

namespace sealift {

namespace {

using Found = std::optional<QString>;

constexpr const char *kRequired = "https://docs.aws.amazon.com/vm-import/latest/userguide/required-permissions.html";
constexpr const char *kBucket = "https://docs.aws.amazon.com/vm-import/latest/userguide/vmie_prereqs.html";
constexpr const char *kPublic =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html";
constexpr const char *kLock = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html";
constexpr const char *kVersions = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html";
constexpr const char *kUploads =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html";
constexpr const char *kKeys = "https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html";
constexpr const char *kQuotas = "https://docs.aws.amazon.com/general/latest/gr/vm-import-export.html";
constexpr int kMostAtOnce = 20;

QString first(const QString &one, const QString &other)
{
    return one.isEmpty() ? other : one;
}

Found unreachable(const PreflightSubject &subject)
{
    if (!subject.bucket)
        return {};
    const auto why = first(subject.bucket->unreachable, subject.bucket->elsewhere);
    return why.isEmpty() ? Found() : QStringLiteral("The bucket for staging cannot be used: %1.").arg(why);
}

Found notWritable(const PreflightSubject &subject)
{
    if (!subject.bucket)
        return {};
    const auto why = first(subject.bucket->cannotWrite, subject.bucket->cannotRemove);
    return why.isEmpty() ? Found() : QStringLiteral("What is staged cannot be stored and removed again: %1.").arg(why);
}

Found isPublic(const PreflightSubject &subject)
{
    if (!subject.bucket || subject.bucket->isPublic != true)
        return {};
    return QStringLiteral("The bucket of %1 is open to the public.").arg(subject.bucket->place);
}

Found retains(const PreflightSubject &subject)
{
    if (!subject.bucket || subject.bucket->retains != true)
        return {};
    return QStringLiteral("The bucket of %1 locks every object for some time (object lock).")
        .arg(subject.bucket->place);
}

Found versioned(const PreflightSubject &subject)
{
    if (!subject.bucket || subject.bucket->versioned != true)
        return {};
    return QStringLiteral("The bucket of %1 keeps older versions.").arg(subject.bucket->place);
}

Found uploadsStay(const PreflightSubject &subject)
{
    if (!subject.bucket || subject.bucket->endsUploads != false)
        return {};
    return QStringLiteral("No lifecycle rule ends unfinished uploads to %1.").arg(subject.bucket->place);
}

Found notAllowed(const PreflightSubject &subject)
{
    if (!subject.import || subject.import->refused.isEmpty())
        return {};
    return QStringLiteral("This identity may not do all that the import takes: %1.")
        .arg(subject.import->refused.join(QStringLiteral("; ")));
}

Found wrongRole(const PreflightSubject &subject)
{
    if (!subject.import || subject.import->role.isEmpty())
        return {};
    return QStringLiteral("VM Import/Export has no role that it can work with: %1.").arg(subject.import->role);
}

Found wrongKey(const PreflightSubject &subject)
{
    if (!subject.import || subject.import->key.isEmpty())
        return {};
    return QStringLiteral("The KMS key cannot be used: %1.").arg(subject.import->key);
}

Found tooMany(const PreflightSubject &subject)
{
    if (!subject.import || subject.import->running.value_or(0) < kMostAtOnce)
        return {};
    return QStringLiteral("%1 imports are at work in the region already.").arg(*subject.import->running);
}

Found notTold(const PreflightSubject &subject)
{
    QStringList all;
    if (subject.import)
        all += subject.import->notTold;
    if (subject.bucket)
        all += subject.bucket->notTold;
    return all.isEmpty()
               ? Found()
               : QStringLiteral("Not everything could be asked about: %1.").arg(all.join(QStringLiteral(", ")));
}

} // namespace

QList<Rule> importRules()
{
    return {
        {"staging-reachable", Severity::Error, kEc2, false,
         "Imports through a bucket: whether it answers to these credentials, and is in the region.",
         "Nothing could be staged, or the service could not read it.",
         "Check --staging and the credentials: the finding says what is wrong.", kBucket, unreachable},
        {"staging-writable", Severity::Error, kEc2, false,
         "Whether an object can be stored and removed where disks are staged.",
         "The upload is refused; or what was staged stays, for everybody who can read the bucket.",
         "Allow s3:PutObject and s3:DeleteObject there: \"sealift ec2 setup\" prints all that is needed.", kRequired,
         notWritable},
        {"staging-object-lock", Severity::Error, kEc2, false, "Whether the bucket locks objects by default.",
         "What is staged could not be removed.", "Stage in a bucket without a default retention.", kLock, retains},
        {"staging-public", Severity::Error, kEc2, true, "Whether the bucket for staging is open to the public.",
         "The service must be able to read what is staged, and so could everybody.",
         "Switch on the bucket's block of public access, and take the public out of its policy and access list.",
         kPublic, isPublic},
        {"staging-versioning", Severity::Note, kEc2, true, "Whether the bucket for staging keeps older versions.",
         "Sealift removes all versions of what it has staged, which takes s3:DeleteObjectVersion.",
         "Nothing need be done; a bucket without versions is simpler.", kVersions, versioned},
        {"staging-uploads", Severity::Note, kEc2, true,
         "A lifecycle rule for unfinished uploads in the bucket for staging.",
         "What a crash leaves half uploaded is paid for until Sealift removes it.",
         "Add a rule with AbortIncompleteMultipartUpload.", kUploads, uploadsStay},
        {"ec2-permissions", Severity::Error, kEc2, false,
         "Whether this identity may import, look at imports and cancel them (by DryRun).",
         "The import is refused after the upload, or cannot be ended.",
         "Allow it in the identity's policy: \"sealift ec2 setup\" prints all that is needed.", kRequired, notAllowed},
        {"ec2-role", Severity::Error, kEc2, false, "The role that VM Import/Export works as, vmimport.",
         "The import is refused after the upload.",
         "Make the role vmimport, or name another with --role-name: \"sealift ec2 setup\" prints its trust policy and "
         "permissions.",
         kRequired, wrongRole},
        {"ec2-kms-key", Severity::Error, kEc2, false, "Whether the KMS key is there, enabled and symmetric.",
         "The import ends with an error, after hours.", "Check --kms-key, or enable the key.", kKeys, wrongKey},
        {"ec2-import-tasks", Severity::Error, kEc2, true, "How many imports are at work: at most 20 in a region.",
         "The import is refused after the upload: Task limit.", "Wait for others to end, or cancel some.", kQuotas,
         tooMany},
        {"ec2-not-told", Severity::Note, kEc2, true, "Whether all of this could be asked about.",
         "What is not told may be one of the things that refuse an import.",
         "Let these credentials ask for it, or look yourself.", kRequired, notTold},
    };
}

} // namespace sealift
