#include "core/scratch/scratch_fixture.h"
#include "support/small_volume.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <vector>

#include <sys/stat.h>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kSector = ScratchVolume::kSectorSize;

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 allocatedBytes(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? static_cast<qint64>(status.st_blocks) * 512 : -1;
}

qint64 missingBytes(const Error &error)
{
    for (const auto &[key, value] : error.context()) {
        if (key == QLatin1String("missing-bytes"))
            return value.toLongLong();
    }
    return -1;
}

} // namespace

class ScratchVolumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void readsWhatWasWritten_data();
    void readsWhatWasWritten();
    void likeAPlainArray();
    void unwrittenIsZero();
    void fileHoldsNoPlaintext();
    void equalSectorsDiffer();
    void keysDiffer();
    void quota();
    void badRanges();
    void discards_data();
    void discards();
    void discardFreesRoom();
    void highWater();
    void writersOfOneSector();
    void readersAndWriters();
    void statesInOrder();
    void endsWhileInUse();
    void oneVolumeAFolder();
    void cutFileIsCorrupt();
    void promisesAreKept();
    void keepsTheReserve();
    void runsLow();
    void fullFileSystem();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void ScratchVolumeTest::initTestCase()
{
    auto session = CryptoSession::start();
    VERIFY_OK(session);
    m_session = std::move(*session);
}

void ScratchVolumeTest::readsWhatWasWritten_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("size");
    QTest::newRow("one byte") << qint64{0} << qint64{1};
    QTest::newRow("one byte inside") << qint64{5000} << qint64{1};
    QTest::newRow("a sector") << kSector << kSector;
    QTest::newRow("across a border") << kSector - 1 << qint64{2};
    QTest::newRow("a bit more than a sector") << kSector << kSector + 1;
    QTest::newRow("three sectors, crooked") << qint64{100} << 3 * kSector;
    QTest::newRow("a MiB") << kMiB << kMiB;
    QTest::newRow("a MiB, crooked") << qint64{4095} << kMiB + 2;
    QTest::newRow("to the end") << 4 * kMiB + 1 - 70000 << qint64{70000};
}

void ScratchVolumeTest::readsWhatWasWritten()
{
    QFETCH(const qint64, offset);
    QFETCH(const qint64, size);
    ScratchFixture fixture;
    const auto scratch = fixture.make(4 * kMiB + 1);
    VERIFY_OK(scratch);
    auto &volume = *scratch->volume;
    const auto bytes = noise(size);
    VERIFY_OK(volume.writeAt(offset, viewOf(bytes)));
    QCOMPARE(readBack(volume, offset, size), bytes);
    auto whole = QByteArray(4 * kMiB + 1, '\0');
    whole.replace(offset, size, bytes);
    QVERIFY(readBack(volume, 0, whole.size()) == whole);
}

void ScratchVolumeTest::likeAPlainArray()
{
    constexpr qint64 kSize = 600 * kSector + 777;
    ScratchFixture fixture;
    const auto scratch = fixture.make(kSize);
    VERIFY_OK(scratch);
    auto &volume = *scratch->volume;
    QByteArray model(kSize, '\0');
    std::mt19937 generator(7);
    const auto upTo = [&](qint64 most) { return static_cast<qint64>(generator() % static_cast<unsigned>(most + 1)); };
    for (int step = 0; step < 2000; ++step) {
        const auto offset = upTo(kSize);
        // Within a sector, some sectors, and so many that several threads share them.
        constexpr std::array kMost = {qint64{100}, 20 * kSector, 300 * kSector};
        const auto size = upTo(std::min(kSize - offset, kMost[static_cast<std::size_t>(step) % kMost.size()]));
        switch (generator() % 4) {
        case 0:
        case 1: {
            const auto bytes = noise(size, static_cast<unsigned>(step));
            VERIFY_OK(volume.writeAt(offset, viewOf(bytes)));
            std::copy(bytes.begin(), bytes.end(), model.begin() + offset);
            break;
        }
        case 2:
            VERIFY_OK(volume.discard(offset, size));
            std::fill_n(model.begin() + offset, size, '\0');
            break;
        default:
            QVERIFY(readBack(volume, offset, size) == model.mid(offset, size));
        }
    }
    QVERIFY(readBack(volume, 0, kSize) == model);
}

