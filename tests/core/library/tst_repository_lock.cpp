#include "library/repository_lock.h"

#include "support/memory_store.h"
#include "support/test_library.h"

#include <QTest>

#include <atomic>
#include <thread>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sealift;
using test::MemoryStore;
using namespace std::chrono_literals;

namespace {

LockOptions quick()
{
    LockOptions options;
    options.settle = 5ms;
    return options;
}

/// A lock of somebody on another machine.
LockFile othersLock(bool exclusive, std::chrono::seconds age = 0s)
{
    LockFile lock;
    lock.time = QDateTime::currentDateTimeUtc().addMSecs(-std::chrono::milliseconds(age).count());
    lock.exclusive = exclusive;
    lock.holder = {QStringLiteral("elsewhere"), QStringLiteral("kim"), 1000, 100, 4711};
    return lock;
}

} // namespace

class TestRepositoryLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void isLaidOutAsDocumented();
    void refusesBadLocks_data();
    void refusesBadLocks();
    void tellsStaleLocks_data();
    void tellsStaleLocks();
    void excludesAsDocumented_data();
    void excludesAsDocumented();
    void namesTheHolder();
    void removesStaleLocks();
    void looksTwice();
    void waits();
    void canBeCancelledWhileItWaits();
    void leavesNothingBehind();
    void reportsAFailedRelease();
    void refreshes();
    void staysValidThroughAFailedRefresh();
    void isLostWhenItCannotBeRefreshed();
    void isLostWhenSomebodyRemovedIt();
    void isRevivedIfNobodyTouchedIt();
    void refusesUnreadableLocks();
    void survivesProbes();
    void onlyOneGetsTheExclusiveLock();

private:
    FileId store(const LockFile &lock) { return m_files->save(FileKind::Lock, viewOf(lock.toJson()), {}).value(); }
    QStringList lockNames() const { return m_store->names(QStringLiteral("locks/")); }

    std::unique_ptr<CryptoSession> m_session;
    SealingKey m_key;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<UnpackedFiles> m_files;
};

void TestRepositoryLock::initTestCase()
{
    m_session = CryptoSession::start().value();
    m_key = SealingKey::random();
}

void TestRepositoryLock::cleanupTestCase()
{
    m_key = {};
    m_session.reset();
}

void TestRepositoryLock::init()
{
    m_store = std::make_unique<MemoryStore>();
    m_files = std::make_unique<UnpackedFiles>(*m_store, m_key, 2);
}

void TestRepositoryLock::isLaidOutAsDocumented()
{
    LockFile lock{QDateTime(QDate(2015, 6, 27), QTime(10, 18, 51, 759), Qt::UTC),
                  false,
                  {QStringLiteral("kasimir"), QStringLiteral("fd0"), 1000, 100, 13607}};
    QCOMPARE(lock.toJson(), QByteArray(R"({"time":"2015-06-27T10:18:51.759Z","exclusive":false,"hostname":"kasimir",)"
                                       R"("username":"fd0","pid":13607,"uid":1000,"gid":100})"));
    const auto back = LockFile::parse(R"({"time": "2015-06-27T12:18:51.759239612+02:00", "exclusive": true,
        "hostname": "kasimir", "username": "fd0", "pid": 13607})",
                                      QStringLiteral("lock"))
                          .value();
    QCOMPARE(back.time, lock.time);
    QVERIFY(back.exclusive);
    QCOMPARE(back.holder.hostname, QStringLiteral("kasimir"));
    QCOMPARE(back.holder.pid, 13607);
    QCOMPARE(back.holder.uid, 0U);
}

void TestRepositoryLock::refusesBadLocks_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no time") << QByteArray(R"({"exclusive":true,"pid":1})");
    QTest::newRow("no kind") << QByteArray(R"({"time":"2015-06-27T12:18:51Z","pid":1})");
    QTest::newRow("kind is a number") << QByteArray(R"({"time":"2015-06-27T12:18:51Z","exclusive":1,"pid":1})");
    QTest::newRow("negative uid") << QByteArray(R"({"time":"2015-06-27T12:18:51Z","exclusive":true,"pid":1,"uid":-1})");
}

