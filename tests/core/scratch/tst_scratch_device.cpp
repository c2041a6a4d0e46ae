#include "core/scratch/scratch_fixture.h"
#include "scratch/scratch_device.h"
#include "support/small_volume.h"

#include <QBuffer>

#include <thread>
#include <vector>

using namespace sealift;
using namespace sealift::test;

namespace {
constexpr qint64 kMiB = 1 << 20;
}

class ScratchDeviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void writesAndReads();
    void likeABuffer_data();
    void likeABuffer();
    void smallWritesAreGathered();
    void stretches();
    void sizeGrows();
    void truncates();
    void holesReadAsZeroes();
    void fullStretch();
    void errorsStick();
    void lostWithoutFlush();
    void badModes();
    void threadsOnStretches();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void ScratchDeviceTest::initTestCase()
{
    auto session = CryptoSession::start();
    VERIFY_OK(session);
    m_session = std::move(*session);
}

void ScratchDeviceTest::writesAndReads()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    ScratchDevice device(*scratch->volume);
    QVERIFY(!device.isSequential());
    QVERIFY(device.open(QIODevice::ReadWrite));
    QVERIFY(device.atEnd());
    const auto bytes = noise(100'000);
    QCOMPARE(device.write(bytes), bytes.size());
    QCOMPARE(device.size(), bytes.size());
    QVERIFY(device.seek(0));
    QVERIFY(device.readAll() == bytes);
    QVERIFY(device.atEnd());
    VERIFY_OK(device.flush());
    QVERIFY(readBack(*scratch->volume, 0, bytes.size()) == bytes);
}

