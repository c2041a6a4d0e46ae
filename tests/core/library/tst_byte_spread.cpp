#include "base/bytes.h"
#include "crypto/random.h"
#include "library/byte_spread.h"

#include <QTest>

#include <algorithm>

using namespace sealift;

namespace {

constexpr std::size_t kMiB = 1 << 20;

std::vector<std::byte> randomBytes(std::size_t size)
{
    std::vector<std::byte> bytes(size);
    fillRandom(bytes);
    return bytes;
}

} // namespace

class TestByteSpread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomIsFlat_data();
    void randomIsFlat();
    void othersAreNot();
    void aPartIsEnough_data();
    void aPartIsEnough();
    void mixedPagesAreNot();
    void smallIsNot();
};

void TestByteSpread::randomIsFlat_data()
{
    QTest::addColumn<qulonglong>("size");
    for (const qulonglong size : {64 * 1024ULL, 100'001ULL, 1ULL << 20, (1ULL << 20) + 3, 8ULL << 20})
        QTest::addRow("%llu", size) << size;
}

void TestByteSpread::randomIsFlat()
{
    QFETCH(qulonglong, size);
    // One in more than ten thousand is expected not to be.
    int flat = 0;
    for (int i = 0; i < 50; ++i)
        flat += looksFlat(randomBytes(size)) ? 1 : 0;
    QVERIFY2(flat >= 49, qPrintable(QString::number(flat)));
}

void TestByteSpread::othersAreNot()
{
    std::vector<std::byte> bytes(kMiB);
    QVERIFY(!looksFlat(bytes));
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::byte>(i / 4096);
    QVERIFY(!looksFlat(bytes));
    // Six bits in a byte, as base64 has them.
    bytes = randomBytes(kMiB);
    for (auto &byte : bytes)
        byte = (byte & std::byte{0x3f}) | std::byte{0x40};
    QVERIFY(!looksFlat(bytes));
}

void TestByteSpread::aPartIsEnough_data()
{
    QTest::addColumn<int>("place");
    for (int place = 0; place <= 28; ++place)
        QTest::addRow("at %d/32", place) << place;
}

void TestByteSpread::aPartIsEnough()
{
    QFETCH(int, place);
    auto bytes = randomBytes(kMiB);
    std::fill_n(bytes.begin() + place * static_cast<std::ptrdiff_t>(kMiB / 32), kMiB / 8, std::byte{'x'});
    QVERIFY(!looksFlat(bytes));
}

/// Every fourth page is compressible, wherever the first of them lies.
void TestByteSpread::mixedPagesAreNot()
{
    constexpr std::size_t kPage = 4096;
    for (std::size_t first = 0; first < 4; ++first) {
        auto bytes = randomBytes(kMiB);
        for (std::size_t page = first; page < kMiB / kPage; page += 4)
            std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page * kPage), kPage, std::byte{});
        QVERIFY2(!looksFlat(bytes), qPrintable(QString::number(first)));
    }
}

void TestByteSpread::smallIsNot()
{
    QVERIFY(!looksFlat({}));
    QVERIFY(!looksFlat(randomBytes(64 * 1024 - 1)));
}

QTEST_GUILESS_MAIN(TestByteSpread)
#include "tst_byte_spread.moc"
