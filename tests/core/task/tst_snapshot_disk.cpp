#include "crypto/crypto_session.h"
#include "image/writers/disk_writer.h"
#include "support/ec2_server.h"
#include "support/ec2_snapshot_maker.h"
#include "task/disk_copy.h"
#include "task/snapshot_disk.h"
#include "task/source_plan.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <thread>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kBlock = kSnapshotBlock;
constexpr qint64 kBlocks = 240;

char fillingOf(qint64 index)
{
    return static_cast<char>('a' + index % 26);
}

} // namespace

/// Snapshots as sources of blocks: many fetched at once, each once, whatever the order and the service's mood.
class TestSnapshotDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void tellsWhatIsThere();
    void readsAnyStretch();
    void manyAtOnce();
    void readersInAnyOrder();
    void previewFetchesWhatIsAsked();
    void inspiteOfTrouble_data();
    void inspiteOfTrouble();
    void neitherHangsNorStacksRetries();
    void endsAtTheFirstFailure();
    void cancelled();
    void pausesAndKeepsTheLimit();
    void copiesIntoFiles();

private:
    struct Opened {
        std::shared_ptr<SnapshotBlocks> blocks;
        std::unique_ptr<BlockSource> disk;
    };
    /// Where it is not trying again that is tested, a slow machine must not make it do so.
    void allowSlowAnswers()
    {
        auto tuning = quickTuning();
        tuning.attempt = std::chrono::seconds(10);
        m_access = openEc2(tuning);
    }
    Opened open(bool preview = false)
    {
        auto listed = SnapshotBlocks::list(m_access->ebs(), m_snapshot, false, {});
        if (!listed)
            qFatal("%s", qPrintable(listed.error().what()));
        std::shared_ptr<SnapshotBlocks> blocks = std::move(*listed);
        return {blocks,
                preview ? openSnapshotPreview(m_access, blocks, m_flow) : openSnapshotDisk(m_access, blocks, m_flow)};
    }
    /// Reads all blocks that are there by some threads; the first error's words, or what differs.
    QString readAll(BlockSource &disk, int threads, const std::stop_token &stop = {})
    {
        std::atomic<qint64> next = 0;
        std::mutex mutex;
        QString failed;
        std::vector<std::jthread> readers;
        for (int i = 0; i < threads; ++i)
            readers.emplace_back([&] {
                auto reader = disk.openReader();
                QByteArray bytes(kBlock, '\0');
                for (qint64 index = next++; index < kBlocks; index = next++) {
                    const auto done = (*reader)->read(2 * index * kBlock, mutableViewOf(bytes), stop);
                    if (done && bytes == filledBlock(fillingOf(index)))
                        continue;
                    const std::lock_guard lock(mutex);
                    if (failed.isEmpty())
                        failed = done ? QStringLiteral("block %1 differs").arg(index) : done.error().what();
                    return;
                }
            });
        readers.clear();
        return failed;
    }
    /// How often each block was asked for.
    std::map<qint64, int> asked() const
    {
        std::map<qint64, int> times;
        for (const auto &line : m_server.requests(QStringLiteral("GetSnapshotBlock")))
            ++times[line.section(QLatin1Char(' '), 2, 2).toLongLong()];
        return times;
    }

    const Result<std::unique_ptr<CryptoSession>> m_crypto = CryptoSession::start();
    Ec2Server m_server;
    std::shared_ptr<Ec2Access> m_access;
    FlowControl m_flow;
    QString m_snapshot; ///< every other block of the first ones is there
};

void TestSnapshotDisk::initTestCase()
{
    QVERIFY(m_server.isReady());
    m_server.enterEnvironment();
    m_access = openEc2();
    QMap<qint64, char> blocks;
    for (qint64 index = 0; index < kBlocks; ++index)
        blocks.insert(2 * index, fillingOf(index));
    m_snapshot = makeSnapshot(*m_access, blocks);
}

void TestSnapshotDisk::init()
{
    m_server.set({});
    m_server.forgetRequests();
    m_access = openEc2();
}

void TestSnapshotDisk::cleanup()
{
    QCOMPARE(m_server.takeComplaints(), QString());
}

void TestSnapshotDisk::tellsWhatIsThere()
{
    const auto opened = open();
    QCOMPARE(opened.disk->size(), 1LL << 30);
    QList<Extent> extents;
    const auto take = [&extents](const Extent &extent) -> Status {
        extents.append(extent);
        return {};
    };
    QVERIFY(opened.disk->forEachExtent(100, 3 * kBlock, take, {}));
    QCOMPARE(extents, (QList<Extent>{{100, kBlock - 100, ExtentKind::Data},
                                     {kBlock, kBlock, ExtentKind::Hole},
                                     {2 * kBlock, kBlock, ExtentKind::Data},
                                     {3 * kBlock, 100, ExtentKind::Hole}}));
    extents.clear();
    QVERIFY(opened.disk->forEachExtent(0, opened.disk->size(), take, {}));
    QCOMPARE(extents.size(), 2 * kBlocks);
    QCOMPARE(extents.last().offset + extents.last().length, opened.disk->size());
    QCOMPARE(m_server.requests(QStringLiteral("GetSnapshotBlock")).size(), 0);
    const auto plan = diskPlanOf(*opened.disk, kBlock, {});
    QCOMPARE(std::count(plan->allocated.begin(), plan->allocated.end(), true), kBlocks);
}

