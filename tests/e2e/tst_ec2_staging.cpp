// Images that become encrypted images and snapshots of Amazon EC2 through a bucket, by VM Import/Export: the bucket is
// a real gateway's, and the service a server that reads what lies there and has qemu-img judge it. Whatever happens, in
// the end nothing is in the bucket, and nothing at the service that is not the result.

#include "e2e/support/appliance_maker.h"
#include "e2e/support/ec2_bench.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <thread>

using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 MiB = 1 << 20;
const QString kBucket = QStringLiteral("ec2-staging");
const QString kVersioned = QStringLiteral("ec2-staging-versioned");

} // namespace

class TestEc2Staging : public QObject, private Ec2Bench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void becomesAnImage();
    void becomesASnapshot_data();
    void becomesASnapshot();
    void applianceOfTwoDisks();
    void versionsAreRemoved();
    void uefiGoesBlockByBlock();
    void cancelled_data();
    void cancelled();
    void cancelledInTheLastMoment();
    void serviceFails_data();
    void serviceFails();
    void throttled();
    void killed();
    void killedGoesOn();
    void sweeps();
    void refusedBeforeAByteIsSent_data();
    void refusedBeforeAByteIsSent();
    void wrongUse_data();
    void wrongUse();
    void asksAsAwsDoes();
    void serverServesAws();

private:
    QStringList place(const QString &bucket = kBucket) const
    {
        return {QStringLiteral("--staging"), m_rgw.location(bucket + QStringLiteral("/on/its/way")),
                QStringLiteral("--s3-sse"), QStringLiteral("kms:testkey")};
    }
    QStringList toSnapshot() const { return words("import --to ec2-snapshot") + place(); }
    /// Random data does not start: what its disk does not show is said, and preflight is passed over.
    QStringList toImage() const
    {
        return words("import --to ec2-image --ignore-preflight ec2-not-bootable --ignore-preflight "
                     "ec2-unknown-system") +
               place();
    }
    /// A partition table with one partition, and nothing to start it by.
    static void makePartition(const QString &path)
    {
        QByteArray table(512, '\0');
        const char entry[] = {0, 0, 2, 0, '\x83', 0, 2, 0, 0, 8, 0, 0, 0, 0, 1, 0};
        table.replace(446, 16, QByteArray(entry, 16));
        table.replace(510, 2, QByteArray("\x55\xaa", 2));
        QFile disk(path);
        if (!disk.open(QIODevice::ReadWrite) || disk.write(table) != 512)
            qFatal("cannot write %s", qPrintable(path));
    }
    using Ec2Bench::inBucket;
    QByteArray inBucket() const { return inBucket(kBucket); }
    QString differenceTo(const QString &snapshot)
    {
        const auto volume = m_bench->path(QStringLiteral("volume.raw"));
        const auto read = m_server.readVolume(snapshot, volume, QFile(m_raw).size());
        if (!read.ok())
            return QString::fromUtf8(read.describe());
        auto differs = difference(m_raw, volume);
        QFile::remove(volume);
        return differs;
    }
    QString m_raw;
};

void TestEc2Staging::initTestCase()
{
    REQUIRE_TOOLS();
    VERIFY_EMPTY(startBench({kBucket, kVersioned}));
    const auto versioned = m_rgw.aws(words("s3api put-bucket-versioning --versioning-configuration Status=Enabled "
                                           "--bucket") +
                                     QStringList{kVersioned});
    VERIFY_RUN(versioned.ok(), versioned);
}

void TestEc2Staging::init()
{
    m_bench = std::make_unique<Workbench>();
    m_server.set({});
    m_server.forgetRequests();
    // Data at odd places, holes, and zeroes that were written; more than two parts of an upload.
    m_raw = m_bench->images.raw(QStringLiteral("disk.raw"), 96 * MiB + 4096,
                                {{Patch::Fill::Random, 0, 3 * MiB},
                                 {Patch::Fill::Zeroes, 20 * MiB + 65536, 5 * MiB},
                                 {Patch::Fill::Random, 40 * MiB + 512, 40 * MiB},
                                 {Patch::Fill::Constant, 96 * MiB, 4096, 0x5a}});
    makePartition(m_raw);
}

void TestEc2Staging::cleanup()
{
    const auto complaints = m_server.takeComplaints();
    m_server.removeAll();
    m_bench.reset();
    VERIFY_EMPTY(complaints);
}

void TestEc2Staging::cleanupTestCase()
{
    VERIFY_EMPTY(inBucket());
}