void ScratchVolumeTest::unwrittenIsZero()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    QCOMPARE(readBack(*scratch->volume, 0, kMiB), QByteArray(kMiB, '\0'));
    // Beside a written byte, too.
    VERIFY_OK(scratch->volume->writeAt(kSector + 10, viewOf("x")));
    QCOMPARE(readBack(*scratch->volume, kSector + 9, 3), QByteArray("\0x\0", 3));
    QCOMPARE(readBack(*scratch->volume, 2 * kSector, kSector), QByteArray(kSector, '\0'));
    QCOMPARE(scratch->volume->used(), kSector);
}

void ScratchVolumeTest::fileHoldsNoPlaintext()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    const QByteArray marker("MARKER-PLAINTEXT-7f3a");
    VERIFY_OK(scratch->volume->writeAt(5, viewOf(marker)));
    VERIFY_OK(scratch->volume->writeAt(kSector, viewOf(QByteArray(2 * kSector, 'A'))));
    const auto file = fileContent(scratch->volume->path());
    QCOMPARE(file.size(), kMiB);
    QVERIFY(!file.contains(marker.left(8)));
    QVERIFY(!file.contains("AAAAAAAA"));
    QVERIFY(file.left(kSector) != QByteArray(kSector, '\0'));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(scratch->volume->path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
}

void ScratchVolumeTest::equalSectorsDiffer()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(QByteArray(2 * kSector, 'A'))));
    const auto file = fileContent(scratch->volume->path());
    QVERIFY(file.left(kSector) != file.mid(kSector, kSector));
    QVERIFY(file.left(16) != file.mid(16, 16));
}

void ScratchVolumeTest::keysDiffer()
{
    ScratchFixture fixture;
    const auto one = fixture.make(kMiB);
    const auto two = fixture.make(kMiB);
    VERIFY_OK(one);
    VERIFY_OK(two);
    QVERIFY(one->volume->id() != two->volume->id());
    VERIFY_OK(one->volume->writeAt(0, viewOf("same")));
    VERIFY_OK(two->volume->writeAt(0, viewOf("same")));
    QVERIFY(fileContent(one->volume->path()).left(kSector) != fileContent(two->volume->path()).left(kSector));
}

void ScratchVolumeTest::quota()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(10000);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(QByteArray(10000, 'x'))));
    const auto beyond = scratch->volume->writeAt(9000, viewOf(QByteArray(3000, 'x')));
    QCOMPARE(nameOf(beyond), QStringLiteral("no-space"));
    QCOMPARE(missingBytes(beyond.error()), 2000);
    QVERIFY(!beyond.error().remedy().isEmpty());
    QCOMPARE(nameOf(scratch->volume->writeAt(20000, viewOf("x"))), QStringLiteral("no-space"));
    QCOMPARE(readBack(*scratch->volume, 9999, 1), QByteArray("x"));
}

void ScratchVolumeTest::badRanges()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(10000);
    VERIFY_OK(scratch);
    auto &volume = *scratch->volume;
    QByteArray bytes(10, '\0');
    constexpr auto kInvalid = "invalid-argument";
    QCOMPARE(nameOf(volume.readAt(9991, mutableViewOf(bytes))), QLatin1String(kInvalid));
    QCOMPARE(nameOf(volume.readAt(-1, mutableViewOf(bytes))), QLatin1String(kInvalid));
    QCOMPARE(nameOf(volume.writeAt(-1, viewOf(bytes))), QLatin1String(kInvalid));
    QCOMPARE(nameOf(volume.discard(0, 10001)), QLatin1String(kInvalid));
    QCOMPARE(nameOf(volume.discard(0, -1)), QLatin1String(kInvalid));
    VERIFY_OK(volume.readAt(10000, {}));
    VERIFY_OK(volume.writeAt(10000, {}));
    VERIFY_OK(volume.discard(10000, 0));
    QCOMPARE(nameOf(ScratchVolume::create(*scratch->folder, fixture.ledger(), {0, -1, {}})), QLatin1String(kInvalid));
    QCOMPARE(nameOf(ScratchVolume::create(*scratch->folder, fixture.ledger(), {-1, -1, {}})), QLatin1String(kInvalid));
}

