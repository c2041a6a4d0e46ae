#include "crypto/crypto_session.h"
#include "ec2/ec2_access.h"
#include "support/ec2_server.h"
#include "support/memory_disk.h"
#include "task/snapshot_upload.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <QUuid>

#include <map>
#include <thread>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kBlock = kSnapshotBlock;
constexpr qint64 kVolumeBlocks = (1LL << 30) / kBlock;

/// Seven blocks and a half, in stretches whose borders lie anywhere.
struct Disk {
    QByteArray content;
    QList<Extent> extents;
    QList<qint64> written; ///< blocks of which the source does not say that they were never written
};

Disk mixedDisk()
{
    Disk disk;
    disk.content = QByteArray(7 * kBlock + kBlock / 2, '\0');
    const auto add = [&disk](qint64 from, qint64 to, ExtentKind kind) {
        disk.extents.append({from, to - from, kind});
        if (kind == ExtentKind::Data) {
            auto *bytes = reinterpret_cast<quint32 *>(disk.content.data() + from);
            QRandomGenerator(static_cast<quint32>(from + 1)).fillRange(bytes, (to - from) / 4);
        }
    };
    add(0, 4096, ExtentKind::Data);
    add(4096, kBlock + 8192, ExtentKind::Hole); // 0: some data; 1: ends in a written zero
    add(kBlock + 8192, 2 * kBlock, ExtentKind::Zero);
    add(2 * kBlock, 4 * kBlock, ExtentKind::Hole); // 2 and 3: never written
    add(4 * kBlock, 5 * kBlock, ExtentKind::Zero); // 4: written zeroes
    add(5 * kBlock, 5 * kBlock + 512, ExtentKind::Hole);
    add(5 * kBlock + 512, 7 * kBlock - 512, ExtentKind::Data);        // 5 and 6
    add(7 * kBlock - 512, 7 * kBlock + kBlock / 2, ExtentKind::Hole); // 7: half a block, never written
    disk.written = {0, 1, 4, 5, 6};
    return disk;
}

} // namespace

/// Disks on their way into snapshots, block by block.
class TestSnapshotUpload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void sendsEveryBlock();
    void omitsOnlyWhatWasNeverWritten();
    void goesOnWhereItWas();
    void keepsToThePauseAndTheLimit();
    void inspiteOfTrouble_data();
    void inspiteOfTrouble();
    void neitherHangsNorStacksRetries();
    void endsAtTheFirstFailure();
    void cancelled();
    void manyAtOnce();

private:
    Result<UploadedSnapshot> upload(BlockSource &source, const SnapshotUploadOptions &options,
                                    const std::stop_token &stop = {})
    {
        return uploadSnapshot(source, m_access->ebs(), options, m_flow, m_counters, stop);
    }
    QString started()
    {
        NewSnapshot wanted;
        wanted.gibibytes = 1;
        wanted.request = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto snapshot = m_access->ebs().startSnapshot(wanted, {});
        if (!snapshot)
            qFatal("%s", qPrintable(snapshot.error().what()));
        return snapshot->id;
    }
    /// Opens the access anew, with the service's limits as they are in the tuning.
    void reach(const ServiceTuning &tuning)
    {
        auto session = AwsSession::open({});
        auto opened = Ec2Access::open(std::move(*session), {}, {}, {}, tuning);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().what()));
        m_access = *opened;
    }
    bool complete(const QString &snapshot, const UploadedSnapshot &uploaded)
    {
        return m_access->ebs().completeSnapshot(snapshot, uploaded.blocks, uploaded.checksum, {}).has_value();
    }
    /// The volume's content up to the disk's size.
    QByteArray volume(const QString &snapshot, qint64 size)
    {
        const auto out = m_server.caFile() + QStringLiteral(".volume");
        const auto read = m_server.readVolume(snapshot, out);
        if (!read.ok())
            qFatal("%s", read.describe().constData());
        QFile file(out);
        return file.open(QIODevice::ReadOnly) ? file.read(size) : QByteArray();
    }
    /// How often each block was asked for.
    std::map<qint64, int> asked()
    {
        std::map<qint64, int> times;
        for (const auto &line : m_server.requests(QStringLiteral("PutSnapshotBlock")))
            ++times[line.section(QLatin1Char(' '), 2, 2).toLongLong()];
        return times;
    }

    const Result<std::unique_ptr<CryptoSession>> m_crypto = CryptoSession::start();
    Ec2Server m_server;
    std::shared_ptr<Ec2Access> m_access;
    FlowControl m_flow;
    TransferCounters m_counters;
};

void TestSnapshotUpload::initTestCase()
{
    QVERIFY(m_server.isReady());
    m_server.enterEnvironment();
}

void TestSnapshotUpload::init()
{
    m_server.set({});
    m_server.forgetRequests();
    reach({});
    for (auto *counter : {&m_counters.total, &m_counters.done, &m_counters.bytesHole, &m_counters.bytesKnown,
                          &m_counters.bytesRead, &m_counters.bytesWritten})
        *counter = 0;
}

