#include "crypto/crypto_session.h"
#include "crypto/recovery_passphrase.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sealift;

class TestRecoveryPassphrase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void printsEightGroups();
    void neverRepeats();
    void usesEverySymbol();
    void readsWhatPeopleType_data();
    void readsWhatPeopleType();
    void findsEveryWrongSymbol();
    void findsSwappedNeighbours();
    void findsWrongLength();
    void leavesOtherPasswordsAlone_data();
    void leavesOtherPasswordsAlone();

private:
    std::unique_ptr<CryptoSession> m_session;
};

static const auto kSymbols = QByteArrayLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

static RecoveryShape shapeOf(const QByteArray &typed)
{
    return readRecoveryPassphrase(QCA::SecureArray(typed)).shape;
}

void TestRecoveryPassphrase::initTestCase()
{
    auto session = CryptoSession::start();
    QVERIFY2(session, session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
}

void TestRecoveryPassphrase::printsEightGroups()
{
    const QRegularExpression shape(QStringLiteral("^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){7}$"));
    for (int i = 0; i < 100; ++i) {
        const auto printed = generateRecoveryPassphrase().toByteArray();
        QVERIFY2(shape.match(QString::fromLatin1(printed)).hasMatch(), printed.constData());
        const auto reading = readRecoveryPassphrase(QCA::SecureArray(printed));
        QCOMPARE(reading.shape, RecoveryShape::Sound);
        QCOMPARE(reading.canonical.toByteArray(), printed);
    }
}

void TestRecoveryPassphrase::neverRepeats()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(generateRecoveryPassphrase().toByteArray());
    QCOMPARE(seen.size(), 1000);
}

void TestRecoveryPassphrase::usesEverySymbol()
{
    QHash<char, int> counts;
    for (int i = 0; i < 1000; ++i) {
        for (const char c : generateRecoveryPassphrase().toByteArray().left(41))
            ++counts[c];
    }
    // 35,000 draws of 32 symbols: 1,094 each; a fair generator misses these bounds less often than once in 10^9 runs.
    for (const char c : kSymbols)
        QVERIFY2(counts[c] > 880 && counts[c] < 1320,
                 qPrintable(QStringLiteral("%1: %2").arg(QLatin1Char(c)).arg(counts[c])));
}

void TestRecoveryPassphrase::readsWhatPeopleType_data()
{
    QTest::addColumn<QByteArray>("printed");
    QTest::addColumn<QByteArray>("typed");
    const auto printed = generateRecoveryPassphrase().toByteArray();
    QTest::newRow("small letters") << printed << printed.toLower();
    QTest::newRow("spaces") << printed << QByteArray(printed).replace('-', ' ');
    QTest::newRow("no separators") << printed << QByteArray(printed).replace("-", "");
    QTest::newRow("O for 0") << printed << QByteArray(printed).replace('0', 'O');
    QTest::newRow("l for 1") << printed << QByteArray(printed).replace('1', 'l');
    QTest::newRow("I for 1") << printed << QByteArray(printed).replace('1', 'I');
}

void TestRecoveryPassphrase::readsWhatPeopleType()
{
    QFETCH(QByteArray, printed);
    QFETCH(QByteArray, typed);
    const auto reading = readRecoveryPassphrase(QCA::SecureArray(typed));
    QCOMPARE(reading.shape, RecoveryShape::Sound);
    QCOMPARE(reading.canonical.toByteArray(), printed);
}

void TestRecoveryPassphrase::findsEveryWrongSymbol()
{
    const auto printed = generateRecoveryPassphrase().toByteArray();
    int accepted = 0;
    for (qsizetype i = 0; i < printed.size(); ++i) {
        if (printed[i] == '-')
            continue;
        for (const char wrong : kSymbols + QByteArrayLiteral("U")) {
            auto typed = printed;
            typed[i] = wrong;
            if (wrong != printed[i] && shapeOf(typed) != RecoveryShape::Mistyped)
                ++accepted;
        }
    }
    // 1,280 mistakes against a checksum of 25 bits: even one that gets through is a chance of 1 in 26,000.
    QCOMPARE(accepted, 0);
}

void TestRecoveryPassphrase::findsSwappedNeighbours()
{
    const auto printed = generateRecoveryPassphrase().toByteArray();
    for (qsizetype i = 0; i + 1 < printed.size(); ++i) {
        if (printed[i] == '-' || printed[i + 1] == '-' || printed[i] == printed[i + 1])
            continue;
        auto typed = printed;
        std::swap(typed[i], typed[i + 1]);
        QCOMPARE(shapeOf(typed), RecoveryShape::Mistyped);
    }
}

void TestRecoveryPassphrase::findsWrongLength()
{
    const auto printed = generateRecoveryPassphrase().toByteArray();
    QCOMPARE(shapeOf(printed.chopped(1)), RecoveryShape::Mistyped);
    QCOMPARE(shapeOf(printed + '7'), RecoveryShape::Mistyped);
    QCOMPARE(shapeOf(printed.chopped(6)), RecoveryShape::Mistyped);
}

void TestRecoveryPassphrase::leavesOtherPasswordsAlone_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("word") << QByteArray("hunter2");
    QTest::newRow("passphrase") << QByteArray("correct horse battery staple");
    QTest::newRow("40 symbols without separators") << QByteArray(40, 'A');
    QTest::newRow("not ASCII") << QByteArray("p\xc3\xa4sswort-mit-vielen-strichen-a-b-c-d-e-f-g");
    QTest::newRow("UUID") << QByteArray("123e4567-e89b-12d3-a456-426614174000");
}

void TestRecoveryPassphrase::leavesOtherPasswordsAlone()
{
    QFETCH(QByteArray, typed);
    QCOMPARE(shapeOf(typed), RecoveryShape::Other);
}

QTEST_GUILESS_MAIN(TestRecoveryPassphrase)
#include "tst_recovery_passphrase.moc"