void TestEc2Staging::becomesAnImage()
{
    m_server.set({{QStringLiteral("import_pace"), 0.3}}); // slow enough to be seen
    const auto imported = run(toImage() + words("--progress --description web01 --tag Owner=ann") + QStringList{m_raw});
    VERIFY_RUN(imported.ok(), imported.run);
    const auto result = imported.object();
    const auto image = result.value(QStringLiteral("id")).toString();
    const auto snapshot = result.value(QStringLiteral("snapshot")).toString();
    QCOMPARE(m_server.images(), QStringList{image});
    QCOMPARE(m_server.snapshots(), QStringList{snapshot});
    QCOMPARE(differenceTo(snapshot), QString());
    VERIFY_EMPTY(inBucket());
    const auto described = m_server.aws(words("ec2 describe-snapshots --output text --query "
                                              "Snapshots[0].[State,Encrypted,Tags[?Key=='Owner'].Value|[0]] "
                                              "--snapshot-ids") +
                                        QStringList{snapshot});
    VERIFY_RUN(described.out.simplified() == "completed True ann", described);
    // Compressed, and without what is empty.
    const auto staged = result.value(QStringLiteral("bytesStaged")).toDouble();
    QVERIFY2(staged > 43.0 * MiB && staged < 45.0 * MiB, imported.run.describe().constData());
    QVERIFY(result.value(QStringLiteral("importTask")).toString().startsWith(QLatin1String("import-ami-")));
    VERIFY_EMPTY(receiptLacks(result.value(QStringLiteral("task")).toString(),
                              {"import-task-ended", "staging-emptied", "disk1.vmdk", "no-staged-objects",
                               "no-staging-uploads", "no-import-task", "SSE-KMS", "TLS 1.2"}));
    VERIFY_EMPTY(m_bench->sealift.leftovers());
    // What the service says is seen while it works.
    QStringList phases;
    for (const auto &progress : imported.progress)
        phases.append(progress.value(QStringLiteral("service")).toObject().value(QStringLiteral("message")).toString());
    phases.removeAll(QString());
    VERIFY_RUN(!phases.isEmpty(), imported.run);
    const auto audit = run(words("audit show"));
    for (const auto *part : {"import-way", "disk-staged", "import-started", "import-completed", "staging-emptied"})
        VERIFY_RUN(audit.run.out.contains(part), audit.run);
}

void TestEc2Staging::becomesASnapshot_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("raw as vmdk") << QString() << QStringList();
    QTest::newRow("raw as raw") << QString() << words("--staging-format raw");
    QTest::newRow("qcow2 as vhd") << QStringLiteral("qcow2") << words("--staging-format vhd");
    QTest::newRow("gzip as vmdk") << QStringLiteral("gz") << QStringList();
}

void TestEc2Staging::becomesASnapshot()
{
    QFETCH(QString, input);
    QFETCH(QStringList, options);
    auto image = m_raw;
    if (input == QLatin1String("qcow2"))
        image = m_bench->images.converted(m_raw, inputFormats().at(1), QStringLiteral("disk.img"));
    if (input == QLatin1String("gz")) {
        image = m_raw + QStringLiteral(".gz");
        QVERIFY(
            sealift::test::run(
                {.program = QStringLiteral("gzip"), .arguments = {QStringLiteral("-1c"), m_raw}, .outputFile = image})
                .ok());
    }
    const auto imported = run(toSnapshot() + options + QStringList{image});
    VERIFY_RUN(imported.ok(), imported.run);
    const auto snapshot = imported.object().value(QStringLiteral("id")).toString();
    QCOMPARE(m_server.snapshots(), QStringList{snapshot});
    QCOMPARE(differenceTo(snapshot), QString());
    VERIFY_EMPTY(inBucket());
}

