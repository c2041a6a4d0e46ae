#include "library/pack_header.h"

#include "crypto/crypto_session.h"
#include "library/object_names.h"
#include "support/memory_store.h"

#include <QTest>
#include <QtEndian>

using namespace sealift;
using test::MemoryStore;

namespace {

BlobId idOf(int number)
{
    return sha256(viewOf(QByteArray::number(number)));
}

/// Entries that follow each other, in turns of all four kinds.
std::vector<PackEntry> someEntries(int count)
{
    std::vector<PackEntry> entries;
    quint32 offset = 0;
    for (int i = 0; i < count; ++i) {
        const auto length = static_cast<quint32>(40 + i);
        const quint32 uncompressed = i % 4 >= 2 ? 1000U + static_cast<quint32>(i) : 0U;
        entries.push_back({i % 2 == 0 ? BlobType::Data : BlobType::Tree, idOf(i), offset, length, uncompressed});
        offset += length;
    }
    return entries;
}

/// What a header decrypts to, written here byte by byte from the document.
QByteArray plainEntry(int type, quint32 length, quint32 uncompressed, const BlobId &id)
{
    QByteArray out(1, static_cast<char>(type));
    const auto append32 = [&out](quint32 value) {
        value = qToLittleEndian(value);
        out.append(reinterpret_cast<const char *>(&value), 4);
    };
    append32(length);
    if (type >= 2)
        append32(uncompressed);
    return out + toByteArray(id.bytes());
}

} // namespace

class TestPackHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isLaidOutAsDocumented();
    void comesBack_data();
    void comesBack();
    void refusesGaps();
    void refusesBadPlainText_data();
    void refusesBadPlainText();
    void refusesWrongSizes_data();
    void refusesWrongSizes();
    void refusesDamage();
    void readsFromAStore_data();
    void readsFromAStore();
    void refusesBadPacks_data();
    void refusesBadPacks();

private:
    std::unique_ptr<CryptoSession> m_session;
    std::unique_ptr<BlobSealer> m_sealer;
};

void TestPackHeader::initTestCase()
{
    m_session = CryptoSession::start().value();
    m_sealer = std::make_unique<BlobSealer>(SealingKey::random());
}

void TestPackHeader::cleanupTestCase()
{
    m_sealer.reset();
    m_session.reset();
}

void TestPackHeader::isLaidOutAsDocumented()
{
    const std::vector<PackEntry> entries{{BlobType::Data, idOf(1), 0, 38, 0},
                                         {BlobType::Tree, idOf(2), 38, 50, 0},
                                         {BlobType::Data, idOf(3), 88, 112, 511},
                                         {BlobType::Tree, idOf(4), 200, 123, 234}};
    const auto header = sealPackHeader(entries, *m_sealer).value();
    const auto length = qFromLittleEndian<quint32>(header.constData() + header.size() - 4);
    QCOMPARE(static_cast<qsizetype>(length), header.size() - 4);
    const auto plain = m_sealer->opened(viewOf(header).first(length)).value();
    QCOMPARE(plain, plainEntry(0, 38, 0, idOf(1)) + plainEntry(1, 50, 0, idOf(2)) + plainEntry(2, 112, 511, idOf(3)) +
                        plainEntry(3, 123, 234, idOf(4)));
    QCOMPARE(packSizeOf(entries), 323 + header.size());
}

void TestPackHeader::comesBack_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 4, 1000})
        QTest::addRow("%d", count) << count;
}

void TestPackHeader::comesBack()
{
    QFETCH(const int, count);
    const auto entries = someEntries(count);
    auto header = sealPackHeader(entries, *m_sealer).value();
    header.chop(4);
    const auto back = openPackHeader(mutableViewOf(header), packSizeOf(entries), *m_sealer);
    QVERIFY(back);
    QVERIFY(*back == entries);
}

void TestPackHeader::refusesGaps()
{
    auto entries = someEntries(3);
    entries[2].offset += 1;
    const auto header = sealPackHeader(entries, *m_sealer);
    QVERIFY(!header);
    QCOMPARE(header.error().code(), ErrorCode::Internal);
}

void TestPackHeader::refusesBadPlainText_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("unknown type") << plainEntry(4, 40, 1, idOf(1)) << "type 4";
    QTest::newRow("half an entry") << plainEntry(0, 40, 0, idOf(1)).chopped(1) << "ends within";
    QTest::newRow("half a compressed entry") << plainEntry(2, 40, 1, idOf(1)).chopped(1) << "ends within";
    QTest::newRow("shorter than a seal") << plainEntry(0, 31, 0, idOf(1)) << "impossible length";
    QTest::newRow("nothing, compressed") << plainEntry(2, 40, 0, idOf(1)) << "impossible length";
    QTest::newRow("4 GiB and more") << plainEntry(0, 0xffffffff, 0, idOf(1)) + plainEntry(0, 40, 0, idOf(2)) +
                                           plainEntry(0, 40, 0, idOf(3))
                                    << "4 GiB";
}

