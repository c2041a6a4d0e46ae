#include "base/buffer_pool.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <set>
#include <thread>
#include <utility>
#include <vector>

using namespace sealift;
using namespace std::chrono_literals;

class TestBufferPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundsUpToPages_data();
    void roundsUpToPages();
    void blocksAreAlignedAndApart();
    void aReturnedBlockIsUsedAgain();
    void moves();
    void waitsForABlock();
    void stopEndsTheWait();
    void wakeUpOfAStoppedWaiterIsNotLost();
    void noBlockHasTwoOwners();
};

void TestBufferPool::roundsUpToPages_data()
{
    QTest::addColumn<std::size_t>("asked");
    QTest::addColumn<std::size_t>("given");
    QTest::newRow("one byte") << std::size_t{1} << std::size_t{4096};
    QTest::newRow("a page") << std::size_t{4096} << std::size_t{4096};
    QTest::newRow("a page and a byte") << std::size_t{4097} << std::size_t{8192};
    QTest::newRow("a sealed MiB") << std::size_t{1048576 + 32} << std::size_t{1048576 + 4096};
}

void TestBufferPool::roundsUpToPages()
{
    QFETCH(const std::size_t, asked);
    QFETCH(const std::size_t, given);
    BufferPool pool(asked, 2);
    QCOMPARE(pool.blockSize(), given);
    QCOMPARE(pool.count(), std::size_t{2});
    const auto buffer = pool.acquire({});
    QVERIFY(buffer.has_value());
    QCOMPARE(buffer->bytes().size(), given);
}

void TestBufferPool::blocksAreAlignedAndApart()
{
    constexpr std::size_t kCount = 9;
    BufferPool pool(5000, kCount);
    std::vector<PooledBuffer> held;
    std::set<std::byte *> starts;
    for (std::size_t i = 0; i < kCount; ++i) {
        auto buffer = pool.acquire({});
        QVERIFY(buffer.has_value());
        const auto bytes = buffer->bytes();
        QCOMPARE(reinterpret_cast<std::uintptr_t>(bytes.data()) % 4096, std::uintptr_t{0});
        std::memset(bytes.data(), static_cast<int>(i), bytes.size());
        starts.insert(bytes.data());
        held.push_back(std::move(*buffer));
    }
    QCOMPARE(starts.size(), kCount);
    for (std::size_t i = 0; i < kCount; ++i) {
        for (const auto byte : held[i].bytes())
            QCOMPARE(byte, static_cast<std::byte>(i));
    }
}

void TestBufferPool::aReturnedBlockIsUsedAgain()
{
    BufferPool pool(4096, 4);
    std::byte *first = nullptr;
    {
        const auto buffer = pool.acquire({});
        first = buffer->bytes().data();
    }
    QCOMPARE(pool.acquire({})->bytes().data(), first);
}

void TestBufferPool::moves()
{
    BufferPool pool(4096, 2);
    PooledBuffer none;
    QVERIFY(!none);
    QVERIFY(none.bytes().empty());

    auto a = std::move(*pool.acquire({}));
    auto b = std::move(*pool.acquire({}));
    auto *const address = b.bytes().data();
    a = std::move(b); // Gives a's own block back.
    QVERIFY(!b);      // NOLINT(bugprone-use-after-move): a moved-from buffer is empty
    QCOMPARE(a.bytes().data(), address);
    QVERIFY(pool.acquire({}).has_value());

    PooledBuffer c(std::move(a));
    QVERIFY(!a); // NOLINT(bugprone-use-after-move)
    QCOMPARE(c.bytes().data(), address);
}

void TestBufferPool::waitsForABlock()
{
    BufferPool pool(4096, 1);
    auto held = pool.acquire({});
    std::atomic<bool> acquired = false;
    std::jthread waiter([&] { acquired = pool.acquire({}).has_value(); });
    std::this_thread::sleep_for(20ms);
    QVERIFY(!acquired);
    held.reset();
    waiter.join();
    QVERIFY(acquired);
}

void TestBufferPool::stopEndsTheWait()
{
    BufferPool pool(4096, 1);
    const auto held = pool.acquire({});
    std::stop_source source;
    std::atomic<bool> gotNothing = false;
    std::jthread waiter([&] { gotNothing = !pool.acquire(source.get_token()).has_value(); });
    std::this_thread::sleep_for(10ms);
    source.request_stop();
    waiter.join();
    QVERIFY(gotNothing);
}

void TestBufferPool::wakeUpOfAStoppedWaiterIsNotLost()
{
    for (int round = 0; round < 300; ++round) {
        BufferPool pool(4096, 1);
        auto held = pool.acquire({});
        std::stop_source stopped;
        std::stop_source timeLimit;
        std::atomic<int> acquired = 0;
        std::jthread first([&] { acquired += pool.acquire(stopped.get_token()).has_value() ? 1 : 0; });
        std::jthread second([&] { acquired += pool.acquire(timeLimit.get_token()).has_value() ? 2 : 0; });
        if (round % 2 == 0)
            std::this_thread::sleep_for(50us);
        held.reset();
        stopped.request_stop();
        first.join();
        for (int wait = 0; acquired < 2 && wait < 2000; ++wait)
            std::this_thread::sleep_for(1ms);
        timeLimit.request_stop();
        second.join();
        QVERIFY(acquired >= 2); // The block came back in any case, so the one that was not stopped gets it.
    }
}

void TestBufferPool::noBlockHasTwoOwners()
{
    BufferPool pool(4096, 3);
    std::atomic<int> clashes = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, mark = static_cast<std::byte>(t + 1)] {
                for (int i = 0; i < 500; ++i) {
                    const auto buffer = pool.acquire({});
                    const auto bytes = buffer->bytes();
                    std::memset(bytes.data(), std::to_integer<int>(mark), bytes.size());
                    std::this_thread::yield();
                    clashes += std::all_of(bytes.begin(), bytes.end(), [mark](auto b) { return b == mark; }) ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(clashes.load(), 0);
}

QTEST_APPLESS_MAIN(TestBufferPool)
#include "tst_buffer_pool.moc"
