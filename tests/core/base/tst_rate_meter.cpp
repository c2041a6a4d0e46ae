#include "base/rate_meter.h"

#include <QTest>

using namespace sealift;
using std::chrono::milliseconds;

class TestRateMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtFirst();
    void measuresSteadyRate();
    void smoothsBursts();
    void forgetsWhatIsLongAgo();
    void estimatesOnlyWhenSteady();
    void givesNoEstimateForAStall();
    void survivesTwoSamplesAtOnce();
};

constexpr qint64 kMiB = 1 << 20;

/// Adds ten samples a second from `from` to `to`; returns the count at the end.
static qint64 feed(RateMeter &meter, int from, int to, qint64 bytes, qint64 perSecond)
{
    for (int time = from + 100; time <= to; time += 100) {
        bytes += perSecond / 10;
        meter.add(milliseconds(time), bytes);
    }
    return bytes;
}

void TestRateMeter::knowsNothingAtFirst()
{
    RateMeter meter;
    QCOMPARE(meter.rate(), 0.0);
    QVERIFY(!meter.timeFor(100));
    meter.add(milliseconds(0), 0);
    QCOMPARE(meter.rate(), 0.0);
    QVERIFY(!meter.timeFor(100));
}

void TestRateMeter::measuresSteadyRate()
{
    RateMeter meter;
    meter.add(milliseconds(0), 0);
    feed(meter, 0, 10'000, 0, 100 * kMiB);
    QCOMPARE(meter.rate(), 100.0 * kMiB);
    QCOMPARE(meter.timeFor(500 * kMiB), milliseconds(5000));
}

void TestRateMeter::smoothsBursts()
{
    RateMeter meter;
    meter.add(milliseconds(0), 0);
    qint64 bytes = 0;
    for (int second = 0; second < 12; second += 2) {
        bytes = feed(meter, second * 1000, second * 1000 + 1000, bytes, 200 * kMiB);
        bytes = feed(meter, second * 1000 + 1000, second * 1000 + 2000, bytes, 0);
    }
    // Over three seconds there are one or two bursts of 200 MiB, never none and never three.
    QVERIFY(meter.rate() >= 60.0 * kMiB);
    QVERIFY(meter.rate() <= 140.0 * kMiB);
}

void TestRateMeter::forgetsWhatIsLongAgo()
{
    RateMeter meter;
    meter.add(milliseconds(0), 0);
    auto bytes = feed(meter, 0, 60'000, 0, 1000 * kMiB);
    bytes = feed(meter, 60'000, 64'000, bytes, 10 * kMiB);
    QCOMPARE(meter.rate(), 10.0 * kMiB);
}

void TestRateMeter::estimatesOnlyWhenSteady()
{
    RateMeter meter;
    meter.add(milliseconds(0), 0);
    auto bytes = feed(meter, 0, 2900, 0, 100 * kMiB);
    QVERIFY2(!meter.timeFor(kMiB), "too early");
    bytes = feed(meter, 2900, 20'000, bytes, 100 * kMiB);
    QVERIFY(meter.timeFor(kMiB));
    bytes = feed(meter, 20'000, 23'000, bytes, 5000 * kMiB);
    QVERIFY2(!meter.timeFor(kMiB), "a stretch of holes");
    feed(meter, 23'000, 45'000, bytes, 100 * kMiB);
    QVERIFY2(meter.timeFor(kMiB), "steady again");
}

void TestRateMeter::givesNoEstimateForAStall()
{
    RateMeter meter;
    meter.add(milliseconds(0), 0);
    const auto bytes = feed(meter, 0, 10'000, 0, 100 * kMiB);
    feed(meter, 10'000, 14'000, bytes, 0);
    QCOMPARE(meter.rate(), 0.0);
    QVERIFY(!meter.timeFor(kMiB));
}

void TestRateMeter::survivesTwoSamplesAtOnce()
{
    RateMeter meter;
    meter.add(milliseconds(5), 0);
    meter.add(milliseconds(5), 100);
    QCOMPARE(meter.rate(), 0.0);
}

QTEST_GUILESS_MAIN(TestRateMeter)
#include "tst_rate_meter.moc"
