#include "ec2/ec2_answers.h"
#include "ec2/service_fault.h"

#include <QTest>

using namespace sealift;

namespace {

HttpResponse ebsAnswer(int status, const QByteArray &type, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.headers = {{"x-amzn-ErrorType", type}, {"Date", "Sat, 28 Nov 2026 12:00:00 GMT"}};
    response.body = body;
    return response;
}

HttpResponse ec2Answer(int status, const QByteArray &code, const QByteArray &message)
{
    HttpResponse response;
    response.status = status;
    response.body = "<?xml version=\"1.0\"?>\n<Response><Errors><Error><Code>" + code + "</Code><Message>" + message +
                    "</Message></Error></Errors><RequestID>1</RequestID></Response>";
    return response;
}

const ServiceSubject kSubject{QStringLiteral("ebs:StartSnapshot"), QStringLiteral("snapshot snap-1"),
                              QStringLiteral("eu-central-1"), QStringLiteral("AKIDEXAMPLE")};

} // namespace

/// What EC2 and EBS refuse, and what the user is told.
class TestServiceFault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBothForms();
    void knowsWhatMayPass_data();
    void knowsWhatMayPass();
    void eachRefusalHasItsRemedy_data();
    void eachRefusalHasItsRemedy();
    void repeatsNoSecret();
    void takesAnything();
    void readsSnapshots();
};

void TestServiceFault::readsBothForms()
{
    const auto ebs = serviceFaultOf(ebsAnswer(403, "AccessDeniedException:http://internal/",
                                              R"({"Message":"no\nway","Reason":"DEPENDENCY_ACCESS_DENIED"})"));
    QCOMPARE(ebs.code, QStringLiteral("AccessDeniedException"));
    QCOMPARE(ebs.reason, QStringLiteral("DEPENDENCY_ACCESS_DENIED"));
    QCOMPARE(ebs.message, QStringLiteral("no way"));
    QCOMPARE(ebs.time, QDateTime(QDate(2026, 11, 28), QTime(12, 0), Qt::UTC));
    const auto typed =
        serviceFaultOf(ebsAnswer(400, "", R"({"__type":"com.amazon.coral#ThrottlingException","message":"x"})"));
    QCOMPARE(typed.code, QStringLiteral("ThrottlingException"));
    const auto ec2 = serviceFaultOf(ec2Answer(400, "InvalidSnapshot.NotFound", "gone"));
    QCOMPARE(ec2.code, QStringLiteral("InvalidSnapshot.NotFound"));
    QCOMPARE(ec2.message, QStringLiteral("gone"));
}

void TestServiceFault::knowsWhatMayPass_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("kind");
    const auto row = [](int status, const char *code, const char *message, ServiceFaultKind kind) {
        QTest::addRow("%d %s %s", status, code, message)
            << status << QByteArray(code) << QByteArray(message) << static_cast<int>(kind);
    };
    using enum ServiceFaultKind;
    row(400, "RequestThrottledException", "", Overloaded);
    row(400, "ThrottlingException", "", Overloaded);
    row(503, "RequestLimitExceeded", "", Overloaded);
    row(400, "ConcurrentLimitExceededException", "", Overloaded);
    row(503, "", "", Overloaded);
    row(500, "InternalServerException", "", Passing);
    row(500, "InternalError", "", Passing);
    row(502, "", "", Passing);
    row(403, "ExpiredTokenException", "", StaleCredentials);
    row(400, "RequestExpired", "", ClockSkew);
    row(403, "InvalidSignatureException", "Signature expired: 20261128T000000Z is now earlier", ClockSkew);
    row(403, "InvalidSignatureException", "The request signature we calculated does not match", Final);
    row(403, "AccessDeniedException", "", Final);
    row(404, "ResourceNotFoundException", "", Final);
    row(402, "ServiceQuotaExceededException", "", Final);
}

void TestServiceFault::knowsWhatMayPass()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, message);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(kindOf(serviceFaultOf(ebsAnswer(status, code, "{\"Message\":\"" + message + "\"}")))),
             kind);
    QCOMPARE(static_cast<int>(kindOf(serviceFaultOf(ec2Answer(status, code, message)))), kind);
}

void TestServiceFault::eachRefusalHasItsRemedy_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("word");
    const auto row = [](int status, const char *code, const char *reason, ErrorCode kind, const char *word) {
        QTest::addRow("%s %s", code, reason)
            << status << QByteArray(code) << QByteArray(reason) << static_cast<int>(kind) << QString::fromLatin1(word);
    };
    using enum ErrorCode;
    row(403, "AccessDeniedException", "UNAUTHORIZED_ACCOUNT", PermissionDenied, "policy");
    row(403, "AccessDeniedException", "DEPENDENCY_ACCESS_DENIED", PermissionDenied,
        "kms:GenerateDataKeyWithoutPlaintext");
    row(403, "UnauthorizedOperation", "", PermissionDenied, "policy");
    row(403, "UnrecognizedClientException", "", PermissionDenied, "access key");
    row(401, "AuthFailure", "", PermissionDenied, "region is enabled");
    row(401, "OptInRequired", "", PermissionDenied, "Enable the region");
    row(403, "InvalidSignatureException", "", PermissionDenied, "secret access key");
    row(400, "ValidationException", "INVALID_CUSTOMER_KEY", InvalidArgument, "--kms-key");
    row(400, "ValidationException", "INVALID_VOLUME_SIZE", LimitExceeded, "64 TiB");
    row(400, "ValidationException", "INVALID_TAG", InvalidArgument, "Keys have up to 127");
    row(400, "ValidationException", "WRITE_REQUEST_TIMEOUT", Timeout, "anew");
    row(400, "ValidationException", "INVALID_BLOCK", Corrupt, "memory");
    row(400, "ValidationException", "INVALID_PARAMETER_VALUE", InvalidArgument, "endpoint");
    row(404, "ResourceNotFoundException", "DEPENDENCY_RESOURCE_NOT_FOUND", NotFound, "--kms-key");
    row(404, "ResourceNotFoundException", "SNAPSHOT_NOT_FOUND", NotFound, "begin anew");
    row(402, "ServiceQuotaExceededException", "DEPENDENCY_SERVICE_QUOTA_EXCEEDED", LimitExceeded, "quota");
    row(409, "ConflictException", "", AlreadyExists, "new task");
    row(500, "InternalServerException", "", Network, "later");
    row(418, "Unheard", "", InvalidArgument, "endpoint");
}

