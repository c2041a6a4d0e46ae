#include "crypto/crypto_session.h"
#include "http/http_client.h"
#include "storage/s3/s3_store.h"
#include "support/rgw.h"
#include "support/toxic_server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QUuid>

#include <thread>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

const QString kName = QStringLiteral("data/4f/4f1a");

Status put(ObjectStore &store, const QString &name, const QByteArray &bytes, PutMode mode = PutMode::Replace)
{
    const auto view = viewOf(bytes);
    return store.put(name, std::span(&view, 1), mode, {});
}

QStringList listed(ObjectStore &store)
{
    QStringList names;
    const auto done = store.list({},
                                 [&names](const ObjectInfo &info) -> Status {
                                     names.append(info.name);
                                     return {};
                                 },
                                 {});
    return done ? names : QStringList{done.error().what()};
}

} // namespace

/// A store whose way to the gateway is bad: through a server that makes trouble.
class TestS3Trouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void getsThrough_data();
    void getsThrough();
    void givesUpInTime();
    void createNewSurvivesALostAnswer();
    void doesWithoutConditions();
    void saysThatUploadsCannotBeListed();
    void refusesBadLists_data();
    void refusesBadLists();
    void boundsEndlessAnswers_data();
    void boundsEndlessAnswers();
    void findsTheRegion();
    void keepsToANamedRegion();
    void neverFollowsRedirections();
    void slowsDownAndRecovers();
    void latencyCostsLittle();

private:
    struct Way {
        std::unique_ptr<ToxicServer> server;
        std::unique_ptr<S3Store> store;
    };
    /// A store behind a server with these faults. Its folder is the same for all.
    Way way(const QStringList &faults, StoreOptions options, const QStringList &more = {}) const
    {
        QStringList arguments{QStringLiteral("--certificate"), m_rgw.value("RGW_TLS") + QStringLiteral("/server.pem"),
                              QStringLiteral("--upstream"),    m_rgw.value("RGW_HTTPS"),
                              QStringLiteral("--ca"),          m_rgw.value("RGW_CA")};
        for (const auto &fault : faults)
            arguments += {QStringLiteral("--fault"), fault};
        Way way;
        way.server = std::make_unique<ToxicServer>(arguments + more);
        HttpClientOptions http;
        http.caFile = options.caFile;
        http.stallTimeout = 2s;
        S3Tuning tuning;
        tuning.retry.base = 20ms;
        tuning.retry.deadline = 5s;
        const auto place =
            QStringLiteral("s3:https://localhost:%1/%2").arg(QString::number(way.server->port()), m_place);
        way.store = std::make_unique<S3Store>(std::make_unique<HttpClient>(http), parseS3Location(place).value(),
                                              options, tuning);
        return way;
    }
    Way way(const QStringList &faults) const { return way(faults, m_rgw.options()); }

    const Rgw m_rgw;
    QString m_place;
    const QByteArray m_bytes = QByteArray(300'000, 'x') + QByteArray(300'000, 'y');
};

void TestS3Trouble::initTestCase()
{
    QVERIFY2(m_rgw.isThere(), "start one by tests/support/rgw.sh");
    m_place = QStringLiteral("trouble/%1").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    QVERIFY(way({}).store->create({}));
}

void TestS3Trouble::getsThrough_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("more"); // requests than without the fault
    QTest::newRow("none") << QStringLiteral("none") << 0;
    QTest::newRow("reset while sending") << QStringLiteral("reset-request=3") << 3;
    QTest::newRow("reset while answering") << QStringLiteral("reset-answer=3") << 3;
    QTest::newRow("answer cut off") << QStringLiteral("truncated=3") << 3;
    QTest::newRow("internal errors") << QStringLiteral("status-500=4") << 4;
    QTest::newRow("busy") << QStringLiteral("status-503=4") << 4;
    QTest::newRow("silence") << QStringLiteral("silence=1") << 1;
}

