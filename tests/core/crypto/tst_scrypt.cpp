#include "crypto/crypto_session.h"
#include "crypto/scrypt.h"

#include <QTest>

#include <limits>
#include <memory>

using namespace sealift;
using namespace std::chrono_literals;

class TestScrypt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void knownValues_data();
    void knownValues();
    void refusesParameters_data();
    void refusesParameters();
    void calibrationIsNeverWeakerThanTheDefault();
    void calibrationKeepsToItsMemory();
    void calibrationSpendsMoreTimeWhereAllowed();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void TestScrypt::initTestCase()
{
    auto session = CryptoSession::start();
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
}

// RFC 7914, section 12. Its last vector takes 1 GiB, which is also the most that is allowed here.
void TestScrypt::knownValues_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<quint64>("n");
    QTest::addColumn<quint32>("r");
    QTest::addColumn<quint32>("p");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("empty, N=16") << QByteArray() << QByteArray() << quint64{16} << quint32{1} << quint32{1}
                                 << QByteArray("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                                               "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
    QTest::newRow("N=1024, p=16") << QByteArray("password") << QByteArray("NaCl") << quint64{1024} << quint32{8}
                                  << quint32{16}
                                  << QByteArray("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                                                "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
    QTest::newRow("N=16384") << QByteArray("pleaseletmein") << QByteArray("SodiumChloride") << quint64{16384}
                             << quint32{8} << quint32{1}
                             << QByteArray("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                                           "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
    QTest::newRow("N=1048576") << QByteArray("pleaseletmein") << QByteArray("SodiumChloride") << quint64{1048576}
                               << quint32{8} << quint32{1}
                               << QByteArray("2101cb9b6a511aaeaddbbe09cf70f881ec568d574a2ffd4dabe5ee9820adaa47"
                                             "8e56fd8f4ba5d09ffa1c6d927c40f4c337304049e8a952fbcbf45c6fa77a41a4");
}

void TestScrypt::knownValues()
{
    QFETCH(const QByteArray, password);
    QFETCH(const QByteArray, salt);
    QFETCH(const quint64, n);
    QFETCH(const quint32, r);
    QFETCH(const quint32, p);
    QFETCH(const QByteArray, hex);
    const auto derived = scrypt(QCA::SecureArray(password), salt, {n, r, p}, 64);
    QVERIFY2(derived.has_value(), derived ? "" : qPrintable(derived.error().what()));
    QCOMPARE(derived->toByteArray().toHex(), hex);
}

void TestScrypt::refusesParameters_data()
{
    QTest::addColumn<quint64>("n");
    QTest::addColumn<quint32>("r");
    QTest::addColumn<quint32>("p");
    QTest::addColumn<int>("size");
    const auto row = [](const char *name, quint64 n, quint32 r, quint32 p, int size) {
        QTest::newRow(name) << n << r << p << size;
    };
    row("N=0", 0, 8, 1, 64);
    row("N=1", 1, 8, 1, 64);
    row("N no power of two", 32769, 8, 1, 64);
    row("N near the top of its type", 1ULL << 63, 8, 1, 64);
    row("N times r runs over", 1ULL << 57, 1, 1, 64);
    row("2 GiB", 1ULL << 21, 8, 1, 64);
    row("r=0", 32768, 0, 1, 64);
    row("p=0", 32768, 8, 0, 64);
    row("p far too large", 2, 1, std::numeric_limits<quint32>::max(), 64);
    row("r far too large", 2, std::numeric_limits<quint32>::max(), 1, 64);
    row("no bytes asked", 16, 1, 1, 0);
    row("negative size", 16, 1, 1, -1);
}

void TestScrypt::refusesParameters()
{
    QFETCH(const quint64, n);
    QFETCH(const quint32, r);
    QFETCH(const quint32, p);
    QFETCH(const int, size);
    const auto derived = scrypt(QCA::SecureArray("password"), "salt", {n, r, p}, size);
    QVERIFY(!derived);
    QCOMPARE(derived.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(!derived.error().what().contains(QLatin1String("password")), qPrintable(derived.error().what()));
}

void TestScrypt::calibrationIsNeverWeakerThanTheDefault()
{
    QCOMPARE(calibrateScrypt(0ms, 0), ScryptParameters());
    QCOMPARE(calibrateScrypt(1ms, 1ULL << 40), ScryptParameters());
}

void TestScrypt::calibrationKeepsToItsMemory()
{
    constexpr quint64 kMemory = 64 * 1024 * 1024;
    const auto parameters = calibrateScrypt(60s, kMemory);
    QVERIFY(128 * parameters.N * parameters.r <= kMemory);
    // With that much time allowed, what memory cannot take is spent on more rounds; and never so many that
    // scrypt() itself would refuse them.
    QCOMPARE(parameters.N, quint64{65536});
    QVERIFY(parameters.p > 1);
    QVERIFY(parameters.p <= 16);
}

void TestScrypt::calibrationSpendsMoreTimeWhereAllowed()
{
    const auto quick = calibrateScrypt(1ms, 1ULL << 30);
    const auto slow = calibrateScrypt(20s, 1ULL << 30);
    QVERIFY(slow.N * slow.p > quick.N * quick.p);
    QVERIFY(128 * slow.N * slow.r <= 1ULL << 30);
}

QTEST_GUILESS_MAIN(TestScrypt)
#include "tst_scrypt.moc"
