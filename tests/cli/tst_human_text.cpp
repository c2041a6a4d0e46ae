#include "common/human_text.h"

#include <QTest>

using namespace sealift;
using std::chrono::milliseconds;

class TestHumanText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void rates_data();
    void rates();
    void clocks_data();
    void clocks();
    void durations_data();
    void durations();
    void percents_data();
    void percents();
    void printables_data();
    void printables();
    void widths_data();
    void widths();
    void elides_data();
    void elides();
    void elidesToEveryWidth();
    void pads();
};

void TestHumanText::sizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << "0 bytes";
    QTest::newRow("below a KiB") << qint64(1023) << "1023 bytes";
    QTest::newRow("a KiB") << qint64(1024) << "1.00 KiB";
    QTest::newRow("MiB") << qint64(437'518'336) << "417.25 MiB";
    QTest::newRow("4 GiB") << (qint64(4) << 30) << "4.00 GiB";
    QTest::newRow("4 TiB") << (qint64(4) << 40) << "4.00 TiB";
    QTest::newRow("the largest") << std::numeric_limits<qint64>::max() << "8.00 EiB";
}

void TestHumanText::sizes()
{
    QFETCH(qint64, bytes);
    QTEST(sizeText(bytes), "text");
}

void TestHumanText::rates_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << "0 bytes/s";
    QTest::newRow("negative") << -5.0 << "0 bytes/s";
    QTest::newRow("slow") << 900.4 << "900 bytes/s";
    QTest::newRow("few MiB") << 1.5 * 1024 * 1024 << "1.5 MiB/s";
    QTest::newRow("many MiB") << 512.3 * 1024 * 1024 << "512 MiB/s";
    QTest::newRow("holes") << 3.0e13 << "27 TiB/s";
    QTest::newRow("absurd") << 1.0e300 << "4.0 EiB/s";
}

void TestHumanText::rates()
{
    QFETCH(double, rate);
    QTEST(rateText(rate), "text");
}

void TestHumanText::clocks_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << "0:00";
    QTest::newRow("negative") << qint64(-5) << "0:00";
    QTest::newRow("rounded up") << qint64(6001) << "0:07";
    QTest::newRow("minutes") << qint64(750'000) << "12:30";
    QTest::newRow("just below an hour") << qint64(3'599'000) << "59:59";
    QTest::newRow("hours") << qint64(11'100'000) << "3:05:00";
    QTest::newRow("days") << qint64(360'000'000) << "100:00:00";
}

void TestHumanText::clocks()
{
    QFETCH(qint64, time);
    QTEST(clockText(milliseconds(time)), "text");
}

