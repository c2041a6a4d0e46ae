// What a real gateway tells of a bucket, and what it lets be done there.

#include "crypto/crypto_session.h"
#include "http/http_client.h"
#include "storage/open_store.h"
#include "storage/s3/s3_bucket.h"
#include "storage/s3/s3_bucket_answers.h"
#include "storage/s3/s3_store.h"
#include "support/rgw.h"
#include "support/toxic_server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QUuid>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kMiB = 1 << 20;
const auto kPrefix = QStringLiteral("team/library");

} // namespace

class TestS3Bucket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void plainBucket();
    void versioning();
    void publicByAccessList();
    void publicByPolicy();
    void objectLock();
    void lifecycle_data();
    void lifecycle();
    void quota();
    void readOnly();
    void notToBeRemoved();
    void settingsThatMayNotBeRead();
    void unreachable_data();
    void unreachable();
    void otherRegion();
    void clockThatIsWrong();
    void silence();
    void errorsOfAStore();
    void answers();

private:
    /// `aws s3api WORDS... --bucket` this one. Empty, or what went wrong.
    QByteArray aws(const QStringList &words) const
    {
        const auto done =
            m_rgw.aws(QStringList{QStringLiteral("s3api")} + words + QStringList{QStringLiteral("--bucket"), m_bucket});
        return done.ok() ? QByteArray() : done.describe();
    }
    QByteArray putPolicy(const QByteArray &statements) const;
    /// A statement that lets somebody do something with the bucket and its objects.
    QByteArray allow(const QByteArray &who, const QByteArray &actions) const;
    std::unique_ptr<ObjectStore> store(const StoreOptions &options) const
    {
        return openStore(m_rgw.location(m_bucket + QLatin1Char('/') + kPrefix), options).value();
    }
    BucketState look() const { return look(m_rgw.options()); }
    BucketState look(const StoreOptions &options) const { return store(options)->bucketState({}).value(); }
    /// Versions and objects that lie in the bucket.
    QByteArray content() const
    {
        return m_rgw
            .aws({QStringLiteral("s3api"), QStringLiteral("list-object-versions"), QStringLiteral("--bucket"), m_bucket,
                  QStringLiteral("--query"), QStringLiteral("[Versions,DeleteMarkers]"), QStringLiteral("--output"),
                  QStringLiteral("text")})
            .out.trimmed();
    }

    const Rgw m_rgw;
    QString m_bucket;
};

QByteArray TestS3Bucket::putPolicy(const QByteArray &statements) const
{
    return aws({QStringLiteral("put-bucket-policy"), QStringLiteral("--policy"),
                QString::fromUtf8(R"({"Version":"2012-10-17","Statement":[)" + statements + "]}")});
}

QByteArray TestS3Bucket::allow(const QByteArray &who, const QByteArray &actions) const
{
    const auto arn = "arn:aws:s3:::" + m_bucket.toUtf8();
    return R"({"Effect":"Allow","Principal":)" + who + R"(,"Action":[)" + actions + R"(],"Resource":[")" + arn +
           R"(",")" + arn + R"(/*"]})";
}

void TestS3Bucket::initTestCase()
{
    QVERIFY2(m_rgw.isThere(), "start one by tests/support/rgw.sh");
}

void TestS3Bucket::init()
{
    m_bucket = QStringLiteral("look-%1").arg(QUuid::createUuid().toString(QUuid::Id128).left(12));
    if (qstrcmp(QTest::currentTestFunction(), "objectLock") != 0)
        QVERIFY(store(m_rgw.options())->create({}));
}

void TestS3Bucket::plainBucket()
{
    const auto state = look();
    QCOMPARE(state.place, m_rgw.location(m_bucket + QLatin1Char('/') + kPrefix));
    QCOMPARE(state.unreachable + state.elsewhere + state.cannotWrite + state.cannotRemove, QString());
    QVERIFY(!state.plainHttp);
    QCOMPARE(state.versioned, std::optional(false));
    QCOMPARE(state.isPublic, std::optional(false));
    QCOMPARE(state.retains, std::optional(false));
    QCOMPARE(state.removesObjects, std::optional(false));
    QCOMPARE(state.endsUploads, std::optional(false));
    QCOMPARE(state.quotaLeft, std::optional<qint64>());
    QVERIFY(state.secondsAhead && std::abs(*state.secondsAhead) < 10);
    // Gateways older than Ceph 17 know no encryption of buckets, and say so by a list of objects.
    if (state.encrypted)
        QCOMPARE(state.notTold, QStringList());
    else
        QCOMPARE(state.notTold, QStringList(QStringLiteral("encryption (the service knows no such thing)")));
    // The object that was stored is gone.
    QCOMPARE(content().replace("None", "").trimmed(), QByteArray());
    // A folder is no bucket.
    QVERIFY(!openStore(QStringLiteral("/tmp"), {}).value()->bucketState({}));
}

