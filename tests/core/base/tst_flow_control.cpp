#include "base/flow_control.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace sealift;
using namespace std::chrono_literals;

class TestFlowControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutLimitNothingWaits();
    void rateHoldsOnAverage_data();
    void rateHoldsOnAverage();
    void sharedLimitHoldsForAllTogether();
    void raisedLimitFreesWaitersAtOnce();
    void stopEndsWaiting();
    void pauseHoldsBackAndResumeLetsGo();
    void pauseIsIdleOnceWorkUnderWayEnds();
    void nothingBeginsAfterAPauseForHavingWaitedForBandwidth();
};

void TestFlowControl::withoutLimitNothingWaits()
{
    FlowControl flow;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10000; ++i)
        QVERIFY(flow.enter(1LL << 30, {}));
    QVERIFY(timer.elapsed() < 1000);
}

void TestFlowControl::rateHoldsOnAverage_data()
{
    QTest::addColumn<qint64>("piece");
    QTest::newRow("small pieces") << qint64{10'000};
    QTest::newRow("a piece of half a second") << qint64{500'000};
    QTest::newRow("pieces larger than a second's worth") << qint64{1'200'000};
}

void TestFlowControl::rateHoldsOnAverage()
{
    QFETCH(const qint64, piece);
    RateLimiter limiter(1'000'000);
    QElapsedTimer timer;
    timer.start();
    qint64 passed = 0;
    while (passed < 2'400'000) {
        QVERIFY(limiter.take(piece, {}));
        passed += piece;
    }
    const auto seconds = static_cast<double>(timer.elapsed()) / 1000;
    // The burst of half a second may come on top; a loaded machine may make it slower.
    QVERIFY2(static_cast<double>(passed) / 1e6 - seconds <= 0.55, qPrintable(QString::number(seconds)));
    QVERIFY2(seconds < static_cast<double>(passed) / 1e6 + 1.0, qPrintable(QString::number(seconds)));
}

void TestFlowControl::sharedLimitHoldsForAllTogether()
{
    RateLimiter shared(2'000'000);
    FlowControl first(&shared);
    FlowControl second(&shared);
    QElapsedTimer timer;
    timer.start();
    const auto work = [](FlowControl &flow) {
        for (int i = 0; i < 15; ++i)
            static_cast<void>(flow.enter(100'000, {}));
    };
    {
        std::jthread a(work, std::ref(first));
        std::jthread b(work, std::ref(second));
    }
    QVERIFY(timer.elapsed() >= 900);
}

void TestFlowControl::raisedLimitFreesWaitersAtOnce()
{
    RateLimiter limiter(1000);
    QElapsedTimer timer;
    timer.start();
    std::jthread waiter([&limiter] { QVERIFY(limiter.take(1'000'000, {})); });
    std::this_thread::sleep_for(100ms);
    limiter.setRate(0);
    waiter.join();
    QVERIFY(timer.elapsed() < 2000);
}

void TestFlowControl::stopEndsWaiting()
{
    FlowControl flow;
    flow.limit().setRate(1);
    std::stop_source stop;
    std::jthread stopper([&stop] {
        std::this_thread::sleep_for(50ms);
        stop.request_stop();
    });
    QVERIFY(!flow.enter(1'000'000, stop.get_token()));

    FlowControl paused;
    paused.pause();
    QVERIFY(!paused.enter(0, stop.get_token()));
}

void TestFlowControl::pauseHoldsBackAndResumeLetsGo()
{
    FlowControl flow;
    flow.pause();
    QVERIFY(flow.isPaused());
    std::atomic<bool> entered{false};
    std::jthread worker([&] { entered = static_cast<bool>(flow.enter(0, {})); });
    std::this_thread::sleep_for(100ms);
    QVERIFY(!entered);
    flow.resume();
    worker.join();
    QVERIFY(entered);
}

void TestFlowControl::pauseIsIdleOnceWorkUnderWayEnds()
{
    FlowControl flow;
    std::atomic<bool> goOn{false};
    std::atomic<bool> started{false};
    std::jthread worker([&] {
        const auto passage = flow.enter(0, {});
        started = true;
        goOn.wait(false);
    });
    QTRY_VERIFY(started);
    flow.pause();
    QVERIFY(!flow.waitIdle(50ms));
    goOn = true;
    goOn.notify_all();
    QVERIFY(flow.waitIdle(2s));
}

void TestFlowControl::nothingBeginsAfterAPauseForHavingWaitedForBandwidth()
{
    FlowControl flow;
    flow.limit().setRate(1'000'000);
    std::atomic<bool> entered{false};
    std::jthread worker([&] { entered = static_cast<bool>(flow.enter(700'000, {})); });
    std::this_thread::sleep_for(20ms);
    flow.pause();
    std::this_thread::sleep_for(900ms);
    QVERIFY(!entered);
    flow.resume();
    worker.join();
    QVERIFY(entered);
}

QTEST_GUILESS_MAIN(TestFlowControl)
#include "tst_flow_control.moc"
