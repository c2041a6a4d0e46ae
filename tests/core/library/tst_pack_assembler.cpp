#include "library/pack_assembler.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <thread>

using namespace sealift;

namespace {

Digest idOf(int number)
{
    Digest id;
    std::memcpy(id.mutableBytes().data(), &number, sizeof(number));
    return id;
}

constexpr std::size_t kTarget = 64 * 1024;

/// Collects complete packs, and checks at once that no two slots overlap and every slot has its own content.
class Collector
{
public:
    explicit Collector(BlobType type = BlobType::Data)
        : pool(PackAssembler::bufferSize(kTarget, 2 * kTarget), 8)
        , assembler(type, kTarget, pool, [this](std::shared_ptr<OpenPack> pack) { take(*pack); })
    {
    }

    void put(int number, std::size_t size)
    {
        auto slot = assembler.reserve(idOf(number), size, 0, {});
        QVERIFY(slot);
        QCOMPARE(slot->bytes.size(), size);
        std::fill(slot->bytes.begin(), slot->bytes.end(), static_cast<std::byte>(number));
        assembler.commit(std::move(*slot));
    }

    void take(const OpenPack &pack)
    {
        const std::lock_guard lock(mutex);
        std::size_t offset = 0;
        for (const auto &entry : pack.entries()) {
            QCOMPARE(std::size_t{entry.offset}, offset);
            int number = 0;
            std::memcpy(&number, entry.id.bytes().data(), sizeof(number));
            const auto bytes = pack.bytes().subspan(entry.offset, entry.length);
            QVERIFY(std::all_of(bytes.begin(), bytes.end(),
                                [number](std::byte b) { return b == static_cast<std::byte>(number); }));
            offset += entry.length;
            numbers.push_back(number);
        }
        QCOMPARE(offset, pack.used());
        sizes.push_back(pack.used());
    }

    std::mutex mutex;
    std::vector<int> numbers;
    std::vector<std::size_t> sizes;
    BufferPool pool;
    PackAssembler assembler;
};

} // namespace

class TestPackAssembler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsPacksUpToTheTarget();
    void largeBlobHasAPackToItself();
    void packWaitsForItsLastSlot();
    void tinyBlobsAreBoundedInNumber();
    void nothingToFlushIsNoPack();
    void threadsDoNotDisturbEachOther();
    void waitingForMemoryEndsOnStop();
};

void TestPackAssembler::fillsPacksUpToTheTarget()
{
    Collector collector;
    for (int i = 0; i < 9; ++i)
        collector.put(i, 16 * 1024);
    QCOMPARE(collector.sizes, (std::vector<std::size_t>{kTarget, kTarget}));
    collector.assembler.flush();
    QCOMPARE(collector.sizes, (std::vector<std::size_t>{kTarget, kTarget, 16 * 1024}));
}

void TestPackAssembler::largeBlobHasAPackToItself()
{
    Collector collector;
    collector.put(1, 100);
    collector.put(2, 2 * kTarget);
    collector.put(3, 100);
    collector.assembler.flush();
    QCOMPARE(collector.sizes, (std::vector<std::size_t>{100, 2 * kTarget, 100}));
}

void TestPackAssembler::packWaitsForItsLastSlot()
{
    Collector collector;
    auto slot = collector.assembler.reserve(idOf(0), 100, 0, {});
    QVERIFY(slot);
    collector.assembler.flush();
    QVERIFY(collector.sizes.empty());
    std::fill(slot->bytes.begin(), slot->bytes.end(), std::byte{0});
    collector.assembler.commit(std::move(*slot));
    QCOMPARE(collector.sizes, (std::vector<std::size_t>{100}));
}

void TestPackAssembler::tinyBlobsAreBoundedInNumber()
{
    Collector collector;
    const auto count = static_cast<int>(PackAssembler::kMaxEntries);
    for (int i = 0; i <= count; ++i)
        collector.put(i, 1);
    QCOMPARE(collector.sizes, (std::vector<std::size_t>{PackAssembler::kMaxEntries}));
}

void TestPackAssembler::nothingToFlushIsNoPack()
{
    Collector collector;
    collector.assembler.flush();
    QVERIFY(collector.sizes.empty());
}

void TestPackAssembler::threadsDoNotDisturbEachOther()
{
    Collector collector;
    constexpr int kThreads = 8;
    constexpr int kBlobs = 2000;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < kThreads; ++thread) {
            threads.emplace_back([&collector, thread] {
                for (int i = 0; i < kBlobs; ++i)
                    collector.put(thread * kBlobs + i, 1 + static_cast<std::size_t>(i * 37 % 5000));
            });
        }
    }
    collector.assembler.flush();
    std::sort(collector.numbers.begin(), collector.numbers.end());
    QCOMPARE(static_cast<int>(collector.numbers.size()), kThreads * kBlobs);
    QVERIFY(std::adjacent_find(collector.numbers.begin(), collector.numbers.end()) == collector.numbers.end());
}

void TestPackAssembler::waitingForMemoryEndsOnStop()
{
    BufferPool pool(PackAssembler::bufferSize(kTarget, kTarget), 1);
    std::stop_source stop;
    PackAssembler assembler(BlobType::Data, kTarget, pool, [](const std::shared_ptr<OpenPack> &) {});
    auto held = assembler.reserve(idOf(1), kTarget, 0, {});
    QVERIFY(held);
    std::jthread stopper([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop.request_stop();
    });
    const auto refused = assembler.reserve(idOf(2), kTarget, 0, stop.get_token());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestPackAssembler)
#include "tst_pack_assembler.moc"
