#include "library/config.h"
#include "library/polynomial.h"

#include <QTest>

#include <bit>

using namespace sealift;

class TestConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsIrreduciblePolynomials_data();
    void tellsIrreduciblePolynomials();
    void agreesWithTrialDivision();
    void makesPolynomials();
    void comesBack();
    void readsRestics();
    void refuses_data();
    void refuses();
};

void TestConfig::tellsIrreduciblePolynomials_data()
{
    QTest::addColumn<quint64>("polynomial");
    QTest::addColumn<bool>("irreducible");
    QTest::newRow("0") << quint64{0} << false;
    QTest::newRow("1") << quint64{1} << false;
    QTest::newRow("x") << quint64{2} << true;
    QTest::newRow("x^2") << quint64{4} << false;
    QTest::newRow("AES's") << quint64{0x11b} << true;
    QTest::newRow("CRC-32's") << quint64{0x104c11db7} << true;
    // The one in restic's doc/design.rst, "Repository Format".
    QTest::newRow("restic's example") << quint64{0x25b468838dcb75} << true;
    QTest::newRow("the same but for a bit") << quint64{0x25b468838dcb77} << false;
    QTest::newRow("divisible by x") << quint64{0x25b468838dcb74} << false;
    QTest::newRow("of degree 63") << quint64{0x8000000000000003} << true;
    QTest::newRow("a square of degree 62") << quint64{0x4000000000000001} << false;
}

void TestConfig::tellsIrreduciblePolynomials()
{
    QFETCH(const quint64, polynomial);
    QFETCH(const bool, irreducible);
    QCOMPARE(isIrreducible(polynomial), irreducible);
}

void TestConfig::agreesWithTrialDivision()
{
    const auto divides = [](quint64 divisor, quint64 value) {
        const auto degree = [](quint64 p) { return 63 - std::countl_zero(p); };
        while (value != 0 && degree(value) >= degree(divisor))
            value ^= divisor << (degree(value) - degree(divisor));
        return value == 0;
    };
    for (quint64 polynomial = 2; polynomial < 4096; ++polynomial) {
        bool irreducible = true;
        for (quint64 divisor = 2; irreducible && divisor * divisor <= 4 * polynomial && divisor < polynomial; ++divisor)
            irreducible = !divides(divisor, polynomial);
        QVERIFY2(isIrreducible(polynomial) == irreducible, qPrintable(QString::number(polynomial, 2)));
    }
}

void TestConfig::makesPolynomials()
{
    const auto first = randomChunkerPolynomial();
    QVERIFY(isIrreducible(first));
    QCOMPARE(first >> kChunkerDegree, quint64{1});
    QVERIFY(randomChunkerPolynomial() != first);
}

void TestConfig::comesBack()
{
    const auto config = RepositoryConfig::random();
    QCOMPARE(config.version, 2);
    QVERIFY(config.id != RepositoryConfig::random().id);
    const auto back = RepositoryConfig::parse(config.toJson(), QStringLiteral("config"));
    QVERIFY(back);
    QVERIFY(*back == config);
}

void TestConfig::readsRestics()
{
    const auto config = RepositoryConfig::parse(R"({
        "version": 1, "id": "5956a3f67a6230d4a92cefb29529f10196c7d92582ec305fd71ff6d331d6271b",
        "chunker_polynomial": "25b468838dcb75", "later": [1]})",
                                                QStringLiteral("config"));
    QVERIFY(config);
    QCOMPARE(config->version, 1);
    QCOMPARE(config->id.shortHex(), QStringLiteral("5956a3f6"));
    QCOMPARE(config->chunkerPolynomial, quint64{0x25b468838dcb75});
}

void TestConfig::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    const auto document = [](const char *version, const char *id, const char *polynomial) {
        return QByteArray("{\"version\":") + version + ",\"id\":\"" + id + "\",\"chunker_polynomial\":\"" + polynomial +
               "\"}";
    };
    const char *id = "5956a3f67a6230d4a92cefb29529f10196c7d92582ec305fd71ff6d331d6271b";
    QTest::newRow("no JSON") << QByteArray("x") << ErrorCode::Corrupt << "JSON";
    QTest::newRow("later version") << document("3", id, "25b468838dcb75") << ErrorCode::Unsupported << "version 3";
    QTest::newRow("version 0") << document("0", id, "25b468838dcb75") << ErrorCode::Unsupported << "version 0";
    QTest::newRow("version is text") << document("\"2\"", id, "25b468838dcb75") << ErrorCode::Corrupt << "version";
    QTest::newRow("short id") << document("2", "5956a3f6", "25b468838dcb75") << ErrorCode::Corrupt << "\"id\"";
    QTest::newRow("reducible") << document("2", id, "25b468838dcb77") << ErrorCode::Corrupt << "chunker_polynomial";
    QTest::newRow("no number") << document("2", id, "pi") << ErrorCode::Corrupt << "chunker_polynomial";
    QTest::newRow("too long") << document("2", id, "25b468838dcb7525b468838dcb75") << ErrorCode::Corrupt
                              << "chunker_polynomial";
}

void TestConfig::refuses()
{
    QFETCH(const QByteArray, json);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, word);
    const auto config = RepositoryConfig::parse(json, QStringLiteral("config of /srv/library"));
    QVERIFY(!config);
    QCOMPARE(config.error().code(), code);
    QVERIFY2(config.error().what().contains(word), qPrintable(config.error().what()));
    QVERIFY(config.error().what().startsWith(QStringLiteral("config of /srv/library")));
}

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