void TestEc2Staging::applianceOfTwoDisks()
{
    ApplianceMaker maker(m_bench->path(QStringLiteral("appliance")));
    const auto other = m_bench->images.raw(QStringLiteral("other.raw"), 40 * MiB, {{Patch::Fill::Random, MiB, MiB}});
    makePartition(other);
    const ImageFormat vmdk{.name = {},
                           .driver = QStringLiteral("vmdk"),
                           .probed = {},
                           .options = QStringLiteral("subformat=streamOptimized")};
    for (const auto &[raw, name] : {std::pair(m_raw, "one.vmdk"), std::pair(other, "two.vmdk")})
        QVERIFY(QFile::rename(m_bench->images.converted(raw, vmdk, QString::fromLatin1(name)),
                              maker.path(QString::fromLatin1(name))));
    maker.describe(QStringLiteral("web"), {{QStringLiteral("one.vmdk"), QByteArray::number(QFile(m_raw).size()), {}},
                                           {QStringLiteral("two.vmdk"), QByteArray::number(QFile(other).size()), {}}});
    const auto ova = maker.pack(QStringLiteral("web.ova"),
                                {QStringLiteral("web.ovf"), QStringLiteral("one.vmdk"), QStringLiteral("two.vmdk")});
    const auto imported = run(toImage() + QStringList{ova});
    VERIFY_RUN(imported.ok(), imported.run);
    const auto snapshots = imported.object().value(QStringLiteral("snapshots")).toArray();
    QCOMPARE(snapshots.size(), 2);
    QCOMPARE(differenceTo(snapshots[0].toString()), QString());
    m_raw = other;
    QCOMPARE(differenceTo(snapshots[1].toString()), QString());
    QCOMPARE(m_server.images().size(), 1);
    VERIFY_EMPTY(inBucket());
    // A snapshot is of one disk, which is said before anything is done.
    const auto one = run(toSnapshot() + QStringList{ova});
    QCOMPARE(one.complaint(QStringLiteral("unsupported"), {QStringLiteral("2 disks")}), QByteArray());
}

void TestEc2Staging::versionsAreRemoved()
{
    const auto imported = run(words("import --to ec2-snapshot") + place(kVersioned) + QStringList{m_raw});
    VERIFY_RUN(imported.ok(), imported.run);
    VERIFY_EMPTY(inBucket(kVersioned));
}

void TestEc2Staging::uefiGoesBlockByBlock()
{
    const auto imported =
        run(toImage() + words("--boot-mode uefi --architecture x86_64 --name web01") + QStringList{m_raw});
    VERIFY_RUN(imported.ok(), imported.run);
    const auto result = imported.object();
    QVERIFY(result.value(QStringLiteral("because")).toString().contains(QLatin1String("UEFI")));
    QVERIFY(!result.contains(QStringLiteral("importTask")));
    QCOMPARE(m_server.images().size(), 1);
    QVERIFY(m_server.requests(QStringLiteral("ImportImage")).isEmpty());
    QCOMPARE(m_server.requests(QStringLiteral("RegisterImage")).size(), 1);
    QCOMPARE(differenceTo(result.value(QStringLiteral("snapshot")).toString()), QString());
}

void TestEc2Staging::cancelled_data()
{
    QTest::addColumn<bool>("leaves");
    QTest::newRow("the service cleans up") << false;
    QTest::newRow("the service leaves what it made") << true;
}

void TestEc2Staging::cancelled()
{
    QFETCH(bool, leaves);
    m_server.set({{QStringLiteral("import_stall"), QStringLiteral("preparing to boot")},
                  {QStringLiteral("import_leaves"), leaves}});
    Running import(command(toImage() + QStringList{m_raw}));
    QVERIFY(awaitRequest(QStringLiteral("DescribeImportImageTasks import-"), import));
    for (int i = 0; i < 500 && m_server.snapshots().isEmpty(); ++i)
        std::this_thread::sleep_for(20ms);
    std::this_thread::sleep_for(1s);
    import.signal(SIGINT);
    const auto ended = outcomeOf(import.wait());
    QCOMPARE(ended.complaint(QStringLiteral("cancelled")), QByteArray());
    QCOMPARE(done("CancelImportTask"), 1);
    VERIFY_EMPTY((m_server.snapshots() + m_server.images()).join(QLatin1Char(' ')));
    VERIFY_EMPTY(inBucket());
    const auto task = lastTask();
    QCOMPARE(task.value(QStringLiteral("end")).toString(), QStringLiteral("cancelled"));
    VERIFY_EMPTY(receiptLacks(task.value(QStringLiteral("id")).toString(),
                              {"import-task-ended", "is deleted", "import-results-removed", "no-imported-snapshot"}));
    // As the AWS command line would ask for it.
    const auto ours = lastAsked("CancelImportTask");
    m_server.forgetRequests();
    static_cast<void>(aws(words("ec2 cancel-import-task --import-task-id") +
                          QStringList{ours.at(QStringLiteral("ImportTaskId")), QStringLiteral("--cancel-reason"),
                                      ours.at(QStringLiteral("CancelReason"))}));
    QVERIFY(lastAsked("CancelImportTask") == ours);
}