void TestHumanText::durations_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << "0.0 s";
    QTest::newRow("tenths") << qint64(440) << "0.4 s";
    QTest::newRow("seconds") << qint64(12'345) << "12.3 s";
    QTest::newRow("just below a minute") << qint64(59'949) << "59.9 s";
    QTest::newRow("rounded to a minute") << qint64(59'950) << "1 min 0 s";
    QTest::newRow("minutes") << qint64(185'000) << "3 min 5 s";
    QTest::newRow("hours") << qint64(7'800'000) << "2 h 10 min";
}

void TestHumanText::durations()
{
    QFETCH(qint64, time);
    QTEST(durationText(milliseconds(time)), "text");
}

void TestHumanText::percents_data()
{
    QTest::addColumn<qint64>("part");
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<int>("percent");
    QTest::newRow("nothing of nothing") << qint64(0) << qint64(0) << 100;
    QTest::newRow("none") << qint64(0) << qint64(10) << 0;
    QTest::newRow("half") << qint64(5) << qint64(10) << 50;
    QTest::newRow("never rounded up to the whole") << qint64(999'999) << qint64(1'000'000) << 99;
    QTest::newRow("never rounded up to the whole, huge")
        << std::numeric_limits<qint64>::max() - 1 << std::numeric_limits<qint64>::max() << 99;
    QTest::newRow("whole") << qint64(10) << qint64(10) << 100;
    QTest::newRow("more than whole") << qint64(11) << qint64(10) << 100;
}

void TestHumanText::percents()
{
    QFETCH(qint64, part);
    QFETCH(qint64, whole);
    QTEST(percentOf(part, whole), "percent");
}

void TestHumanText::printables_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << "disk 1.raw"
                           << "disk 1.raw";
    QTest::newRow("umlauts") << QStringLiteral("Büro-Übung") << QStringLiteral("Büro-Übung");
    QTest::newRow("Chinese") << QStringLiteral("磁盘") << QStringLiteral("磁盘");
    QTest::newRow("emoji") << QStringLiteral("💾") << QStringLiteral("💾");
    QTest::newRow("escape sequence") << QStringLiteral("a\x1b[2Jb") << QStringLiteral("a\\x1b[2Jb");
    QTest::newRow("line break") << QStringLiteral("a\nb\r") << QStringLiteral("a\\x0ab\\x0d");
    QTest::newRow("C1 control") << QStringLiteral("a\u009b") << QStringLiteral("a\\x9b");
    QTest::newRow("right-to-left override") << QStringLiteral("gpj.\u202eexe") << QStringLiteral("gpj.\\u202eexe");
    QTest::newRow("zero width") << QStringLiteral("a\u200bb") << QStringLiteral("a\\u200bb");
    QTest::newRow("NUL") << QString(QChar(0)) << QStringLiteral("\\x00");
    QTest::newRow("half of a pair") << QString(QChar(0xd800)) << QStringLiteral("\ufffd");
}

void TestHumanText::printables()
{
    QFETCH(QString, text);
    QTEST(printable(text), "shown");
    QCOMPARE(printable(printable(text)), printable(text));
}

void TestHumanText::widths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::newRow("empty") << "" << 0;
    QTest::newRow("ASCII") << "disk" << 4;
    QTest::newRow("umlaut") << QStringLiteral("ü") << 1;
    QTest::newRow("combining mark") << QStringLiteral("u\u0308") << 1;
    QTest::newRow("Chinese") << QStringLiteral("磁盘") << 4;
    QTest::newRow("emoji") << QStringLiteral("💾") << 2;
}

void TestHumanText::widths()
{
    QFETCH(QString, text);
    QTEST(displayWidth(text), "columns");
}

void TestHumanText::elides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("shown");
    QTest::newRow("fits") << "disk.raw" << 8 << "disk.raw";
    QTest::newRow("middle") << "a-very-long-name.raw" << 11 << "a-ve....raw";
    QTest::newRow("dots only") << "disk.raw" << 3 << "...";
    QTest::newRow("no room") << "disk.raw" << 0 << "";
    QTest::newRow("negative") << "disk.raw" << -4 << "";
    QTest::newRow("wide") << QStringLiteral("磁盘磁盘磁盘") << 8 << QStringLiteral("磁...盘");
}

void TestHumanText::elides()
{
    QFETCH(QString, text);
    QFETCH(int, columns);
    QTEST(elided(text, columns), "shown");
}

void TestHumanText::elidesToEveryWidth()
{
    const auto text = QStringLiteral("Büro 磁盘 u\u0308ber 💾 image-2024.raw");
    for (int columns = 0; columns < 60; ++columns)
        QVERIFY2(displayWidth(elided(text, columns)) <= columns, qPrintable(QString::number(columns)));
}

void TestHumanText::pads()
{
    QCOMPARE(padded(QStringLiteral("ab"), 4), QStringLiteral("ab  "));
    QCOMPARE(padded(QStringLiteral("磁"), 4), QStringLiteral("磁  "));
    QCOMPARE(padded(QStringLiteral("abcde"), 4), QStringLiteral("abcde"));
}

QTEST_GUILESS_MAIN(TestHumanText)
#include "tst_human_text.moc"