void TestPackHeader::refusesBadPlainText()
{
    QFETCH(const QByteArray, plain);
    QFETCH(const QString, word);
    auto sealed = m_sealer->sealed(viewOf(plain)).value();
    const auto entries = openPackHeader(mutableViewOf(sealed), 40 + sealed.size() + 4, *m_sealer);
    QVERIFY(!entries);
    QCOMPARE(entries.error().code(), ErrorCode::Corrupt);
    QVERIFY2(entries.error().what().contains(word), qPrintable(entries.error().what()));
}

void TestPackHeader::refusesWrongSizes_data()
{
    QTest::addColumn<qint64>("difference");
    QTest::newRow("shorter") << qint64{-1};
    QTest::newRow("longer") << qint64{1};
    QTest::newRow("negative") << qint64{-1'000'000};
}

void TestPackHeader::refusesWrongSizes()
{
    QFETCH(const qint64, difference);
    const auto entries = someEntries(5);
    auto header = sealPackHeader(entries, *m_sealer).value();
    header.chop(4);
    const auto back = openPackHeader(mutableViewOf(header), packSizeOf(entries) + difference, *m_sealer);
    QVERIFY(!back);
    QVERIFY2(back.error().what().contains(QStringLiteral("add up")), qPrintable(back.error().what()));
}

void TestPackHeader::refusesDamage()
{
    const auto entries = someEntries(3);
    const auto header = sealPackHeader(entries, *m_sealer).value().chopped(4);
    for (qsizetype i = 0; i < header.size(); ++i) {
        auto damaged = header;
        damaged[i] = static_cast<char>(damaged[i] ^ 4);
        const auto back = openPackHeader(mutableViewOf(damaged), packSizeOf(entries), *m_sealer);
        QVERIFY(!back);
        QCOMPARE(back.error().code(), ErrorCode::Corrupt);
    }
}

void TestPackHeader::readsFromAStore_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("smaller than the first read") << 2;
    QTest::newRow("larger than the first read") << 500;
}

void TestPackHeader::readsFromAStore()
{
    QFETCH(const int, count);
    const auto entries = someEntries(count);
    const auto blobs = static_cast<qsizetype>(entries.back().offset + entries.back().length);
    const auto pack = QByteArray(blobs, 'b') + sealPackHeader(entries, *m_sealer).value();
    const auto id = sha256(viewOf(pack));
    MemoryStore store;
    store.setContent(packObjectName(id), pack);
    const auto back = readPackHeader(store, id, pack.size(), *m_sealer, {});
    QVERIFY(back);
    QVERIFY(*back == entries);
}

void TestPackHeader::refusesBadPacks_data()
{
    QTest::addColumn<QByteArray>("pack");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::Corrupt;
    QTest::newRow("tiny") << QByteArray(60, 'x') << ErrorCode::Corrupt;
    QTest::newRow("length of 4 GiB") << QByteArray(5000, '\xff') << ErrorCode::Corrupt;
    QTest::newRow("length of nothing") << QByteArray(5000, '\0') << ErrorCode::Corrupt;
    QTest::newRow("length of more than there is")
        << QByteArray(5000, 'x') + QByteArray("\x00\x20\x00\x00", 4) << ErrorCode::Corrupt;
    QTest::newRow("rubbish") << QByteArray(5000, 'x') + QByteArray("\x00\x01\x00\x00", 4) << ErrorCode::Corrupt;
}

void TestPackHeader::refusesBadPacks()
{
    QFETCH(const QByteArray, pack);
    QFETCH(const ErrorCode, code);
    const auto id = sha256(viewOf(pack));
    MemoryStore store;
    store.setContent(packObjectName(id), pack);
    const auto back = readPackHeader(store, id, pack.size(), *m_sealer, {});
    QVERIFY(!back);
    QCOMPARE(back.error().code(), code);
    QVERIFY2(back.error().what().contains(id.hex()), qPrintable(back.error().what()));
    // A pack that is not there at all.
    const auto missing = readPackHeader(store, idOf(9), 5000, *m_sealer, {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code(), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestPackHeader)
#include "tst_pack_header.moc"