void TestS3Bucket::versioning()
{
    QCOMPARE(aws({QStringLiteral("put-bucket-versioning"), QStringLiteral("--versioning-configuration"),
                  QStringLiteral("Status=Enabled")}),
             QByteArray());
    QCOMPARE(look().versioned, std::optional(true));
    // What was stored to try would stay, so nothing was.
    QCOMPARE(content().replace("None", "").trimmed(), QByteArray());
    QCOMPARE(aws({QStringLiteral("put-bucket-versioning"), QStringLiteral("--versioning-configuration"),
                  QStringLiteral("Status=Suspended")}),
             QByteArray());
    QCOMPARE(look().versioned, std::optional(false));
}

void TestS3Bucket::publicByAccessList()
{
    QCOMPARE(aws({QStringLiteral("put-bucket-acl"), QStringLiteral("--acl"), QStringLiteral("public-read")}),
             QByteArray());
    QCOMPARE(look().isPublic, std::optional(true));
    QCOMPARE(aws({QStringLiteral("put-public-access-block"), QStringLiteral("--public-access-block-configuration"),
                  // This gateway counts the access list to the policy's status, too.
                  QStringLiteral("IgnorePublicAcls=true,RestrictPublicBuckets=true")}),
             QByteArray());
    QCOMPARE(look().isPublic, std::optional(false));
}

void TestS3Bucket::publicByPolicy()
{
    QCOMPARE(putPolicy(allow("\"*\"", "\"s3:GetObject\"")), QByteArray());
    QCOMPARE(look().isPublic, std::optional(true));
}

void TestS3Bucket::objectLock()
{
    QCOMPARE(aws({QStringLiteral("create-bucket"), QStringLiteral("--object-lock-enabled-for-bucket")}), QByteArray());
    QCOMPARE(look().retains, std::optional(false));
    QCOMPARE(
        aws({QStringLiteral("put-object-lock-configuration"), QStringLiteral("--object-lock-configuration"),
             QStringLiteral(
                 R"({"ObjectLockEnabled":"Enabled","Rule":{"DefaultRetention":{"Mode":"GOVERNANCE","Days":1}}})")}),
        QByteArray());
    const auto state = look();
    QCOMPARE(state.retains, std::optional(true));
    QCOMPARE(state.versioned, std::optional(true));
    QCOMPARE(content().replace("None", "").trimmed(), QByteArray());
}

void TestS3Bucket::lifecycle_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("endsUploads");
    QTest::addColumn<bool>("removesObjects");
    const auto row = [](const char *name, const char *filter, const char *action, bool ends, bool removes,
                        const char *status = "Enabled") {
        QTest::newRow(name) << QStringLiteral(R"({"ID":"one","Status":"%1","Filter":{%2},%3})")
                                   .arg(QLatin1String(status), QLatin1String(filter), QLatin1String(action))
                            << ends << removes;
    };
    const auto *const ends = R"("AbortIncompleteMultipartUpload":{"DaysAfterInitiation":3})";
    const auto *const removes = R"("Expiration":{"Days":30})";
    row("uploads, everywhere", R"("Prefix":"")", ends, true, false);
    row("uploads, switched off", R"("Prefix":"")", ends, false, false, "Disabled");
    row("uploads, in the place", R"("Prefix":"team/")", ends, true, false);
    row("uploads, elsewhere", R"("Prefix":"other/")", ends, false, false);
    row("uploads, in a part of it", R"("Prefix":"team/library/data/")", ends, false, false);
    row("objects, everywhere", R"("Prefix":"")", removes, false, true);
    row("objects, in a part of it", R"("Prefix":"team/library/data/")", removes, false, true);
    row("objects, elsewhere", R"("Prefix":"other/")", removes, false, false);
    row("objects with a tag", R"("Tag":{"Key":"temporary","Value":"yes"})", removes, false, false);
    row("older versions", R"("Prefix":"")", R"("NoncurrentVersionExpiration":{"NoncurrentDays":3})", false, false);
}

void TestS3Bucket::lifecycle()
{
    QFETCH(const QString, rule);
    QFETCH(const bool, endsUploads);
    QFETCH(const bool, removesObjects);
    QCOMPARE(aws({QStringLiteral("put-bucket-lifecycle-configuration"), QStringLiteral("--lifecycle-configuration"),
                  QStringLiteral(R"({"Rules":[%1]})").arg(rule)}),
             QByteArray());
    const auto state = look();
    QCOMPARE(state.endsUploads, std::optional(endsUploads));
    QCOMPARE(state.removesObjects, std::optional(removesObjects));
}