void TestRepositoryLock::refusesBadLocks()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(LockFile::parse(json, QStringLiteral("lock")).error().code(), ErrorCode::Corrupt);
}

void TestRepositoryLock::tellsStaleLocks_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("host");
    QTest::addColumn<qint64>("pid");
    QTest::addColumn<bool>("stale");
    const auto other = QStringLiteral("elsewhere");
    const auto here = QStringLiteral("here");
    // A process that is no more.
    const pid_t gone = ::fork();
    if (gone == 0)
        ::_exit(0);
    ::waitpid(gone, nullptr, 0);
    QTest::newRow("elsewhere, fresh") << 0 << other << qint64{1} << false;
    QTest::newRow("elsewhere, 29 minutes") << 29 << other << qint64{1} << false;
    QTest::newRow("elsewhere, 32 minutes: a clock may be off") << 32 << other << qint64{1} << false;
    QTest::newRow("elsewhere, 36 minutes") << 36 << other << qint64{1} << true;
    QTest::newRow("elsewhere, a clock ahead") << -600 << other << qint64{1} << false;
    QTest::newRow("here, alive") << 0 << here << qint64{::getpid()} << false;
    QTest::newRow("here, another user's") << 0 << here << qint64{1} << false;
    QTest::newRow("here, 31 minutes") << 31 << here << qint64{::getpid()} << true;
    QTest::newRow("here, dead") << 0 << here << qint64{gone} << true;
    QTest::newRow("here, no process id") << 0 << here << qint64{0} << true;
    QTest::newRow("here, a group's") << 0 << here << qint64{-1} << true;
    QTest::newRow("no host's") << 0 << QString() << qint64{gone} << false;
}

void TestRepositoryLock::tellsStaleLocks()
{
    QFETCH(const int, minutes);
    QFETCH(const QString, host);
    QFETCH(const qint64, pid);
    QFETCH(const bool, stale);
    const auto now = QDateTime::currentDateTimeUtc();
    LockFile lock{now.addSecs(-60 * minutes), false, {host, QString(), 0, 0, pid}};
    QCOMPARE(lock.isStale(now, QStringLiteral("here")), stale);
}

void TestRepositoryLock::excludesAsDocumented_data()
{
    QTest::addColumn<bool>("otherIsExclusive");
    QTest::addColumn<LockMode>("mode");
    QTest::addColumn<bool>("isExcluded");
    QTest::newRow("shared, shared") << false << LockMode::Shared << false;
    QTest::newRow("shared, exclusive") << false << LockMode::Exclusive << true;
    QTest::newRow("exclusive, shared") << true << LockMode::Shared << true;
    QTest::newRow("exclusive, exclusive") << true << LockMode::Exclusive << true;
}

void TestRepositoryLock::excludesAsDocumented()
{
    QFETCH(const bool, otherIsExclusive);
    QFETCH(const LockMode, mode);
    QFETCH(const bool, isExcluded);
    // The other one is of this very process: that makes no difference.
    const auto other =
        RepositoryLock::acquire(*m_files, otherIsExclusive ? LockMode::Exclusive : LockMode::Shared, quick(), {})
            .value();
    const auto lock = RepositoryLock::acquire(*m_files, mode, quick(), {});
    QCOMPARE(!lock, isExcluded);
    if (isExcluded)
        QCOMPARE(lock.error().code(), ErrorCode::Locked);
    QCOMPARE(lockNames().size(), isExcluded ? 1 : 2);
}

void TestRepositoryLock::namesTheHolder()
{
    store(othersLock(true, 600s));
    const auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, quick(), {});
    QVERIFY(!lock);
    const auto &what = lock.error().what();
    for (const char *word : {"memory", "exclusive", "4711", "kim", "elsewhere", "UTC"})
        QVERIFY2(what.contains(QLatin1String(word)), qPrintable(what));
    QVERIFY(!lock.error().remedy().isEmpty());
}

void TestRepositoryLock::removesStaleLocks()
{
    store(othersLock(true, 3600s));
    const auto lock = RepositoryLock::acquire(*m_files, LockMode::Exclusive, quick(), {}).value();
    QCOMPARE(lockNames().size(), 1);
    QVERIFY(lock->isValid());
}

