// What preflight finds is told to the task; it refuses before the transfer, and keeps no transfer waiting that nothing
// on its disk could refuse.

#include "task/task_preflight.h"

#include "support/memory_disk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <thread>

using namespace sealift;
using test::MemoryDisk;

namespace {

constexpr qsizetype kSize = 2 << 20;

/// What a task is told.
struct Task {
    FlowControl flow;
    TransferCounters counters;
    std::stop_source stop;
    QList<QList<Finding>> told;
    QList<QJsonObject> audited;
    std::optional<Error> journalFails;

    JobTools tools()
    {
        return {.flow = flow,
                .counters = counters,
                .stop = stop.get_token(),
                .helperFolder = {},
                .helperStarted = {},
                .finalizing = {},
                .found = [this](const QList<Finding> &findings) -> Status {
                    if (journalFails)
                        return fail(*journalFails);
                    told.append(findings);
                    return {};
                },
                .scratchFree = {},
                .staged = {},
                .keepStaged = {},
                .audit = [this](const QString &event, const QJsonObject &fields) -> Status {
                    auto entry = fields;
                    entry.insert(QStringLiteral("event"), event);
                    audited.append(entry);
                    return {};
                }};
    }

    QStringList rules() const
    {
        QStringList ids;
        if (!told.isEmpty()) {
            for (const auto &finding : told.last())
                ids.append(finding.rule);
        }
        return ids;
    }
};

HostFacts inUse()
{
    HostFacts host;
    host.writer = QStringLiteral("qemu (process 7)");
    return host;
}

LookedDisk looked(BlockSource &disk)
{
    return {.name = {}, .image = DiskImage(), .content = &disk};
}

/// A disk without a partition table, which is no AMI.
QByteArray unpartitioned()
{
    return QByteArray(kSize, 'x');
}

} // namespace

class TestTaskPreflight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAtOnce();
    void ignoresWhatIsToBeIgnored();
    void refusesWhatMayNotBeIgnored();
    void refusesSecretsInNames();
    void librariesDoNotWait();
    void waitsWhereTheDiskMayRefuse();
    void guessesDoNotWait();
    void roomIsJudged();
    void unreadableDisksAreNoObstacle();
    void endsWhenStopped();
    void journalFailureEndsIt();
    void secretsAreNotRepeated();
    void severalDisks();
    void sizesRefuseGuesses();
    void bucketIsJudged();
    void costsLittle();
};

void TestTaskPreflight::refusesAtOnce()
{
    Task task;
    TaskPreflight preflight({Destination::Library, false, {}}, task.tools());
    const auto refused = preflight.judge(inUse());
    QCOMPARE(refused.error().code(), ErrorCode::Refused);
    QCOMPARE(task.rules(), QStringList(QStringLiteral("host-image-in-use")));
    QCOMPARE(task.audited.size(), 1);
    QCOMPARE(task.audited[0].value(QStringLiteral("event")).toString(), QStringLiteral("preflight"));
    QCOMPARE(task.audited[0].value(QStringLiteral("errors")).toString(), QStringLiteral("host-image-in-use"));
}

void TestTaskPreflight::refusesSecretsInNames()
{
    const auto secret = QStringLiteral("ghp_abcdefghijklmnopqrstuvwxyz0123456789");
    const auto texts = judgedTexts(
        TextRules(), {{QStringLiteral("the name of disk image 1"), secret + QStringLiteral(".raw"), TextKind::Path},
                      {QStringLiteral("the name of machine 1"), QStringLiteral("web of ann@example.com")},
                      {QStringLiteral("the name of machine 2"), QStringLiteral("web01")}});
    QCOMPARE(texts.size(), 2);
    for (const bool isIgnored : {false, true}) {
        Task task;
        const QStringList ignored{QStringLiteral("names-secret")};
        TaskPreflight preflight({Destination::Library, false, isIgnored ? ignored : QStringList()}, task.tools());
        preflight.setTexts(texts);
        const auto judged = preflight.judge({});
        QCOMPARE(judged.has_value(), isIgnored);
        QVERIFY(isIgnored || judged.error().code() == ErrorCode::Refused);
        MemoryDisk disk(QByteArray(kSize, '\0'));
        preflight.look({looked(disk), looked(disk)});
        static_cast<void>(preflight.beforeTransfer());
        QVERIFY(preflight.settle());
        QVERIFY(!task.told.isEmpty());
        // Told once, however many disks there are, and never what stands there.
        QCOMPARE(task.rules().count(QStringLiteral("names-secret")), 1);
        QCOMPARE(task.rules().count(QStringLiteral("names-personal")), 1);
        const auto all = QJsonDocument(findingsToJson(task.told.last())).toJson();
        QVERIFY(!all.contains(secret.toUtf8()) && !all.contains("ann@"));
        QVERIFY2(all.contains("The name of disk image 1 holds a token of GitHub, characters 1 to 40 [github-token]."),
                 all.constData());
    }
}