void TestSnapshotUpload::sendsEveryBlock()
{
    const auto disk = mixedDisk();
    MemoryDisk source(disk.content, disk.extents);
    const auto snapshot = started();
    SnapshotUploadOptions options;
    options.snapshot = snapshot;
    options.gibibytes = 1;
    const auto uploaded = upload(source, options);
    QVERIFY2(uploaded, qPrintable(uploaded ? QString() : uploaded.error().what()));
    QCOMPARE(uploaded->blocks, kVolumeBlocks);
    QCOMPARE(uploaded->sent, kVolumeBlocks);
    QCOMPARE(uploaded->omitted, 0);
    QVERIFY(complete(snapshot, *uploaded));
    // The whole volume is known: the disk, and zeroes behind it.
    QCOMPARE(volume(snapshot, disk.content.size()), disk.content);
    QFile whole(m_server.caFile() + QStringLiteral(".volume"));
    QVERIFY(whole.open(QIODevice::ReadOnly) && whole.size() == 1LL << 30 && whole.seek(disk.content.size()));
    while (!whole.atEnd())
        QVERIFY(isAllZero(viewOf(whole.read(8 * kBlock))));
    QCOMPARE(m_counters.done.load(), 1LL << 30);
    QCOMPARE(m_counters.total.load(), 1LL << 30);
    QCOMPARE(m_counters.bytesWritten.load(), 1LL << 30);
    // Holes and written zeroes are not read.
    QCOMPARE(source.bytesRead.load(), 4096 + 2 * kBlock - 1024);
    for (const auto &[index, times] : asked())
        QVERIFY2(times == 1, qPrintable(QString::number(index)));
    QCOMPARE(m_server.takeComplaints(), QString());
}

void TestSnapshotUpload::omitsOnlyWhatWasNeverWritten()
{
    const auto disk = mixedDisk();
    MemoryDisk source(disk.content, disk.extents);
    const auto snapshot = started();
    SnapshotUploadOptions options;
    options.snapshot = snapshot;
    options.gibibytes = 1;
    options.omitUnwritten = true;
    const auto uploaded = upload(source, options);
    QVERIFY(uploaded);
    QCOMPARE(uploaded->blocks, disk.written.size());
    QCOMPARE(uploaded->omitted, kVolumeBlocks - disk.written.size());
    QVERIFY(complete(snapshot, *uploaded));
    QCOMPARE(m_counters.done.load(), 1LL << 30);
    QList<qint64> sent;
    for (const auto &[index, times] : asked())
        sent.append(index);
    QCOMPARE(sent, disk.written);
    const auto read = volume(snapshot, disk.content.size());
    for (const auto index : disk.written)
        QCOMPARE(read.mid(index * kBlock, kBlock), disk.content.mid(index * kBlock, kBlock));
    // What was not sent is garbage there, which is why it is no default.
    QVERIFY(read.mid(2 * kBlock, kBlock) != disk.content.mid(2 * kBlock, kBlock));
}

void TestSnapshotUpload::goesOnWhereItWas()
{
    const auto disk = mixedDisk();
    MemoryDisk source(disk.content, disk.extents);
    const auto snapshot = started();
    SnapshotUploadOptions options;
    options.snapshot = snapshot;
    options.gibibytes = 1;
    qint64 noted = 0;
    options.note = [&noted](qint64 arrived) -> Status {
        noted = arrived;
        return {};
    };
    std::stop_source stop;
    {
        std::jthread later([&] {
            while (m_counters.bytesWritten < 300 * kBlock)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            stop.request_stop();
        });
        QCOMPARE(upload(source, options, stop.get_token()).error().code(), ErrorCode::Cancelled);
    }
    QVERIFY2(noted > 0 && noted < kVolumeBlocks, qPrintable(QString::number(noted)));
    m_server.forgetRequests();
    options.arrived = noted;
    const auto uploaded = upload(source, options);
    QVERIFY(uploaded);
    QCOMPARE(uploaded->blocks, kVolumeBlocks);
    QCOMPARE(uploaded->sent, kVolumeBlocks - options.arrived);
    QCOMPARE(asked().begin()->first, options.arrived);
    QCOMPARE(m_counters.bytesKnown.load(), options.arrived * kBlock);
    QVERIFY(complete(snapshot, *uploaded)); // the checksum is that of all, whoever sent them
    QCOMPARE(volume(snapshot, disk.content.size()), disk.content);
}

void TestSnapshotUpload::keepsToThePauseAndTheLimit()
{
    MemoryDisk source(QByteArray(40 * kBlock, 'x'));
    SnapshotUploadOptions options;
    options.snapshot = started();
    options.gibibytes = 1;
    options.omitUnwritten = true;
    m_flow.limit().setRate(20 * kBlock);
    QElapsedTimer timer;
    timer.start();
    std::jthread steward([this] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        m_flow.pause();
        if (!m_flow.waitIdle(std::chrono::seconds(5)))
            qFatal("not idle");
        const auto sent = m_server.requests(QStringLiteral("PutSnapshotBlock")).size();
        std::this_thread::sleep_for(std::chrono::milliseconds(1000));
        if (m_server.requests(QStringLiteral("PutSnapshotBlock")).size() != sent)
            qFatal("sent while paused");
        m_flow.resume();
    });
    QVERIFY(upload(source, options));
    m_flow.limit().setRate(0);
    // 40 blocks at 20 a second, and a pause of a second; what waits in the limiter goes on meanwhile.
    QVERIFY2(timer.elapsed() > 1500 && timer.elapsed() < 9000, qPrintable(QString::number(timer.elapsed())));
}

