#include "storage/s3/s3_policy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sealift;

/// What the policies say; that the service lets a library be used under them is tst_cli_policy's.
class TestS3Policy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheLibraryOnly();
    void readOnlyWritesLocksOnly();
    void wholeBucket();
    void partsOfTheWorld();
    void escapesWildcards();
    void keys();

private:
    static QByteArray policy(const QString &place, S3Access access, const QString &key = {})
    {
        const auto location = parseS3Location(place);
        const auto made = s3PolicyFor(*location, access, key);
        return made ? QJsonDocument(*made).toJson(QJsonDocument::Compact) : QByteArray();
    }
};

void TestS3Policy::namesTheLibraryOnly()
{
    const QByteArray expected =
        R"({"Statement":[)"
        R"({"Action":["s3:ListBucket"],"Condition":{"StringLike":{"s3:prefix":["team/library/*"]}},"Effect":"Allow",)"
        R"("Resource":"arn:aws:s3:::images","Sid":"ListLibrary"},)"
        R"({"Action":["s3:GetObject","s3:PutObject","s3:DeleteObject","s3:AbortMultipartUpload"],"Effect":"Allow",)"
        R"("Resource":"arn:aws:s3:::images/team/library/*","Sid":"ReadAndWriteLibrary"},)"
        R"({"Action":["s3:ListBucketMultipartUploads"],"Effect":"Allow","Resource":"arn:aws:s3:::images",)"
        R"("Sid":"FindUnfinishedUploads"},)"
        R"({"Action":["s3:GetBucketVersioning","s3:GetEncryptionConfiguration","s3:GetBucketPublicAccessBlock",)"
        R"("s3:GetBucketPolicyStatus","s3:GetBucketAcl","s3:GetBucketObjectLockConfiguration",)"
        R"("s3:GetLifecycleConfiguration"],"Effect":"Allow","Resource":"arn:aws:s3:::images","Sid":"LookAtBucket"}],)"
        R"("Version":"2012-10-17"})";
    QCOMPARE(policy(QStringLiteral("s3:eu-central-1/images/team/library"), S3Access::Write), expected);
}

void TestS3Policy::readOnlyWritesLocksOnly()
{
    const auto text = policy(QStringLiteral("s3:https://s3.example.org/images/library"), S3Access::Read);
    const QByteArray locks =
        R"(["s3:PutObject","s3:DeleteObject"],"Effect":"Allow","Resource":"arn:aws:s3:::images/library/locks/*")";
    const QByteArray objects = R"(["s3:GetObject"],"Effect":"Allow","Resource":"arn:aws:s3:::images/library/*")";
    QVERIFY2(text.contains(locks), text.constData());
    QVERIFY2(text.contains(objects), text.constData());
    QCOMPARE(text.count("PutObject"), 1);
    QVERIFY(!text.contains("Multipart"));
    QVERIFY(!text.contains("GetBucket"));
}

void TestS3Policy::wholeBucket()
{
    const auto text = policy(QStringLiteral("s3:https://s3.example.org/images"), S3Access::Write);
    QVERIFY(!text.contains("Condition"));
    QVERIFY(!text.contains("GetBucket")); // another service than AWS may not know it
    QVERIFY(text.contains("\"arn:aws:s3:::images/*\""));
}

void TestS3Policy::partsOfTheWorld()
{
    QVERIFY(policy(QStringLiteral("s3:cn-north-1/images/a"), S3Access::Read).contains("arn:aws-cn:s3:::images"));
    QVERIFY(policy(QStringLiteral("s3:us-gov-west-1/images/a"), S3Access::Read).contains("arn:aws-us-gov:s3:::images"));
}

void TestS3Policy::escapesWildcards()
{
    const auto text = policy(QStringLiteral("s3:https://s3.example.org/images/a*b$c"), S3Access::Write);
    QVERIFY2(text.contains("images/a${*}b${$}c/*"), text.constData());
}

void TestS3Policy::keys()
{
    const auto key = QStringLiteral("arn:aws:kms:eu-central-1:111122223333:key/0f1e-2d");
    const auto text = policy(QStringLiteral("s3:eu-central-1/images/a"), S3Access::Write, key);
    const QByteArray allowed = R"(["kms:GenerateDataKey","kms:Decrypt"],"Effect":"Allow","Resource":")";
    QVERIFY(text.contains(allowed + key.toLatin1()));
    QVERIFY(
        policy(QStringLiteral("s3:eu-central-1/images/a"), S3Access::Write, QStringLiteral("alias/images")).isEmpty());
}

QTEST_GUILESS_MAIN(TestS3Policy)
#include "tst_s3_policy.moc"
