#include "base/bounded_queue.h"

#include <QTest>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <numeric>
#include <thread>
#include <vector>

using namespace sealift;
using namespace std::chrono_literals;

class TestBoundedQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrder();
    void carriesMoveOnlyItems();
    void givesWhatIsThereWithoutWaiting();
    void waitsNoLongerThanItsPatience();
    void deliversEveryItemOnce_data();
    void deliversEveryItemOnce();
    void neverHoldsMoreThanItsCapacity();
    void closeLetsConsumersDrain();
    void closeWakesEveryWaiter();
    void refusesItemsAfterClose();
    void stopEndsAWaitingConsumer();
    void stopEndsAWaitingProducer();
    void stopIsObeyedWithoutWaiting();
    void wakeUpOfAStoppedConsumerIsNotLost();
    void wakeUpOfAStoppedProducerIsNotLost();
};

void TestBoundedQueue::keepsTheOrder()
{
    BoundedQueue<int> queue(8);
    const std::stop_token never;
    for (int i = 0; i < 8; ++i)
        QVERIFY(queue.push(i, never));
    QCOMPARE(queue.size(), std::size_t{8});
    for (int i = 0; i < 8; ++i)
        QCOMPARE(queue.pop(never), std::optional(i));
    QCOMPARE(queue.size(), std::size_t{0});
}

void TestBoundedQueue::carriesMoveOnlyItems()
{
    BoundedQueue<std::unique_ptr<int>> queue(1);
    QVERIFY(queue.push(std::make_unique<int>(7), {}));
    const auto item = queue.pop({});
    QVERIFY(item.has_value());
    QCOMPARE(**item, 7);
}

void TestBoundedQueue::givesWhatIsThereWithoutWaiting()
{
    BoundedQueue<int> queue(1);
    QCOMPARE(queue.tryPop(), std::nullopt);
    QVERIFY(queue.push(1, {}));
    // A producer that waits for room gets it.
    std::jthread producer([&] { QVERIFY(queue.push(2, {})); });
    QCOMPARE(queue.tryPop(), std::optional(1));
    producer.join();
    queue.close();
    QCOMPARE(queue.tryPop(), std::optional(2));
    QCOMPARE(queue.tryPop(), std::nullopt);
}

void TestBoundedQueue::waitsNoLongerThanItsPatience()
{
    BoundedQueue<int> queue(1);
    const auto begin = std::chrono::steady_clock::now();
    QCOMPARE(queue.popWithin(30ms, {}), std::nullopt);
    QVERIFY(std::chrono::steady_clock::now() - begin >= 30ms);
    std::jthread producer([&] { QVERIFY(queue.push(1, {})); });
    QCOMPARE(queue.popWithin(60s, {}), std::optional(1));
    producer.join();
    queue.close();
    QCOMPARE(queue.popWithin(60s, {}), std::nullopt);
    QVERIFY(std::chrono::steady_clock::now() - begin < 30s);
}

void TestBoundedQueue::deliversEveryItemOnce_data()
{
    QTest::addColumn<int>("producers");
    QTest::addColumn<int>("consumers");
    QTest::addColumn<int>("capacity");
    QTest::newRow("one to one, capacity 1") << 1 << 1 << 1;
    QTest::newRow("many to one, capacity 1") << 8 << 1 << 1;
    QTest::newRow("one to many, capacity 1") << 1 << 8 << 1;
    QTest::newRow("many to many, capacity 1") << 6 << 6 << 1;
    QTest::newRow("many to many, capacity 3") << 8 << 5 << 3;
    QTest::newRow("many to many, capacity 1000") << 8 << 8 << 1000;
}

void TestBoundedQueue::deliversEveryItemOnce()
{
    QFETCH(const int, producers);
    QFETCH(const int, consumers);
    QFETCH(const int, capacity);
    constexpr std::size_t kEach = 5000;
    BoundedQueue<std::size_t> queue(static_cast<std::size_t>(capacity));
    std::vector<std::atomic<int>> seen(kEach * static_cast<std::size_t>(producers));
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> taking;
        for (int c = 0; c < consumers; ++c) {
            taking.emplace_back([&](const std::stop_token &stop) {
                while (const auto item = queue.pop(stop))
                    ++seen[*item];
            });
        }
        std::vector<std::jthread> giving;
        for (int p = 0; p < producers; ++p) {
            giving.emplace_back([&, first = static_cast<std::size_t>(p) * kEach](const std::stop_token &stop) {
                for (std::size_t i = 0; i < kEach; ++i)
                    refused += queue.push(first + i, stop) ? 0 : 1;
            });
        }
        for (auto &thread : giving)
            thread.join();
        queue.close();
        for (auto &thread : taking)
            thread.join();
    }
    QCOMPARE(refused.load(), 0);
    QVERIFY(std::all_of(seen.begin(), seen.end(), [](const auto &count) { return count == 1; }));
}

void TestBoundedQueue::neverHoldsMoreThanItsCapacity()
{
    constexpr std::size_t kCapacity = 3;
    BoundedQueue<int> queue(kCapacity);
    std::jthread producer([&queue](const std::stop_token &stop) {
        for (int i = 0; i < 200; ++i)
            static_cast<void>(queue.push(i, stop));
        queue.close();
    });
    std::size_t most = 0;
    int taken = 0;
    do {
        if (taken % 20 == 0)
            std::this_thread::sleep_for(1ms); // Time for the producer to run ahead.
        most = std::max(most, queue.size());
    } while (queue.pop({}) && ++taken > 0);
    QCOMPARE(taken, 200);
    QCOMPARE(most, kCapacity);
}