void TestS3Bucket::quota()
{
    for (const auto &words : {QStringList{QStringLiteral("set"), QStringLiteral("--max-size=%1").arg(100 * kMiB)},
                              QStringList{QStringLiteral("enable")}}) {
        const auto done = m_rgw.admin(QStringList{QStringLiteral("quota")} + words +
                                      QStringList{QStringLiteral("--quota-scope=bucket"), QStringLiteral("--uid=test"),
                                                  QStringLiteral("--bucket=") + m_bucket});
        QVERIFY2(done.ok(), done.describe());
    }
    // The gateway keeps what it knows of users and buckets for some seconds.
    QTRY_COMPARE_WITH_TIMEOUT(look().quotaLeft, std::optional(100 * kMiB), 30'000);
}

void TestS3Bucket::readOnly()
{
    QCOMPARE(putPolicy(allow(R"({"AWS":"arn:aws:iam:::user/other"})", R"("s3:ListBucket","s3:GetObject")")),
             QByteArray());
    const auto state = look(m_rgw.othersOptions());
    QCOMPARE(state.unreachable, QString());
    QVERIFY2(state.cannotWrite.contains(QStringLiteral("may not be written")), qPrintable(state.cannotWrite));
    QCOMPARE(state.cannotRemove, QString());
}

void TestS3Bucket::notToBeRemoved()
{
    QCOMPARE(
        putPolicy(allow(R"({"AWS":"arn:aws:iam:::user/other"})", R"("s3:ListBucket","s3:GetObject","s3:PutObject")")),
        QByteArray());
    const auto state = look(m_rgw.othersOptions());
    QCOMPARE(state.cannotWrite, QString());
    QVERIFY2(state.cannotRemove.contains(QStringLiteral("may not be removed")), qPrintable(state.cannotRemove));
    // It is still there, as it is after a process that was killed; the next look takes it along.
    QVERIFY(content().contains("sealift-probe"));
    QCOMPARE(look().cannotRemove, QString());
    QCOMPARE(content().replace("None", "").trimmed(), QByteArray());
}

void TestS3Bucket::settingsThatMayNotBeRead()
{
    QCOMPARE(putPolicy(allow(R"({"AWS":"arn:aws:iam:::user/other"})",
                             R"("s3:ListBucket","s3:GetObject","s3:PutObject","s3:DeleteObject")")),
             QByteArray());
    const auto state = look(m_rgw.othersOptions());
    QCOMPARE(state.unreachable + state.cannotWrite + state.cannotRemove, QString());
    QVERIFY2(state.notTold.contains(QStringLiteral("versioning (AccessDenied)")),
             qPrintable(state.notTold.join(QLatin1Char('\n'))));
    QCOMPARE(state.versioned, std::optional<bool>());
    QCOMPARE(state.endsUploads, std::optional<bool>());
}

void TestS3Bucket::unreachable_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("words");
    const auto key = m_rgw.value("RGW_ACCESS_KEY");
    QTest::newRow("no bucket") << m_rgw.location(QStringLiteral("no-such-bucket/x")) << key
                               << QStringLiteral("there is no bucket no-such-bucket");
    QTest::newRow("unknown key") << m_rgw.location(QStringLiteral("store/x")) << QStringLiteral("AKIANOBODY")
                                 << QStringLiteral("does not know the access key");
}

void TestS3Bucket::unreachable()
{
    QFETCH(const QString, location);
    QFETCH(const QString, key);
    QFETCH(const QString, words);
    auto options = m_rgw.options();
    options.credentials = std::make_shared<StaticCredentials>(
        AwsCredentials{key, QCA::SecureArray(m_rgw.value("RGW_SECRET_KEY").toLatin1()), {}, {}});
    QElapsedTimer timer;
    timer.start();
    const auto state = openStore(location, options).value()->bucketState({}).value();
    QVERIFY2(state.unreachable.contains(words), qPrintable(state.unreachable));
    QVERIFY(timer.elapsed() < 6000);
    QCOMPARE(state.notTold, QStringList());
    QVERIFY(!state.unreachable.contains(QStringLiteral("AKIANOBODY")));
}

void TestS3Bucket::otherRegion()
{
    const ToxicServer server({QStringLiteral("--certificate"), m_rgw.value("RGW_TLS") + QStringLiteral("/server.pem"),
                              QStringLiteral("--upstream"), m_rgw.value("RGW_HTTPS"), QStringLiteral("--ca"),
                              m_rgw.value("RGW_CA"), QStringLiteral("--fault"), QStringLiteral("other-region")});
    const auto place = QStringLiteral("s3:https://localhost:%1/%2/x").arg(QString::number(server.port()), m_bucket);
    auto options = m_rgw.options();
    options.region = QStringLiteral("us-west-2");
    const auto state = openStore(place, options).value()->bucketState({}).value();
    QVERIFY2(state.elsewhere.contains(QStringLiteral("is in the region eu-central-1, and was asked for in us-west-2")),
             qPrintable(state.elsewhere));
    QCOMPARE(state.unreachable, QString());
    options.region.clear();
    QCOMPARE(openStore(place, options).value()->bucketState({}).value().elsewhere, QString());
}

