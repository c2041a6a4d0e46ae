#include "storage/s3/s3_bucket_answers.h"

#include "storage/s3/answer_reader.h"

#include <utility>

namespace sealift {

namespace {

bool isTrue(const QString &text)
{
    return text.trimmed().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

/// Whether an element of that path has a text that is accepted.
template <typename Accept>
Result<bool> hasElement(const QByteArray &xml, const char *root, const char *path, Accept accept)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(reader.expectRoot(QLatin1String(root)));
    bool found = false;
    while (reader.next())
        found = found || (reader.path == QLatin1String(path) && accept(reader.text.trimmed()));
    SEALIFT_TRY(reader.finish());
    return found;
}

bool isEnabled(const QString &text)
{
    return text == QLatin1String("Enabled");
}

bool isThere(const QString &text)
{
    return !text.isEmpty();
}

/// Classes whose objects take minutes to hours before they can be read.
bool isArchive(const QString &storageClass)
{
    return storageClass == QLatin1String("GLACIER") || storageClass == QLatin1String("DEEP_ARCHIVE");
}

/// One rule, as far as it was read.
struct LifecycleRule {
    bool enabled = false;
    bool byTag = false; ///< is for objects with a tag only: the store's have none
    QString prefix;
    bool endsUploads = false;
    bool removesObjects = false;
};

void readInto(LifecycleRule &rule, const QString &path, const QString &text)
{
    if (path == QLatin1String("Rule/Status"))
        rule.enabled = isEnabled(text);
    else if (path == QLatin1String("Rule/Prefix") || path == QLatin1String("Rule/Filter/Prefix") ||
             path == QLatin1String("Rule/Filter/And/Prefix"))
        rule.prefix = text;
    else if (path == QLatin1String("Rule/Filter/Tag/Key") || path == QLatin1String("Rule/Filter/And/Tag/Key"))
        rule.byTag = true;
    else if (path == QLatin1String("Rule/AbortIncompleteMultipartUpload/DaysAfterInitiation"))
        rule.endsUploads = true;
    else if (path == QLatin1String("Rule/Expiration/Days") || path == QLatin1String("Rule/Expiration/Date") ||
             (path == QLatin1String("Rule/Transition/StorageClass") && isArchive(text)))
        rule.removesObjects = true;
}

} // namespace

Result<bool> readVersioning(const QByteArray &xml)
{
    return hasElement(xml, "VersioningConfiguration", "Status", isEnabled);
}

Result<bool> readEncryption(const QByteArray &xml)
{
    return hasElement(xml, "ServerSideEncryptionConfiguration", "Rule/ApplyServerSideEncryptionByDefault/SSEAlgorithm",
                      isThere);
}

Result<PublicAccessBlock> readPublicAccessBlock(const QByteArray &xml)
{
    AnswerReader reader(xml);
    // Ceph's gateway calls it otherwise (16.2, rgw_public_access.cc).
    const auto root = reader.root();
    if (root != QLatin1String("PublicAccessBlockConfiguration") &&
        root != QLatin1String("BlockPublicAccessBlockConfiguration"))
        return fail(answerNotUnderstood(QStringLiteral("no PublicAccessBlockConfiguration")));
    PublicAccessBlock block;
    while (reader.next()) {
        if (reader.path == QLatin1String("IgnorePublicAcls"))
            block.ignoresLists = isTrue(reader.text);
        else if (reader.path == QLatin1String("RestrictPublicBuckets"))
            block.restrictsPolicy = isTrue(reader.text);
    }
    SEALIFT_TRY(reader.finish());
    return block;
}

Result<bool> readPolicyStatus(const QByteArray &xml)
{
    return hasElement(xml, "PolicyStatus", "IsPublic", isTrue);
}

Result<bool> readPublicGrant(const QByteArray &xml)
{
    return hasElement(xml, "AccessControlPolicy", "AccessControlList/Grant/Grantee/URI", [](const QString &group) {
        return group.endsWith(QLatin1String("/global/AllUsers")) ||
               group.endsWith(QLatin1String("/global/AuthenticatedUsers"));
    });
}

Result<bool> readRetention(const QByteArray &xml)
{
    return hasElement(xml, "ObjectLockConfiguration", "Rule/DefaultRetention/Mode", isThere);
}

Result<LifecycleEffects> readLifecycle(const QByteArray &xml, const QString &prefix)
{
    AnswerReader reader(xml);
    SEALIFT_TRY(reader.expectRoot(QStringLiteral("LifecycleConfiguration")));
    LifecycleEffects effects;
    LifecycleRule rule;
    while (reader.next()) {
        if (reader.path != QLatin1String("Rule")) {
            readInto(rule, reader.path, reader.text.trimmed());
            continue;
        }
        const auto done = std::exchange(rule, {});
        if (!done.enabled || done.byTag)
            continue;
        // To end all uploads a rule must cover the whole place; to do harm it need only reach into it.
        effects.endsUploads = effects.endsUploads || (done.endsUploads && prefix.startsWith(done.prefix));
        effects.removesObjects =
            effects.removesObjects ||
            (done.removesObjects && (prefix.startsWith(done.prefix) || done.prefix.startsWith(prefix)));
    }
    SEALIFT_TRY(reader.finish());
    return effects;
}

} // namespace sealift
