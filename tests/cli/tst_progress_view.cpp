#include "cli/progress_view.h"
#include "common/human_text.h"

#include <QTest>

using namespace sealift;
using std::chrono::milliseconds;

class TestProgressView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsTheLine_data();
    void fillsTheLine();
    void neverExceedsTheTerminal_data();
    void neverExceedsTheTerminal();
    void keepsPercentWhereNothingElseFits();
    void saysPreparingWithoutTotal();
    void countsOtherThingsThanBytes();
    void namesEveryFactForMachines();
    void leavesTimeOpenForMachines();
};

constexpr qint64 kMiB = 1 << 20;

static ProgressView view(const QString &label = QStringLiteral("web01.qcow2"))
{
    ProgressView view;
    view.label = label;
    view.storedWord = QStringLiteral("stored");
    view.sample = {.total = 4096 * kMiB,
                   .done = 1741 * kMiB,
                   .read = 500 * kMiB,
                   .holes = 1241 * kMiB,
                   .known = 99 * kMiB,
                   .stored = 400 * kMiB};
    view.rate = 512.0 * kMiB;
    view.timeLeft = milliseconds(4600);
    view.elapsed = milliseconds(3400);
    return view;
}

void TestProgressView::fillsTheLine_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("line");
    QTest::newRow("120") << 120
                         << "web01.qcow2   42 % [###########-----------------]  1.70 GiB of 4.00 GiB  512 MiB/s  0:05 "
                            "left  400.00 MiB stored";
    QTest::newRow("100")
        << 100 << "web01.qcow2   42 % [######---------]  1.70 GiB of 4.00 GiB  512 MiB/s  0:05 left  400.00 MiB stored";
    QTest::newRow("80") << 80 << "web01.qcow2   42 % [#####---------]  1.70 GiB of 4.00 GiB  512 MiB/s  0:05 left";
    QTest::newRow("60") << 60 << "web...w2   42 % [###-----]  1.70 GiB of 4.00 GiB  512 MiB/s";
    QTest::newRow("40") << 40 << "web01.qcow2   42 %";
    QTest::newRow("16") << 16 << "web...w2   42 %";
}

void TestProgressView::fillsTheLine()
{
    QFETCH(int, columns);
    QTEST(progressLine(view(), columns), "line");
}

void TestProgressView::neverExceedsTheTerminal_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("short") << "a";
    QTest::newRow("long") << QString(300, QLatin1Char('x'));
    QTest::newRow("wide") << QStringLiteral("磁盘映像磁盘映像磁盘映像磁盘映像.raw");
    QTest::newRow("hostile") << QStringLiteral("\x1b[31m\r\nred\u202e.raw");
    QTest::newRow("empty") << "";
}

void TestProgressView::neverExceedsTheTerminal()
{
    QFETCH(QString, label);
    for (int columns = 1; columns <= 200; ++columns) {
        for (const qint64 done : {qint64(0), 1 * kMiB, 4095 * kMiB, 4096 * kMiB}) {
            for (const bool late : {false, true}) {
                auto shown = view(label);
                shown.sample.done = done;
                if (late)
                    shown.timeLeft = std::chrono::hours(900);
                const auto line = progressLine(shown, columns);
                QVERIFY2(displayWidth(line) < columns, qPrintable(QStringLiteral("%1: %2").arg(columns).arg(line)));
                QVERIFY(!line.contains(QChar(0x1b)) && !line.contains(QLatin1Char('\r')) &&
                        !line.contains(QLatin1Char('\n')));
                QVERIFY(!line.contains(QStringLiteral("100 %")) || done == 4096 * kMiB);
            }
        }
    }
}

void TestProgressView::keepsPercentWhereNothingElseFits()
{
    QCOMPARE(progressLine(view(), 8).trimmed(), QStringLiteral("42 %"));
}

void TestProgressView::saysPreparingWithoutTotal()
{
    auto unknown = view();
    unknown.sample = {};
    QCOMPARE(progressLine(unknown, 80), QStringLiteral("web01.qcow2  preparing"));
}

void TestProgressView::countsOtherThingsThanBytes()
{
    ProgressView packs;
    packs.label = QStringLiteral("Checking");
    packs.unit = QStringLiteral("packs");
    packs.sample.total = 4000;
    packs.sample.done = 1000;
    packs.rate = 100;
    QCOMPARE(progressLine(packs, 60), QStringLiteral("Checking   25 % [#####----------------]  1000 of 4000 packs"));
    QCOMPARE(progressObject(packs).value(QStringLiteral("unit")).toString(), QStringLiteral("packs"));
}

void TestProgressView::namesEveryFactForMachines()
{
    const QJsonObject expected{{QStringLiteral("name"), QStringLiteral("web01.qcow2")},
                               {QStringLiteral("unit"), QStringLiteral("bytes")},
                               {QStringLiteral("total"), 4096 * kMiB},
                               {QStringLiteral("done"), 1741 * kMiB},
                               {QStringLiteral("percent"), 42},
                               {QStringLiteral("read"), 500 * kMiB},
                               {QStringLiteral("holes"), 1241 * kMiB},
                               {QStringLiteral("known"), 99 * kMiB},
                               {QStringLiteral("stored"), 400 * kMiB},
                               {QStringLiteral("rate"), 512.0 * kMiB},
                               {QStringLiteral("elapsed"), 3.4},
                               {QStringLiteral("secondsLeft"), 4.6}};
    QCOMPARE(progressObject(view()), expected);
}

void TestProgressView::leavesTimeOpenForMachines()
{
    auto unknown = view();
    unknown.timeLeft.reset();
    unknown.sample = {};
    const auto object = progressObject(unknown);
    QVERIFY(object.value(QStringLiteral("secondsLeft")).isNull());
    QCOMPARE(object.value(QStringLiteral("percent")).toInt(-1), 0);
}

QTEST_GUILESS_MAIN(TestProgressView)
#include "tst_progress_view.moc"
