#include "library/unpacked_files.h"

#include "library/zstd.h"
#include "support/memory_store.h"
#include "support/test_library.h"

#include <QTest>

using namespace sealift;
using test::MemoryStore;

class TestUnpackedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void comesBack_data();
    void comesBack();
    void isEncodedAsDocumented();
    void readsPlainJsonInVersion2();
    void refusesUnknownEncodings_data();
    void refusesUnknownEncodings();
    void refusesDamage();
    void refusesAnotherName();
    void refusesBombs();
    void listsWhatHasAName();

private:
    FileId storeSealed(const QByteArray &plain);

    std::unique_ptr<CryptoSession> m_session;
    SealingKey m_key;
    std::unique_ptr<MemoryStore> m_store;
};

void TestUnpackedFiles::initTestCase()
{
    m_session = CryptoSession::start().value();
    m_key = SealingKey::random();
    m_store = std::make_unique<MemoryStore>();
}

void TestUnpackedFiles::cleanupTestCase()
{
    m_key = {};
    m_session.reset();
}

/// Seals a plain text as it is and stores it as a snapshot.
FileId TestUnpackedFiles::storeSealed(const QByteArray &plain)
{
    const auto sealed = BlobSealer(m_key).sealed(viewOf(plain)).value();
    const auto id = sha256(viewOf(sealed));
    m_store->setContent(fileObjectName(FileKind::Snapshot, id), sealed);
    return id;
}

void TestUnpackedFiles::comesBack_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("json");
    for (const int version : {1, 2}) {
        QTest::addRow("short, version %d", version) << version << QByteArray("{}");
        QTest::addRow("list, version %d", version) << version << QByteArray("[1,2]");
        QTest::addRow("long, version %d", version) << version << QByteArray("[" + QByteArray(700'000, ' ') + "]");
    }
}

void TestUnpackedFiles::comesBack()
{
    QFETCH(const int, version);
    QFETCH(const QByteArray, json);
    const UnpackedFiles files(*m_store, m_key, version);
    const auto id = files.save(FileKind::Index, viewOf(json), {}).value();
    QCOMPARE(sha256(viewOf(m_store->content(fileObjectName(FileKind::Index, id)))), id);
    QCOMPARE(files.load(FileKind::Index, id, {}).value(), json);
    const auto source = files.openLarge(FileKind::Index, id, {}).value();
    QByteArray pieces;
    for (auto piece = source->next().value(); !piece.empty(); piece = source->next().value())
        pieces.append(toByteArray(piece));
    QCOMPARE(pieces, json);
    QVERIFY(files.remove(FileKind::Index, id, {}));
    QCOMPARE(files.load(FileKind::Index, id, {}).error().code(), ErrorCode::NotFound);
}

void TestUnpackedFiles::isEncodedAsDocumented()
{
    const QByteArray json("{\"a\":1}");
    const auto content = [&](int version) {
        const auto id = UnpackedFiles(*m_store, m_key, version).save(FileKind::Lock, viewOf(json), {}).value();
        return BlobSealer(m_key).opened(viewOf(m_store->content(fileObjectName(FileKind::Lock, id)))).value();
    };
    QCOMPARE(content(1), json);
    const auto packed = content(2);
    QCOMPARE(packed.front(), char{2});
    QCOMPARE(ZstdDecompressor().decompressed(viewOf(packed).subspan(1), 100).value(), json);
}

void TestUnpackedFiles::readsPlainJsonInVersion2()
{
    const UnpackedFiles files(*m_store, m_key, 2);
    QCOMPARE(files.load(FileKind::Snapshot, storeSealed("{\"a\":1}"), {}).value(), QByteArray("{\"a\":1}"));
    QCOMPARE(files.load(FileKind::Snapshot, storeSealed("[]"), {}).value(), QByteArray("[]"));
}

void TestUnpackedFiles::refusesUnknownEncodings_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::Unsupported;
    QTest::newRow("later encoding") << QByteArray("\x03xyz") << ErrorCode::Unsupported;
    QTest::newRow("no zstd") << QByteArray("\x02xyz") << ErrorCode::Corrupt;
    QTest::newRow("nothing compressed") << QByteArray("\x02") << ErrorCode::Corrupt;
}

void TestUnpackedFiles::refusesUnknownEncodings()
{
    QFETCH(const QByteArray, plain);
    QFETCH(const ErrorCode, code);
    const auto id = storeSealed(plain);
    const auto loaded = UnpackedFiles(*m_store, m_key, 2).load(FileKind::Snapshot, id, {});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code(), code);
    QVERIFY2(loaded.error().what().contains(QStringLiteral("snapshot ") + id.hex()), qPrintable(loaded.error().what()));
}

void TestUnpackedFiles::refusesDamage()
{
    const UnpackedFiles files(*m_store, m_key, 2);
    const auto id = files.save(FileKind::Snapshot, viewOf(QByteArray("{}")), {}).value();
    const auto name = fileObjectName(FileKind::Snapshot, id);
    const auto good = m_store->content(name);
    for (qsizetype i = 0; i < good.size(); ++i) {
        m_store->flipBit(name, i);
        const auto loaded = files.load(FileKind::Snapshot, id, {});
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code(), ErrorCode::Corrupt);
        m_store->setContent(name, good);
    }
    for (qsizetype size = 0; size < good.size(); ++size) {
        m_store->truncate(name, size);
        QCOMPARE(files.load(FileKind::Snapshot, id, {}).error().code(), ErrorCode::Corrupt);
        m_store->setContent(name, good);
    }
    QVERIFY(files.load(FileKind::Snapshot, id, {}));
}

void TestUnpackedFiles::refusesAnotherName()
{
    // Sealed properly, but put in the place of another file.
    const UnpackedFiles files(*m_store, m_key, 2);
    const auto id = storeSealed("{}");
    const auto other = storeSealed("{\"other\":1}");
    m_store->setContent(fileObjectName(FileKind::Snapshot, id),
                        m_store->content(fileObjectName(FileKind::Snapshot, other)));
    const auto loaded = files.load(FileKind::Snapshot, id, {});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code(), ErrorCode::Corrupt);
    QVERIFY(loaded.error().what().contains(QStringLiteral("SHA-256")));
}

void TestUnpackedFiles::refusesBombs()
{
    auto bomb =
        ZstdCompressor(1).compressed(viewOf(QByteArray(UnpackedFiles::kMaxSize + 1, ' ')), QByteArray(1, 2)).value();
    const auto loaded = UnpackedFiles(*m_store, m_key, 2).load(FileKind::Snapshot, storeSealed(bomb), {});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code(), ErrorCode::LimitExceeded);
}

void TestUnpackedFiles::listsWhatHasAName()
{
    MemoryStore store;
    const UnpackedFiles files(store, m_key, 2);
    const auto id = files.save(FileKind::Lock, viewOf(QByteArray("{}")), {}).value();
    store.setContent(QStringLiteral("locks/%1-tmp-123").arg(id.hex()), "x");
    store.setContent(QStringLiteral("locks/README"), "x");
    store.setContent(fileObjectName(FileKind::Lock, sha256({})), QByteArray());
    const auto ids = files.list(FileKind::Lock, {}).value();
    QCOMPARE(ids.size(), std::size_t{1});
    QCOMPARE(ids.front(), id);
}

QTEST_GUILESS_MAIN(TestUnpackedFiles)
#include "tst_unpacked_files.moc"
