#include "storage/s3/s3_policy.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace sealift {

namespace {

/// '*', '?' and '$' mean something in a resource ("IAM JSON policy elements: Variables and tags").
QString literal(const QString &text)
{
    QString escaped;
    for (const auto c : text) {
        if (c == u'*' || c == u'?' || c == u'$')
            escaped += QStringLiteral("${%1}").arg(c);
        else
            escaped += c;
    }
    return escaped;
}

QJsonObject allow(const QString &id, const QStringList &actions, const QString &resource)
{
    return {{QStringLiteral("Sid"), id},
            {QStringLiteral("Effect"), QStringLiteral("Allow")},
            {QStringLiteral("Action"), QJsonArray::fromStringList(actions)},
            {QStringLiteral("Resource"), resource}};
}

} // namespace

Result<QJsonObject> s3PolicyFor(const S3Location &location, S3Access access, const QString &kmsKey)
{
    const auto partition = location.region.startsWith(QLatin1String("cn-"))       ? QStringLiteral("aws-cn")
                           : location.region.startsWith(QLatin1String("us-gov-")) ? QStringLiteral("aws-us-gov")
                                                                                  : QStringLiteral("aws");
    const auto bucket = QStringLiteral("arn:%1:s3:::%2").arg(partition, location.bucket);
    const auto folder = location.prefix.isEmpty() ? QString() : literal(location.prefix) + u'/';
    const auto objects = QStringLiteral("%1/%2*").arg(bucket, folder);

    auto list = allow(QStringLiteral("ListLibrary"), {QStringLiteral("s3:ListBucket")}, bucket);
    if (!folder.isEmpty())
        list.insert(QStringLiteral("Condition"),
                    QJsonObject{{QStringLiteral("StringLike"),
                                 QJsonObject{{QStringLiteral("s3:prefix"), QJsonArray{folder + u'*'}}}}});
    QJsonArray statements{list};
    if (access == S3Access::Read) {
        statements.append(allow(QStringLiteral("ReadLibrary"), {QStringLiteral("s3:GetObject")}, objects));
        statements.append(allow(QStringLiteral("LockLibrary"),
                                {QStringLiteral("s3:PutObject"), QStringLiteral("s3:DeleteObject")},
                                QStringLiteral("%1/%2locks/*").arg(bucket, folder)));
    } else {
        statements.append(allow(QStringLiteral("ReadAndWriteLibrary"),
                                {QStringLiteral("s3:GetObject"), QStringLiteral("s3:PutObject"),
                                 QStringLiteral("s3:DeleteObject"), QStringLiteral("s3:AbortMultipartUpload")},
                                objects));
        // There is no condition on a prefix for this one.
        statements.append(
            allow(QStringLiteral("FindUnfinishedUploads"), {QStringLiteral("s3:ListBucketMultipartUploads")}, bucket));
        // What preflight asks: without these it can only say that it was not told. Other services refuse a policy with
        // actions that they do not know.
        if (location.amazon)
            statements.append(
                allow(QStringLiteral("LookAtBucket"),
                      {QStringLiteral("s3:GetBucketVersioning"), QStringLiteral("s3:GetEncryptionConfiguration"),
                       QStringLiteral("s3:GetBucketPublicAccessBlock"), QStringLiteral("s3:GetBucketPolicyStatus"),
                       QStringLiteral("s3:GetBucketAcl"), QStringLiteral("s3:GetBucketObjectLockConfiguration"),
                       QStringLiteral("s3:GetLifecycleConfiguration")},
                      bucket));
    }
    if (!kmsKey.isEmpty()) {
        static const QRegularExpression arn(
            QStringLiteral("^arn:aws(?:-[a-z-]+)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"));
        if (!arn.match(kmsKey).hasMatch())
            return fail(
                Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not a key's ARN").arg(kmsKey),
                      QStringLiteral("It looks like arn:aws:kms:eu-central-1:111122223333:key/ID; policies take "
                                     "no alias.")));
        // Parts of an upload are decrypted by the service to be put together.
        statements.append(allow(QStringLiteral("UseKey"),
                                {QStringLiteral("kms:GenerateDataKey"), QStringLiteral("kms:Decrypt")}, kmsKey));
    }
    return QJsonObject{{QStringLiteral("Version"), QStringLiteral("2012-10-17")},
                       {QStringLiteral("Statement"), statements}};
}

} // namespace sealift
