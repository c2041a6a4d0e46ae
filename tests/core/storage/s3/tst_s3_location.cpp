#include "storage/open_store.h"
#include "storage/s3/s3_location.h"

#include <QTest>

using namespace sealift;

/// Places in buckets, as users write them.
class TestS3Location : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void plainHttp();
};

void TestS3Location::reads_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("region");
    QTest::addColumn<bool>("amazon");
    const auto row = [](const char *location, const char *text, const char *bucket, const char *prefix,
                        const char *region, bool amazon) {
        QTest::newRow(location) << QString::fromUtf8(location) << QString::fromUtf8(text) << QString::fromUtf8(bucket)
                                << QString::fromUtf8(prefix) << QString::fromUtf8(region) << amazon;
    };
    row("s3:https://host.example/bucket", "s3:https://host.example/bucket", "bucket", "", "", false);
    row("s3:https://host.example:9000/bucket/a/b/", "s3:https://host.example:9000/bucket/a/b", "bucket", "a/b", "",
        false);
    row("s3:host.example/bucket/a", "s3:https://host.example/bucket/a", "bucket", "a", "", false);
    row("s3://host.example/bucket/a", "s3:https://host.example/bucket/a", "bucket", "a", "", false);
    row("s3:localhost:7443/bucket", "s3:https://localhost:7443/bucket", "bucket", "", "", false);
    row("s3:http://[::1]:7480/bucket", "s3:http://[::1]:7480/bucket", "bucket", "", "", false);
    row("s3:s3.amazonaws.com/bucket/a", "s3:https://s3.amazonaws.com/bucket/a", "bucket", "a", "", true);
    row("s3:s3.eu-central-1.amazonaws.com/bucket", "s3:https://s3.eu-central-1.amazonaws.com/bucket", "bucket", "",
        "eu-central-1", true);
    row("s3:s3-eu-west-1.amazonaws.com/bucket", "s3:https://s3-eu-west-1.amazonaws.com/bucket", "bucket", "",
        "eu-west-1", true);
    row("s3:us-gov-west-1/bucket/x", "s3:https://s3.us-gov-west-1.amazonaws.com/bucket/x", "bucket", "x",
        "us-gov-west-1", true);
    row("s3:cn-north-1/bucket", "s3:https://s3.cn-north-1.amazonaws.com.cn/bucket", "bucket", "", "cn-north-1", true);
    row("s3:https://host.example/bucket/\xc3\xa4 b@c", "s3:https://host.example/bucket/\xc3\xa4 b@c", "bucket",
        "\xc3\xa4 b@c", "", false);
    row("S3:https://s3.amazonaws.com.evil.example/bucket", "s3:https://s3.amazonaws.com.evil.example/bucket", "bucket",
        "", "", false);
}

void TestS3Location::reads()
{
    QFETCH(QString, location);
    QFETCH(QString, text);
    QFETCH(QString, bucket);
    QFETCH(QString, prefix);
    QFETCH(QString, region);
    QFETCH(bool, amazon);
    QVERIFY(isS3Location(location));
    const auto place = parseS3Location(location);
    QVERIFY2(place, place ? "" : qPrintable(place.error().what()));
    QCOMPARE(place->text(), text);
    QCOMPARE(place->bucket, bucket);
    QCOMPARE(place->prefix, prefix);
    QCOMPARE(place->region, region);
    QCOMPARE(place->amazon, amazon);
    QCOMPARE(absoluteLocation(location), location);
    // What is shown leads to the same place.
    QCOMPARE(parseS3Location(text)->text(), text);
}

void TestS3Location::refuses_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<int>("code");
    const auto row = [](const char *location, ErrorCode code) {
        QTest::newRow(location) << QString::fromUtf8(location) << static_cast<int>(code);
    };
    row("s3:", ErrorCode::InvalidArgument);
    row("s3:host.example", ErrorCode::InvalidArgument);
    row("s3:https://host.example/", ErrorCode::InvalidArgument);
    row("s3:https:///bucket", ErrorCode::InvalidArgument);
    row("s3:https://host.example/b", ErrorCode::InvalidArgument);
    row("s3:https://host.example/bucket/../other", ErrorCode::InvalidArgument);
    row("s3:https://host.example/bucket//a", ErrorCode::InvalidArgument);
    row("s3:https://host.example/bucket/a\nb", ErrorCode::InvalidArgument);
    row("s3:ftp://host.example/bucket", ErrorCode::InvalidArgument);
    row("s3:https://joe:hunter2@host.example/bucket", ErrorCode::Unsafe);
    row("s3:hunter2@host.example/bucket", ErrorCode::Unsafe);
    row("s3:https://host.example/bucket?X-Amz-Signature=hunter2", ErrorCode::Unsafe);
    row("s3:https://host.example/bucket#hunter2", ErrorCode::Unsafe);
}

void TestS3Location::refuses()
{
    QFETCH(QString, location);
    QFETCH(int, code);
    const auto place = openStore(location);
    QVERIFY(!place);
    QVERIFY2(static_cast<int>(place.error().code()) == code, qPrintable(place.error().what()));
    QVERIFY(!(place.error().what() + place.error().remedy()).contains(QLatin1String("hunter2")));
    QVERIFY(!place.error().remedy().isEmpty());
}

void TestS3Location::plainHttp()
{
    StoreOptions allowed;
    allowed.allowInsecureLoopback = true;
    const auto code = [](const QString &location, const StoreOptions &options) {
        const auto store = openStore(location, options);
        return store ? std::nullopt : std::optional(store.error().code());
    };
    QCOMPARE(code(QStringLiteral("s3:http://localhost:7480/bucket"), {}), ErrorCode::Unsafe);
    QCOMPARE(code(QStringLiteral("s3:http://localhost:7480/bucket"), allowed), std::nullopt);
    QCOMPARE(code(QStringLiteral("s3:http://host.example/bucket"), allowed), ErrorCode::Unsafe);
}

QTEST_APPLESS_MAIN(TestS3Location)
#include "tst_s3_location.moc"