void ScratchVolumeTest::discards_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<qint64>("sectorsLeft");
    constexpr qint64 kAll = 11;
    QTest::newRow("everything") << qint64{0} << 10 * kSector + 100 << qint64{0};
    QTest::newRow("a sector") << 2 * kSector << kSector << kAll - 1;
    QTest::newRow("inside a sector") << 2 * kSector + 10 << qint64{20} << kAll;
    QTest::newRow("the head of a sector") << 2 * kSector << qint64{20} << kAll;
    QTest::newRow("the tail of a sector") << 2 * kSector + 20 << kSector - 20 << kAll;
    QTest::newRow("across a border") << 3 * kSector - 5 << qint64{10} << kAll;
    QTest::newRow("two tails and a sector") << 2 * kSector - 5 << kSector + 10 << kAll - 1;
    QTest::newRow("the short sector at the end") << 10 * kSector << qint64{100} << kAll - 1;
    QTest::newRow("a part of that") << 10 * kSector + 10 << qint64{90} << kAll;
}

void ScratchVolumeTest::discards()
{
    QFETCH(const qint64, offset);
    QFETCH(const qint64, length);
    QFETCH(const qint64, sectorsLeft);
    constexpr qint64 kSize = 10 * kSector + 100;
    ScratchFixture fixture;
    const auto scratch = fixture.make(kSize);
    VERIFY_OK(scratch);
    auto bytes = noise(kSize);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(bytes)));
    VERIFY_OK(scratch->volume->discard(offset, length));
    std::fill_n(bytes.begin() + offset, length, '\0');
    QVERIFY(readBack(*scratch->volume, 0, kSize) == bytes);
    QCOMPARE(scratch->volume->used(), sectorsLeft * kSector);
}

void ScratchVolumeTest::discardFreesRoom()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(16 * kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(8 * kMiB))));
    QVERIFY(allocatedBytes(scratch->volume->path()) >= 8 * kMiB);
    VERIFY_OK(scratch->volume->discard(0, 8 * kMiB));
    QVERIFY(allocatedBytes(scratch->volume->path()) < kMiB);
    QCOMPARE(fileContent(scratch->volume->path()).size(), 16 * kMiB);
}

void ScratchVolumeTest::highWater()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    auto &volume = *scratch->volume;
    QCOMPARE(volume.used(), 0);
    VERIFY_OK(volume.writeAt(0, viewOf(QByteArray(3 * kSector, 'x'))));
    VERIFY_OK(volume.writeAt(0, viewOf(QByteArray(3 * kSector, 'y')))); // the same again
    QCOMPARE(volume.used(), 3 * kSector);
    VERIFY_OK(volume.discard(0, 2 * kSector));
    QCOMPARE(volume.used(), kSector);
    QCOMPARE(volume.highWater(), 3 * kSector);
    VERIFY_OK(volume.writeAt(0, viewOf("x")));
    QCOMPARE(volume.used(), 2 * kSector);
    QCOMPARE(volume.highWater(), 3 * kSector);
}