/// All is done, and what was made is only given its tags: what is cancelled leaves nothing, then as well.
void TestEc2Staging::cancelledInTheLastMoment()
{
    m_server.set({{QStringLiteral("latency"), 0.4}});
    Running running(command(toImage() + QStringList{m_raw}));
    for (int i = 0; i < 3000 && running.isRunning() && m_server.parameters(QStringLiteral("CreateTags")).isEmpty(); ++i)
        std::this_thread::sleep_for(20ms);
    QCOMPARE(m_server.images().size(), 1);
    running.signal(SIGINT);
    const auto ended = outcomeOf(running.wait());
    QCOMPARE(ended.complaint(QStringLiteral("cancelled")), QByteArray());
    VERIFY_EMPTY((m_server.snapshots() + m_server.images()).join(QLatin1Char(' ')));
    const auto task = lastTask();
    QCOMPARE(task.value(QStringLiteral("end")).toString(), QStringLiteral("cancelled"));
    QCOMPARE(task.value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    VERIFY_EMPTY(inBucket());
}

void TestEc2Staging::serviceFails_data()
{
    QTest::addColumn<QJsonObject>("switches");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("disk validation")
        << QJsonObject{{QStringLiteral("import_fail"),
                        QStringLiteral("ClientError: Disk validation failed [Unsupported VMDK File Format]")}}
        << QStringLiteral("unsupported") << QStringLiteral("Unsupported VMDK File Format")
        << QStringLiteral("kms:Decrypt");
    QTest::newRow("the bucket's key is revoked")
        << QJsonObject{{QStringLiteral("import_fail"),
                        QStringLiteral("ClientError: Disk validation failed [We do not have access to the given "
                                       "resource. Reason 403 Forbidden]")}}
        << QStringLiteral("unsupported") << QStringLiteral("do not have access") << QStringLiteral("kms:Decrypt");
    QTest::newRow("unknown system") << QJsonObject{{QStringLiteral("import_fail"),
                                                    QStringLiteral("ClientError: Unknown OS / Missing OS files.")}}
                                    << QStringLiteral("unsupported") << QStringLiteral("Unknown OS")
                                    << QStringLiteral("sealift inspect");
    QTest::newRow("not encrypted") << QJsonObject{{QStringLiteral("import_unencrypted"), true}}
                                   << QStringLiteral("unsafe") << QStringLiteral("not encrypted")
                                   << QStringLiteral("deleted");
    QTest::newRow("quota") << QJsonObject{{QStringLiteral("import_quota"), 0}} << QStringLiteral("limit-exceeded")
                           << QStringLiteral("Task limit") << QStringLiteral("Wait");
}

void TestEc2Staging::serviceFails()
{
    QFETCH(QJsonObject, switches);
    QFETCH(QString, code);
    QFETCH(QString, word);
    QFETCH(QString, remedy);
    m_server.set(switches);
    const auto failed = run(toImage() + QStringList{m_raw});
    QCOMPARE(failed.complaint(code, {word}), QByteArray());
    QVERIFY2(failed.error.value(QStringLiteral("remedy")).toString().contains(remedy),
             failed.run.describe().constData());
    VERIFY_EMPTY((m_server.snapshots() + m_server.images()).join(QLatin1Char(' ')));
    VERIFY_EMPTY(inBucket());
    QCOMPARE(lastTask().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
}

void TestEc2Staging::throttled()
{
    m_server.set({{QStringLiteral("import_throttle"), 2}, {QStringLiteral("import_loop"), 1}});
    const auto imported = run(toSnapshot() + QStringList{m_raw});
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(m_server.snapshots().size(), 1);
    VERIFY_EMPTY(inBucket());
}

/// At random moments; then another command removes what was begun, or the same one goes on to the end.
void TestEc2Staging::killed()
{
    const int kills = qEnvironmentVariableIsSet("SEALIFT_KILLS") ? qEnvironmentVariableIntValue("SEALIFT_KILLS") : 3;
    for (int i = 0; i < kills; ++i) {
        const auto moment = QRandomGenerator::global()->bounded(100, 4000);
        {
            Running victim(command(toImage() + QStringList{m_raw}));
            std::this_thread::sleep_for(std::chrono::milliseconds(moment));
            victim.signal(SIGKILL);
            static_cast<void>(victim.wait());
        }
        const bool goesOn = i % 2 == 0;
        const auto next = goesOn ? run(toImage() + QStringList{m_raw}) : run(words("scratch sweep"));
        const auto context = QByteArray("killed after ") + QByteArray::number(moment) + " ms\n";
        QVERIFY2(next.ok(), (context + next.run.describe()).constData());
        QVERIFY2(inBucket().isEmpty(), (context + inBucket()).constData());
        // One that was killed after its end has left its result.
        const auto tasks = run(words("tasks")).array();
        qsizetype completed = 0;
        for (const auto &task : tasks) {
            completed += task.toObject().value(QStringLiteral("end")).toString() == QLatin1String("completed") ? 1 : 0;
            QVERIFY2(task.toObject().value(QStringLiteral("cleanup")).toString() == QLatin1String("confirmed"),
                     context.constData());
        }
        QVERIFY2(m_server.images().size() == completed, context.constData());
        QVERIFY2(m_server.snapshots().size() == completed, context.constData());
    }
}

/// Parts that have arrived are not sent again, and the service is not asked twice.
void TestEc2Staging::killedGoesOn()
{
    const auto uploaded = [this] {
        return m_rgw
            .aws(words("s3api list-multipart-uploads --output text --query Uploads[].Key --bucket") +
                 QStringList{kBucket})
            .out.contains("disk1");
    };
    {
        // Slow enough to be met in the middle: three parts at 6 MB a second.
        Running victim(command(toSnapshot() + words("--bandwidth 6M") + QStringList{m_raw}));
        for (int i = 0; i < 100 && !uploaded(); ++i)
            std::this_thread::sleep_for(50ms);
        std::this_thread::sleep_for(4s);
        QVERIFY(victim.isRunning());
        victim.signal(SIGKILL);
        static_cast<void>(victim.wait());
    }
    const auto again = run(toSnapshot() + QStringList{m_raw});
    VERIFY_RUN(again.ok(), again.run);
    const auto known = again.object().value(QStringLiteral("bytesKnown")).toDouble() / MiB;
    const auto sent = again.object().value(QStringLiteral("bytesSent")).toDouble() / MiB;
    qInfo("%.0f MiB had arrived, %.0f MiB were sent", known, sent);
    QVERIFY2(known >= 16 && sent > 0, again.run.describe().constData());
    QCOMPARE(differenceTo(again.object().value(QStringLiteral("id")).toString()), QString());

    // And once it is the service's turn.
    m_server.set({{QStringLiteral("import_stall"), QStringLiteral("validated")}});
    m_server.forgetRequests();
    {
        Running victim(command(toSnapshot() + words("--description again") + QStringList{m_raw}));
        QVERIFY(awaitRequest(QStringLiteral("DescribeImportSnapshotTasks import-"), victim));
        victim.signal(SIGKILL);
        static_cast<void>(victim.wait());
    }
    m_server.set({});
    const auto third = run(toSnapshot() + words("--description again") + QStringList{m_raw});
    VERIFY_RUN(third.ok(), third.run);
    QCOMPARE(done("ImportSnapshot"), 1);
    QCOMPARE(third.object().value(QStringLiteral("bytesSent")).toDouble(), 0.0);
    QCOMPARE(lastTask().value(QStringLiteral("attempt")).toInt(), 2);
}

void TestEc2Staging::sweeps()
{
    const auto sweep =
        words("ec2 staging sweep") + QStringList{m_rgw.location(kBucket + QStringLiteral("/on/its/way"))};
    m_server.set({{QStringLiteral("import_stall"), QStringLiteral("converting")}});
    {
        Running victim(command(toImage() + QStringList{m_raw}));
        QVERIFY(awaitRequest(QStringLiteral("DescribeImportImageTasks import-"), victim));
        victim.signal(SIGKILL);
        static_cast<void>(victim.wait());
    }
    // Somebody else's.
    QVERIFY(writeFile(m_bench->path(QStringLiteral("small")), "x"));
    const auto foreign = m_rgw.aws(words("s3api put-object --bucket") +
                                   QStringList{kBucket, QStringLiteral("--key"),
                                               QStringLiteral("on/its/way/sealift-task-other/disk1.vmdk"),
                                               QStringLiteral("--body"), m_bench->path(QStringLiteral("small"))});
    VERIFY_RUN(foreign.ok(), foreign);

    const auto seen = run(sweep + words("--dry-run"));
    VERIFY_RUN(seen.ok() && seen.array().size() == 2, seen.run);
    VERIFY_RUN(inBucket().contains("disk1.vmdk"), seen.run);
    QCOMPARE(done("CancelImportTask"), 0);

    // The task of the process that died is cleaned up after, the other one stays.
    const auto swept = run(sweep);
    VERIFY_RUN(swept.ok(), swept.run);
    QCOMPARE(inBucket(), QByteArray("on/its/way/sealift-task-other/disk1.vmdk"));
    QCOMPARE(done("CancelImportTask"), 1);
    VERIFY_EMPTY(m_server.snapshots().join(QLatin1Char(' ')));
    QCOMPARE(lastTask().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    const auto all = run(sweep + words("--all"));
    VERIFY_RUN(all.ok() && all.array().size() == 1, all.run);
    VERIFY_EMPTY(inBucket());
}

void TestEc2Staging::refusedBeforeAByteIsSent_data()
{
    QTest::addColumn<QJsonObject>("switches");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    const auto refusal = [](const char *action, const char *code) {
        return QJsonObject{{QStringLiteral("refuse"),
                            QJsonObject{{QString::fromLatin1(action),
                                         QJsonObject{{QStringLiteral("status"), 403},
                                                     {QStringLiteral("code"), QString::fromLatin1(code)}}}}}};
    };
    QTest::newRow("no role") << QJsonObject{{QStringLiteral("role"), QStringLiteral("missing")}} << QStringList()
                             << QStringLiteral("service role vmimport");
    QTest::newRow("another role") << QJsonObject() << words("--role-name nobody")
                                  << QStringLiteral("service role nobody");
    QTest::newRow("not allowed") << refusal("ImportImage", "UnauthorizedOperation") << QStringList()
                                 << QStringLiteral("ec2:ImportImage");
    QTest::newRow("may not cancel") << refusal("CancelImportTask", "UnauthorizedOperation") << QStringList()
                                    << QStringLiteral("ec2:CancelImportTask");
    QTest::newRow("no key") << QJsonObject() << words("--kms-key 00000000-2222-3333-4444-555555555555")
                            << QStringLiteral("00000000");
    QTest::newRow("disabled key") << QJsonObject{{QStringLiteral("key_state"), QStringLiteral("Disabled")}}
                                  << words("--kms-key 99999999-2222-3333-4444-555555555555")
                                  << QStringLiteral("Disabled");
    QTest::newRow("no bucket") << QJsonObject()
                               << QStringList{QStringLiteral("--staging"),
                                              m_rgw.location(QStringLiteral("no-such-bucket"))}
                               << QStringLiteral("no-such-bucket");
    QTest::newRow("other region") << QJsonObject() << words("--staging s3:eu-west-1/bucket")
                                  << QStringLiteral("eu-west-1");
}

void TestEc2Staging::refusedBeforeAByteIsSent()
{
    QFETCH(QJsonObject, switches);
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    m_server.set(switches);
    auto all = toImage();
    if (arguments.contains(QStringLiteral("--staging")))
        all.remove(all.indexOf(QStringLiteral("--staging")), 2);
    const auto refused = run(all + arguments + QStringList{m_raw});
    QVERIFY2(!refused.ok() && refused.run.exitCode != 12, refused.run.describe().constData());
    QVERIFY2(refused.error.value(QStringLiteral("message")).toString().contains(word),
             refused.run.describe().constData());
    QVERIFY2(!refused.error.value(QStringLiteral("remedy")).toString().isEmpty(), refused.run.describe().constData());
    // How long it asked, whatever else this computer is busy with.
    QDateTime begun;
    QDateTime judged;
    for (const auto &entry : run(words("audit show")).array()) {
        const auto event = entry.toObject().value(QStringLiteral("event")).toString();
        auto &time = event == QLatin1String("import-way") ? begun : judged;
        if (event == QLatin1String("import-way") || event == QLatin1String("preflight"))
            time = QDateTime::fromString(entry.toObject().value(QStringLiteral("time")).toString(), Qt::ISODateWithMs);
    }
    QVERIFY(begun.isValid() || arguments.contains(QStringLiteral("s3:eu-west-1/bucket")));
    const auto took = begun.isValid() ? begun.msecsTo(judged) : 0;
    QVERIFY2(took >= 0 && took < 5000, QByteArray::number(took).constData());
}

void TestEc2Staging::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *arguments, const char *word) {
        QTest::newRow(arguments) << words(arguments) << QString::fromLatin1(word);
    };
    row("--to ec2-image --staging /srv/bucket", "--staging");
    row("--to ec2-image --staging s3:https://me:pw@host/bucket", "user name");
    row("--to ec2-image --staging s3:eu-central-1/bucket --s3-sse customer:FILE", "customer");
    row("--to ec2-image --staging s3:eu-central-1/bucket --omit-unwritten", "--omit-unwritten");
    row("--to ec2-image --staging s3:eu-central-1/bucket --staging-format qcow2", "qcow2");
    row("--to ec2-image --staging s3:eu-central-1/bucket --license-type mine", "mine");
    row("--to ec2-snapshot --staging s3:eu-central-1/bucket --license-type BYOL", "--license-type");
    row("--to ec2-image --role-name x", "--role-name");
    row("--to ec2-image --s3-sse aes256", "--s3-sse");
    row("--staging s3:eu-central-1/bucket", "--staging");
}

void TestEc2Staging::wrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    const auto refused = run(words("import") + arguments + QStringList{m_raw});
    QVERIFY2(!refused.ok() && !refused.run.err.contains("pw@"), refused.run.describe().constData());
    QVERIFY2(refused.error.value(QStringLiteral("message")).toString().contains(word),
             refused.run.describe().constData());
    QVERIFY(m_server.requests(QStringLiteral("ImportImage")).isEmpty());
}

