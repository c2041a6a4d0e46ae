#include "crypto/crypto_session.h"
#include "crypto/digest.h"
#include "http/http_client.h"
#include "storage/open_store.h"
#include "storage/s3/s3_store.h"
#include "support/rgw.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

#include <random>
#include <thread>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

const QString kName = QStringLiteral("config");

QByteArray content(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::mt19937_64 random(7);
    for (qsizetype at = 0; at + 8 <= size; at += 8) {
        const auto value = random();
        std::memcpy(bytes.data() + at, &value, 8);
    }
    return bytes;
}

Status put(ObjectStore &store, const QString &name, const QByteArray &bytes, PutMode mode = PutMode::Replace)
{
    const auto view = viewOf(bytes);
    return store.put(name, std::span(&view, 1), mode, {});
}

/// Counts what is sent.
class CountingTransport final : public HttpTransport
{
public:
    CountingTransport(HttpClientOptions options, int &count)
        : m_client(std::move(options))
        , m_count(count)
    {
    }
    Result<HttpResponse> send(const HttpRequest &request, std::stop_token stop) override
    {
        ++m_count;
        return m_client.send(request, std::move(stop));
    }

private:
    HttpClient m_client;
    int &m_count;
};

} // namespace

/// What only an S3 store does, on a real gateway.
class TestS3Store : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usesTheLayoutOfRestic();
    void storesInParts();
    void choosesPartSizes();
    void refusesContentThatIsNotItsName();
    void encryptsByTheService_data();
    void encryptsByTheService();
    void removesMany();
    void stoppedUploadLeavesNothing();
    void seesUploadsOfOthers();
    void correctsTheClock();
    void explainsFailures_data();
    void explainsFailures();
    void explainsAFullQuota();
    void endsSoonWhereNobodyListens();
    void makesTheBucket();

private:
    std::unique_ptr<ObjectStore> open(const StoreOptions &options, const QString &bucket = QStringLiteral("store"))
    {
        return openStore(m_rgw.location(bucket + QLatin1Char('/') + m_prefix), options).value();
    }
    QJsonObject head(const QString &name, const QString &bucket = QStringLiteral("store"))
    {
        const auto answer =
            m_rgw.aws({QStringLiteral("s3api"), QStringLiteral("head-object"), QStringLiteral("--bucket"), bucket,
                       QStringLiteral("--key"), m_prefix + QLatin1Char('/') + name});
        return QJsonDocument::fromJson(answer.out).object();
    }

    const Rgw m_rgw;
    QString m_prefix;
};

void TestS3Store::initTestCase()
{
    QVERIFY2(m_rgw.isThere(), "start one by tests/support/rgw.sh");
    m_prefix = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QVERIFY(open(m_rgw.options())->create({}));
}

void TestS3Store::usesTheLayoutOfRestic()
{
    const auto store = open(m_rgw.options());
    const auto bytes = content(1000);
    const auto id = sha256(viewOf(bytes)).hex();
    QVERIFY(put(*store, QStringLiteral("data/%1/%2").arg(id.left(2), id), bytes));
    const auto listed = m_rgw.aws({QStringLiteral("s3"), QStringLiteral("ls"), QStringLiteral("--recursive"),
                                   QStringLiteral("s3://store/%1/").arg(m_prefix)});
    QVERIFY2(listed.ok(), listed.describe());
    QVERIFY2(listed.out.contains(QStringLiteral("%1/data/%2/%3").arg(m_prefix, id.left(2), id).toLatin1()),
             listed.describe());
}

void TestS3Store::storesInParts()
{
    const auto store = open(m_rgw.options());
    const auto bytes = content(70 << 20);
    const auto view = viewOf(bytes);
    // Parts of the caller's that do not fall together with those of the upload.
    const std::vector<ByteView> parts{view.first(1), view.subspan(1, 20 << 20), view.subspan(1 + (20 << 20))};
    QVERIFY(store->put(QStringLiteral("large"), parts, PutMode::CreateNew, {}));
    QVERIFY(store->readAll(QStringLiteral("large"), 100 << 20, {}).value() == bytes);
    // An upload in parts shows in the tag: "hash-COUNT".
    const auto tag = head(QStringLiteral("large")).value(QLatin1String("ETag")).toString();
    QVERIFY2(tag.contains(QLatin1String("-5")), qPrintable(tag));
    QVERIFY(!store->put(QStringLiteral("large"), parts, PutMode::CreateNew, {}));
}

