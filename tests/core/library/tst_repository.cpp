#include "library/repository.h"

#include "storage/folder_store.h"
#include "support/memory_store.h"
#include "support/test_library.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sealift;
using test::MemoryStore;

namespace {

Result<std::unique_ptr<Repository>> openWith(MemoryStore &store, const char *password)
{
    return Repository::open(std::make_unique<test::BorrowedStore>(store), QCA::SecureArray(password), {});
}

Result<std::unique_ptr<Repository>> createIn(MemoryStore &store)
{
    return Repository::create(std::make_unique<test::BorrowedStore>(store), QCA::SecureArray("test"),
                              {test::kCheapScrypt}, {});
}

QString onlyPack(const MemoryStore &store)
{
    const auto packs = store.names(QStringLiteral("data/"));
    Q_ASSERT(packs.size() == 1);
    return packs.front();
}

} // namespace

class TestRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_session = CryptoSession::start().value(); }
    void cleanupTestCase() { m_session.reset(); }
    void createsAndOpens();
    void createsInAFolder();
    void createsOnlyInAnEmptyPlace_data();
    void createsOnlyInAnEmptyPlace();
    void leavesNothingWhenCreatingFails();
    void calibratesTheDefaultKey();
    void tellsWhyItDoesNotOpen_data();
    void tellsWhyItDoesNotOpen();
    void blobsComeBack_data();
    void blobsComeBack();
    void storesABlobOnce();
    void storesAnotherTimeAfterAFailure();
    void takesTheNextCopyOfADamagedBlob();
    void namesDamagedBlobs_data();
    void namesDamagedBlobs();
    void keepsToTheSizeLimit();
    void flushesTheIndex();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void TestRepository::createsAndOpens()
{
    MemoryStore store;
    const auto created = createIn(store).value();
    QCOMPARE(created->config().version, 2);
    QVERIFY(created->canCompress());
    QCOMPARE(store.names(QString()).size(), 2);
    const auto opened = openWith(store, "test").value();
    QVERIFY(opened->config() == created->config());
    QVERIFY(opened->sealingKey().encrypt == created->sealingKey().encrypt);
    QCOMPARE(opened->keys().currentKey(), created->keys().currentKey());
    QVERIFY(opened->loadIndex({}));
}

void TestRepository::createsInAFolder()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("new/library"));
    QVERIFY(
        Repository::create(std::make_unique<FolderStore>(path), QCA::SecureArray("test"), {test::kCheapScrypt}, {}));
    const auto opened = Repository::open(std::make_unique<FolderStore>(path), QCA::SecureArray("test"), {}).value();
    const auto id = opened->saveBlobNow(BlobType::Data, viewOf(QByteArray("content")), {}).value();
    QVERIFY(opened->flushIndex({}));
    const auto again = Repository::open(std::make_unique<FolderStore>(path), QCA::SecureArray("test"), {}).value();
    QVERIFY(again->loadIndex({}));
    QCOMPARE(again->loadBlob(BlobType::Data, id, {}).value(), QByteArray("content"));
    const auto twice =
        Repository::create(std::make_unique<FolderStore>(path), QCA::SecureArray("test"), {test::kCheapScrypt}, {});
    QVERIFY(!twice);
    QCOMPARE(twice.error().code(), ErrorCode::AlreadyExists);
}

void TestRepository::createsOnlyInAnEmptyPlace_data()
{
    QTest::addColumn<QString>("present");
    QTest::newRow("a library") << QStringLiteral("config");
    QTest::newRow("keys of one") << QStringLiteral("keys/4711");
    QTest::newRow("snapshots of one") << QStringLiteral("snapshots/4711");
    QTest::newRow("something else") << QStringLiteral("letter.txt");
}

void TestRepository::createsOnlyInAnEmptyPlace()
{
    QFETCH(const QString, present);
    MemoryStore store;
    store.setContent(present, "x");
    const auto created = createIn(store);
    QVERIFY(!created);
    QCOMPARE(created.error().code(), ErrorCode::AlreadyExists);
    QCOMPARE(store.names(QString()), QStringList{present});
}

void TestRepository::leavesNothingWhenCreatingFails()
{
    MemoryStore store;
    store.beforeChange = [](const QString &name) -> std::optional<Error> {
        if (name == QStringLiteral("config"))
            return Error(ErrorCode::NoSpace, QStringLiteral("full"));
        return std::nullopt;
    };
    QCOMPARE(createIn(store).error().code(), ErrorCode::NoSpace);
    QVERIFY(store.names(QString()).isEmpty());
    store.beforeChange = {};
    QVERIFY(createIn(store));
}