void TestSnapshotDisk::readsAnyStretch()
{
    for (const bool preview : {false, true}) {
        const auto opened = open(preview);
        auto reader = opened.disk->openReader();
        QByteArray bytes(3 * kBlock, '?');
        QVERIFY((*reader)->read(4 * kBlock + 1000, mutableViewOf(bytes), {}));
        auto expected = filledBlock(fillingOf(2)) + filledBlock('\0') + filledBlock(fillingOf(3)) + filledBlock('\0');
        QCOMPARE(bytes, expected.mid(1000, 3 * kBlock));
        QByteArray few(16, '?');
        QVERIFY((*reader)->read(4 * kBlock + 5, mutableViewOf(few), {}));
        QCOMPARE(few, QByteArray(16, fillingOf(2)));
        QVERIFY((*reader)->read(5 * kBlock - 8, mutableViewOf(few), {}));
        QCOMPARE(few, QByteArray(8, fillingOf(2)) + QByteArray(8, '\0'));
        QCOMPARE((*reader)->read(opened.disk->size() - 8, mutableViewOf(few), {}).error().code(), ErrorCode::Internal);
        QVERIFY(opened.disk->close());
    }
}

void TestSnapshotDisk::manyAtOnce()
{
    // 240 blocks at half a second each: one after the other that would be two minutes.
    m_server.set({{QStringLiteral("latency"), 0.5}});
    allowSlowAnswers();
    const auto opened = open();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(readAll(*opened.disk, 4), QString());
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    for (const auto &[index, times] : asked())
        QVERIFY2(times == 1, qPrintable(QString::number(index)));
}

void TestSnapshotDisk::readersInAnyOrder()
{
    // One reader that sleeps over its block holds up nobody but himself, though all that is fetched ahead waits.
    allowSlowAnswers();
    const auto opened = open();
    auto slow = opened.disk->openReader();
    auto fast = opened.disk->openReader();
    QByteArray bytes(kBlock, '\0');
    for (qint64 index = kBlocks - 1; index > 0; --index) {
        QVERIFY((*fast)->read(2 * index * kBlock, mutableViewOf(bytes), {}));
        QCOMPARE(bytes, filledBlock(fillingOf(index)));
    }
    QVERIFY((*slow)->read(0, mutableViewOf(bytes), {}));
    QCOMPARE(bytes, filledBlock(fillingOf(0)));
    for (const auto &[index, times] : asked())
        QVERIFY2(times == 1, qPrintable(QString::number(index)));
    QCOMPARE(static_cast<qint64>(asked().size()), kBlocks);
}

void TestSnapshotDisk::previewFetchesWhatIsAsked()
{
    const auto opened = open(true);
    auto reader = opened.disk->openReader();
    QByteArray bytes(512, '\0');
    for (int i = 0; i < 20; ++i) {
        QVERIFY((*reader)->read(i * 512, mutableViewOf(bytes), {}));
        QVERIFY((*reader)->read(6 * kBlock + i * 512, mutableViewOf(bytes), {}));
    }
    QCOMPARE(m_server.requests(QStringLiteral("GetSnapshotBlock")).size(), 2);
}

void TestSnapshotDisk::inspiteOfTrouble_data()
{
    QTest::addColumn<QJsonObject>("switches");
    QTest::newRow("throttled") << QJsonObject{{QStringLiteral("read_throttle"), 7}};
    QTest::newRow("failing") << QJsonObject{{QStringLiteral("read_error500"), 9}};
    QTest::newRow("small pages") << QJsonObject{{QStringLiteral("page"), 10}};
}

void TestSnapshotDisk::inspiteOfTrouble()
{
    QFETCH(QJsonObject, switches);
    m_server.set(switches);
    const auto opened = open();
    m_server.expireTokens(switches);
    QCOMPARE(readAll(*opened.disk, 3), QString());
}

void TestSnapshotDisk::neitherHangsNorStacksRetries()
{
    // 100 ms each, every tenth read throttled, some never answered: attempts of two seconds here.
    auto tuning = quickTuning();
    tuning.attempt = std::chrono::seconds(2);
    tuning.retry.base = std::chrono::milliseconds(20);
    m_access = openEc2(tuning);
    m_server.set(
        {{QStringLiteral("latency"), 0.1}, {QStringLiteral("read_throttle"), 10}, {QStringLiteral("read_stall"), 61}});
    const auto opened = open();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(readAll(*opened.disk, 4), QString());
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    int all = 0;
    for (const auto &[index, times] : asked()) {
        all += times;
        QVERIFY2(times <= 6, qPrintable(QStringLiteral("block %1 was asked for %2 times").arg(index).arg(times)));
    }
    qInfo("%d requests for %lld blocks in %lld ms", all, static_cast<long long>(kBlocks),
          static_cast<long long>(timer.elapsed()));
    // A tenth and a sixtieth more than blocks, and what those met in turn; layers upon layers would make multiples.
    QVERIFY2(all >= kBlocks && all < kBlocks + 80, qPrintable(QString::number(all)));
}