void ScratchDeviceTest::likeABuffer_data()
{
    QTest::addColumn<QIODevice::OpenMode>("mode");
    QTest::newRow("buffered") << QIODevice::OpenMode(QIODevice::ReadWrite);
    QTest::newRow("unbuffered") << (QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void ScratchDeviceTest::likeABuffer()
{
    QFETCH(const QIODevice::OpenMode, mode);
    ScratchFixture fixture;
    const auto scratch = fixture.make(2 * kMiB);
    VERIFY_OK(scratch);
    ScratchDevice device(*scratch->volume);
    QBuffer model;
    QVERIFY(device.open(mode));
    QVERIFY(model.open(mode));
    std::mt19937 generator(3);
    for (int step = 0; step < 5000; ++step) {
        const auto size = static_cast<qint64>(step % 50 == 0 ? generator() % 300'000 : generator() % 3000);
        switch (generator() % 5) {
        case 0: {
            const auto to = static_cast<qint64>(generator() % static_cast<unsigned>(model.size() + 1));
            QVERIFY(device.seek(to));
            QVERIFY(model.seek(to));
            break;
        }
        case 1:
        case 2: {
            const auto bytes = noise(std::min(size, 2 * kMiB - model.pos()), static_cast<unsigned>(step));
            QCOMPARE(device.write(bytes), bytes.size());
            QCOMPARE(model.write(bytes), bytes.size());
            break;
        }
        case 3:
            QVERIFY(device.read(size) == model.read(size));
            break;
        default:
            QVERIFY(device.peek(size) == model.peek(size));
        }
        QCOMPARE(device.pos(), model.pos());
        QCOMPARE(device.size(), model.size());
        QCOMPARE(device.atEnd(), model.atEnd());
        QCOMPARE(device.bytesAvailable(), model.bytesAvailable());
    }
    VERIFY_OK(device.flush());
    QVERIFY(readBack(*scratch->volume, 0, model.size()) == model.data());
}

void ScratchDeviceTest::smallWritesAreGathered()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(4 * kMiB);
    VERIFY_OK(scratch);
    ScratchDevice device(*scratch->volume);
    QVERIFY(device.open(QIODevice::WriteOnly));
    for (int i = 0; i < 100'000; ++i)
        QCOMPARE(device.write("abcdefghij", 10), 10);
    QVERIFY(scratch->volume->used() > 0); // nor is everything kept until the end
    VERIFY_OK(device.flush());
    QVERIFY(readBack(*scratch->volume, 0, 1'000'000) == QByteArray("abcdefghij").repeated(100'000));
}

void ScratchDeviceTest::stretches()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    ScratchDevice first(*scratch->volume, 0, 1000);
    ScratchDevice second(*scratch->volume, 1000, 1000);
    QVERIFY(first.open(QIODevice::ReadWrite));
    QVERIFY(second.open(QIODevice::ReadWrite));
    QCOMPARE(first.write(QByteArray(1000, 'a')), 1000);
    QCOMPARE(second.write(QByteArray(10, 'b')), 10);
    VERIFY_OK(first.flush());
    VERIFY_OK(second.flush());
    QCOMPARE(readBack(*scratch->volume, 998, 4), QByteArray("aabb"));
    // Somebody else's look at it.
    ScratchDevice reader(*scratch->volume, 1000, 1000, 10);
    QVERIFY(reader.open(QIODevice::ReadOnly));
    QCOMPARE(reader.readAll(), QByteArray(10, 'b'));
}

void ScratchDeviceTest::sizeGrows()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    ScratchDevice device(*scratch->volume);
    QVERIFY(device.open(QIODevice::ReadWrite));
    QCOMPARE(device.size(), 0);
    QCOMPARE(device.read(10), QByteArray());
    QVERIFY(device.seek(5000)); // beyond the end, as in a file
    QCOMPARE(device.size(), 0);
    QCOMPARE(device.write("x", 1), 1);
    QCOMPARE(device.size(), 5001);
    QVERIFY(!device.seek(kMiB + 1));
    QVERIFY(!device.seek(-1));
    QVERIFY(device.seek(4990));
    QCOMPARE(device.readAll(), QByteArray(10, '\0') + 'x');
}

void ScratchDeviceTest::truncates()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(10'000))));
    ScratchDevice device(*scratch->volume, 0, -1, 10'000);
    QVERIFY(device.open(QIODevice::ReadWrite | QIODevice::Truncate));
    QCOMPARE(device.size(), 0);
    QCOMPARE(readBack(*scratch->volume, 0, 10'000), QByteArray(10'000, '\0'));
}

void ScratchDeviceTest::holesReadAsZeroes()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    ScratchDevice device(*scratch->volume, 0, -1, kMiB);
    QVERIFY(device.open(QIODevice::ReadOnly));
    QCOMPARE(device.readAll(), QByteArray(kMiB, '\0'));
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (sealift::ScratchDevice): ReadOnly device");
    QCOMPARE(device.write("x", 1), -1);
}

void ScratchDeviceTest::fullStretch()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    ScratchDevice device(*scratch->volume, 0, 100);
    QVERIFY(device.open(QIODevice::ReadWrite));
    QCOMPARE(device.write(QByteArray(90, 'x')), 90);
    QCOMPARE(device.write(QByteArray(20, 'x')), -1);
    QVERIFY2(device.errorString().contains(QLatin1String("10 bytes are missing")), qPrintable(device.errorString()));
    QCOMPARE(nameOf(device.flush()), QStringLiteral("no-space"));
    QCOMPARE(device.size(), 90);
    QCOMPARE(readBack(*scratch->volume, 100, 10), QByteArray(10, '\0'));
}

void ScratchDeviceTest::errorsStick()
{
    const SmallVolume disk(2 * kMiB);
    if (!disk.isMounted())
        QSKIP(qPrintable(disk.why()));
    ScratchFixture fixture(disk.path());
    const auto scratch = fixture.make(16 * kMiB);
    VERIFY_OK(scratch);
    ScratchDevice device(*scratch->volume);
    QVERIFY(device.open(QIODevice::ReadWrite));
    // Gathered writes say so with one that comes later, and flush() says so for certain.
    bool refused = false;
    for (int i = 0; i < 100 && !refused; ++i)
        refused = device.write(noise(100'000)) != 100'000;
    QVERIFY(refused);
    QCOMPARE(nameOf(device.flush()), QStringLiteral("no-space"));
    QCOMPARE(nameOf(device.flush()), QStringLiteral("no-space"));
    QCOMPARE(device.write("x", 1), -1);
    const auto words = device.errorString();
    QVERIFY(words.contains(QLatin1String("room")));
    device.close();
    QCOMPARE(device.errorString(), words);
}

void ScratchDeviceTest::lostWithoutFlush()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    ScratchDevice device(*scratch->volume);
    QVERIFY(device.open(QIODevice::WriteOnly));
    QCOMPARE(device.write("gathered", 8), 8);
    scratch->volume->eraseKey();
    QCOMPARE(nameOf(device.flush()), QStringLiteral("cancelled"));
    device.close();
    QVERIFY(device.errorString().contains(QLatin1String("cancelled")));
}

void ScratchDeviceTest::badModes()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    ScratchDevice device(*scratch->volume);
    QVERIFY(!device.open(QIODevice::Append | QIODevice::WriteOnly));
    QVERIFY(!device.open(QIODevice::ReadOnly | QIODevice::Text));
    QVERIFY(!device.open(QIODevice::NotOpen));
    QVERIFY(!device.errorString().isEmpty());
    QVERIFY(!device.isOpen());
}

void ScratchDeviceTest::threadsOnStretches()
{
    constexpr qint64 kStretch = 100'001; // neighbours share sectors
    ScratchFixture fixture;
    const auto scratch = fixture.make(8 * kStretch);
    VERIFY_OK(scratch);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(8);
        for (unsigned i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                ScratchDevice device(*scratch->volume, i * kStretch, kStretch);
                const auto bytes = noise(kStretch, i);
                wrong += device.open(QIODevice::ReadWrite) ? 0 : 1;
                for (qint64 at = 0; at < kStretch; at += 1000)
                    wrong += device.write(bytes.mid(at, 1000)) > 0 ? 0 : 1;
                wrong += device.seek(0) && device.readAll() == bytes ? 0 : 1;
                wrong += device.flush() ? 0 : 1;
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
    for (unsigned i = 0; i < 8; ++i)
        QVERIFY(readBack(*scratch->volume, i * kStretch, kStretch) == noise(kStretch, i));
}

QTEST_GUILESS_MAIN(ScratchDeviceTest)
#include "tst_scratch_device.moc"