void TestS3Trouble::getsThrough()
{
    QFETCH(QString, fault);
    QFETCH(int, more);
    auto way = this->way({fault});
    const auto stored = put(*way.store, kName, m_bytes);
    QVERIFY2(stored, stored ? "" : qPrintable(stored.error().what()));
    QByteArray out(400'000, '\0');
    QVERIFY(way.store->read(kName, 100'000, mutableViewOf(out), {}));
    QVERIFY(out == m_bytes.mid(100'000, 400'000));
    QVERIFY(way.store->readAll(kName, 1'000'000, {}).value() == m_bytes);
    QCOMPARE(listed(*way.store), QStringList{kName});
    // Each try that failed is one request more, and nothing else is.
    QCOMPARE(way.server->requests(), 4 + more);
}

void TestS3Trouble::givesUpInTime()
{
    const auto way = this->way({QStringLiteral("status-503")});
    QElapsedTimer timer;
    timer.start();
    const auto done = put(*way.store, kName, m_bytes);
    QVERIFY(!done);
    QCOMPARE(done.error().code(), ErrorCode::Network);
    QVERIFY2(done.error().what().contains(kName), qPrintable(done.error().what()));
    QVERIFY(timer.elapsed() < 8000);
    std::stop_source source;
    std::jthread stopper([&source] {
        std::this_thread::sleep_for(1500ms); // in the middle of a pause
        source.request_stop();
    });
    timer.restart();
    const auto stopped = way.store->remove(kName, source.get_token());
    QVERIFY(!stopped && stopped.error().code() == ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 2500);
}

void TestS3Trouble::createNewSurvivesALostAnswer()
{
    // The answer to the PUT is lost after the object was stored: the next attempt finds the object, and it is its own.
    const auto way = this->way({QStringLiteral("lost-answer=1")});
    const auto name = QStringLiteral("config");
    const auto done = put(*way.store, name, "x", PutMode::CreateNew);
    QVERIFY2(done, done ? "" : qPrintable(done.error().what()));
    const auto again = put(*way.store, name, "y", PutMode::CreateNew);
    QVERIFY(!again && again.error().code() == ErrorCode::AlreadyExists);
    QCOMPARE(way.store->readAll(name, 10, {}).value(), QByteArray("x"));
    QVERIFY(way.store->remove(name, {}));
}

void TestS3Trouble::doesWithoutConditions()
{
    auto options = m_rgw.options();
    QStringList notices;
    options.notice = [&notices](const QString &text) { notices.append(text); };
    const auto way = this->way({QStringLiteral("no-conditions")}, options);
    const auto name = QStringLiteral("keys/a");
    QVERIFY(put(*way.store, name, "x", PutMode::CreateNew));
    const auto again = put(*way.store, name, "y", PutMode::CreateNew);
    QVERIFY(!again && again.error().code() == ErrorCode::AlreadyExists);
    QCOMPARE(way.store->readAll(name, 10, {}).value(), QByteArray("x"));
    QCOMPARE(notices.size(), 1);
    QVERIFY(way.store->remove(name, {}));
}

void TestS3Trouble::saysThatUploadsCannotBeListed()
{
    const auto way = this->way({QStringLiteral("no-upload-list")});
    const auto uploads = way.store->unfinishedUploads();
    QVERIFY(uploads);
    const auto left = uploads->list({});
    QVERIFY(!left);
    QCOMPARE(left.error().code(), ErrorCode::Unsupported);
}

void TestS3Trouble::refusesBadLists_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("malformed") << QStringLiteral("malformed-xml");
    QTest::newRow("entities") << QStringLiteral("entities");
}

void TestS3Trouble::refusesBadLists()
{
    QFETCH(QString, fault);
    const auto way = this->way({fault});
    int calls = 0;
    const auto done = way.store->list({},
                                      [&calls](const ObjectInfo &) -> Status {
                                          ++calls;
                                          return {};
                                      },
                                      {});
    QVERIFY(!done);
    QCOMPARE(done.error().code(), ErrorCode::Corrupt);
    QCOMPARE(calls, 0);
}

void TestS3Trouble::boundsEndlessAnswers_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("body") << QStringLiteral("endless");
    QTest::newRow("header line") << QStringLiteral("huge-header");
}

void TestS3Trouble::boundsEndlessAnswers()
{
    QFETCH(QString, fault);
    const auto way = this->way({fault});
    QByteArray out(1000, '\0');
    QCOMPARE(way.store->readAll(kName, 1000, {}).error().code(), ErrorCode::LimitExceeded);
    QCOMPARE(way.store->read(kName, 0, mutableViewOf(out), {}).error().code(), ErrorCode::LimitExceeded);
    QVERIFY(!way.store->list({}, [](const ObjectInfo &) { return Status(); }, {}));
}

void TestS3Trouble::findsTheRegion()
{
    auto way = this->way({QStringLiteral("other-region")});
    QVERIFY(put(*way.store, kName, m_bytes));
    QCOMPARE(way.store->size(kName, {}).value(), m_bytes.size());
    QCOMPARE(way.server->requests(), 3); // asked once in the wrong one
}

void TestS3Trouble::keepsToANamedRegion()
{
    auto options = m_rgw.options();
    options.region = QStringLiteral("us-west-2");
    auto way = this->way({QStringLiteral("other-region")}, options);
    const auto done = put(*way.store, kName, m_bytes);
    QVERIFY(!done);
    QVERIFY2(
        done.error().what().contains(QLatin1String("is in the region eu-central-1, and was asked for in us-west-2")),
        qPrintable(done.error().what()));
    QVERIFY2(done.error().remedy().contains(QLatin1String("--region eu-central-1")), qPrintable(done.error().remedy()));
    QCOMPARE(way.server->requests(), 1);
}

void TestS3Trouble::neverFollowsRedirections()
{
    auto way = this->way({QStringLiteral("redirect")});
    const auto done = put(*way.store, kName, m_bytes);
    QVERIFY(!done);
    QCOMPARE(way.server->requests(), 1);
}

void TestS3Trouble::slowsDownAndRecovers()
{
    AdaptiveGate gate(16);
    gate.overloaded();
    QCOMPARE(gate.limit(), 8);
    gate.overloaded(); // of the same moment
    QCOMPARE(gate.limit(), 8);
    std::this_thread::sleep_for(600ms);
    gate.overloaded();
    QCOMPARE(gate.limit(), 4);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(gate.enter({}));
    }
    std::stop_source source;
    std::jthread stopper([&source] {
        std::this_thread::sleep_for(100ms);
        source.request_stop();
    });
    QVERIFY(!gate.enter(source.get_token())); // all places are taken
    for (int i = 0; i < 4; ++i)
        gate.leave();
    for (int i = 0; i < 200; ++i)
        gate.succeeded();
    QCOMPARE(gate.limit(), 16);
}

void TestS3Trouble::latencyCostsLittle()
{
    const auto way = this->way({}, m_rgw.options(), {QStringLiteral("--delay"), QStringLiteral("200")});
    QElapsedTimer timer;
    timer.start();
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < way.store->suggestedConcurrency(); ++t) {
            threads.emplace_back([&way, t, this] {
                for (int i = 0; i < 3; ++i)
                    QVERIFY(put(*way.store, QStringLiteral("locks/%1-%2").arg(t).arg(i), m_bytes));
            });
        }
    }
    // One after the other it would be 3.6 s of waiting alone.
    QVERIFY2(timer.elapsed() < 2500, QByteArray::number(timer.elapsed()).constData());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestS3Trouble test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_s3_trouble.moc"
