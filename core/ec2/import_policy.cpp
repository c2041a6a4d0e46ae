#include "ec2/import_policy.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

namespace sealift {

namespace {

const auto kEverything = QStringLiteral("*");

QString partitionOf(const ImportSetup &setup)
{
    if (setup.region.startsWith(QLatin1String("cn-")))
        return QStringLiteral("aws-cn");
    return setup.region.startsWith(QLatin1String("us-gov-")) ? QStringLiteral("aws-us-gov") : QStringLiteral("aws");
}

QString bucketArn(const ImportSetup &setup)
{
    return QStringLiteral("arn:%1:s3:::%2").arg(partitionOf(setup), setup.bucket);
}

/// The folders of tasks, see core/task/staging_folder.h.
QString objectsArn(const ImportSetup &setup)
{
    const auto folder = setup.folder.isEmpty() ? QString() : setup.folder + QLatin1Char('/');
    return QStringLiteral("%1/%2sealift-task-*").arg(bucketArn(setup), folder);
}

/// With those that exports are kept in.
QStringList exportsArns(const ImportSetup &setup)
{
    const auto folder = setup.folder.isEmpty() ? QString() : setup.folder + QLatin1Char('/');
    return {objectsArn(setup), QStringLiteral("%1/%2sealift-export-*").arg(bucketArn(setup), folder)};
}

QJsonObject allow(const char *id, const QStringList &actions, const QStringList &resources)
{
    return {{QStringLiteral("Sid"), QLatin1String(id)},
            {QStringLiteral("Effect"), QStringLiteral("Allow")},
            {QStringLiteral("Action"), QJsonArray::fromStringList(actions)},
            {QStringLiteral("Resource"), QJsonArray::fromStringList(resources)}};
}

QJsonObject policyOf(const QJsonArray &statements)
{
    return {{QStringLiteral("Version"), QStringLiteral("2012-10-17")}, {QStringLiteral("Statement"), statements}};
}

QStringList keysOf(const ImportSetup &setup)
{
    QStringList keys{setup.kmsKey, setup.bucketKey};
    keys.removeAll(QString());
    keys.removeDuplicates();
    return keys;
}

bool fits(const QString &text, const QString &form)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(form)).match(text).hasMatch();
}

} // namespace

Status checkImportSetup(const ImportSetup &setup)
{
    struct Field {
        const char *name;
        QString value;
        QString form;
    };
    const auto key = QStringLiteral("|arn:aws(-[a-z-]+)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+");
    const Field fields[]{
        {"an account", setup.account, QStringLiteral("[0-9]{12}")},
        {"a region", setup.region, QStringLiteral("[a-z]{2}(-[a-z]+)+-[0-9]")},
        {"a bucket", setup.bucket, QStringLiteral("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]")},
        {"a folder in policies", setup.folder, QStringLiteral("[A-Za-z0-9 ._/=+@-]*")},
        {"a role's name", setup.role, QStringLiteral("[A-Za-z0-9+=,.@_-]{1,64}")},
        {"a key's ARN", setup.kmsKey, key},
        {"a key's ARN", setup.bucketKey, key},
    };
    if (setup.exports && !setup.bucketKey.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("VM Import/Export writes into no bucket that encrypts by a key of KMS"),
                          QStringLiteral("Use another bucket for exports, without --bucket-key.")));
    for (const auto &field : fields) {
        if (!fits(field.value, field.form))
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("\"%1\" cannot be %2").arg(field.value, QLatin1String(field.name))));
    }
    return {};
}