void TestTaskPreflight::ignoresWhatIsToBeIgnored()
{
    Task task;
    MemoryDisk disk(unpartitioned());
    TaskPreflight preflight({Destination::Library, false, {QStringLiteral("host-image-in-use")}}, task.tools());
    QVERIFY(preflight.judge(inUse()));
    preflight.look({looked(disk)});
    QVERIFY(preflight.beforeTransfer());
    QVERIFY(preflight.settle());
    QVERIFY(task.rules().contains(QStringLiteral("host-image-in-use")));
    QCOMPARE(task.audited[0].value(QStringLiteral("ignored")).toString(), QStringLiteral("host-image-in-use"));
}

void TestTaskPreflight::refusesWhatMayNotBeIgnored()
{
    Task task;
    TaskPreflight preflight({Destination::Library, false, {QStringLiteral("image-corrupt")}}, task.tools());
    QCOMPARE(preflight.judge({}).error().code(), ErrorCode::InvalidArgument);
}

void TestTaskPreflight::librariesDoNotWait()
{
    Task task;
    MemoryDisk disk(unpartitioned());
    std::atomic<bool> go = false;
    disk.beforeRead = [&go](qint64, qint64) -> std::optional<Error> {
        while (!go)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return {};
    };
    TaskPreflight preflight({Destination::Library, false, {}}, task.tools());
    auto dirty = looked(disk);
    dirty.image->dirty = true;
    QVERIFY(preflight.judge({}));
    preflight.look({dirty});
    QVERIFY(preflight.beforeTransfer());
    QVERIFY(task.told.isEmpty());
    go = true;
    QVERIFY(preflight.settle());
    QCOMPARE(task.told.size(), 1);
    QVERIFY(task.rules().contains(QStringLiteral("image-dirty")));
    // It is told once.
    QVERIFY(preflight.settle());
    QCOMPARE(task.told.size(), 1);
}

void TestTaskPreflight::waitsWhereTheDiskMayRefuse()
{
    Task task;
    MemoryDisk disk(unpartitioned());
    TaskPreflight preflight({Destination::Ec2Image, false, {}}, task.tools());
    QVERIFY(preflight.judge({}));
    preflight.look({looked(disk)});
    const auto refused = preflight.beforeTransfer();
    QCOMPARE(refused.error().code(), ErrorCode::Refused);
    QVERIFY(task.rules().contains(QStringLiteral("ec2-partition-table")));
    QVERIFY(disk.bytesRead > 0);
}

void TestTaskPreflight::guessesDoNotWait()
{
    Task task;
    MemoryDisk disk(unpartitioned());
    TaskPreflight preflight({Destination::HyperV2, true, {}}, task.tools());
    QVERIFY(preflight.judge({}));
    preflight.look({looked(disk)});
    QVERIFY(preflight.beforeTransfer());
    QVERIFY(preflight.settle());
}

void TestTaskPreflight::roomIsJudged()
{
    Task task;
    MemoryDisk disk(unpartitioned());
    TaskPreflight preflight({Destination::Library, false, {}}, task.tools());
    QVERIFY(preflight.judge({}));
    preflight.look({looked(disk)});
    preflight.setTarget(1 << 20, 2 << 20);
    QVERIFY(preflight.beforeTransfer());
    QVERIFY(preflight.settle());
    QVERIFY(task.rules().contains(QStringLiteral("host-target-space")));
}

void TestTaskPreflight::unreadableDisksAreNoObstacle()
{
    Task task;
    MemoryDisk disk(unpartitioned());
    disk.beforeRead = [](qint64, qint64) { return std::optional(Error(ErrorCode::Io, QStringLiteral("no cable"))); };
    TaskPreflight preflight({Destination::Library, false, {}}, task.tools());
    QVERIFY(preflight.judge({}));
    preflight.look({looked(disk)});
    QVERIFY(preflight.beforeTransfer());
    QVERIFY(preflight.settle());
    QCOMPARE(task.rules(), QStringList(QStringLiteral("disk-not-seen")));
    QVERIFY(task.told.last().first().what.contains(QStringLiteral("no cable")));
}

void TestTaskPreflight::endsWhenStopped()
{
    Task task;
    MemoryDisk disk(unpartitioned());
    TaskPreflight preflight({Destination::Ec2Image, false, {}}, task.tools());
    QVERIFY(preflight.judge({}));
    task.stop.request_stop();
    preflight.look({looked(disk)});
    QCOMPARE(preflight.beforeTransfer().error().code(), ErrorCode::Cancelled);
    QVERIFY(task.told.isEmpty());
}

void TestTaskPreflight::journalFailureEndsIt()
{
    Task task;
    MemoryDisk disk(unpartitioned());
    task.journalFails = Error(ErrorCode::NoSpace, QStringLiteral("the journal is full"));
    TaskPreflight preflight({Destination::Library, false, {}}, task.tools());
    QVERIFY(preflight.judge({}));
    preflight.look({looked(disk)});
    QVERIFY(preflight.beforeTransfer());
    QCOMPARE(preflight.settle().error().code(), ErrorCode::NoSpace);
}