void ScratchVolumeTest::writersOfOneSector()
{
    // Eight threads, each with every eighth byte of the same sectors.
    constexpr qint64 kSize = 4 * kSector;
    constexpr int kThreads = 8;
    ScratchFixture fixture;
    const auto scratch = fixture.make(kSize);
    VERIFY_OK(scratch);
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(8);
        for (int thread = 0; thread < kThreads; ++thread) {
            threads.emplace_back([&, thread] {
                for (qint64 at = thread; at < kSize; at += kThreads) {
                    const QByteArray byte(1, static_cast<char>('a' + thread));
                    failures += scratch->volume->writeAt(at, viewOf(byte)) ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QByteArray expected;
    for (qint64 i = 0; i < kSize; ++i)
        expected += static_cast<char>('a' + i % kThreads);
    QVERIFY(readBack(*scratch->volume, 0, kSize) == expected);
}

void ScratchVolumeTest::readersAndWriters()
{
    // Each block is whole blocks of one letter at every moment, whoever reads it, or zeroes.
    constexpr qint64 kBlock = 3 * kSector + 5;
    constexpr qint64 kBlocks = 5;
    ScratchFixture fixture;
    const auto scratch = fixture.make(kBlock * kBlocks);
    VERIFY_OK(scratch);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(8);
        for (unsigned seed = 0; seed < 6; ++seed) {
            threads.emplace_back([&, seed] {
                std::mt19937 generator(seed);
                for (int step = 0; step < 300; ++step) {
                    const auto offset = static_cast<qint64>(generator() % kBlocks) * kBlock;
                    QByteArray bytes(kBlock, static_cast<char>('a' + generator() % 26));
                    if (seed == 0 && step % 3 == 0) {
                        wrong += scratch->volume->discard(offset, kBlock) ? 0 : 1;
                    } else if (seed < 3) {
                        wrong += scratch->volume->writeAt(offset, viewOf(bytes)) ? 0 : 1;
                    } else {
                        wrong += scratch->volume->readAt(offset, mutableViewOf(bytes)) ? 0 : 1;
                        wrong += bytes.count(bytes.front()) == kBlock ? 0 : 1;
                    }
                }
            });
        }
    }
    QCOMPARE(wrong.load(), 0);
}

void ScratchVolumeTest::statesInOrder()
{
    ScratchFixture fixture;
    QStringList seen;
    const auto scratch =
        fixture.make(kMiB, [&seen](const ScratchStateChange &change) { seen.append(scratchStateName(change.state)); });
    VERIFY_OK(scratch);
    auto &lifecycle = scratch->volume->lifecycle();
    QCOMPARE(lifecycle.state(), ScratchState::Ready);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf("x")));
    VERIFY_OK(scratch->volume->writeAt(0, viewOf("y")));
    QVERIFY(!lifecycle.advance(ScratchState::Ready));
    QVERIFY(!lifecycle.advance(ScratchState::Confirmed));
    QVERIFY(lifecycle.advance(ScratchState::Destroying));
    QVERIFY(lifecycle.advance(ScratchState::Unconfirmed));
    QVERIFY(!lifecycle.advance(ScratchState::Confirmed)); // not without another attempt
    QVERIFY(lifecycle.advance(ScratchState::Destroying));
    QVERIFY(lifecycle.advance(ScratchState::Destroyed));
    QVERIFY(lifecycle.advance(ScratchState::Confirmed));
    QVERIFY(!lifecycle.advance(ScratchState::Destroying));
    const QStringList expected{QStringLiteral("ready"),      QStringLiteral("in-use"),
                               QStringLiteral("destroying"), QStringLiteral("unconfirmed"),
                               QStringLiteral("destroying"), QStringLiteral("destroyed"),
                               QStringLiteral("confirmed")};
    QCOMPARE(seen, expected);
    const auto changes = lifecycle.changes();
    QCOMPARE(changes.size(), expected.size() + 1);
    QCOMPARE(changes.first().state, ScratchState::Creating);
    QVERIFY(std::is_sorted(changes.begin(), changes.end(), [](const auto &a, const auto &b) { return a.at < b.at; }));
}

void ScratchVolumeTest::endsWhileInUse()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(16 * kMiB);
    VERIFY_OK(scratch);
    std::atomic<int> others = 0;
    std::atomic<int> busy = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(8);
        for (unsigned seed = 0; seed < 6; ++seed) {
            threads.emplace_back([&, seed] {
                auto bytes = noise(kMiB + 7, seed);
                for (qint64 round = 0;; ++round) {
                    const auto offset = round % 14 * kMiB + seed;
                    const auto status = seed % 2 == 0 ? scratch->volume->writeAt(offset, viewOf(bytes))
                                                      : scratch->volume->readAt(offset, mutableViewOf(bytes));
                    ++busy;
                    if (!status) {
                        others += status.error().code() == ErrorCode::Cancelled ? 0 : 1;
                        break;
                    }
                }
            });
        }
        while (busy < 30)
            std::this_thread::yield();
        scratch->volume->eraseKey();
        VERIFY_OK(scratch->volume->freeContent());
        scratch->volume->close();
    }
    QCOMPARE(others.load(), 0);
    QCOMPARE(nameOf(scratch->volume->writeAt(0, viewOf("x"))), QStringLiteral("cancelled"));
    QCOMPARE(nameOf(scratch->volume->discard(0, 1)), QStringLiteral("cancelled"));
}

