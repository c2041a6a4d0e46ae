#include "library/zstd.h"
#include "library/zstd_source.h"

#include <QTest>

using namespace sealift;

namespace {

QByteArray text(qsizetype size)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i)
        bytes.append("line ").append(QByteArray::number(i)).append('\n');
    bytes.truncate(size);
    return bytes;
}

QByteArray drain(ByteSource &source, std::optional<Error> &error)
{
    QByteArray all;
    for (;;) {
        const auto piece = source.next();
        if (!piece)
            error = piece.error();
        if (!piece || piece->empty())
            return all;
        all.append(toByteArray(*piece));
    }
}

} // namespace

class TestZstd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void saysWhenItDoesNotFit();
    void keepsAPrefix();
    void refusesAnotherSize();
    void refusesDamage_data();
    void refusesDamage();
    void keepsWithinLimits();
    void readsSeveralFrames();
};

void TestZstd::comesBack_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<int>("level");
    for (const int level : {1, 3, 15}) {
        for (const qsizetype size : {0, 1, 4095, 100'000, 5'000'000})
            QTest::addRow("%lld bytes, level %d", static_cast<long long>(size), level) << text(size) << level;
    }
}

void TestZstd::comesBack()
{
    QFETCH(const QByteArray, plain);
    QFETCH(const int, level);
    ZstdCompressor compressor(level);
    ZstdDecompressor decompressor;
    for (int turn = 0; turn < 2; ++turn) {
        const auto packed = compressor.compressed(viewOf(plain)).value();
        QByteArray exact(plain.size(), 'x');
        QVERIFY(decompressor.decompress(viewOf(packed), mutableViewOf(exact)));
        QCOMPARE(exact, plain);
        QCOMPARE(decompressor.decompressed(viewOf(packed), plain.size()).value(), plain);
        ZstdSource source(packed, 0, plain.size());
        std::optional<Error> error;
        QCOMPARE(drain(source, error), plain);
        QVERIFY(!error);
    }
}

void TestZstd::saysWhenItDoesNotFit()
{
    const auto plain = text(100'000);
    ZstdCompressor compressor(1);
    QByteArray room(100, '\0');
    QCOMPARE(compressor.compress(viewOf(plain), mutableViewOf(room)).value(), std::size_t{0});
    // And is good for another try.
    room.resize(static_cast<qsizetype>(ZstdCompressor::bound(100'000)));
    QVERIFY(compressor.compress(viewOf(plain), mutableViewOf(room)).value() > 100);
}

void TestZstd::keepsAPrefix()
{
    const auto packed = ZstdCompressor(3).compressed(viewOf(text(1000)), QByteArray(1, 2)).value();
    QCOMPARE(packed.front(), char{2});
    QCOMPARE(ZstdDecompressor().decompressed(viewOf(packed).subspan(1), 1000).value(), text(1000));
}

void TestZstd::refusesAnotherSize()
{
    const auto packed = ZstdCompressor(3).compressed(viewOf(text(1000))).value();
    for (const qsizetype size : {0, 999, 1001}) {
        QByteArray out(size, '\0');
        const auto done = ZstdDecompressor().decompress(viewOf(packed), mutableViewOf(out));
        QVERIFY(!done);
        QCOMPARE(done.error().code(), ErrorCode::Corrupt);
    }
}

void TestZstd::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("packed");
    const auto packed = ZstdCompressor(3).compressed(viewOf(text(300'000))).value();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no magic number") << QByteArray("plain text, by mistake");
    QTest::newRow("header alone") << packed.first(8);
    QTest::newRow("cut off") << packed.chopped(1);
    QTest::newRow("rubbish behind") << packed + "rubbish";
    auto flipped = packed;
    flipped[flipped.size() / 2] = static_cast<char>(~flipped[flipped.size() / 2]);
    flipped[flipped.size() / 2 + 1] = static_cast<char>(~flipped[flipped.size() / 2 + 1]);
    QTest::newRow("changed block header") << QByteArray(packed).replace(9, 3, "\xff\xff\xff");
}

void TestZstd::refusesDamage()
{
    QFETCH(const QByteArray, packed);
    QByteArray out(300'000, '\0');
    const auto exact = ZstdDecompressor().decompress(viewOf(packed), mutableViewOf(out));
    QVERIFY(!exact);
    QCOMPARE(exact.error().code(), ErrorCode::Corrupt);
    const auto whole = ZstdDecompressor().decompressed(viewOf(packed), 1 << 20);
    QVERIFY(!whole);
    QCOMPARE(whole.error().code(), ErrorCode::Corrupt);
    ZstdSource source(packed, 0, 1 << 20);
    std::optional<Error> error;
    drain(source, error);
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::Corrupt);
}

void TestZstd::keepsWithinLimits()
{
    // A gigabyte of zeroes in some 32 KiB, of which no more than the limit is ever unpacked.
    constexpr qsizetype kLimit = 1 << 20;
    const auto bomb = ZstdCompressor(1).compressed(viewOf(QByteArray(64 << 20, '\0'))).value();
    QVERIFY(bomb.size() < 64 * 1024);
    const auto whole = ZstdDecompressor().decompressed(viewOf(bomb), kLimit);
    QVERIFY(!whole);
    QCOMPARE(whole.error().code(), ErrorCode::LimitExceeded);
    ZstdSource source(bomb, 0, kLimit);
    std::optional<Error> error;
    QVERIFY(drain(source, error).size() <= kLimit);
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::LimitExceeded);
}

void TestZstd::readsSeveralFrames()
{
    const auto frame = ZstdCompressor(3).compressed(viewOf(text(1000))).value();
    QCOMPARE(ZstdDecompressor().decompressed(viewOf(frame + frame), 2000).value(), text(1000) + text(1000));
    ZstdSource source(frame + frame, 0, 2000);
    std::optional<Error> error;
    QCOMPARE(drain(source, error), text(1000) + text(1000));
    QVERIFY(!error);
}

QTEST_GUILESS_MAIN(TestZstd)
#include "tst_zstd.moc"