void TestSnapshotUpload::inspiteOfTrouble_data()
{
    QTest::addColumn<QJsonObject>("switches");
    QTest::newRow("throttled") << QJsonObject{{QStringLiteral("throttle"), 7}};
    QTest::newRow("failing") << QJsonObject{{QStringLiteral("error500"), 9}};
    QTest::newRow("unknown at first") << QJsonObject{{QStringLiteral("hide"), 3}};
}

void TestSnapshotUpload::inspiteOfTrouble()
{
    QFETCH(QJsonObject, switches);
    m_server.set(switches);
    const auto disk = mixedDisk();
    MemoryDisk source(disk.content, disk.extents);
    SnapshotUploadOptions options;
    options.snapshot = started();
    options.gibibytes = 1;
    options.omitUnwritten = true;
    options.freshUntil = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    const auto uploaded = upload(source, options);
    QVERIFY2(uploaded, qPrintable(uploaded ? QString() : uploaded.error().what()));
    QVERIFY(complete(options.snapshot, *uploaded));
}

void TestSnapshotUpload::neitherHangsNorStacksRetries()
{
    // 100 ms each, every tenth block throttled, some never answered: attempts of two seconds here.
    ServiceTuning tuning;
    tuning.attempt = std::chrono::seconds(2);
    tuning.retry.base = std::chrono::milliseconds(20);
    reach(tuning);
    MemoryDisk source(QByteArray(300 * kBlock, 'x'));
    SnapshotUploadOptions options;
    options.snapshot = started();
    options.gibibytes = 1;
    options.omitUnwritten = true;
    m_server.set({{QStringLiteral("latency"), 0.1}, {QStringLiteral("throttle"), 10}, {QStringLiteral("stall"), 97}});
    QElapsedTimer timer;
    timer.start();
    const auto uploaded = upload(source, options);
    QVERIFY2(uploaded, qPrintable(uploaded ? QString() : uploaded.error().what()));
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    int all = 0;
    for (const auto &[index, times] : asked()) {
        all += times;
        QVERIFY2(times <= 6, qPrintable(QStringLiteral("block %1 was asked for %2 times").arg(index).arg(times)));
    }
    // A tenth and a hundredth more than blocks, and what those met in turn; layers upon layers would make multiples.
    QVERIFY2(all >= 300 && all < 380, qPrintable(QString::number(all)));
    QVERIFY(complete(options.snapshot, *uploaded));
}

void TestSnapshotUpload::endsAtTheFirstFailure()
{
    const auto disk = mixedDisk();
    MemoryDisk unreadable(disk.content, disk.extents);
    unreadable.beforeRead = [](qint64 offset, qint64) {
        return offset > 5 * kBlock ? std::optional(Error(ErrorCode::Io, QStringLiteral("cannot read it")))
                                   : std::nullopt;
    };
    SnapshotUploadOptions options;
    options.snapshot = started();
    options.gibibytes = 1;
    QCOMPARE(upload(unreadable, options).error().what(), QStringLiteral("cannot read it"));
    MemoryDisk changed(disk.content, disk.extents);
    changed.changed = Error(ErrorCode::SourceChanged, QStringLiteral("it is another one"));
    options.omitUnwritten = true;
    QCOMPARE(upload(changed, options).error().code(), ErrorCode::SourceChanged);
    QVERIFY(m_access->ec2().deleteSnapshot(options.snapshot, {}).value());
    MemoryDisk source(disk.content, disk.extents);
    QCOMPARE(upload(source, options).error().code(), ErrorCode::NotFound);
}

void TestSnapshotUpload::cancelled()
{
    m_server.set({{QStringLiteral("latency"), 0.5}});
    MemoryDisk source(QByteArray(100 * kBlock, 'x'));
    SnapshotUploadOptions options;
    options.snapshot = started();
    options.gibibytes = 1;
    std::stop_source stop;
    std::jthread later([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(upload(source, options, stop.get_token()).error().code(), ErrorCode::Cancelled);
    QVERIFY2(timer.elapsed() < 2500, qPrintable(QString::number(timer.elapsed())));
}

void TestSnapshotUpload::manyAtOnce()
{
    // 256 blocks at half a second each: one after the other that would be two minutes.
    m_server.set({{QStringLiteral("latency"), 0.5}});
    MemoryDisk source(QByteArray(256 * kBlock, 'x'));
    SnapshotUploadOptions options;
    options.snapshot = started();
    options.gibibytes = 1;
    options.omitUnwritten = true;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(upload(source, options));
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestSnapshotUpload)
#include "tst_snapshot_upload.moc"