QJsonObject importTrustPolicy(const ImportSetup &setup)
{
    return policyOf({QJsonObject{
        {QStringLiteral("Effect"), QStringLiteral("Allow")},
        {QStringLiteral("Principal"), QJsonObject{{QStringLiteral("Service"), QStringLiteral("vmie.amazonaws.com")}}},
        {QStringLiteral("Action"), QStringLiteral("sts:AssumeRole")},
        {QStringLiteral("Condition"),
         QJsonObject{
             {QStringLiteral("StringEquals"),
              QJsonObject{{QStringLiteral("sts:Externalid"), QStringLiteral("vmimport")},
                          {QStringLiteral("aws:SourceAccount"), setup.account}}},
             {QStringLiteral("ArnLike"), QJsonObject{{QStringLiteral("aws:SourceArn"),
                                                      QStringLiteral("arn:%1:vmie:%2:%3:*")
                                                          .arg(partitionOf(setup), setup.region, setup.account)}}}}}}});
}

QJsonObject importRolePolicy(const ImportSetup &setup)
{
    QJsonArray statements{allow("FindDisks", {QStringLiteral("s3:GetBucketLocation"), QStringLiteral("s3:ListBucket")},
                                {bucketArn(setup)}),
                          allow("ReadDisks", {QStringLiteral("s3:GetObject")}, {objectsArn(setup)}),
                          allow("MakeImages",
                                {QStringLiteral("ec2:ModifySnapshotAttribute"), QStringLiteral("ec2:CopySnapshot"),
                                 QStringLiteral("ec2:RegisterImage"), QStringLiteral("ec2:Describe*")},
                                {kEverything})};
    if (setup.exports) {
        statements.append(allow("SeeWhoseTheBucketIs", {QStringLiteral("s3:GetBucketAcl")}, {bucketArn(setup)}));
        statements.append(allow("WriteExports", {QStringLiteral("s3:GetObject"), QStringLiteral("s3:PutObject")},
                                exportsArns(setup)));
    }
    if (const auto keys = keysOf(setup); !keys.isEmpty())
        statements.append(allow("UseKeys",
                                {QStringLiteral("kms:CreateGrant"), QStringLiteral("kms:Decrypt"),
                                 QStringLiteral("kms:DescribeKey"), QStringLiteral("kms:Encrypt"),
                                 QStringLiteral("kms:GenerateDataKey*"), QStringLiteral("kms:ReEncrypt*")},
                                keys));
    return policyOf(statements);
}

QJsonObject importUserPolicy(const ImportSetup &setup)
{
    auto pass = allow("NameTheRole", {QStringLiteral("iam:PassRole")},
                      {QStringLiteral("arn:%1:iam::%2:role/%3").arg(partitionOf(setup), setup.account, setup.role)});
    pass.insert(QStringLiteral("Condition"),
                QJsonObject{{QStringLiteral("StringEquals"), QJsonObject{{QStringLiteral("iam:PassedToService"),
                                                                          QStringLiteral("vmie.amazonaws.com")}}}});
    auto use = allow("Import",
                     {QStringLiteral("ec2:ImportImage"), QStringLiteral("ec2:ImportSnapshot"),
                      QStringLiteral("ec2:CancelImportTask"), QStringLiteral("ec2:DescribeImportImageTasks"),
                      QStringLiteral("ec2:DescribeImportSnapshotTasks"), QStringLiteral("ec2:DescribeSnapshots"),
                      QStringLiteral("ec2:DescribeImages"), QStringLiteral("ec2:DeleteSnapshot"),
                      QStringLiteral("ec2:DeregisterImage"), QStringLiteral("ec2:CreateTags")},
                     {kEverything});
    use.insert(QStringLiteral("Condition"),
               QJsonObject{{QStringLiteral("StringEquals"),
                            QJsonObject{{QStringLiteral("aws:RequestedRegion"), setup.region}}}});
    QJsonArray statements{
        allow("StageDisks",
              {QStringLiteral("s3:PutObject"), QStringLiteral("s3:GetObject"), QStringLiteral("s3:DeleteObject"),
               QStringLiteral("s3:DeleteObjectVersion"), QStringLiteral("s3:AbortMultipartUpload"),
               QStringLiteral("s3:ListMultipartUploadParts")},
              {objectsArn(setup)}),
        allow("LookAtTheBucket",
              {QStringLiteral("s3:ListBucket"), QStringLiteral("s3:ListBucketVersions"),
               QStringLiteral("s3:ListBucketMultipartUploads"), QStringLiteral("s3:GetBucketVersioning"),
               QStringLiteral("s3:GetEncryptionConfiguration"), QStringLiteral("s3:GetBucketPublicAccessBlock"),
               QStringLiteral("s3:GetBucketPolicyStatus"), QStringLiteral("s3:GetBucketAcl"),
               QStringLiteral("s3:GetBucketObjectLockConfiguration"), QStringLiteral("s3:GetLifecycleConfiguration")},
              {bucketArn(setup)}),
        use, pass};
    if (setup.exports) {
        statements.append(allow("Export",
                                {QStringLiteral("ec2:ExportImage"), QStringLiteral("ec2:DescribeExportImageTasks"),
                                 QStringLiteral("ec2:CreateInstanceExportTask"),
                                 QStringLiteral("ec2:DescribeExportTasks"), QStringLiteral("ec2:CancelExportTask")},
                                {kEverything}));
        statements.append(allow("FetchExports",
                                {QStringLiteral("s3:GetObject"), QStringLiteral("s3:DeleteObject"),
                                 QStringLiteral("s3:DeleteObjectVersion")},
                                exportsArns(setup)));
    }
    if (const auto keys = keysOf(setup); !keys.isEmpty())
        statements.append(allow(
            "UseKeys",
            {QStringLiteral("kms:Decrypt"), QStringLiteral("kms:DescribeKey"), QStringLiteral("kms:GenerateDataKey")},
            keys));
    return policyOf(statements);
}

