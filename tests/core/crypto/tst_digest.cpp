#include "crypto/digest.h"

#include <QHash>
#include <QTest>

#include <unordered_set>

using namespace sealift;

class TestDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownValues_data();
    void knownValues();
    void millionLetters_data();
    void millionLetters();
    void oneObjectServesManyTimes();
    void readsHexadecimal();
    void refusesOtherText_data();
    void refusesOtherText();
    void comparesAndHashes();
};

// FIPS 180-4's examples ("SHA-256 examples", csrc.nist.gov) and lengths around the block's padding, by coreutils'
// sha256sum.
void TestDigest::knownValues_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("hex");
    QTest::newRow("empty") << QByteArray()
                           << QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("448 bits") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                              << QStringLiteral("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("896 bits") << QByteArray("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                                            "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")
                              << QStringLiteral("cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    QTest::newRow("55 letters") << QByteArray(55, 'a')
                                << QStringLiteral("9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    QTest::newRow("56 letters") << QByteArray(56, 'a')
                                << QStringLiteral("b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    QTest::newRow("63 letters") << QByteArray(63, 'a')
                                << QStringLiteral("7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
    QTest::newRow("64 letters") << QByteArray(64, 'a')
                                << QStringLiteral("ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    QTest::newRow("65 letters") << QByteArray(65, 'a')
                                << QStringLiteral("635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0");
    QTest::newRow("119 letters") << QByteArray(119, 'a')
                                 << QStringLiteral("31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb");
    QTest::newRow("120 letters") << QByteArray(120, 'a')
                                 << QStringLiteral("2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c");
}

void TestDigest::knownValues()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QString, hex);
    QCOMPARE(sha256(viewOf(message)).hex(), hex);
    QCOMPARE(sha256(viewOf(message)).shortHex(), hex.left(8));
}

void TestDigest::millionLetters_data()
{
    QTest::addColumn<std::size_t>("step");
    for (const std::size_t step : {1U, 7U, 63U, 64U, 65U, 4096U, 1000000U})
        QTest::addRow("in steps of %zu", step) << step;
}

void TestDigest::millionLetters()
{
    QFETCH(const std::size_t, step);
    const QByteArray letters(1000000, 'a');
    Sha256 sha;
    for (auto rest = viewOf(letters); !rest.empty(); rest = rest.subspan(std::min(step, rest.size())))
        sha.add(rest.first(std::min(step, rest.size())));
    QCOMPARE(sha.finish().hex(), QStringLiteral("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
}

void TestDigest::oneObjectServesManyTimes()
{
    Sha256 sha;
    const auto abc = sha256(viewOf("abc"));
    QCOMPARE(sha.of(viewOf("abc")), abc);
    QCOMPARE(sha.finish(), sha256({}));
    sha.add({});
    sha.add(viewOf("a"));
    sha.add({});
    Sha256 moved(std::move(sha));
    moved.add(viewOf("bc"));
    QCOMPARE(moved.finish(), abc);
}

void TestDigest::readsHexadecimal()
{
    const auto text = QStringLiteral("00ff7f80a5000000000000000000000000000000000000000000000000000001");
    const auto digest = Digest::fromHex(text);
    QVERIFY(digest.has_value());
    QCOMPARE(digest->hex(), text);
    QCOMPARE(Digest::fromHex(text.toLatin1()).value(), *digest);
    QCOMPARE(digest->bytes()[1], std::byte{0xff});
    QCOMPARE(Digest(std::span<const std::byte, Digest::kSize>(digest->bytes())), *digest);
    QVERIFY(!digest->isNull());
    QVERIFY(Digest().isNull());
}

void TestDigest::refusesOtherText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("63 digits") << QString(63, u'a');
    QTest::newRow("65 digits") << QString(65, u'a');
    QTest::newRow("upper case") << QString(64, u'A');
    QTest::newRow("no digit") << QString(63, u'0') + QLatin1Char('g');
    QTest::newRow("space") << QLatin1Char(' ') + QString(63, u'0');
    QTest::newRow("two bytes in UTF-8") << QString(62, u'0') + QChar(0xe4);
    QTest::newRow("very long") << QString(100000, u'0');
}

void TestDigest::refusesOtherText()
{
    QFETCH(const QString, text);
    const auto digest = Digest::fromHex(text);
    QVERIFY(!digest);
    QCOMPARE(digest.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(digest.error().what().size() < 200);
}

void TestDigest::comparesAndHashes()
{
    QSet<Digest> qt;
    std::unordered_set<Digest> standard;
    std::unordered_set<std::size_t> hashes;
    for (int i = 0; i < 1000; ++i) {
        const auto digest = sha256(viewOf(QByteArray::number(i)));
        qt.insert(digest);
        standard.insert(digest);
        hashes.insert(std::hash<Digest>()(digest));
    }
    QCOMPARE(qt.size(), 1000);
    QCOMPARE(standard.size(), std::size_t{1000});
    QCOMPARE(hashes.size(), std::size_t{1000});
    QVERIFY(qt.contains(sha256(viewOf("999"))));
    QVERIFY(!qt.contains(sha256(viewOf("1000"))));
    const auto low = Digest::fromHex(QString(63, u'0') + QLatin1Char('1')).value();
    const auto high = Digest::fromHex(QLatin1Char('8') + QString(63, u'0')).value();
    QVERIFY(low < high);
}

QTEST_APPLESS_MAIN(TestDigest)
#include "tst_digest.moc"