void TestRepository::calibratesTheDefaultKey()
{
    MemoryStore store;
    QVERIFY(Repository::create(std::make_unique<test::BorrowedStore>(store), QCA::SecureArray("test"), {}, {}));
    const auto name = store.names(QStringLiteral("keys/")).value(0);
    const auto file = KeyFile::parse(store.content(name), name).value();
    QVERIFY(file.scrypt.N >= 32768);
    QCOMPARE(file.scrypt.r, 8U);
}

void TestRepository::tellsWhyItDoesNotOpen_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing there") << "empty" << ErrorCode::NotFound << "memory";
    QTest::newRow("wrong password") << "password" << ErrorCode::WrongPassword << "memory";
    QTest::newRow("no key") << "nokey" << ErrorCode::NotFound << "key";
    QTest::newRow("changed key") << "key" << ErrorCode::Corrupt << "key";
    QTest::newRow("changed config") << "config" << ErrorCode::Corrupt << "config";
    QTest::newRow("cut off config") << "shortconfig" << ErrorCode::Corrupt << "config";
    QTest::newRow("huge config") << "hugeconfig" << ErrorCode::LimitExceeded << "config";
}

void TestRepository::tellsWhyItDoesNotOpen()
{
    QFETCH(const QString, damage);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, word);
    MemoryStore store;
    if (damage != QStringLiteral("empty"))
        QVERIFY(createIn(store));
    const auto key = store.names(QStringLiteral("keys/")).value(0);
    const auto config = QStringLiteral("config");
    if (damage == QStringLiteral("nokey"))
        store.erase(key);
    else if (damage == QStringLiteral("key"))
        store.flipBit(key, 100);
    else if (damage == QStringLiteral("config"))
        store.flipBit(config, 40);
    else if (damage == QStringLiteral("shortconfig"))
        store.truncate(config, 20);
    else if (damage == QStringLiteral("hugeconfig"))
        store.setContent(config, QByteArray(2 << 20, 'x'));
    const auto opened = openWith(store, damage == QStringLiteral("password") ? "Test" : "test");
    QVERIFY(!opened);
    QCOMPARE(opened.error().code(), code);
    QVERIFY2(opened.error().what().contains(word), qPrintable(opened.error().what()));
    QVERIFY(!opened.error().what().contains(QStringLiteral("Test")));
}

