#include "aws/signature_v4.h"
#include "crypto/crypto_session.h"
#include "support/process_runner.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

using namespace sealift;
using namespace sealift::test;

namespace {

AwsCredentials credentials(const char *key, const char *secret, const char *token = "")
{
    return {QString::fromLatin1(key), QCA::SecureArray(secret), QCA::SecureArray(token), std::nullopt};
}

QDateTime moment(const QString &text)
{
    auto time = QDateTime::fromString(text, QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

using Headers = std::vector<HttpHeader>;

} // namespace

Q_DECLARE_METATYPE(std::vector<sealift::HttpHeader>)

/// Signatures against those that AWS publishes, and against botocore's.
class TestSignatureV4 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testSuite_data();
    void testSuite();
    void objectExamples_data();
    void objectExamples();
    void presignedExample();
    void signsAsBotocoreDoes();
    void refusesWhatWouldBeUnprotected();
};

void TestSignatureV4::testSuite_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<std::vector<HttpHeader>>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("asSent"); // the suite's paths are not encoded yet
    QTest::addColumn<QByteArray>("signature");
    const QByteArray vanilla = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    QTest::newRow("get-vanilla") << QByteArray("GET") << "/" << Headers{} << QByteArray() << false << vanilla;
    QTest::newRow("get-relative") << QByteArray("GET") << "/example/.." << Headers{} << QByteArray() << false
                                  << vanilla;
    QTest::newRow("get-slash") << QByteArray("GET") << "//" << Headers{} << QByteArray() << false << vanilla;
    QTest::newRow("get-slash-dot-slash") << QByteArray("GET") << "/./" << Headers{} << QByteArray() << false << vanilla;
    QTest::newRow("get-slashes") << QByteArray("GET") << "//example//" << Headers{} << QByteArray() << false
                                 << QByteArray("9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84");
    QTest::newRow("get-utf8") << QByteArray("GET") << QString::fromUtf8("/\u1234") << Headers{} << QByteArray() << true
                              << QByteArray("8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85");
    QTest::newRow("get-vanilla-query-order-key-case")
        << QByteArray("GET") << "/?Param2=value2&Param1=value1" << Headers{} << QByteArray() << false
        << QByteArray("b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
    QTest::newRow("get-vanilla-empty-query-key")
        << QByteArray("GET") << "/?Param1=value1" << Headers{} << QByteArray() << false
        << QByteArray("a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb");
    QTest::newRow("get-header-value-trim")
        << QByteArray("GET") << "/" << Headers{{"My-Header1", " value1"}, {"My-Header2", " \"a   b   c\""}}
        << QByteArray() << false << QByteArray("acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
    QTest::newRow("post-vanilla") << QByteArray("POST") << "/" << Headers{} << QByteArray() << false
                                  << QByteArray("5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    QTest::newRow("post-x-www-form-urlencoded")
        << QByteArray("POST") << "/" << Headers{{"Content-Type", "application/x-www-form-urlencoded"}}
        << QByteArray("Param1=value1") << false
        << QByteArray("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
}

void TestSignatureV4::testSuite()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(std::vector<HttpHeader>, headers);
    QFETCH(QByteArray, body);
    QFETCH(bool, asSent);
    QFETCH(QByteArray, signature);
    HttpRequest request;
    request.method = method;
    request.url = QUrl(QStringLiteral("https://example.amazonaws.com") + path);
    request.headers = headers;
    const ByteView parts[] = {viewOf(body)};
    request.body = parts;
    const SigningScope scope{"us-east-1", "service", asSent ? PathRule::AsSent : PathRule::Normalized};
    QVERIFY(signRequest(request, credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), scope,
                        payloadHash(request.body), moment(QStringLiteral("20150830T123600Z"))));
    const auto authorization = headerValue(request.headers, "Authorization");
    QCOMPARE(authorization.mid(authorization.indexOf("Signature=") + 10), signature);
}

void TestSignatureV4::objectExamples_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<std::vector<HttpHeader>>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("get with range") << QByteArray("GET") << "/test.txt" << Headers{{"Range", "bytes=0-9"}}
                                    << QByteArray()
                                    << QByteArray("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    QTest::newRow("put") << QByteArray("PUT") << "/test%24file.text"
                         << Headers{{"Date", "Fri, 24 May 2013 00:00:00 GMT"},
                                    {"x-amz-storage-class", "REDUCED_REDUNDANCY"}}
                         << QByteArray("Welcome to Amazon S3.")
                         << QByteArray("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    QTest::newRow("lifecycle") << QByteArray("GET") << "/?lifecycle" << Headers{} << QByteArray()
                               << QByteArray("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    QTest::newRow("list") << QByteArray("GET") << "/?max-keys=2&prefix=J" << Headers{} << QByteArray()
                          << QByteArray("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

void TestSignatureV4::objectExamples()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(std::vector<HttpHeader>, headers);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, signature);
    HttpRequest request;
    request.method = method;
    request.url = QUrl(QStringLiteral("https://examplebucket.s3.amazonaws.com") + path);
    request.headers = headers;
    const ByteView parts[] = {viewOf(body)};
    request.body = parts;
    QVERIFY(signRequest(request, credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
                        {"us-east-1", "s3", PathRule::AsSent}, payloadHash(request.body),
                        moment(QStringLiteral("20130524T000000Z"))));
    const auto authorization = headerValue(request.headers, "Authorization");
    QCOMPARE(authorization.mid(authorization.indexOf("Signature=") + 10), signature);
}

void TestSignatureV4::presignedExample()
{
    HttpRequest request;
    request.url = QUrl(QStringLiteral("https://examplebucket.s3.amazonaws.com/test.txt"));
    const auto url = presignedUrl(
        request, credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        {"us-east-1", "s3", PathRule::AsSent}, std::chrono::seconds(86400), moment(QStringLiteral("20130524T000000Z")));
    QVERIFY(url);
    QCOMPARE(QUrlQuery(*url).queryItemValue(QStringLiteral("X-Amz-Signature")),
             QStringLiteral("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"));
}

void TestSignatureV4::signsAsBotocoreDoes()
{
    CommandLine command;
    command.program = QStringLiteral(SEALIFT_PYTHON);
    command.arguments = {QStringLiteral(SEALIFT_SIGNER), QStringLiteral("400")};
    const auto signer = run(command);
    QVERIFY2(signer.ok(), signer.describe());
    const auto lines = signer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 400);
    for (const auto &line : lines) {
        const auto object = QJsonDocument::fromJson(line).object();
        const auto text = [&object](const char *name) { return object.value(QLatin1String(name)).toString(); };
        const auto body = QByteArray::fromHex(text("body").toLatin1());
        const ByteView parts[] = {viewOf(body)};
        HttpRequest request;
        request.method = text("method").toLatin1();
        request.url = QUrl(text("url"), QUrl::StrictMode);
        QVERIFY2(request.url.isValid(), line);
        request.body = parts;
        const auto headers = object.value(QLatin1String("headers")).toObject();
        for (auto i = headers.begin(); i != headers.end(); ++i)
            request.headers.push_back({i.key().toLatin1(), i.value().toString().toUtf8()});
        const auto keys = credentials(qPrintable(text("key")), qPrintable(text("secret")), qPrintable(text("token")));
        const auto now = moment(text("time"));
        const bool s3 = text("service") == QLatin1String("s3");
        const SigningScope scope{text("region").toLatin1(), text("service").toLatin1(),
                                 s3 ? PathRule::AsSent : PathRule::Normalized};
        if (text("kind") == QLatin1String("url")) {
            const auto url = presignedUrl(request, keys, scope,
                                          std::chrono::seconds(object.value(QLatin1String("expires")).toInt()), now);
            QVERIFY2(url, line);
            const QUrlQuery ours(*url);
            const QUrlQuery theirs(QUrl(text("signed"), QUrl::StrictMode));
            QVERIFY2(ours.queryItemValue(QStringLiteral("X-Amz-Signature")) ==
                         theirs.queryItemValue(QStringLiteral("X-Amz-Signature")),
                     line);
        } else {
            const auto payload = object.value(QLatin1String("unsigned")).toBool() ? QByteArray(kUnsignedPayload)
                                                                                  : payloadHash(request.body);
            QVERIFY2(signRequest(request, keys, scope, payload, now), line);
            QVERIFY2(QString::fromLatin1(headerValue(request.headers, "Authorization")) == text("signed"), line);
        }
    }
}

void TestSignatureV4::refusesWhatWouldBeUnprotected()
{
    HttpRequest request;
    request.url = QUrl(QStringLiteral("http://localhost/bucket"));
    const auto keys = credentials("id", "secret");
    const SigningScope scope{"us-east-1", "s3", PathRule::AsSent};
    const auto now = moment(QStringLiteral("20130524T000000Z"));
    const auto bare = signRequest(request, keys, scope, kUnsignedPayload, now);
    QVERIFY(!bare && bare.error().code() == ErrorCode::Unsafe);
    QVERIFY(request.headers.empty());
    const auto plainUrl = presignedUrl(request, keys, scope, std::chrono::seconds(60), now);
    QVERIFY(!plainUrl && plainUrl.error().code() == ErrorCode::Unsafe);
    request.url.setScheme(QStringLiteral("https"));
    const auto tooLong = presignedUrl(request, keys, scope, std::chrono::hours(24 * 7 + 1), now);
    QVERIFY(!tooLong && tooLong.error().code() == ErrorCode::InvalidArgument);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestSignatureV4 test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_signature_v4.moc"
