#include "library/blob_index.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace sealift;

namespace {

Digest idOf(quint64 number)
{
    return sha256(std::as_bytes(std::span(&number, 1)));
}

std::vector<PackEntry> packOf(quint64 firstNumber, int count, BlobType type = BlobType::Data)
{
    std::vector<PackEntry> entries;
    for (int i = 0; i < count; ++i)
        entries.push_back({type, idOf(firstNumber + static_cast<quint64>(i)), static_cast<quint32>(100 * i), 100,
                           i % 2 == 0 ? 300U : 0U});
    return entries;
}

} // namespace

class TestBlobIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasAdded();
    void keepsTypesApart();
    void reservesOnce();
    void releasesReservations();
    void addingEndsReservations();
    void keepsEveryPlaceOfABlob();
    void dropsListingsThatAreTheSame();
    void handsOutPendingPacks();
    void goesOverAllPlaces();
    void clears();
    void takesLittleMemory();
    void oneOfManyThreadsReserves();
    void isReadWhileItGrows();
};

void TestBlobIndex::findsWhatWasAdded()
{
    BlobIndex index;
    QVERIFY(!index.find(BlobType::Data, idOf(0)));
    constexpr quint64 kPacks = 500;
    for (quint64 pack = 0; pack < kPacks; ++pack)
        index.addPack(idOf(1'000'000 + pack), packOf(pack * 20, 20));
    QCOMPARE(index.entryCount(BlobType::Data), std::size_t{10'000});
    QCOMPARE(index.packCount(), std::size_t{kPacks});
    for (quint64 blob = 0; blob < 10'000; ++blob) {
        const auto place = index.find(BlobType::Data, idOf(blob));
        QVERIFY(place);
        QCOMPARE(index.packId(place->pack), idOf(1'000'000 + blob / 20));
        QCOMPARE(place->offset, static_cast<quint32>(blob % 20 * 100));
        QCOMPARE(place->length, 100U);
        QCOMPARE(place->uncompressedLength, blob % 2 == 0 ? 300U : 0U);
    }
    QVERIFY(!index.find(BlobType::Data, idOf(10'000)));
    QVERIFY(index.hasPack(idOf(1'000'000)));
    QVERIFY(!index.hasPack(idOf(1'000'000 + kPacks)));
}

void TestBlobIndex::keepsTypesApart()
{
    BlobIndex index;
    index.addPack(idOf(100), packOf(1, 1, BlobType::Tree));
    QVERIFY(index.find(BlobType::Tree, idOf(1)));
    QVERIFY(!index.find(BlobType::Data, idOf(1)));
    QVERIFY(index.reserve(BlobType::Data, idOf(1)));
}

void TestBlobIndex::reservesOnce()
{
    BlobIndex index;
    QVERIFY(index.reserve(BlobType::Data, idOf(1)));
    QVERIFY(!index.reserve(BlobType::Data, idOf(1)));
    QVERIFY(!index.find(BlobType::Data, idOf(1)));
    QVERIFY(index.findAll(BlobType::Data, idOf(1)).empty());
    QCOMPARE(index.entryCount(BlobType::Data), std::size_t{0});
    index.addPack(idOf(100), packOf(2, 1));
    QVERIFY(!index.reserve(BlobType::Data, idOf(2)));
}

void TestBlobIndex::releasesReservations()
{
    BlobIndex index;
    index.release(BlobType::Data, idOf(1));
    QVERIFY(index.reserve(BlobType::Data, idOf(1)));
    index.release(BlobType::Data, idOf(1));
    QVERIFY(!index.find(BlobType::Data, idOf(1)));
    QVERIFY(index.reserve(BlobType::Data, idOf(1)));
    index.release(BlobType::Data, idOf(1));
    // A place is no reservation.
    index.addPack(idOf(100), packOf(1, 1));
    index.release(BlobType::Data, idOf(1));
    QVERIFY(index.find(BlobType::Data, idOf(1)));
    QVERIFY(!index.reserve(BlobType::Data, idOf(1)));
}

void TestBlobIndex::addingEndsReservations()
{
    BlobIndex index;
    QVERIFY(index.reserve(BlobType::Data, idOf(1)));
    index.addStoredPack(idOf(100), packOf(1, 1));
    QVERIFY(index.find(BlobType::Data, idOf(1)));
    QCOMPARE(index.findAll(BlobType::Data, idOf(1)).size(), std::size_t{1});
    QCOMPARE(index.entryCount(BlobType::Data), std::size_t{1});
}

void TestBlobIndex::keepsEveryPlaceOfABlob()
{
    BlobIndex index;
    for (quint64 pack = 0; pack < 300; ++pack)
        index.addPack(idOf(1000 + pack), packOf(1, 1));
    QCOMPARE(index.packId(index.find(BlobType::Data, idOf(1))->pack), idOf(1000));
    const auto places = index.findAll(BlobType::Data, idOf(1));
    QCOMPARE(places.size(), std::size_t{300});
    for (std::size_t i = 0; i < places.size(); ++i)
        QCOMPARE(index.packId(places[i].pack), idOf(1000 + i));
}

void TestBlobIndex::dropsListingsThatAreTheSame()
{
    BlobIndex index;
    const auto number = index.addPack(idOf(100), packOf(1, 5));
    QCOMPARE(index.addPack(idOf(100), packOf(1, 5)), number);
    QCOMPARE(index.entryCount(BlobType::Data), std::size_t{5});
    QCOMPARE(index.packCount(), std::size_t{1});
}

void TestBlobIndex::handsOutPendingPacks()
{
    BlobIndex index;
    index.addPack(idOf(100), packOf(1, 5));
    QCOMPARE(index.pendingEntries(), std::size_t{0});
    index.addStoredPack(idOf(101), packOf(10, 3));
    index.addStoredPack(idOf(102), packOf(20, 4));
    QCOMPARE(index.pendingEntries(), std::size_t{7});
    auto pending = index.takePending();
    QCOMPARE(pending.size(), std::size_t{2});
    QCOMPARE(pending[0].id, idOf(101));
    QVERIFY(pending[0].entries == packOf(10, 3));
    QCOMPARE(index.pendingEntries(), std::size_t{0});
    QVERIFY(index.takePending().empty());
    pending.erase(pending.begin());
    index.putBackPending(std::move(pending));
    QCOMPARE(index.pendingEntries(), std::size_t{4});
}

void TestBlobIndex::goesOverAllPlaces()
{
    BlobIndex index;
    index.addPack(idOf(100), packOf(0, 50));
    index.addPack(idOf(101), packOf(0, 1));
    QVERIFY(index.reserve(BlobType::Data, idOf(99)));
    int places = 0;
    index.forEach(BlobType::Data, [&](const BlobId &id, const BlobLocation &place) {
        ++places;
        QCOMPARE(place.length, 100U);
        QVERIFY(id != idOf(99));
    });
    QCOMPARE(places, 51);
}

void TestBlobIndex::clears()
{
    BlobIndex index;
    index.addStoredPack(idOf(100), packOf(0, 50));
    QVERIFY(index.reserve(BlobType::Tree, idOf(1)));
    index.clear();
    QVERIFY(!index.find(BlobType::Data, idOf(0)));
    QVERIFY(index.reserve(BlobType::Tree, idOf(1)));
    QCOMPARE(index.packCount(), std::size_t{0});
    QCOMPARE(index.pendingEntries(), std::size_t{0});
}

void TestBlobIndex::takesLittleMemory()
{
    BlobIndex index;
    constexpr quint64 kBlobs = 400'000;
    for (quint64 blob = 0; blob < kBlobs; blob += 16)
        index.addPack(idOf(1'000'000 + blob), packOf(blob, 16));
    const auto perBlob = static_cast<double>(index.memoryUse()) / kBlobs;
    qInfo("%.1f bytes a blob", perBlob);
    QVERIFY(perBlob < 70);
}

void TestBlobIndex::oneOfManyThreadsReserves()
{
    BlobIndex index;
    constexpr quint64 kBlobs = 20'000;
    std::atomic<quint64> won{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (quint64 blob = 0; blob < kBlobs; ++blob) {
                    if (index.reserve(BlobType::Data, idOf(blob)))
                        ++won;
                }
            });
        }
    }
    QCOMPARE(won.load(), kBlobs);
}

void TestBlobIndex::isReadWhileItGrows()
{
    BlobIndex index;
    constexpr quint64 kPacks = 2000;
    std::atomic<quint64> added{0};
    std::atomic<quint64> wrong{0};
    {
        std::vector<std::jthread> threads;
        threads.emplace_back([&] {
            for (quint64 pack = 0; pack < kPacks; ++pack) {
                index.addStoredPack(idOf(1'000'000 + pack), packOf(pack * 8, 8));
                added = pack + 1;
            }
        });
        for (int i = 0; i < 2; ++i) {
            threads.emplace_back([&] {
                for (auto known = added.load(); known < kPacks; known = added.load()) {
                    if (known == 0)
                        continue;
                    const auto place = index.find(BlobType::Data, idOf(known * 8 - 1));
                    if (!place || index.packId(place->pack) != idOf(1'000'000 + known - 1))
                        ++wrong;
                }
            });
        }
    }
    QCOMPARE(wrong.load(), quint64{0});
    QCOMPARE(index.entryCount(BlobType::Data), std::size_t{kPacks * 8});
}

QTEST_GUILESS_MAIN(TestBlobIndex)
#include "tst_blob_index.moc"
