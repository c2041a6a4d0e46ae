#include "cli/bandwidth.h"
#include "common/bandwidth_settings.h"

#include <QTest>

#include <utility>

using namespace sealift;

/// Limits as people write them.
class TestBandwidth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void refused_data();
    void refused();
    void withoutTheOptionTheSettingsHold();
    void settingsNameTheirFields();
};

void TestBandwidth::understood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("bytes") << QStringLiteral("125000") << qint64{125'000};
    QTest::newRow("k") << QStringLiteral("500k") << qint64{500'000};
    QTest::newRow("M") << QStringLiteral("10M") << qint64{10'000'000};
    QTest::newRow("m, lower case") << QStringLiteral("10m") << qint64{10'000'000};
    QTest::newRow("fraction") << QStringLiteral("1.5 MB/s") << qint64{1'500'000};
    QTest::newRow("binary") << QStringLiteral("2Mi") << qint64{2 << 20};
    QTest::newRow("binary, written out") << QStringLiteral("2 MiB/s") << qint64{2 << 20};
    QTest::newRow("G") << QStringLiteral("1Gi") << qint64{1 << 30};
    QTest::newRow("the least") << QStringLiteral("1k") << qint64{1000};
}

void TestBandwidth::understood()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, bytes);
    const auto parsed = parseBandwidth(text);
    QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().what()));
    QCOMPARE(*parsed, bytes);
}

void TestBandwidth::refused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "0", "999", "k", "-5M", "1e9", "10T", "10 M 5", "0x10k", "1,5M", "99999999999999999999G"})
        QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromLatin1(text);
}

void TestBandwidth::refused()
{
    QFETCH(const QString, text);
    const auto parsed = parseBandwidth(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(parsed.error().what().contains(QStringLiteral("--bandwidth")));
    QVERIFY(!parsed.error().remedy().isEmpty());
}

void TestBandwidth::withoutTheOptionTheSettingsHold()
{
    QCommandLineParser parser;
    parser.addOption(bandwidthOption());
    QVERIFY(parser.parse({QStringLiteral("sealift")}));
    QVERIFY(!bandwidthOf(parser)->has_value());
    QVERIFY(parser.parse({QStringLiteral("sealift"), QStringLiteral("--bandwidth"), QStringLiteral("3M")}));
    QCOMPARE(bandwidthOf(parser)->value_or(-1), 3'000'000);
    QVERIFY(parser.parse({QStringLiteral("sealift"), QStringLiteral("--bandwidth"), QStringLiteral("none")}));
    QCOMPARE(bandwidthOf(parser)->value_or(-1), 0);
    QVERIFY(parser.parse({QStringLiteral("sealift"), QStringLiteral("--bandwidth"), QStringLiteral("much")}));
    QVERIFY(!bandwidthOf(parser));
    const QCommandLineParser without;
    QVERIFY(!bandwidthOf(without)->has_value());
}

void TestBandwidth::settingsNameTheirFields()
{
    BandwidthSettings settings;
    settings.usual = 50'000'000;
    settings.schedule.rules = {{BandwidthRule::kWorkdays, {8, 0}, {18, 0}, 5'000'000}};
    const auto parsed = parseBandwidthSettings(bandwidthJson(settings), QStringLiteral("settings.json"));
    QVERIFY(parsed && *parsed == settings);
    const QDateTime monday(QDate(2027, 1, 4), QTime(9, 0));
    QCOMPARE(settings.limitAt(monday), 5'000'000);
    QCOMPARE(settings.limitAt(monday.addSecs(10 * 3600)), 50'000'000);
    QVERIFY(*parseBandwidthSettings({}, QString()) == BandwidthSettings());
    for (const auto &[field, value] : {std::pair{QStringLiteral("bytesPerSecond"), QJsonValue(-1)},
                                       {QStringLiteral("bytesPerSecond"), QJsonValue("much")},
                                       {QStringLiteral("bandwidthSchedule"), QJsonValue(3)}}) {
        const auto refused = parseBandwidthSettings({{field, value}}, QStringLiteral("settings.json"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), ErrorCode::Corrupt);
        QVERIFY(refused.error().what().contains(QStringLiteral("settings.json")));
        QVERIFY(refused.error().what().contains(field));
    }
}

QTEST_GUILESS_MAIN(TestBandwidth)
#include "tst_bandwidth.moc"
