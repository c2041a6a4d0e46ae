#include "aws/cached_credentials.h"
#include "crypto/crypto_session.h"

#include <QCoreApplication>
#include <QTest>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

using namespace sealift;

namespace {

/// A source that can be made slow or broken, with a clock of its own.
struct Source {
    std::atomic<int> calls = 0;
    std::atomic<int> running = 0;
    std::atomic<int> mostRunning = 0;
    std::atomic<bool> fails = false;
    std::atomic<int> lifetime = 3600;
    std::atomic<int> milliseconds = 0;
    std::atomic<qint64> now = 1'700'000'000;

    QDateTime time() const { return QDateTime::fromSecsSinceEpoch(now, Qt::UTC); }

    Result<FoundCredentials> fetch(const std::stop_token &stop)
    {
        const int call = ++calls;
        mostRunning = std::max<int>(mostRunning, ++running);
        for (int i = 0; i < milliseconds && !stop.stop_requested(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        --running;
        if (stop.stop_requested())
            return fail(Error::cancelled());
        if (fails)
            return fail(Error(ErrorCode::Network, QStringLiteral("broken")));
        FoundCredentials found;
        found.credentials.accessKey = QString::number(call);
        found.credentials.secret = QCA::SecureArray("x");
        if (lifetime > 0)
            found.credentials.expires = time().addSecs(lifetime);
        return found;
    }

    CachedCredentials cache{[this](const std::stop_token &stop) { return fetch(stop); }, {}, [this] { return time(); }};

    QString key()
    {
        const auto got = cache.credentials({});
        return got ? got->accessKey : got.error().what();
    }
};

} // namespace

/// Credentials that are kept, shared by threads and replaced in time.
class TestCachedCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatLasts();
    void replacesInTime();
    void goesOnWhileOneFetches();
    void waitsWhereItMust();
    void sharesAFailure();
    void survivesAFailureThatIsEarly();
    void forgetsWhatIsRefused();
    void endsWhenStopped();
    void doesNotHammerShortLived();
};

void TestCachedCredentials::keepsWhatLasts()
{
    Source source;
    source.lifetime = 0;
    QCOMPARE(source.key(), QStringLiteral("1"));
    source.now += 1'000'000;
    QCOMPARE(source.key(), QStringLiteral("1"));
}

void TestCachedCredentials::replacesInTime()
{
    Source source;
    QCOMPARE(source.key(), QStringLiteral("1"));
    source.now += 3600 - 301;
    QCOMPARE(source.key(), QStringLiteral("1"));
    source.now += 2;
    QCOMPARE(source.key(), QStringLiteral("2"));
    source.now += 4000;
    QCOMPARE(source.key(), QStringLiteral("3"));
}

void TestCachedCredentials::goesOnWhileOneFetches()
{
    Source source;
    QCOMPARE(source.key(), QStringLiteral("1"));
    source.now += 3600 - 200;
    source.milliseconds = 500;
    std::jthread one([&source] { source.key(); });
    QTRY_COMPARE(source.running.load(), 1);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(source.key(), QStringLiteral("1"));
    QCOMPARE(source.running.load(), 1);
    one.join();
    QCOMPARE(source.key(), QStringLiteral("2"));
}

void TestCachedCredentials::waitsWhereItMust()
{
    Source source;
    source.milliseconds = 100;
    constexpr int kThreads = 16;
    std::atomic<int> right = 0;
    for (int round = 1; round <= 3; ++round) {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back([&] { right += source.key() == QString::number(round) ? 1 : 0; });
        threads.clear();
        QCOMPARE(right.load(), round * kThreads);
        QCOMPARE(source.calls.load(), round);
        source.now += 3600 - 30; // within the mandatory time
    }
    QCOMPARE(source.mostRunning.load(), 1);
}

void TestCachedCredentials::sharesAFailure()
{
    Source source;
    source.fails = true;
    source.milliseconds = 300;
    std::atomic<int> failed = 0;
    {
        std::vector<std::jthread> threads;
        std::latch start(8);
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                start.arrive_and_wait();
                failed += source.key() == QStringLiteral("broken") ? 1 : 0;
            });
    }
    QCOMPARE(failed.load(), 8);
    QVERIFY2(source.calls <= 2, qPrintable(QString::number(source.calls))); // not one after the other
    source.fails = false;
    const auto next = QString::number(source.calls + 1);
    QCOMPARE(source.key(), next);
}

void TestCachedCredentials::survivesAFailureThatIsEarly()
{
    Source source;
    QCOMPARE(source.key(), QStringLiteral("1"));
    source.fails = true;
    source.now += 3600 - 200;
    for (int i = 0; i < 10; ++i)
        QCOMPARE(source.key(), QStringLiteral("1"));
    QCOMPARE(source.calls.load(), 2); // and is not tried at every call
    source.now += 31;
    QCOMPARE(source.key(), QStringLiteral("1"));
    QCOMPARE(source.calls.load(), 3);
    source.now += 130; // 39 seconds are left
    QCOMPARE(source.key(), QStringLiteral("broken"));
    source.fails = false;
    QCOMPARE(source.key(), QStringLiteral("5"));
}

void TestCachedCredentials::forgetsWhatIsRefused()
{
    Source source;
    const auto first = source.cache.credentials({});
    QVERIFY(first);
    source.cache.invalidate(*first);
    source.cache.invalidate(*first);
    QCOMPARE(source.key(), QStringLiteral("2"));
    source.cache.invalidate(*first); // they are not the present ones
    QCOMPARE(source.key(), QStringLiteral("2"));
    QCOMPARE(source.calls.load(), 2);
}

void TestCachedCredentials::endsWhenStopped()
{
    Source source;
    source.milliseconds = 60'000;
    std::stop_source fetcher;
    std::stop_source waiter;
    std::atomic<bool> waiterCancelled = false;
    std::atomic<bool> fetcherCancelled = false;
    const auto cancelled = [&source](std::stop_token stop) {
        const auto got = source.cache.credentials(std::move(stop));
        return !got && got.error().code() == ErrorCode::Cancelled;
    };
    std::jthread one([&] { fetcherCancelled = cancelled(fetcher.get_token()); });
    QTRY_COMPARE(source.running.load(), 1);
    std::jthread two([&] { waiterCancelled = cancelled(waiter.get_token()); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    waiter.request_stop();
    two.join();
    QVERIFY(waiterCancelled);
    // The one that waits goes on by itself when the one that fetches is stopped.
    QString got;
    std::jthread three([&] { got = source.key(); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    source.milliseconds = 0;
    fetcher.request_stop();
    one.join();
    three.join();
    QVERIFY(fetcherCancelled);
    QCOMPARE(got, QStringLiteral("2"));
}

void TestCachedCredentials::doesNotHammerShortLived()
{
    Source source;
    source.lifetime = 120; // shorter than the advisory time
    for (int i = 0; i < 20; ++i) {
        source.key();
        source.now += 1;
    }
    QCOMPARE(source.calls.load(), 1);
    source.now += 20;
    QCOMPARE(source.key(), QStringLiteral("2"));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto session = CryptoSession::start();
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    TestCachedCredentials test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_cached_credentials.moc"
