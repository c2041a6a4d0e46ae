#include "library/orphans.h"

#include "library/repository_lock.h"
#include "support/memory_store.h"
#include "support/test_library.h"

#include <QTest>

using namespace sealift;
using test::MemoryStore;
using namespace std::chrono_literals;

namespace {

LockOptions quick()
{
    LockOptions options;
    options.settle = 1ms;
    return options;
}

} // namespace

class TestOrphans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_session = CryptoSession::start().value(); }
    void cleanup() { m_repository.reset(); }
    void cleanupTestCase() { m_session.reset(); }
    void init();
    void adoptsWhatNoIndexNames();
    void leavesThePacksOfOthersAlone_data();
    void leavesThePacksOfOthersAlone();
    void doesNotAdoptWhatWasIndexedMeanwhile();
    void ignoresPacksWithoutAGoodHeader_data();
    void ignoresPacksWithoutAGoodHeader();
    void failsWhereTheStoreFails();

private:
    /// Stores blobs as an import that is then killed.
    std::vector<BlobId> storeAndDie(int count);
    Result<OrphanReport> adopt(Repository &repository);

    std::unique_ptr<CryptoSession> m_session;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<Repository> m_repository;
};

void TestOrphans::init()
{
    m_repository.reset();
    m_store = std::make_unique<MemoryStore>();
    m_repository = test::createTestRepository(*m_store);
}

std::vector<BlobId> TestOrphans::storeAndDie(int count)
{
    const auto dying = test::reopenTestRepository(*m_store);
    std::vector<BlobId> ids;
    for (int i = 0; i < count; ++i)
        ids.push_back(dying->saveBlobNow(BlobType::Data, viewOf(QByteArray::number(i)), {}).value());
    return ids;
}

Result<OrphanReport> TestOrphans::adopt(Repository &repository)
{
    SEALIFT_ASSIGN(const auto lock, RepositoryLock::acquire(repository.files(), LockMode::Shared, quick(), {}));
    return loadIndexAndAdoptOrphans(repository, *lock, {});
}

void TestOrphans::adoptsWhatNoIndexNames()
{
    const auto known = m_repository->saveBlobNow(BlobType::Data, viewOf(QByteArray("known")), {}).value();
    QVERIFY(m_repository->flushIndex({}));
    const auto ids = storeAndDie(20);
    m_store->setContent(QStringLiteral("data/4f/half-written-tmp-17"), "x");

    const auto next =
        Repository::open(std::make_unique<test::BorrowedStore>(*m_store), QCA::SecureArray("test"), {}).value();
    const auto report = adopt(*next).value();
    QCOMPARE(report.adopted, std::size_t{20});
    QVERIFY(report.adoptedBytes > 20 * 32);
    QVERIFY(report.ignored.empty());
    QVERIFY(!report.othersAtWork);
    QVERIFY(next->index().find(BlobType::Data, known));
    const auto packs = m_store->names(QStringLiteral("data/")).size();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        QCOMPARE(next->loadBlob(BlobType::Data, ids[i], {}).value(), QByteArray::number(static_cast<int>(i)));
        QVERIFY(next->saveBlobNow(BlobType::Data, viewOf(QByteArray::number(static_cast<int>(i))), {}));
    }
    QCOMPARE(m_store->names(QStringLiteral("data/")).size(), packs);
    // They are indexed with the next flush, and no orphans after it.
    QVERIFY(next->flushIndex({}));
    const auto later =
        Repository::open(std::make_unique<test::BorrowedStore>(*m_store), QCA::SecureArray("test"), {}).value();
    QCOMPARE(adopt(*later).value().adopted, std::size_t{0});
    QVERIFY(later->index().find(BlobType::Data, ids[7]));
}

void TestOrphans::leavesThePacksOfOthersAlone_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("atWork");
    QTest::newRow("another machine") << QStringLiteral("elsewhere") << 0 << true;
    QTest::newRow("long gone") << QStringLiteral("elsewhere") << 60 << false;
}

void TestOrphans::leavesThePacksOfOthersAlone()
{
    QFETCH(const QString, host);
    QFETCH(const int, minutes);
    QFETCH(const bool, atWork);
    storeAndDie(3);
    LockFile lock;
    lock.time = QDateTime::currentDateTimeUtc().addSecs(-60 * minutes);
    lock.holder = {host, QStringLiteral("kim"), 0, 0, 4711};
    QVERIFY(m_repository->files().save(FileKind::Lock, viewOf(lock.toJson()), {}));
    const auto report = adopt(*m_repository).value();
    QCOMPARE(report.othersAtWork, atWork);
    QCOMPARE(report.adopted, std::size_t{atWork ? 0U : 3U});
}

void TestOrphans::doesNotAdoptWhatWasIndexedMeanwhile()
{
    // Another client finishes between the listing of packs and the loading of the index.
    const auto other = test::reopenTestRepository(*m_store);
    const auto id = other->saveBlobNow(BlobType::Data, viewOf(QByteArray("x")), {}).value();
    m_store->beforeList = [&](const QString &prefix) {
        if (prefix == QStringLiteral("locks/"))
            QVERIFY(other->flushIndex({}));
    };
    const auto report = adopt(*m_repository).value();
    QCOMPARE(report.adopted, std::size_t{0});
    QCOMPARE(m_repository->index().pendingEntries(), std::size_t{0});
    QVERIFY(m_repository->index().find(BlobType::Data, id));
}

void TestOrphans::ignoresPacksWithoutAGoodHeader_data()
{
    QTest::addColumn<int>("damage");
    QTest::newRow("truncated") << 0;
    QTest::newRow("changed header") << 1;
    QTest::newRow("empty") << 2;
    QTest::newRow("longer") << 3;
}

void TestOrphans::ignoresPacksWithoutAGoodHeader()
{
    QFETCH(const int, damage);
    storeAndDie(3);
    const auto name = m_store->names(QStringLiteral("data/")).value(1);
    const auto content = m_store->content(name);
    if (damage == 0)
        m_store->truncate(name, content.size() - 1);
    else if (damage == 1)
        m_store->flipBit(name, -10);
    else if (damage == 2)
        m_store->truncate(name, 0);
    else
        m_store->setContent(name, "x" + content);
    const auto report = adopt(*m_repository).value();
    QCOMPARE(report.adopted, std::size_t{2});
    QCOMPARE(report.ignored.size(), std::size_t{1});
    QCOMPARE(packObjectName(report.ignored.front().pack), name);
    QCOMPARE(report.ignored.front().error.code(), ErrorCode::Corrupt);
    QVERIFY(m_store->names(QStringLiteral("data/")).contains(name));
}

void TestOrphans::failsWhereTheStoreFails()
{
    storeAndDie(3);
    const auto lock = RepositoryLock::acquire(m_repository->files(), LockMode::Shared, quick(), {}).value();
    std::stop_source stop;
    m_store->beforeList = [&stop](const QString &prefix) {
        if (prefix == QStringLiteral("data/"))
            stop.request_stop();
    };
    const auto report = loadIndexAndAdoptOrphans(*m_repository, *lock, stop.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().code(), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestOrphans)
#include "tst_orphans.moc"