void TestSnapshotDisk::endsAtTheFirstFailure()
{
    m_server.set({{QStringLiteral("read_corrupt"), QJsonArray{100}}, {QStringLiteral("latency"), 0.05}});
    const auto opened = open();
    const auto why = readAll(*opened.disk, 3);
    QVERIFY2(why.contains(QLatin1String("block 100 arrived changed")), qPrintable(why));
    QVERIFY(opened.disk->close());
    QTest::qSleep(300); // what the server was still at
    const auto requests = m_server.requests().size();
    QTest::qSleep(300);
    QCOMPARE(m_server.requests().size(), requests);
}

void TestSnapshotDisk::cancelled()
{
    m_server.set({{QStringLiteral("read_stall"), 1}});
    auto tuning = quickTuning();
    tuning.attempt = std::chrono::seconds(30);
    m_access = openEc2(tuning);
    const auto opened = open();
    std::stop_source stopping;
    auto reading = std::async(std::launch::async, [&] { return readAll(*opened.disk, 2, stopping.get_token()); });
    QTest::qSleep(300);
    QElapsedTimer timer;
    timer.start();
    stopping.request_stop();
    QCOMPARE(reading.get(), Error::cancelled().what());
    QVERIFY(opened.disk->close());
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void TestSnapshotDisk::pausesAndKeepsTheLimit()
{
    m_server.set({{QStringLiteral("latency"), 0.05}});
    allowSlowAnswers();
    m_flow.limit().setRate(60 * kBlock);
    const auto opened = open();
    QTemporaryDir folder;
    const auto plan = diskPlanOf(*opened.disk, kBlock, {});
    const auto writer =
        createFileWriter(WriteFormat::Raw, *plan, folder.filePath(QStringLiteral("disk.raw")), Overwrite::No);
    TransferCounters counters;
    QElapsedTimer timer;
    timer.start();
    auto copying =
        std::async(std::launch::async, [&] { return copyDisk(*opened.disk, *plan, **writer, m_flow, counters, {}); });
    // A failure below must not leave the copy waiting for ever.
    const auto goOn = qScopeGuard([this] { m_flow.resume(); });
    QTest::qSleep(1000);
    m_flow.pause();
    // Who waits for a block holds up no pause, and none of those who fetch waits for a reader.
    QVERIFY(m_flow.waitIdle(std::chrono::seconds(5)));
    QTest::qSleep(300); // what the server was still at
    const auto before = m_server.requests().size();
    QTest::qSleep(700);
    QCOMPARE(m_server.requests().size(), before);
    m_flow.resume();
    QVERIFY(copying.get());
    // 240 blocks at 60 a second, half a second's worth of them at once.
    QVERIFY2(timer.elapsed() > 3300, qPrintable(QString::number(timer.elapsed())));
    m_flow.limit().setRate(0);
}

void TestSnapshotDisk::copiesIntoFiles()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    const auto opened = open();
    const auto plan = diskPlanOf(*opened.disk, kBlock, {});
    TransferCounters counters;
    const auto writer = createFileWriter(WriteFormat::Raw, *plan, path, Overwrite::No);
    QVERIFY(writer);
    const auto copied = copyDisk(*opened.disk, *plan, **writer, m_flow, counters, {});
    QVERIFY2(copied, qPrintable(copied ? QString() : copied.error().what()));
    QVERIFY((*writer)->finish());
    QCOMPARE(counters.total.load(), kBlocks * kBlock);
    QCOMPARE(counters.done.load(), kBlocks * kBlock);
    QCOMPARE(counters.bytesHole.load(), (1LL << 30) - kBlocks * kBlock);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.size(), 1LL << 30);
    for (const qint64 index : {0, 1, 7, 239}) {
        QVERIFY(file.seek(2 * index * kBlock));
        QCOMPARE(file.read(kBlock), filledBlock(fillingOf(index)));
        QCOMPARE(file.read(kBlock), filledBlock('\0'));
    }
    // A block that is not what it should be leaves no file.
    m_server.set({{QStringLiteral("read_corrupt"), QJsonArray{100}}});
    const auto again = open();
    const auto other = folder.filePath(QStringLiteral("other.raw"));
    {
        const auto second = createFileWriter(WriteFormat::Raw, *plan, other, Overwrite::No);
        TransferCounters unused;
        QCOMPARE(copyDisk(*again.disk, *plan, **second, m_flow, unused, {}).error().code(), ErrorCode::Corrupt);
    }
    QVERIFY(!QFile::exists(other));
}

QTEST_GUILESS_MAIN(TestSnapshotDisk)
#include "tst_snapshot_disk.moc"
