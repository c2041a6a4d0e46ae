#include "image/writers/chunk_ledger.h"
#include "image/writers/chunk_map.h"

#include <QTest>

#include <random>
#include <thread>

using namespace sealift;

namespace {

constexpr qint64 kChunk = 65536;

DiskPlan randomPlan(qint64 chunks, unsigned oneIn)
{
    DiskPlan plan{chunks * kChunk, kChunk, {}};
    std::mt19937 random(oneIn); // NOLINT(cert-msc51-cpp): repeatable by intent
    for (qint64 i = 0; i < chunks; ++i)
        plan.allocated.push_back(random() % oneIn == 0);
    return plan;
}

} // namespace

class TestChunkMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBrokenPlans_data();
    void refusesBrokenPlans();
    void counts_data();
    void counts();
    void lengths();
    void ledgerRefusesMisuse();
    void ledgerCountsOnce();
};

void TestChunkMap::refusesBrokenPlans_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("chunkSize");
    QTest::addColumn<std::size_t>("flags");
    QTest::newRow("negative size") << qint64{-1} << kChunk << std::size_t{0};
    QTest::newRow("no chunk size") << kChunk << qint64{0} << std::size_t{1};
    QTest::newRow("small chunks") << kChunk << kChunk / 2 << std::size_t{2};
    QTest::newRow("no power of two") << kChunk << kChunk * 3 << std::size_t{1};
    QTest::newRow("negative chunk size") << kChunk << std::numeric_limits<qint64>::min() << std::size_t{1};
    QTest::newRow("too few flags") << kChunk + 1 << kChunk << std::size_t{1};
    QTest::newRow("too many flags") << kChunk << kChunk << std::size_t{2};
    QTest::newRow("flags of nothing") << qint64{0} << kChunk << std::size_t{1};
}

void TestChunkMap::refusesBrokenPlans()
{
    QFETCH(const qint64, size);
    QFETCH(const qint64, chunkSize);
    QFETCH(const std::size_t, flags);
    const auto map = ChunkMap::of({size, chunkSize, std::vector<bool>(flags, true)});
    QVERIFY(!map);
    QCOMPARE(map.error().code(), ErrorCode::InvalidArgument);
}

void TestChunkMap::counts_data()
{
    QTest::addColumn<qint64>("chunks");
    QTest::addColumn<unsigned>("oneIn");
    for (const qint64 chunks : {0, 1, 63, 64, 65, 511, 512, 513, 1024, 5000}) {
        for (const unsigned oneIn : {1U, 2U, 7U, 100U})
            QTest::addRow("%lld chunks, one in %u", static_cast<long long>(chunks), oneIn) << chunks << oneIn;
    }
}

void TestChunkMap::counts()
{
    QFETCH(const qint64, chunks);
    QFETCH(const unsigned, oneIn);
    const auto plan = randomPlan(chunks, oneIn);
    const auto map = ChunkMap::of(plan);
    QVERIFY(map);
    QCOMPARE(map->chunkCount(), chunks);
    qint64 before = 0;
    for (qint64 i = 0; i < chunks; ++i) {
        QCOMPARE(map->isAllocated(i), static_cast<bool>(plan.allocated[static_cast<std::size_t>(i)]));
        QCOMPARE(map->allocatedBefore(i), before);
        before += map->isAllocated(i) ? 1 : 0;
    }
    QCOMPARE(map->allocatedBefore(chunks), before);
    QCOMPARE(map->allocatedCount(), before);
    QCOMPARE(map->allocatedBytes(), before * kChunk);
}

void TestChunkMap::lengths()
{
    const auto map = ChunkMap::of({kChunk * 2 + 10, kChunk, {true, false, true}});
    QVERIFY(map);
    QCOMPARE(map->chunkLength(0), kChunk);
    QCOMPARE(map->chunkLength(2), 10);
    QCOMPARE(map->allocatedBytes(), kChunk + 10);
    const auto withoutLast = ChunkMap::of({kChunk * 2 + 10, kChunk, {true, true, false}});
    QVERIFY(withoutLast);
    QCOMPARE(withoutLast->allocatedBytes(), kChunk * 2);
}

void TestChunkMap::ledgerRefusesMisuse()
{
    auto map = ChunkMap::of({kChunk * 2 + 10, kChunk, {true, false, true}});
    QVERIFY(map);
    ChunkLedger ledger(std::make_shared<const ChunkMap>(std::move(*map)));
    const std::vector<std::byte> chunk(kChunk);
    const ByteView whole(chunk);
    for (const qint64 index : {-1, 1, 3, 64})
        QCOMPARE(ledger.enter(index, whole).error().code(), ErrorCode::Internal);
    QCOMPARE(ledger.enter(2, whole).error().code(), ErrorCode::Internal);
    QCOMPARE(ledger.enter(0, whole.first(10)).error().code(), ErrorCode::Internal);
    QVERIFY(ledger.enter(2, whole.first(10)));
    QCOMPARE(ledger.enter(2, whole.first(10)).error().code(), ErrorCode::Internal);
    ledger.written();
    QCOMPARE(ledger.checkComplete().error().code(), ErrorCode::Internal);
    QVERIFY(ledger.enter(0, whole));
    QCOMPARE(ledger.checkComplete().error().code(), ErrorCode::Internal); // entered, but it failed
    ledger.written();
    QVERIFY(ledger.checkComplete());
}

void TestChunkMap::ledgerCountsOnce()
{
    constexpr qint64 kChunks = 4096;
    auto map = ChunkMap::of({kChunks * kChunk, kChunk, std::vector<bool>(kChunks, true)});
    QVERIFY(map);
    ChunkLedger ledger(std::make_shared<const ChunkMap>(std::move(*map)));
    const std::vector<std::byte> chunk(kChunk);
    std::atomic<qint64> entered = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (qint64 i = 0; i < kChunks; ++i) {
                if (ledger.enter(i, chunk)) {
                    ++entered;
                    ledger.written();
                }
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(entered.load(), kChunks);
    QVERIFY(ledger.checkComplete());
}

QTEST_GUILESS_MAIN(TestChunkMap)

#include "tst_chunk_map.moc"