void TestS3Store::choosesPartSizes()
{
    constexpr qint64 kMiB = 1024 * 1024;
    QCOMPARE(MultipartUploads::partSize(65 * kMiB), 16 * kMiB);
    QCOMPARE(MultipartUploads::partSize(10'000 * 16 * kMiB), 16 * kMiB);
    QCOMPARE(MultipartUploads::partSize(10'000 * 16 * kMiB + 1), 17 * kMiB);
    const qint64 largest = 5LL << 40;
    QVERIFY(largest / MultipartUploads::partSize(largest) < 10'000);
}

void TestS3Store::refusesContentThatIsNotItsName()
{
    // The name goes as the hash of the content; a pack that was damaged in memory must not be stored.
    const auto store = open(m_rgw.options());
    const auto id = sha256(viewOf(content(1000))).hex();
    const auto name = QStringLiteral("data/%1/%2").arg(id.left(2), id);
    QVERIFY(store->remove(name, {}));
    const auto done = put(*store, name, content(1000) + 'x');
    QVERIFY(!done);
    QVERIFY2(done.error().code() == ErrorCode::Corrupt, qPrintable(done.error().what()));
    QCOMPARE(store->size(name, {}).error().code(), ErrorCode::NotFound);
}

void TestS3Store::encryptsByTheService_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("fact");
    QTest::newRow("kms") << static_cast<int>(ServerEncryption::Kind::Kms) << QStringLiteral("SSEKMSKeyId");
    QTest::newRow("customer") << static_cast<int>(ServerEncryption::Kind::Customer) << QString();
}

void TestS3Store::encryptsByTheService()
{
    QFETCH(int, kind);
    QFETCH(QString, fact);
    auto options = m_rgw.options();
    options.encryption.kind = static_cast<ServerEncryption::Kind>(kind);
    options.encryption.kmsKey = QStringLiteral("testkey");
    options.encryption.customerKey = QCA::SecureArray(QByteArray(32, 'k'));
    const auto store = open(options);
    for (const auto size : {qsizetype(1000), qsizetype(70 << 20)}) {
        const auto name = QStringLiteral("sealed-%1-%2").arg(kind).arg(size);
        const auto bytes = content(size);
        const auto done = put(*store, name, bytes, PutMode::CreateNew);
        QVERIFY2(done, done ? "" : qPrintable(done.error().what()));
        QCOMPARE(store->size(name, {}).value(), size);
        QVERIFY(store->readAll(name, size, {}).value() == bytes);
        if (!fact.isEmpty())
            QCOMPARE(head(name).value(fact).toString(), QStringLiteral("testkey"));
        else
            QVERIFY(!open(m_rgw.options())->readAll(name, size, {})); // not without the key
    }
}

void TestS3Store::removesMany()
{
    HttpClientOptions http;
    http.caFile = m_rgw.options().caFile;
    int sent = 0;
    S3Store store(std::make_unique<CountingTransport>(http, sent),
                  parseS3Location(m_rgw.location(QStringLiteral("store/many-") + m_prefix)).value(), m_rgw.options());
    QStringList names;
    for (int i = 0; i < 20; ++i) {
        names.append(QStringLiteral("index/%1").arg(i));
        QVERIFY(put(store, names.last(), "x"));
    }
    QVERIFY(put(store, QStringLiteral("index/stays"), "x"));
    for (int i = 0; i < 1100; ++i)
        names.append(QStringLiteral("index/absent-%1").arg(i));
    sent = 0;
    const auto done = store.removeMany(names, {});
    QVERIFY2(done, done ? "" : qPrintable(done.error().what()));
    QCOMPARE(sent, 2);
    QStringList left;
    QVERIFY(store.list({},
                       [&left](const ObjectInfo &info) -> Status {
                           left.append(info.name);
                           return {};
                       },
                       {}));
    QCOMPARE(left, QStringList{QStringLiteral("index/stays")});
    QCOMPARE(store.removeMany({QStringLiteral("../config")}, {}).error().code(), ErrorCode::InvalidArgument);
}

void TestS3Store::stoppedUploadLeavesNothing()
{
    const auto store = open(m_rgw.options());
    const auto uploads = store->unfinishedUploads();
    const auto piece = content(4 << 20);
    const std::vector<ByteView> parts(256, viewOf(piece));
    std::stop_source source;
    std::jthread stopper([&] {
        // In the midst of it: the service knows of the upload.
        while (uploads->list({}).value_or(std::vector<UnfinishedUpload>()).empty())
            std::this_thread::sleep_for(10ms);
        source.request_stop();
    });
    const auto done = store->put(QStringLiteral("data/large"), parts, PutMode::Replace, source.get_token());
    stopper.join();
    QVERIFY(!done && done.error().code() == ErrorCode::Cancelled);
    QVERIFY(!uploads->mayHaveLeft());
    QVERIFY(uploads->list({}).value().empty());
}

void TestS3Store::seesUploadsOfOthers()
{
    const auto uploads = open(m_rgw.options())->unfinishedUploads(); // outlives its store
    const auto begun =
        m_rgw.aws({QStringLiteral("s3api"), QStringLiteral("create-multipart-upload"), QStringLiteral("--bucket"),
                   QStringLiteral("store"), QStringLiteral("--key"), m_prefix + QStringLiteral("/data/other")});
    QVERIFY2(begun.ok(), begun.describe());
    const auto listed = uploads->list({});
    QVERIFY2(listed, listed ? "" : qPrintable(listed.error().what()));
    QCOMPARE(listed->size(), 1U);
    const auto &upload = listed->front();
    QCOMPARE(upload.name, QStringLiteral("data/other"));
    QVERIFY(!upload.ours);
    QVERIFY(std::abs(upload.begun.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(uploads->abort(upload, {}));
    QVERIFY(uploads->abort(upload, {}));
    QVERIFY(uploads->list({}).value().empty());
}

void TestS3Store::correctsTheClock()
{
    auto options = m_rgw.options();
    QStringList notices;
    options.notice = [&notices](const QString &text) { notices.append(text); };
    HttpClientOptions http;
    http.caFile = options.caFile;
    const auto place = parseS3Location(m_rgw.location(QStringLiteral("store/") + m_prefix)).value();
    S3Tuning tuning;
    tuning.clock = [] { return QDateTime::currentDateTimeUtc().addSecs(-20 * 60); };
    S3Store store(std::make_unique<HttpClient>(http), place, options, tuning);
    for (int i = 0; i < 3; ++i) {
        const auto done = put(store, kName, "x");
        QVERIFY2(done, done ? "" : qPrintable(done.error().what()));
    }
    QCOMPARE(store.size(kName, {}).value(), 1);
    QCOMPARE(notices.size(), 1);
    QVERIFY2(notices.first().contains(QLatin1String("20 minutes")), qPrintable(notices.first()));
    QVERIFY(open(m_rgw.options())->remove(kName, {}));
}

void TestS3Store::explainsFailures_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QString &key, const QString &secret, const char *bucket, ErrorCode code,
                        const char *words) {
        QTest::newRow(name) << key << secret << QString::fromLatin1(bucket) << static_cast<int>(code)
                            << QString::fromLatin1(words);
    };
    const auto key = m_rgw.value("RGW_ACCESS_KEY");
    const auto secret = m_rgw.value("RGW_SECRET_KEY");
    row("unknown key", QStringLiteral("AKIANOBODY"), secret, "store", ErrorCode::PermissionDenied,
        "does not know the access key AKIANOBODY");
    row("wrong secret", key, QStringLiteral("hunter2"), "store", ErrorCode::PermissionDenied,
        "does not accept the secret key");
    row("no permission", m_rgw.value("RGW_OTHER_ACCESS_KEY"), m_rgw.value("RGW_OTHER_SECRET_KEY"), "store",
        ErrorCode::PermissionDenied, "with the access key sealift-other");
    row("no bucket", key, secret, "no-such-bucket", ErrorCode::NotFound, "there is no bucket no-such-bucket");
}

void TestS3Store::explainsFailures()
{
    QFETCH(QString, key);
    QFETCH(QString, secret);
    QFETCH(QString, bucket);
    QFETCH(int, code);
    QFETCH(QString, words);
    auto options = m_rgw.options();
    options.credentials =
        std::make_shared<StaticCredentials>(AwsCredentials{key, QCA::SecureArray(secret.toLatin1()), {}, {}});
    int sent = 0;
    HttpClientOptions http;
    http.caFile = options.caFile;
    S3Store store(std::make_unique<CountingTransport>(http, sent),
                  parseS3Location(m_rgw.location(bucket + QStringLiteral("/lib"))).value(), options);
    QByteArray out(1, '\0');
    const auto put = ::put(store, kName, "x");
    QCOMPARE(sent, 1); // no storm of retries
    const auto size = store.size(kName, {});
    const auto read = store.read(kName, 0, mutableViewOf(out), {});
    QVERIFY(sent <= 4);
    QVERIFY(!put && !size && !read);
    for (const auto &error : {put.error(), size.error(), read.error()}) {
        QVERIFY2(error.what().contains(words), qPrintable(error.what()));
        QCOMPARE(static_cast<int>(error.code()), code);
        QVERIFY(!error.remedy().isEmpty());
        QVERIFY(!(error.what() + error.remedy()).contains(QLatin1String("hunter2")));
    }
}

void TestS3Store::explainsAFullQuota()
{
    const auto bucket = QStringLiteral("full-%1").arg(m_prefix.left(8));
    const auto store = open(m_rgw.options(), bucket);
    QVERIFY(store->create({}));
    const auto admin = [&](const QStringList &arguments) {
        const auto done = m_rgw.admin(arguments);
        return done.ok() ? QByteArray() : done.describe();
    };
    QCOMPARE(
        admin({QStringLiteral("quota"), QStringLiteral("set"), QStringLiteral("--quota-scope=bucket"),
               QStringLiteral("--uid=test"), QStringLiteral("--bucket=") + bucket, QStringLiteral("--max-objects=1")}),
        QByteArray());
    QCOMPARE(admin({QStringLiteral("quota"), QStringLiteral("enable"), QStringLiteral("--quota-scope=bucket"),
                    QStringLiteral("--uid=test"), QStringLiteral("--bucket=") + bucket}),
             QByteArray());
    Status done;
    for (int i = 0; i < 100 && done; ++i) {
        done = put(*store, QStringLiteral("object-%1").arg(i), "x");
        QTest::qWait(50); // the gateway looks at its sums now and then
    }
    QVERIFY(!done);
    QVERIFY2(done.error().code() == ErrorCode::NoSpace, qPrintable(done.error().what()));
    QVERIFY(!done.error().remedy().isEmpty());
}

void TestS3Store::endsSoonWhereNobodyListens()
{
    const auto store = openStore(QStringLiteral("s3:https://localhost:1/bucket"), m_rgw.options()).value();
    QElapsedTimer timer;
    timer.start();
    const auto size = store->size(kName, {});
    QVERIFY(!size);
    QCOMPARE(size.error().code(), ErrorCode::Network);
    QVERIFY2(timer.elapsed() < 12000, QByteArray::number(timer.elapsed()).constData());
}

void TestS3Store::makesTheBucket()
{
    const auto bucket = QStringLiteral("new-%1").arg(m_prefix.left(8));
    const auto store = open(m_rgw.options(), bucket);
    QCOMPARE(store->size(kName, {}).error().code(), ErrorCode::NotFound);
    QVERIFY(store->create({}));
    QVERIFY(store->create({}));
    QVERIFY(put(*store, kName, "x"));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestS3Store test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_s3_store.moc"