QJsonObject stagingBucketPolicy(const ImportSetup &setup)
{
    return policyOf({QJsonObject{
        {QStringLiteral("Sid"), QStringLiteral("OnlyByTls")},
        {QStringLiteral("Effect"), QStringLiteral("Deny")},
        {QStringLiteral("Principal"), kEverything},
        {QStringLiteral("Action"), QStringLiteral("s3:*")},
        {QStringLiteral("Resource"), QJsonArray{bucketArn(setup), bucketArn(setup) + QStringLiteral("/*")}},
        {QStringLiteral("Condition"),
         QJsonObject{{QStringLiteral("Bool"),
                      QJsonObject{{QStringLiteral("aws:SecureTransport"), QStringLiteral("false")}}}}}}});
}

QJsonObject stagingPublicAccessBlock()
{
    return {{QStringLiteral("BlockPublicAcls"), true},
            {QStringLiteral("IgnorePublicAcls"), true},
            {QStringLiteral("BlockPublicPolicy"), true},
            {QStringLiteral("RestrictPublicBuckets"), true}};
}

QJsonObject stagingEncryptionRules(const ImportSetup &setup)
{
    QJsonObject how{{QStringLiteral("SSEAlgorithm"),
                     setup.bucketKey.isEmpty() ? QStringLiteral("AES256") : QStringLiteral("aws:kms")}};
    if (!setup.bucketKey.isEmpty())
        how.insert(QStringLiteral("KMSMasterKeyID"), setup.bucketKey);
    return {{QStringLiteral("Rules"),
             QJsonArray{QJsonObject{{QStringLiteral("ApplyServerSideEncryptionByDefault"), how}}}}};
}

QJsonObject stagingLifecycle(const ImportSetup &setup)
{
    const auto folder = setup.folder.isEmpty() ? QString() : setup.folder + QLatin1Char('/');
    return {{QStringLiteral("Rules"),
             QJsonArray{QJsonObject{{QStringLiteral("ID"), QStringLiteral("end-unfinished-uploads")},
                                    {QStringLiteral("Status"), QStringLiteral("Enabled")},
                                    {QStringLiteral("Filter"), QJsonObject{{QStringLiteral("Prefix"), folder}}},
                                    {QStringLiteral("AbortIncompleteMultipartUpload"),
                                     QJsonObject{{QStringLiteral("DaysAfterInitiation"), 1}}}}}}};
}

} // namespace sealift