void TestS3Bucket::clockThatIsWrong()
{
    HttpClientOptions http;
    http.caFile = m_rgw.options().caFile;
    S3Tuning tuning;
    tuning.clock = [] { return QDateTime::currentDateTimeUtc().addSecs(-20 * 60); };
    S3Store late(std::make_unique<HttpClient>(http), parseS3Location(m_rgw.location(m_bucket)).value(), m_rgw.options(),
                 tuning);
    const auto state = late.bucketState({}).value();
    QVERIFY(state.secondsAhead && std::abs(*state.secondsAhead + 1200) < 10);
    QCOMPARE(state.unreachable + state.cannotWrite, QString());
}

void TestS3Bucket::silence()
{
    const ToxicServer server({QStringLiteral("--certificate"), m_rgw.value("RGW_TLS") + QStringLiteral("/server.pem"),
                              QStringLiteral("--upstream"), m_rgw.value("RGW_HTTPS"), QStringLiteral("--ca"),
                              m_rgw.value("RGW_CA"), QStringLiteral("--fault"), QStringLiteral("silence=9")});
    const auto place = QStringLiteral("s3:https://localhost:%1/%2/x").arg(QString::number(server.port()), m_bucket);
    QElapsedTimer timer;
    timer.start();
    const auto state = openStore(place, m_rgw.options()).value()->bucketState({}).value();
    const QStringList noAnswer{QStringLiteral("anything (no answer in time)")};
    QCOMPARE(state.notTold, noAnswer);
    QCOMPARE(state.unreachable, QString());
    QVERIFY2(timer.elapsed() < 8000, QByteArray::number(timer.elapsed()).constData());
    // Nobody waits for it: neither long nor at all.
    std::stop_source stopped;
    stopped.request_stop();
    timer.restart();
    QCOMPARE(store(m_rgw.options())->bucketState(stopped.get_token())->notTold, noAnswer);
    // A service that restarts is no reason to refuse anything.
    const auto nobody = openStore(QStringLiteral("s3:https://localhost:1/bucket"), m_rgw.options()).value();
    const auto down = nobody->bucketState({}).value();
    QCOMPARE(down.notTold.size(), 1);
    QCOMPARE(down.unreachable, QString());
    QVERIFY(timer.elapsed() < 1000);
}

void TestS3Bucket::errorsOfAStore()
{
    const auto place = m_rgw.location(m_bucket);
    const auto missing = openStore(m_rgw.location(QStringLiteral("no-such-bucket/x")), m_rgw.options())
                             .value()
                             ->readAll(QStringLiteral("config"), 1000, {});
    QVERIFY(!missing);
    QVERIFY(bucketStateFrom(place, missing.error())->unreachable.contains(QStringLiteral("no-such-bucket")));
    QVERIFY(!bucketStateFrom(QStringLiteral("/srv/library"), missing.error()));
    // That there is no such object, or that the password is wrong, is nothing about the bucket.
    const auto none = store(m_rgw.options())->readAll(QStringLiteral("config"), 1000, {});
    QVERIFY(!none && !bucketStateFrom(place, none.error()));
    QVERIFY(!bucketStateFrom(place, Error(ErrorCode::WrongPassword, QStringLiteral("wrong"))));
}

/// What the gateway never answers.
void TestS3Bucket::answers()
{
    const QByteArray encrypted = "<ServerSideEncryptionConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                                 "<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
                                 "</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>";
    QVERIFY(readEncryption(encrypted).value());
    QVERIFY(!readEncryption("<ServerSideEncryptionConfiguration></ServerSideEncryptionConfiguration>").value());
    QCOMPARE(readEncryption("<ListBucketResult></ListBucketResult>").error().code(), ErrorCode::Corrupt);
    QCOMPARE(readEncryption("").error().code(), ErrorCode::Corrupt);
    QCOMPARE(readVersioning("<VersioningConfiguration><Status>").error().code(), ErrorCode::Corrupt);
    const QByteArray archive =
        "<LifecycleConfiguration><Rule><Status>Enabled</Status><Prefix></Prefix><Transition>"
        "<Days>1</Days><StorageClass>%</StorageClass></Transition></Rule></LifecycleConfiguration>";
    QVERIFY(readLifecycle(QByteArray(archive).replace("%", "DEEP_ARCHIVE"), kPrefix).value().removesObjects);
    QVERIFY(!readLifecycle(QByteArray(archive).replace("%", "STANDARD_IA"), kPrefix).value().removesObjects);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestS3Bucket test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_s3_bucket.moc"