/// What Sealift asks of the service is what the AWS command line asks for the same input, parameter by parameter.
void TestEc2Staging::asksAsAwsDoes()
{
    const auto key = QStringLiteral("99999999-2222-3333-4444-555555555555");
    const auto imported = run(toImage() +
                              words("--description web01 --tag Owner=ann --license-type BYOL --platform Linux "
                                    "--usage-operation RunInstances --architecture x86_64 --boot-mode legacy-bios "
                                    "--role-name vmimport --kms-key") +
                              QStringList{key, m_raw});
    VERIFY_RUN(imported.ok(), imported.run);
    const auto task = imported.object().value(QStringLiteral("importTask")).toString();
    QList<std::map<QString, QString>> asked;
    for (const auto &form : m_server.forms(QStringLiteral("ImportImage")))
        asked.append(parametersOf(form));
    QVERIFY(!asked.isEmpty());
    const auto ours = asked.last();
    m_server.forgetRequests();
    // Asked again with the same token it is the same task, so nothing is read again.
    const auto theirs =
        aws(words("ec2 import-image --encrypted --description web01 --license-type BYOL --platform Linux "
                  "--usage-operation RunInstances --architecture x86_64 --boot-mode legacy-bios --role-name vmimport "
                  "--output text --query ImportTaskId --kms-key-id") +
            QStringList{key, QStringLiteral("--client-token"), ours.at(QStringLiteral("ClientToken")),
                        QStringLiteral("--disk-containers"),
                        QStringLiteral("Format=VMDK,UserBucket={S3Bucket=%1,S3Key=%2}")
                            .arg(ours.at(QStringLiteral("DiskContainer.1.UserBucket.S3Bucket")),
                                 ours.at(QStringLiteral("DiskContainer.1.UserBucket.S3Key"))),
                        QStringLiteral("--tag-specifications"),
                        QStringLiteral("ResourceType=import-image-task,Tags=[{Key=Owner,Value=ann},{Key=%1,Value=%2}]")
                            .arg(ours.at(QStringLiteral("TagSpecification.1.Tag.2.Key")),
                                 ours.at(QStringLiteral("TagSpecification.1.Tag.2.Value")))});
    VERIFY_RUN(theirs.ok() && theirs.out.trimmed() == task.toUtf8(), theirs);
    QVERIFY(parametersOf(m_server.forms(QStringLiteral("ImportImage")).value(0)) == ours);

    const auto looked = aws(words("ec2 describe-import-image-tasks --output text --query "
                                  "ImportImageTasks[0].Status --import-task-ids") +
                            QStringList{task});
    VERIFY_RUN(looked.out.trimmed() == "completed", looked);
    const auto form = parametersOf(m_server.forms(QStringLiteral("DescribeImportImageTasks")).value(0));
    QVERIFY(form.at(QStringLiteral("ImportTaskId.1")) == task && form.size() == 3);

    // The same of a snapshot.
    const auto second = run(toSnapshot() + words("--description web01 --tag Owner=ann --role-name vmimport --kms-key") +
                            QStringList{key, m_raw});
    VERIFY_RUN(second.ok(), second.run);
    const auto snapshot = lastAsked("ImportSnapshot");
    m_server.forgetRequests();
    const auto same = aws(
        words("ec2 import-snapshot --encrypted --description web01 --role-name vmimport --output text --query "
              "ImportTaskId --kms-key-id") +
        QStringList{key, QStringLiteral("--client-token"), snapshot.at(QStringLiteral("ClientToken")),
                    QStringLiteral("--disk-container"),
                    QStringLiteral("Format=VMDK,UserBucket={S3Bucket=%1,S3Key=%2}")
                        .arg(snapshot.at(QStringLiteral("DiskContainer.UserBucket.S3Bucket")),
                             snapshot.at(QStringLiteral("DiskContainer.UserBucket.S3Key"))),
                    QStringLiteral("--tag-specifications"),
                    QStringLiteral("ResourceType=import-snapshot-task,Tags=[{Key=Owner,Value=ann},{Key=%1,Value=%2}]")
                        .arg(snapshot.at(QStringLiteral("TagSpecification.1.Tag.2.Key")),
                             snapshot.at(QStringLiteral("TagSpecification.1.Tag.2.Value")))});
    VERIFY_RUN(same.ok() &&
                   same.out.trimmed() == second.object().value(QStringLiteral("importTask")).toString().toUtf8(),
               same);
    QVERIFY(lastAsked("ImportSnapshot") == snapshot);
}