void TestServiceFault::eachRefusalHasItsRemedy()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, reason);
    QFETCH(int, kind);
    QFETCH(QString, word);
    auto body = QByteArray(R"({"Message":"The service's own words.")");
    if (!reason.isEmpty())
        body += R"(,"Reason":")" + reason + '"';
    const auto error = errorOf(serviceFaultOf(ebsAnswer(status, code, body + '}')), kSubject);
    QCOMPARE(static_cast<int>(error.code()), kind);
    QVERIFY2(error.remedy().contains(word), qPrintable(error.remedy()));
    for (const auto *part : {"ebs:StartSnapshot", "snapshot snap-1", "eu-central-1"})
        QVERIFY2(error.what().contains(QLatin1String(part)), qPrintable(error.what()));
    QVERIFY2(error.what().contains(QString::fromLatin1(code)), qPrintable(error.what()));
    QVERIFY2(error.what().contains(QString::fromLatin1(reason)), qPrintable(error.what()));
    QCOMPARE(serviceCodeOf(error), QString::fromLatin1(code));
    QCOMPARE(error.what().contains(QLatin1String("own words")), !code.contains("Signature"));
}

void TestServiceFault::repeatsNoSecret()
{
    const auto error =
        errorOf(serviceFaultOf(ebsAnswer(403, "InvalidSignatureException",
                                         R"({"message":"The canonical string was x-amz-security-token:S3CR3T"})")),
                kSubject);
    QVERIFY(!error.what().contains(QLatin1String("S3CR3T")));
    const auto encoded =
        errorOf(serviceFaultOf(ec2Answer(403, "UnauthorizedOperation",
                                         "You are not authorized. Encoded authorization failure message: abcdef")),
                kSubject);
    QVERIFY(encoded.what().contains(QLatin1String("not authorized")));
    QVERIFY(!encoded.what().contains(QLatin1String("abcdef")));
}

void TestServiceFault::takesAnything()
{
    for (const QByteArray &body :
         {QByteArray(), QByteArray("<html>"), QByteArray("{"), QByteArray("[]"), QByteArray(200, '<'),
          QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]><Response>&b;</Response>"),
          QByteArray("<Response>").repeated(100), QByteArray(R"({"Message":17,"Reason":{}})"),
          QByteArray(R"({"__type":"\u001b[31m evil"})")}) {
        HttpResponse response;
        response.status = 403;
        response.body = body;
        const auto error = errorOf(serviceFaultOf(response), kSubject);
        QCOMPARE(error.code(), ErrorCode::PermissionDenied);
        QVERIFY(!error.remedy().isEmpty() && !error.what().contains(QChar(0x1b)));
    }
}

void TestServiceFault::readsSnapshots()
{
    const auto page = readSnapshotPage(
        "<DescribeSnapshotsResponse "
        "xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>1</requestId><snapshotSet>"
        "<item><snapshotId>snap-1</snapshotId><status>error</status><statusMessage>why</statusMessage><volumeSize>8"
        "</volumeSize><encrypted>true</encrypted><kmsKeyId>arn:k</kmsKeyId><startTime>2026-11-28T12:00:00.000Z</"
        "startTime>"
        "<description>a "
        "&lt;b&gt;</description><tagSet><item><key>k</key><value>v</value></item><item><key>l</key><value/>"
        "</item></tagSet></item><item><snapshotId>snap-2</snapshotId><status>pending</status></item></snapshotSet>"
        "<nextToken>t</nextToken></DescribeSnapshotsResponse>");
    QVERIFY(page);
    QCOMPARE(page->snapshots.size(), 2);
    const auto &first = page->snapshots.first();
    QCOMPARE(first.id, QStringLiteral("snap-1"));
    QCOMPARE(first.state, QStringLiteral("error"));
    QCOMPARE(first.message, QStringLiteral("why"));
    QCOMPARE(first.gibibytes, 8);
    QVERIFY(first.encrypted);
    QCOMPARE(first.kmsKey, QStringLiteral("arn:k"));
    QCOMPARE(first.description, QStringLiteral("a <b>"));
    QCOMPARE(first.started, QDateTime(QDate(2026, 11, 28), QTime(12, 0), Qt::UTC));
    const Ec2Tags tags{{QStringLiteral("k"), QStringLiteral("v")}, {QStringLiteral("l"), QString()}};
    QCOMPARE(first.tags, tags);
    QVERIFY(page->snapshots.last().tags.isEmpty() && !page->snapshots.last().encrypted);
    QCOMPARE(page->next, QStringLiteral("t"));
    for (const QByteArray &broken : {QByteArray(), QByteArray("<DescribeSnapshotsResponse>"), QByteArray("<Other/>")})
        QCOMPARE(readSnapshotPage(broken).error().code(), ErrorCode::Corrupt);
}

QTEST_APPLESS_MAIN(TestServiceFault)
#include "tst_service_fault.moc"
