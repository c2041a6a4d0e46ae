#include "ec2/ec2_policy.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace sealift {

namespace {

QJsonObject allow(const QString &id, const QStringList &actions, const QStringList &resources)
{
    return {{QStringLiteral("Sid"), id},
            {QStringLiteral("Effect"), QStringLiteral("Allow")},
            {QStringLiteral("Action"), QJsonArray::fromStringList(actions)},
            {QStringLiteral("Resource"), QJsonArray::fromStringList(resources)}};
}

/// The service uses the key in the user's name, and only that may be granted to it.
QJsonArray useOfKey(const QString &key)
{
    auto grant = allow(QStringLiteral("GrantKeyToService"), {QStringLiteral("kms:CreateGrant")}, {key});
    grant.insert(
        QStringLiteral("Condition"),
        QJsonObject{{QStringLiteral("Bool"), QJsonObject{{QStringLiteral("kms:GrantIsForAWSResource"), true}}}});
    return {allow(QStringLiteral("UseKey"),
                  {QStringLiteral("kms:Decrypt"), QStringLiteral("kms:DescribeKey"),
                   QStringLiteral("kms:GenerateDataKey"), QStringLiteral("kms:GenerateDataKeyWithoutPlaintext"),
                   QStringLiteral("kms:ReEncryptFrom"), QStringLiteral("kms:ReEncryptTo")},
                  {key}),
            grant};
}

QJsonObject policyOf(const QJsonArray &statements)
{
    return {{QStringLiteral("Version"), QStringLiteral("2012-10-17")}, {QStringLiteral("Statement"), statements}};
}

QJsonObject readPolicy(const QString &snapshots, const QString &kmsKey)
{
    QJsonArray statements{
        allow(QStringLiteral("ReadSnapshots"),
              {QStringLiteral("ebs:ListSnapshotBlocks"), QStringLiteral("ebs:GetSnapshotBlock")}, {snapshots}),
        allow(QStringLiteral("Look"), {QStringLiteral("ec2:DescribeSnapshots"), QStringLiteral("ec2:DescribeImages")},
              {QStringLiteral("*")})};
    if (!kmsKey.isEmpty())
        statements.append(allow(QStringLiteral("UseKey"), {QStringLiteral("kms:Decrypt")}, {kmsKey}));
    return policyOf(statements);
}

} // namespace

Result<QJsonObject> ec2PolicyFor(Ec2Goal goal, const QString &region, const QString &kmsKey)
{
    static const QRegularExpression regionForm(QStringLiteral("^[a-z]{2}(-[a-z]+)+-[0-9]$"));
    if (!region.isEmpty() && !regionForm.match(region).hasMatch())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is no region").arg(region),
                          QStringLiteral("It looks like eu-central-1.")));
    static const QRegularExpression keyForm(
        QStringLiteral("^arn:aws(?:-[a-z-]+)?:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"));
    if (!kmsKey.isEmpty() && !keyForm.match(kmsKey).hasMatch())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not a key's ARN").arg(kmsKey),
                          QStringLiteral("It looks like arn:aws:kms:eu-central-1:111122223333:key/ID; policies take "
                                         "no alias.")));
    const auto partition = region.startsWith(QLatin1String("cn-"))       ? QStringLiteral("aws-cn")
                           : region.startsWith(QLatin1String("us-gov-")) ? QStringLiteral("aws-us-gov")
                                                                         : QStringLiteral("aws");
    const auto place =
        QStringLiteral("arn:%1:ec2:%2::").arg(partition, region.isEmpty() ? QStringLiteral("*") : region);
    const auto snapshots = place + QStringLiteral("snapshot/*");
    if (goal == Ec2Goal::Read)
        return readPolicy(snapshots, kmsKey);
    const auto images = place + QStringLiteral("image/*");
    const bool makesImages = goal == Ec2Goal::Image;

    QJsonArray statements{allow(QStringLiteral("WriteSnapshots"),
                                {QStringLiteral("ebs:StartSnapshot"), QStringLiteral("ebs:PutSnapshotBlock"),
                                 QStringLiteral("ebs:CompleteSnapshot"), QStringLiteral("ec2:DeleteSnapshot")},
                                {snapshots}),
                          allow(QStringLiteral("Tag"), {QStringLiteral("ec2:CreateTags")},
                                makesImages ? QStringList{snapshots, images} : QStringList{snapshots})};
    QStringList describing{QStringLiteral("ec2:DescribeSnapshots")};
    if (makesImages) {
        describing.append(QStringLiteral("ec2:DescribeImages"));
        statements.append(
            allow(QStringLiteral("RegisterImages"), {QStringLiteral("ec2:RegisterImage")}, {images, snapshots}));
        statements.append(allow(QStringLiteral("RemoveImages"), {QStringLiteral("ec2:DeregisterImage")}, {images}));
    }
    statements.append(allow(QStringLiteral("Look"), describing, {QStringLiteral("*")}));
    if (!kmsKey.isEmpty()) {
        for (const auto &statement : useOfKey(kmsKey))
            statements.append(statement);
    }
    return policyOf(statements);
}

} // namespace sealift