void TestRepository::blobsComeBack_data()
{
    QTest::addColumn<BlobType>("type");
    QTest::addColumn<QByteArray>("plain");
    for (const auto type : {BlobType::Data, BlobType::Tree}) {
        const char *name = type == BlobType::Tree ? "tree" : "data";
        QTest::addRow("empty %s", name) << type << QByteArray();
        QTest::addRow("one byte of %s", name) << type << QByteArray("x");
        QTest::addRow("text, %s", name) << type << QByteArray(100'000, 'x');
        QTest::addRow("noise, %s", name) << type << test::noise(1'000'000, 7);
    }
}

void TestRepository::blobsComeBack()
{
    QFETCH(const BlobType, type);
    QFETCH(const QByteArray, plain);
    MemoryStore store;
    const auto repository = createIn(store).value();
    const auto id = repository->saveBlobNow(type, viewOf(plain), {}).value();
    QCOMPARE(id, sha256(viewOf(plain)));
    QCOMPARE(repository->loadBlob(type, id, {}).value(), plain);
    QVERIFY(repository->flushIndex({}));
    QCOMPARE(test::reopenTestRepository(store)->loadBlob(type, id, {}).value(), plain);
    const bool compresses = plain.size() > 1000 && plain.at(0) == plain.at(1);
    QCOMPARE(repository->index().find(type, id)->uncompressedLength,
             compresses ? static_cast<quint32>(plain.size()) : 0U);
    const auto other = type == BlobType::Data ? BlobType::Tree : BlobType::Data;
    QCOMPARE(repository->loadBlob(other, id, {}).error().code(), ErrorCode::NotFound);
}

void TestRepository::storesABlobOnce()
{
    MemoryStore store;
    const auto repository = createIn(store).value();
    const auto first = repository->saveBlobNow(BlobType::Data, viewOf(QByteArray("content")), {}).value();
    QCOMPARE(repository->saveBlobNow(BlobType::Data, viewOf(QByteArray("content")), {}).value(), first);
    QCOMPARE(store.names(QStringLiteral("data/")).size(), 1);
    const auto pack = onlyPack(store);
    QCOMPARE(pack, packObjectName(sha256(viewOf(store.content(pack)))));
}

void TestRepository::storesAnotherTimeAfterAFailure()
{
    MemoryStore store;
    const auto repository = createIn(store).value();
    store.beforeChange = [](const QString &) {
        return std::optional(Error(ErrorCode::NoSpace, QStringLiteral("full")));
    };
    QCOMPARE(repository->saveBlobNow(BlobType::Data, viewOf(QByteArray("content")), {}).error().code(),
             ErrorCode::NoSpace);
    store.beforeChange = {};
    const auto id = repository->saveBlobNow(BlobType::Data, viewOf(QByteArray("content")), {}).value();
    QCOMPARE(repository->loadBlob(BlobType::Data, id, {}).value(), QByteArray("content"));
}

void TestRepository::takesTheNextCopyOfADamagedBlob()
{
    MemoryStore store;
    const auto repository = createIn(store).value();
    const QByteArray plain("content");
    const auto id = repository->saveBlobNow(BlobType::Data, viewOf(plain), {}).value();
    const auto first = onlyPack(store);
    // As two clients do that store the same at the same time.
    const auto second = openWith(store, "test").value();
    QVERIFY(second->saveBlobNow(BlobType::Data, viewOf(plain), {}));
    QVERIFY(repository->flushIndex({}));
    QVERIFY(second->flushIndex({}));
    const auto both = test::reopenTestRepository(store);
    QCOMPARE(both->index().findAll(BlobType::Data, id).size(), std::size_t{2});
    for (const auto &name : store.names(QStringLiteral("data/"))) {
        const auto good = store.content(name);
        store.flipBit(name, 20);
        QCOMPARE(both->loadBlob(BlobType::Data, id, {}).value(), plain);
        store.erase(name);
        QCOMPARE(both->loadBlob(BlobType::Data, id, {}).value(), plain);
        store.setContent(name, good);
    }
}

void TestRepository::namesDamagedBlobs_data()
{
    QTest::addColumn<int>("damage");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("flipped bit") << 0 << ErrorCode::Corrupt;
    QTest::newRow("truncated") << 1 << ErrorCode::Corrupt;
    QTest::newRow("missing") << 2 << ErrorCode::NotFound;
}

void TestRepository::namesDamagedBlobs()
{
    QFETCH(const int, damage);
    QFETCH(const ErrorCode, code);
    MemoryStore store;
    const auto repository = createIn(store).value();
    const auto id = repository->saveBlobNow(BlobType::Tree, viewOf(QByteArray(1000, 'x')), {}).value();
    const auto pack = onlyPack(store);
    if (damage == 0)
        store.flipBit(pack, 20);
    else if (damage == 1)
        store.truncate(pack, 20);
    else
        store.erase(pack);
    const auto loaded = repository->loadBlob(BlobType::Tree, id, {});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code(), code);
    QVERIFY(loaded.error().what().contains(id.hex()));
    QVERIFY(loaded.error().what().contains(pack.section(u'/', -1)));
}

void TestRepository::keepsToTheSizeLimit()
{
    MemoryStore store;
    const auto repository = createIn(store).value();
    const auto id = repository->saveBlobNow(BlobType::Data, viewOf(QByteArray(100'000, 'x')), {}).value();
    QCOMPARE(repository->loadBlob(BlobType::Data, id, {}, 99'999).error().code(), ErrorCode::LimitExceeded);
    QVERIFY(repository->loadBlob(BlobType::Data, id, {}, 100'000));
}

void TestRepository::flushesTheIndex()
{
    MemoryStore store;
    const auto repository = createIn(store).value();
    QVERIFY(repository->flushIndex({}));
    QVERIFY(store.names(QStringLiteral("index/")).isEmpty());
    const auto id = repository->saveBlobNow(BlobType::Data, viewOf(QByteArray("content")), {}).value();
    QVERIFY(repository->flushIndex({}));
    QVERIFY(repository->flushIndex({}));
    QCOMPARE(store.names(QStringLiteral("index/")).size(), 1);
    // Another client sees it when it looks again.
    const auto other = openWith(store, "test").value();
    QVERIFY(!other->index().find(BlobType::Data, id));
    QVERIFY(other->loadIndex({}));
    QVERIFY(other->index().find(BlobType::Data, id));
    QVERIFY(other->loadIndex({}));
    QCOMPARE(other->index().entryCount(BlobType::Data), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