void TestRepositoryLock::looksTwice()
{
    // Somebody else's lock appears just after the first look.
    std::atomic<int> looks{0};
    m_store->beforeList = [&](const QString &) {
        if (++looks == 2)
            store(othersLock(true));
    };
    const auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, quick(), {});
    QVERIFY(!lock);
    QCOMPARE(lock.error().code(), ErrorCode::Locked);
    QCOMPARE(looks.load(), 2);
    // The own one is gone again.
    QCOMPARE(lockNames().size(), 1);
}

void TestRepositoryLock::waits()
{
    const auto other = store(othersLock(true));
    auto options = quick();
    options.wait = 20s;
    std::atomic<int> told{0};
    options.waiting = [&](const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Locked);
        ++told;
        QVERIFY(m_files->remove(FileKind::Lock, other, {}));
    };
    const auto lock = RepositoryLock::acquire(*m_files, LockMode::Exclusive, options, {});
    QVERIFY(lock);
    QCOMPARE(told.load(), 1);
}

void TestRepositoryLock::canBeCancelledWhileItWaits()
{
    store(othersLock(true));
    auto options = quick();
    options.wait = 1h;
    std::stop_source stop;
    options.waiting = [&stop](const Error &) { stop.request_stop(); };
    const auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, options, stop.get_token());
    QVERIFY(!lock);
    QCOMPARE(lock.error().code(), ErrorCode::Cancelled);
    QCOMPARE(lockNames().size(), 1);
}

void TestRepositoryLock::leavesNothingBehind()
{
    {
        auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, quick(), {}).value();
        QCOMPARE(lockNames().size(), 1);
        QCOMPARE(lock->ids().size(), std::size_t{1});
        QVERIFY(lock->check());
        QVERIFY(lock->release());
        QVERIFY(lockNames().isEmpty());
        QVERIFY(!lock->isValid());
    }
    {
        const auto lock = RepositoryLock::acquire(*m_files, LockMode::Exclusive, quick(), {}).value();
        QCOMPARE(lock->mode(), LockMode::Exclusive);
    }
    QVERIFY(lockNames().isEmpty());
    // Stopped between making the lock and the second look.
    std::stop_source stop;
    m_store->beforeChange = [&stop](const QString &) -> std::optional<Error> {
        stop.request_stop();
        return std::nullopt;
    };
    QCOMPARE(RepositoryLock::acquire(*m_files, LockMode::Shared, quick(), stop.get_token()).error().code(),
             ErrorCode::Cancelled);
    QVERIFY(lockNames().isEmpty());
}

void TestRepositoryLock::reportsAFailedRelease()
{
    auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, quick(), {}).value();
    m_store->beforeChange = [](const QString &) { return std::optional(Error(ErrorCode::Io, QStringLiteral("away"))); };
    const auto released = lock->release();
    QVERIFY(!released);
    QCOMPARE(released.error().code(), ErrorCode::Io);
    m_store->beforeChange = {};
    QVERIFY(lock->release());
    QVERIFY(lockNames().isEmpty());
}

void TestRepositoryLock::refreshes()
{
    auto options = quick();
    options.refreshInterval = 50ms;
    auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, options, {}).value();
    const auto first = lock->ids().front();
    QTRY_VERIFY(!lock->ids().empty() && lock->ids().back() != first);
    QTRY_VERIFY(!lockNames().contains(fileObjectName(FileKind::Lock, first)));
    QVERIFY(lock->isValid());
    QVERIFY(lock->release());
    QVERIFY(lockNames().isEmpty());
}

void TestRepositoryLock::staysValidThroughAFailedRefresh()
{
    auto options = quick();
    options.refreshInterval = 50ms;
    auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, options, {}).value();
    std::atomic<int> failures{3};
    std::atomic<int> refreshes{0};
    m_store->beforeChange = [&](const QString &) -> std::optional<Error> {
        if (failures > 0) {
            --failures;
            return Error(ErrorCode::Network, QStringLiteral("away"));
        }
        ++refreshes;
        return std::nullopt;
    };
    QTRY_VERIFY(refreshes > 2);
    QVERIFY(lock->isValid());
    QVERIFY(lock->release());
    QVERIFY(lockNames().isEmpty());
}

