#include "base/bytes.h"

#include <QTest>

#include <vector>

using namespace sealift;

class TestBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void viewsShareTheMemory();
    void mutableViewDetaches();
    void zeroesAreZero();
    void findsOneBitAnywhere();
    void looksAtNothingOutside();
};

void TestBytes::viewsShareTheMemory()
{
    const QByteArray array("sealift");
    const auto view = viewOf(array);
    QCOMPARE(static_cast<const void *>(view.data()), static_cast<const void *>(array.constData()));
    QCOMPARE(view.size(), std::size_t{7});
    QCOMPARE(toByteArray(view), array);
    QCOMPARE(toByteArray(view.subspan(4)), QByteArray("ift"));
    QCOMPARE(viewOf(QByteArray()).size(), std::size_t{0});
    QCOMPARE(uchars(view)[0], static_cast<unsigned char>('s'));
}

void TestBytes::mutableViewDetaches()
{
    QByteArray array("abc");
    const QByteArray copy = array;
    mutableViewOf(array)[1] = std::byte{'x'};
    QCOMPARE(array, QByteArray("axc"));
    QCOMPARE(copy, QByteArray("abc"));
}

void TestBytes::zeroesAreZero()
{
    QVERIFY(isAllZero({}));
    const std::vector<std::byte> zeroes(3000);
    for (std::size_t start = 0; start < 70; ++start) {
        for (std::size_t size = 0; size < 1200; ++size)
            QVERIFY(isAllZero(ByteView(zeroes).subspan(start, size)));
    }
    QVERIFY(isAllZero(zeroes));
}

void TestBytes::findsOneBitAnywhere()
{
    std::vector<std::byte> bytes(2200);
    const auto space = MutableBytes(bytes);
    for (const std::size_t start : {0U, 1U, 2U, 3U, 4U, 5U, 7U, 8U, 9U, 15U, 16U, 31U, 32U, 33U, 63U, 64U}) {
        for (const std::size_t size : {1U, 2U, 8U, 9U, 63U, 64U, 65U, 511U, 512U, 513U, 1023U, 1024U, 1025U, 2000U}) {
            const auto part = space.subspan(start, size);
            for (std::size_t at = 0; at < size; ++at) {
                part[at] = static_cast<std::byte>(1U << (at % 8));
                QVERIFY2(!isAllZero(part), qPrintable(QStringLiteral("%1+%2 at %3").arg(start).arg(size).arg(at)));
                part[at] = std::byte{0};
            }
            QVERIFY(isAllZero(part));
        }
    }
}

void TestBytes::looksAtNothingOutside()
{
    std::vector<std::byte> bytes(2000, std::byte{0xff});
    for (std::size_t start = 1; start < 66; ++start) {
        for (const std::size_t size : {0U, 1U, 63U, 64U, 511U, 512U, 513U, 1500U}) {
            const auto part = MutableBytes(bytes).subspan(start, size);
            std::fill(part.begin(), part.end(), std::byte{0});
            QVERIFY(isAllZero(part));
            std::fill(part.begin(), part.end(), std::byte{0xff});
        }
    }
}

QTEST_APPLESS_MAIN(TestBytes)
#include "tst_bytes.moc"