void ScratchVolumeTest::oneVolumeAFolder()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    QCOMPARE(nameOf(ScratchVolume::create(*scratch->folder, fixture.ledger(), {kMiB, 0, {}})),
             QStringLiteral("already-exists"));
    VERIFY_OK(scratch->volume->writeAt(0, viewOf("x"))); // unharmed
}

void ScratchVolumeTest::cutFileIsCorrupt()
{
    ScratchFixture fixture;
    const auto scratch = fixture.make(kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(kMiB))));
    QVERIFY(QFile::resize(scratch->volume->path(), 5000));
    QByteArray bytes(kMiB, '\0');
    QCOMPARE(nameOf(scratch->volume->readAt(0, mutableViewOf(bytes))), QStringLiteral("corrupt"));
}

void ScratchVolumeTest::promisesAreKept()
{
    const SmallVolume disk(16 * kMiB);
    if (!disk.isMounted())
        QSKIP(qPrintable(disk.why()));
    ScratchFixture fixture(disk.path());
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto folderOne = root->create(newTaskId());
    const auto folderTwo = root->create(newTaskId());
    VERIFY_OK(folderOne);
    VERIFY_OK(folderTwo);
    auto one = ScratchVolume::create(**folderOne, fixture.ledger(), {10 * kMiB, -1, {}});
    VERIFY_OK(one);
    const auto refused = ScratchVolume::create(**folderTwo, fixture.ledger(), {10 * kMiB, -1, {}});
    QCOMPARE(nameOf(refused), QStringLiteral("no-space"));
    QVERIFY(missingBytes(refused.error()) > 3 * kMiB && missingBytes(refused.error()) < 5 * kMiB);
    // Nothing promised, so it may take only what nobody was promised.
    auto two = ScratchVolume::create(**folderTwo, fixture.ledger(), {10 * kMiB, 0, {}});
    VERIFY_OK(two);
    VERIFY_OK((*two)->writeAt(0, viewOf(noise(5 * kMiB))));
    QCOMPARE(nameOf((*two)->writeAt(5 * kMiB, viewOf(noise(2 * kMiB)))), QStringLiteral("no-space"));
    VERIFY_OK((*one)->writeAt(0, viewOf(noise(9 * kMiB))));
    // Room that was given back can be promised again.
    const auto before = fixture.ledger().available();
    VERIFY_OK((*two)->discard(0, 5 * kMiB));
    QVERIFY(*fixture.ledger().available() >= *before + 5 * kMiB);
    (*one)->eraseKey();
    VERIFY_OK((*one)->freeContent());
    (*one)->close();
    QVERIFY(*fixture.ledger().available() > 14 * kMiB);
}