void TestRepositoryLock::isLostWhenItCannotBeRefreshed()
{
    auto options = quick();
    options.refreshInterval = 20ms;
    options.validity = 200ms;
    auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, options, {}).value();
    QVERIFY(lock->isValid());
    m_store->beforeChange = [](const QString &) {
        return std::optional(Error(ErrorCode::Network, QStringLiteral("away")));
    };
    QTRY_VERIFY(lock->lost().stop_requested());
    QVERIFY(!lock->isValid());
    QCOMPARE(lock->check().error().code(), ErrorCode::Locked);
    m_store->beforeChange = {};
    QVERIFY(lock->release());
    QVERIFY(lockNames().isEmpty());
}

void TestRepositoryLock::isLostWhenSomebodyRemovedIt()
{
    // It grows too old, and somebody calls it stale and removes it meanwhile.
    auto options = quick();
    options.refreshInterval = 1h;
    options.validity = 100ms;
    auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, options, {}).value();
    m_store->erase(fileObjectName(FileKind::Lock, lock->ids().front()));
    QTRY_VERIFY(lock->lost().stop_requested());
    QVERIFY(!lock->isValid());
    QVERIFY(lock->release());
}

void TestRepositoryLock::isRevivedIfNobodyTouchedIt()
{
    auto options = quick();
    options.refreshInterval = 1h;
    options.validity = 100ms;
    auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, options, {}).value();
    const auto first = lock->ids().front();
    QTRY_VERIFY(!lock->ids().empty() && lock->ids().back() != first);
    QVERIFY(!lock->lost().stop_requested());
    QVERIFY(lock->release());
    QVERIFY(lockNames().isEmpty());
}

void TestRepositoryLock::refusesUnreadableLocks()
{
    const auto id = store(othersLock(false));
    m_store->flipBit(fileObjectName(FileKind::Lock, id), 20);
    const auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, quick(), {});
    QVERIFY(!lock);
    QCOMPARE(lock.error().code(), ErrorCode::Locked);
    QVERIFY2(lock.error().what().contains(id.hex()), qPrintable(lock.error().what()));
    // What an interrupted upload leaves is no lock.
    m_store->truncate(fileObjectName(FileKind::Lock, id), 0);
    QVERIFY(RepositoryLock::acquire(*m_files, LockMode::Shared, quick(), {}));
}

void TestRepositoryLock::survivesProbes()
{
    // As `restic unlock` asks whether the holder of a lock is alive. Qt Test has a handler of its own, which would end
    // this.
    struct sigaction previous {
    };
    struct sigaction usual {
    };
    usual.sa_handler = SIG_DFL;
    QCOMPARE(::sigaction(SIGHUP, &usual, &previous), 0);
    const auto lock = RepositoryLock::acquire(*m_files, LockMode::Shared, quick(), {}).value();
    QCOMPARE(::kill(::getpid(), SIGHUP), 0);
    QVERIFY(lock->isValid());
    // A handler of the program's is left alone.
    QCOMPARE(::sigaction(SIGHUP, &previous, nullptr), 0);
    QVERIFY(RepositoryLock::acquire(*m_files, LockMode::Shared, quick(), {}));
    struct sigaction present {
    };
    QCOMPARE(::sigaction(SIGHUP, nullptr, &present), 0);
    QVERIFY(present.sa_handler == previous.sa_handler);
}

void TestRepositoryLock::onlyOneGetsTheExclusiveLock()
{
    std::atomic<int> holders{0};
    std::atomic<int> most{0};
    std::atomic<int> successes{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int turn = 0; turn < 5; ++turn) {
                    auto options = quick();
                    options.settle = 50ms;
                    auto lock = RepositoryLock::acquire(*m_files, LockMode::Exclusive, options, {});
                    if (!lock)
                        continue;
                    most = std::max(most.load(), ++holders);
                    std::this_thread::sleep_for(5ms);
                    --holders;
                    ++successes;
                    test::require((*lock)->release());
                }
            });
        }
    }
    QVERIFY(most.load() <= 1);
    QVERIFY(lockNames().isEmpty());
}

QTEST_GUILESS_MAIN(TestRepositoryLock)
#include "tst_repository_lock.moc"