void TestBoundedQueue::closeLetsConsumersDrain()
{
    BoundedQueue<int> queue(2);
    QVERIFY(queue.push(1, {}));
    QVERIFY(queue.push(2, {}));
    queue.close();
    queue.close();
    QCOMPARE(queue.pop({}), std::optional(1));
    QCOMPARE(queue.pop({}), std::optional(2));
    QCOMPARE(queue.pop({}), std::nullopt);
    QCOMPARE(queue.pop({}), std::nullopt);
}

void TestBoundedQueue::closeWakesEveryWaiter()
{
    BoundedQueue<int> empty(1);
    BoundedQueue<int> full(1);
    QVERIFY(full.push(0, {}));
    std::atomic<int> ended = 0;
    std::vector<std::jthread> waiters;
    for (int i = 0; i < 4; ++i) {
        waiters.emplace_back([&] { ended += empty.pop({}).has_value() ? 0 : 1; });
        waiters.emplace_back([&] { ended += full.push(1, {}) ? 0 : 1; });
    }
    std::this_thread::sleep_for(20ms);
    QCOMPARE(ended.load(), 0);
    empty.close();
    full.close();
    waiters.clear();
    QCOMPARE(ended.load(), 8);
    QCOMPARE(full.size(), std::size_t{1});
}

void TestBoundedQueue::refusesItemsAfterClose()
{
    BoundedQueue<int> queue(2);
    queue.close();
    QVERIFY(!queue.push(1, {}));
    QCOMPARE(queue.size(), std::size_t{0});
}

void TestBoundedQueue::stopEndsAWaitingConsumer()
{
    BoundedQueue<int> queue(1);
    std::stop_source source;
    std::atomic<bool> gotNothing = false;
    std::jthread consumer([&] { gotNothing = !queue.pop(source.get_token()); });
    std::this_thread::sleep_for(10ms);
    source.request_stop();
    consumer.join();
    QVERIFY(gotNothing);
}

void TestBoundedQueue::stopEndsAWaitingProducer()
{
    BoundedQueue<int> queue(1);
    QVERIFY(queue.push(1, {}));
    std::stop_source source;
    std::atomic<bool> refused = false;
    std::jthread producer([&] { refused = !queue.push(2, source.get_token()); });
    std::this_thread::sleep_for(10ms);
    source.request_stop();
    producer.join();
    QVERIFY(refused);
    QCOMPARE(queue.pop({}), std::optional(1));
    QCOMPARE(queue.size(), std::size_t{0});
}

void TestBoundedQueue::stopIsObeyedWithoutWaiting()
{
    BoundedQueue<int> queue(2);
    QVERIFY(queue.push(1, {}));
    std::stop_source source;
    source.request_stop();
    QVERIFY(!queue.push(2, source.get_token()));
    QCOMPARE(queue.pop(source.get_token()), std::nullopt);
    QCOMPARE(queue.pop({}), std::optional(1));
}

// Each consumer has a stop token of its own. The one that is stopped just as an item arrives may be the one that push()
// woke; the other must get the item all the same.
void TestBoundedQueue::wakeUpOfAStoppedConsumerIsNotLost()
{
    for (int round = 0; round < 300; ++round) {
        BoundedQueue<int> queue(1);
        std::stop_source stopped;
        std::atomic<int> received = 0;
        std::stop_source timeLimit;
        std::jthread first([&] { received += queue.pop(stopped.get_token()).has_value() ? 1 : 0; });
        std::jthread second([&] { received += queue.pop(timeLimit.get_token()).has_value() ? 1 : 0; });
        if (round % 2 == 0)
            std::this_thread::sleep_for(50us);
        QVERIFY(queue.push(1, {}));
        stopped.request_stop();
        first.join();
        for (int wait = 0; received == 0 && wait < 2000; ++wait)
            std::this_thread::sleep_for(1ms);
        timeLimit.request_stop();
        second.join();
        QCOMPARE(received.load(), 1);
    }
}

void TestBoundedQueue::wakeUpOfAStoppedProducerIsNotLost()
{
    for (int round = 0; round < 300; ++round) {
        BoundedQueue<int> queue(1);
        QVERIFY(queue.push(0, {}));
        std::stop_source stopped;
        std::stop_source timeLimit;
        std::atomic<int> accepted = 0;
        std::jthread first([&] { accepted += queue.push(1, stopped.get_token()) ? 1 : 0; });
        std::jthread second([&] { accepted += queue.push(2, timeLimit.get_token()) ? 1 : 0; });
        if (round % 2 == 0)
            std::this_thread::sleep_for(50us);
        QCOMPARE(queue.pop({}), std::optional(0));
        stopped.request_stop();
        first.join();
        for (int wait = 0; accepted == 0 && wait < 2000; ++wait)
            std::this_thread::sleep_for(1ms);
        timeLimit.request_stop();
        second.join();
        QCOMPARE(accepted.load(), 1);
    }
}

QTEST_APPLESS_MAIN(TestBoundedQueue)
#include "tst_bounded_queue.moc"