void TestTaskPreflight::secretsAreNotRepeated()
{
    Task task;
    TaskPreflight preflight({Destination::Library, false, {}}, task.tools());
    HostFacts host;
    host.writer = QStringLiteral("s3://user:hunter2@host") + QString(5000, QLatin1Char('x'));
    QVERIFY(!preflight.judge(host));
    QVERIFY(!task.told.last().first().what.contains(QStringLiteral("hunter2")));
    host.writer = QString(5000, QLatin1Char('x'));
    QVERIFY(!preflight.judge(host));
    QVERIFY(task.told.last().first().what.size() < 1100);
}

void TestTaskPreflight::severalDisks()
{
    Task task;
    MemoryDisk first(unpartitioned());
    MemoryDisk second(QByteArray(kSize, '\0'));
    TaskPreflight preflight({Destination::Library, false, {}}, task.tools());
    QVERIFY(preflight.judge({}));
    preflight.look({{QStringLiteral("disk1"), DiskImage(), &first}, {QStringLiteral("disk2"), DiskImage(), &second}});
    QVERIFY(preflight.beforeTransfer());
    QVERIFY(preflight.settle());
    QCOMPARE(task.rules(), QStringList(QStringLiteral("disk-empty")));
    QVERIFY(task.told.last().first().what.startsWith(QStringLiteral("disk2: ")));
}

/// What no file of the format can hold is refused without a look at the disk.
void TestTaskPreflight::sizesRefuseGuesses()
{
    class Huge : public MemoryDisk
    {
    public:
        using MemoryDisk::MemoryDisk;
        qint64 size() const override { return qint64{3} << 40; }
    };
    Task task;
    Huge disk(unpartitioned());
    disk.beforeRead = [](qint64, qint64) { return std::optional(Error(ErrorCode::Io, QStringLiteral("too far"))); };
    TaskPreflight preflight({Destination::HyperV1, true, {}}, task.tools());
    QVERIFY(preflight.judge({}));
    preflight.look({looked(disk)});
    QCOMPARE(preflight.beforeTransfer().error().code(), ErrorCode::Refused);
    QVERIFY(task.rules().contains(QStringLiteral("hyper-v-vhd-size")));
}

void TestTaskPreflight::bucketIsJudged()
{
    Task task;
    MemoryDisk disk(unpartitioned());
    BucketState bucket;
    bucket.place = QStringLiteral("s3:https://s3.example.org/images");
    bucket.versioned = true;
    bucket.quotaLeft = 1 << 20;
    {
        TaskPreflight preflight({Destination::Library, false, {}}, task.tools());
        QVERIFY(preflight.judge({}));
        preflight.look({looked(disk)});
        preflight.setTarget({}, 2 << 20);
        preflight.setBucket(bucket);
        QVERIFY(preflight.beforeTransfer());
        QVERIFY(preflight.settle());
        QCOMPARE(task.rules().filter(QStringLiteral("s3-")),
                 (QStringList{QStringLiteral("s3-versioning"), QStringLiteral("s3-quota")}));
    }
    bucket.cannotWrite = QStringLiteral("it may not be written");
    TaskPreflight preflight({Destination::Library, false, {}}, task.tools());
    QVERIFY(preflight.judge({}));
    preflight.setBucket(bucket);
    QCOMPARE(preflight.beforeTransfer().error().code(), ErrorCode::Refused);
    QCOMPARE(task.rules().first(), QStringLiteral("s3-writable"));
    // Told without refusing, where something else has ended the task already.
    task.told.clear();
    QVERIFY(preflight.tellOnly());
    QCOMPARE(task.rules().first(), QStringLiteral("s3-writable"));
}

/// What an import waits for, with a disk that cannot be looked at in time.
void TestTaskPreflight::costsLittle()
{
    Task task;
    MemoryDisk disk(unpartitioned());
    std::atomic<bool> go = false;
    disk.beforeRead = [&go](qint64, qint64) -> std::optional<Error> {
        while (!go)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return {};
    };
    TaskPreflight preflight({Destination::Library, false, {}}, task.tools());
    QElapsedTimer timer;
    timer.start();
    HostFacts host;
    host.writer = writerOf({QCoreApplication::applicationFilePath()});
    host.clockSet = clockIsSet();
    QVERIFY(preflight.judge(host));
    preflight.look({looked(disk)});
    QVERIFY(preflight.beforeTransfer());
    const auto waited = timer.elapsed();
    go = true;
    QVERIFY(preflight.settle());
    qInfo("an import waits %lld ms for preflight", static_cast<long long>(waited));
    QVERIFY(waited < 200);
}

QTEST_GUILESS_MAIN(TestTaskPreflight)
#include "tst_task_preflight.moc"