void ScratchVolumeTest::keepsTheReserve()
{
    const SmallVolume disk(16 * kMiB);
    if (!disk.isMounted())
        QSKIP(qPrintable(disk.why()));
    ScratchFixture fixture(disk.path(), 8 * kMiB);
    const auto scratch = fixture.make(16 * kMiB);
    VERIFY_OK(scratch);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(7 * kMiB))));
    const auto low = scratch->volume->writeAt(7 * kMiB, viewOf(noise(2 * kMiB)));
    QCOMPARE(nameOf(low), QStringLiteral("no-space"));
    QVERIFY(missingBytes(low.error()) > 0);
    QVERIFY(disk.freeBytes() >= 8 * kMiB);
    // What takes no more room still works.
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(noise(7 * kMiB, 2))));
}

void ScratchVolumeTest::runsLow()
{
    const SmallVolume disk(16 * kMiB);
    if (!disk.isMounted())
        QSKIP(qPrintable(disk.why()));
    ScratchFixture fixture(disk.path(), kMiB);
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto folder = root->create(newTaskId());
    VERIFY_OK(folder);
    const auto volume = ScratchVolume::create(**folder, fixture.ledger(), {12 * kMiB, -1, {}});
    VERIFY_OK(volume);
    // Somebody else fills the disk, promise or not.
    QFile other(disk.filePath(QStringLiteral("other")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    QCOMPARE(other.write(QByteArray(10 * kMiB, 'x')), 10 * kMiB);
    QVERIFY(other.flush());
    VERIFY_OK((*volume)->writeAt(0, viewOf(noise(3 * kMiB))));
    const auto low = (*volume)->writeAt(3 * kMiB, viewOf(noise(3 * kMiB)));
    QCOMPARE(nameOf(low), QStringLiteral("no-space"));
    QVERIFY(other.remove());
    VERIFY_OK((*volume)->writeAt(3 * kMiB, viewOf(noise(3 * kMiB))));
}

void ScratchVolumeTest::fullFileSystem()
{
    const SmallVolume disk(4 * kMiB);
    if (!disk.isMounted())
        QSKIP(qPrintable(disk.why()));
    // The ledger looks elsewhere, so that only the file system itself refuses.
    ScratchFixture fixture(disk.path());
    const QTemporaryDir elsewhere;
    SpaceLedger ledger(elsewhere.path(), 0);
    const auto root = fixture.root();
    VERIFY_OK(root);
    const auto folder = root->create(newTaskId());
    VERIFY_OK(folder);
    const auto volume = ScratchVolume::create(**folder, ledger, {16 * kMiB, 0, {}});
    VERIFY_OK(volume);
    const auto bytes = noise(8 * kMiB);
    // What can never fit is refused before anything is written.
    QCOMPARE(nameOf((*volume)->writeAt(0, viewOf(bytes))), QStringLiteral("no-space"));
    QCOMPARE((*volume)->used(), 0);
    constexpr qint64 kSmall = 16 * kSector;
    Status full;
    for (qint64 at = 0; full && at < bytes.size(); at += kSmall)
        full = (*volume)->writeAt(at, viewOf(bytes).subspan(static_cast<std::size_t>(at), kSmall));
    QCOMPARE(nameOf(full), QStringLiteral("no-space"));
    QVERIFY((*volume)->used() > kMiB && (*volume)->used() <= 4 * kMiB);
    // What was written is there, and the room is free again after a discard.
    QVERIFY(readBack(**volume, 0, kMiB) == bytes.left(kMiB));
    VERIFY_OK((*volume)->discard(0, 8 * kMiB));
    QCOMPARE((*volume)->used(), 0);
    VERIFY_OK((*volume)->writeAt(0, viewOf(noise(kMiB, 3))));
    QVERIFY(readBack(**volume, 0, kMiB) == noise(kMiB, 3));
}

QTEST_GUILESS_MAIN(ScratchVolumeTest)
#include "tst_scratch_volume.moc"