/// The server is no more lenient to Sealift than to others, and no stricter: the real command line does the same with
/// it.
void TestEc2Staging::serverServesAws()
{
    const auto vmdk = m_bench->path(QStringLiteral("disk.vmdk"));
    QVERIFY(sealift::test::run(
                {.program = QStringLiteral("qemu-img"),
                 .arguments = words("convert -O vmdk -o subformat=streamOptimized") + QStringList{m_raw, vmdk}})
                .ok());
    const auto put = [this](const QString &file, const QString &key, const QStringList &sse) {
        return m_rgw.aws(words("s3api put-object --bucket") +
                         QStringList{kBucket, QStringLiteral("--key"), key, QStringLiteral("--body"), file} + sse);
    };
    const auto sse = words("--server-side-encryption aws:kms --ssekms-key-id testkey");
    VERIFY_RUN(put(vmdk, QStringLiteral("aws/disk.vmdk"), sse).ok(), put(vmdk, QStringLiteral("aws/disk.vmdk"), sse));
    const auto import = [this](const QString &format, const QString &key, const QStringList &more) {
        return aws(
            words("ec2 import-snapshot --output text --query ImportTaskId --disk-container") +
            QStringList{QStringLiteral("Format=%1,UserBucket={S3Bucket=%2,S3Key=%3}").arg(format, kBucket, key)} +
            more);
    };
    const auto end = [this](const Finished &started) {
        const auto task = QString::fromUtf8(started.out.trimmed());
        for (int i = 0; i < 60; ++i) {
            const auto state = aws(words("ec2 describe-import-snapshot-tasks --output text --query "
                                         "ImportSnapshotTasks[0].SnapshotTaskDetail.[Status,SnapshotId,StatusMessage] "
                                         "--import-task-ids") +
                                   QStringList{task})
                                   .out.simplified();
            if (state.startsWith("completed") || state.startsWith("deleted"))
                return state;
            std::this_thread::sleep_for(200ms);
        }
        return QByteArray("it does not end");
    };
    const auto encrypted = words("--encrypted");
    const auto good = end(import(QStringLiteral("VMDK"), QStringLiteral("aws/disk.vmdk"), encrypted));
    QVERIFY2(good.startsWith("completed snap-"), good.constData());
    QCOMPARE(differenceTo(QString::fromUtf8(good.split(' ').value(1))), QString());
    // Named as what it is not.
    const auto wrong = end(import(QStringLiteral("VHDX"), QStringLiteral("aws/disk.vmdk"), encrypted));
    QVERIFY2(wrong.contains("Disk validation failed"), wrong.constData());
    // Not encrypted, there or here.
    VERIFY_RUN(put(m_bench->path(QStringLiteral("disk.vmdk")), QStringLiteral("aws/plain.vmdk"), {}).ok(),
               put(vmdk, QStringLiteral("aws/plain.vmdk"), {}));
    const auto plain = import(QStringLiteral("VMDK"), QStringLiteral("aws/plain.vmdk"), encrypted);
    VERIFY_RUN(!plain.ok() && plain.err.contains("not encrypted"), plain);
    const auto bare = import(QStringLiteral("VMDK"), QStringLiteral("aws/disk.vmdk"), {});
    VERIFY_RUN(!bare.ok(), bare);
    QCOMPARE(m_server.takeComplaints().count(QLatin1String("without encryption")), 2);
    const auto dry = import(QStringLiteral("VMDK"), QStringLiteral("aws/disk.vmdk"), words("--encrypted --dry-run"));
    VERIFY_RUN(dry.err.contains("DryRunOperation"), dry);
    const auto emptied =
        m_rgw.aws(words("s3 rm --recursive") + QStringList{QStringLiteral("s3://%1/aws").arg(kBucket)});
    VERIFY_RUN(emptied.ok(), emptied);
}

QTEST_GUILESS_MAIN(TestEc2Staging)
#include "tst_ec2_staging.moc"
