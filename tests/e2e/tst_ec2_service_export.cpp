// Images and instances that EC2 itself exports into a bucket, by VM Import/Export, and Sealift fetches from there: into
// files and a library. The bucket is a real gateway's; the service is a server that has qemu-img make what it exports.
// Whatever happens, in the end nothing is in the bucket but what is to stay there.

#include "e2e/support/ec2_bench.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 MiB = 1 << 20;
constexpr qint64 GiB = 1LL << 30;
constexpr qint64 kBlock = MiB / 2;
const QString kBucket = QStringLiteral("ec2-exports");

QJsonObject plainSnapshots(QJsonObject more = {})
{
    more.insert(QStringLiteral("unencrypted"), true);
    return more;
}

} // namespace

class TestEc2ServiceExport : public QObject, private Ec2Bench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void intoFiles_data();
    void intoFiles();
    void intoALibrary();
    void instance();
    void isKept();
    void serviceRefuses_data();
    void serviceRefuses();
    void cancelled_data();
    void cancelled();
    void killedGoesOn();
    void killedIsRemoved();
    void killed();
    void wrongUse_data();
    void wrongUse();
    void asksAsAwsDoes();
    void serverServesAws();

private:
    QStringList place() const
    {
        return {QStringLiteral("--by-service"), QStringLiteral("--staging"),
                m_rgw.location(kBucket + QStringLiteral("/out/of/ec2"))};
    }
    QStringList exporting(const QString &file, const QStringList &more = {}) const
    {
        return words("export --from ec2") + place() + more + QStringList{QStringLiteral("-o"), file};
    }
    QByteArray inBucket() const { return Ec2Bench::inBucket(kBucket); }
    QString out(const char *name) const { return m_bench->path(QString::fromLatin1(name)); }
    /// Makes a snapshot that is not encrypted, as Sealift never would, of a few blocks.
    QString makeSnapshot();
    QString registerImage(const QString &name, const QString &snapshot) const
    {
        const auto made = m_server.aws(
            words("ec2 register-image --architecture x86_64 --boot-mode uefi --root-device-name /dev/sda1 --query "
                  "ImageId --output text --name") +
            QStringList{name, QStringLiteral("--block-device-mappings"),
                        QStringLiteral("DeviceName=/dev/sda1,Ebs={SnapshotId=%1}").arg(snapshot)});
        if (!made.ok())
            qFatal("%s", made.describe().constData());
        return QString::fromLatin1(made.out.trimmed());
    }

    QTemporaryDir m_shelf;
    QString m_raw;      ///< what the volume reads like
    QString m_snapshot; ///< of 1 GiB
    QString m_image;    ///< "web one"
};

QString TestEc2ServiceExport::makeSnapshot()
{
    const auto check = [](const Finished &run) {
        if (!run.ok())
            qFatal("%s", run.describe().constData());
        return QString::fromLatin1(run.out.trimmed());
    };
    const auto snapshot =
        check(m_server.aws(words("ebs start-snapshot --volume-size 1 --encrypted --query SnapshotId --output text")));
    QFile raw(m_raw);
    if (!raw.open(QIODevice::ReadOnly))
        qFatal("cannot read the volume");
    QByteArray digests;
    const auto block = m_shelf.filePath(QStringLiteral("block"));
    for (const qint64 index : {0, 1, 1400, 2047}) {
        raw.seek(index * kBlock);
        const auto data = raw.read(kBlock);
        const auto digest = QCryptographicHash::hash(data, QCryptographicHash::Sha256);
        digests += digest;
        if (!writeFile(block, data))
            qFatal("cannot write a block");
        check(m_server.aws(
            words("ebs put-snapshot-block --data-length 524288 --checksum-algorithm SHA256 --snapshot-id") +
            QStringList{snapshot, QStringLiteral("--block-index"), QString::number(index),
                        QStringLiteral("--block-data"), block, QStringLiteral("--checksum"),
                        QString::fromLatin1(digest.toBase64())}));
    }
    const auto whole = QCryptographicHash::hash(digests, QCryptographicHash::Sha256).toBase64();
    check(m_server.aws(words("ebs complete-snapshot --changed-blocks-count 4 --checksum-algorithm SHA256 "
                             "--checksum-aggregation-method LINEAR --checksum") +
                       QStringList{QString::fromLatin1(whole), QStringLiteral("--snapshot-id"), snapshot}));
    std::this_thread::sleep_for(500ms);
    return snapshot;
}

void TestEc2ServiceExport::initTestCase()
{
    REQUIRE_TOOLS();
    VERIFY_EMPTY(startBench({kBucket}));
    m_bench = std::make_unique<Workbench>();
    m_raw = m_shelf.filePath(QStringLiteral("volume.raw"));
    QFile raw(m_raw);
    QVERIFY(raw.open(QIODevice::WriteOnly) && raw.resize(GiB));
    raw.close();
    QVERIFY(writeRandom(m_raw, 0, MiB, 7));
    QVERIFY(writeRandom(m_raw, 700 * MiB, kBlock, 8));
    QVERIFY(writeRandom(m_raw, GiB - kBlock, kBlock, 9));
    m_server.set(plainSnapshots());
    m_snapshot = makeSnapshot();
    m_image = registerImage(QStringLiteral("web one"), m_snapshot);
    VERIFY_EMPTY(m_server.takeComplaints());
}

void TestEc2ServiceExport::init()
{
    m_server.set({});
    m_bench = std::make_unique<Workbench>();
    m_server.forgetRequests();
}

void TestEc2ServiceExport::cleanup()
{
    const auto complaints = m_server.takeComplaints();
    m_bench.reset();
    VERIFY_EMPTY(complaints);
}

void TestEc2ServiceExport::intoFiles_data()
{
    QTest::addColumn<QString>("staged");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("driver");
    QTest::newRow("vmdk to qcow2") << QString() << QStringLiteral("qcow2") << QStringLiteral("qcow2");
    QTest::newRow("vhd to vmdk") << QStringLiteral("vhd") << QStringLiteral("vmdk") << QStringLiteral("vmdk");
    QTest::newRow("raw to raw") << QStringLiteral("raw") << QStringLiteral("raw") << QStringLiteral("raw");
}

void TestEc2ServiceExport::intoFiles()
{
    QFETCH(QString, staged);
    QFETCH(QString, format);
    QFETCH(QString, driver);
    const auto file = out("disk.out");
    auto options = QStringList{QStringLiteral("-f"), format};
    if (!staged.isEmpty())
        options += QStringList{QStringLiteral("--staging-format"), staged};
    const auto exported = run(exporting(file, options) + words("--progress") + QStringList{QStringLiteral("web one")});
    VERIFY_RUN(exported.ok(), exported.run);
    const auto compared = ImageMaker::compare(file, driver, m_raw);
    VERIFY_RUN(compared.ok(), compared);
    VERIFY_EMPTY(inBucket());
    const auto result = exported.object();
    QCOMPARE(result.value(QStringLiteral("id")).toString(), m_image);
    QVERIFY(result.value(QStringLiteral("exportTask")).toString().startsWith(QLatin1String("export-ami-")));
    QVERIFY(!result.value(QStringLiteral("kept")).toBool(true));
    QVERIFY(m_server.requests(QStringLiteral("GetSnapshotBlock")).isEmpty());
    VERIFY_EMPTY(receiptLacks(result.value(QStringLiteral("task")).toString(),
                              {"export-task-ended", "is completed", "exported-removed", "no-exported-objects",
                               "no-export-uploads", "no-export-task", "a plain disk image was asked for"}));
    const auto audit = run(words("audit show"));
    for (const auto *part : {"aws-identity", "export-way", "export-started", "export-completed", "export-fetched"})
        VERIFY_RUN(audit.run.out.contains(part), audit.run);
    VERIFY_EMPTY(m_bench->sealift.leftovers());
    // What the service says is seen while it works.
    QStringList phases;
    for (const auto &progress : exported.progress)
        phases.append(progress.value(QStringLiteral("service")).toObject().value(QStringLiteral("message")).toString());
    phases.removeAll(QString());
    VERIFY_RUN(!phases.isEmpty(), exported.run);
    // It is there now, which is said before the service is asked for anything.
    m_server.forgetRequests();
    const auto again = run(exporting(file, options) + QStringList{m_image});
    QCOMPARE(again.complaint(QStringLiteral("already-exists"), {QStringLiteral("disk.out")}), QByteArray());
    QVERIFY(m_server.requests(QStringLiteral("ExportImage")).isEmpty());
}

void TestEc2ServiceExport::intoALibrary()
{
    QVERIFY(m_bench->sealift.init().ok());
    const auto imported = run(words("import --from ec2") + place() + QStringList{m_image});
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(imported.object().value(QStringLiteral("name")).toString(), QStringLiteral("web one"));
    const auto check = m_bench->restic.check();
    VERIFY_RUN(Restic::isClean(check), check);
    const auto restored = out("restored");
    const auto restore = m_bench->restic.restoreLatest(restored);
    VERIFY_RUN(restore.ok(), restore);
    QCOMPARE(difference(m_raw, restored + QStringLiteral("/web one/web one.raw")), QString());
    VERIFY_EMPTY(inBucket());
    VERIFY_EMPTY(receiptLacks(imported.object().value(QStringLiteral("task")).toString(),
                              {"exported-removed", "no-exported-objects", "AES-256-CTR with Poly1305-AES"}));
    VERIFY_EMPTY(m_bench->sealift.leftovers());
    // A wrong password is known before the service is at work.
    m_server.forgetRequests();
    const auto wrong = out("wrong");
    QVERIFY(writeFile(wrong, "wrong"));
    const auto refused =
        run(words("import --from ec2 --password-file") + QStringList{wrong} + place() + QStringList{m_image});
    QCOMPARE(refused.complaint(QStringLiteral("wrong-password")), QByteArray());
    QCOMPARE(done("ExportImage"), 0);
}

void TestEc2ServiceExport::instance()
{
    const auto id = QStringLiteral("i-0123456789abcdef0");
    m_server.set({{QStringLiteral("instances"), QJsonObject{{id, m_snapshot}}}});
    const auto file = out("disk.qcow2");
    const auto exported = run(exporting(file) + QStringList{id});
    VERIFY_RUN(exported.ok(), exported.run);
    const auto compared = ImageMaker::compare(file, QStringLiteral("qcow2"), m_raw);
    VERIFY_RUN(compared.ok(), compared);
    QVERIFY(exported.object().value(QStringLiteral("exportTask")).toString().startsWith(QLatin1String("export-i-")));
    VERIFY_EMPTY(inBucket());
    const auto other = run(exporting(out("other.qcow2")) + words("i-00000000000000000"));
    QCOMPARE(other.complaint(QStringLiteral("invalid-argument"), {QStringLiteral("i-00000000000000000")}),
             QByteArray());
    VERIFY_EMPTY(inBucket());
}

void TestEc2ServiceExport::isKept()
{
    const auto exported = run(exporting(out("disk.qcow2")) + words("--keep-exported") + QStringList{m_image});
    VERIFY_RUN(exported.ok(), exported.run);
    QVERIFY(exported.object().value(QStringLiteral("kept")).toBool());
    const auto kept = inBucket();
    QVERIFY2(kept.contains("sealift-export-") && kept.endsWith(".vmdk"), kept.constData());
    VERIFY_EMPTY(receiptLacks(exported.object().value(QStringLiteral("task")).toString(),
                              {"as was asked for", "exported-objects-kept"}));
    // It is what was exported, and no sweep takes it.
    const auto fetched = out("kept.vmdk");
    const auto got = m_rgw.aws({QStringLiteral("s3"), QStringLiteral("cp"),
                                QStringLiteral("s3://%1/%2").arg(kBucket, QString::fromUtf8(kept)), fetched});
    VERIFY_RUN(got.ok(), got);
    const auto compared = ImageMaker::compare(fetched, QStringLiteral("vmdk"), m_raw);
    VERIFY_RUN(compared.ok(), compared);
    const auto swept = run(words("ec2 staging sweep --all") + QStringList{place().last()});
    VERIFY_RUN(swept.ok() && swept.array().isEmpty(), swept.run);
    QCOMPARE(inBucket(), kept);
    // What does not succeed leaves nothing, whatever was asked for.
    m_server.set({{QStringLiteral("export_fail"), QStringLiteral("ClientError: cannot convert")}});
    static_cast<void>(run(exporting(out("other.qcow2")) + words("--keep-exported") + QStringList{m_image}));
    QCOMPARE(inBucket(), kept);
    QVERIFY(m_rgw.aws(words("s3 rm --recursive") + QStringList{QStringLiteral("s3://%1").arg(kBucket)}).ok());
}

void TestEc2ServiceExport::serviceRefuses_data()
{
    QTest::addColumn<QJsonObject>("switches");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("remedy");
    const auto direct = QStringLiteral("leave out --by-service");
    QTest::newRow("SSE-KMS") << QJsonObject{{QStringLiteral("bucket_kms"), true}} << QStringList()
                             << QStringLiteral("invalid-argument") << QStringLiteral("SSE-KMS") << direct;
    QTest::newRow("role") << QJsonObject{{QStringLiteral("role"), QStringLiteral("missing")}} << QStringList()
                          << QStringLiteral("invalid-argument") << QStringLiteral("service role vmimport")
                          << QStringLiteral("ec2 setup");
    QTest::newRow("quota") << QJsonObject{{QStringLiteral("export_quota"), 0}} << QStringList()
                           << QStringLiteral("limit-exceeded") << QStringLiteral("Task limit") << direct;
    QTest::newRow("it fails") << QJsonObject{{QStringLiteral("export_fail"),
                                              QStringLiteral("ClientError: cannot convert")}}
                              << QStringList() << QStringLiteral("unsupported") << QStringLiteral("cannot convert")
                              << direct;
    QTest::newRow("not encrypted in the bucket")
        << QJsonObject{{QStringLiteral("export_plain"), true}} << QStringList() << QStringLiteral("unsafe")
        << QStringLiteral("has encrypted") << QStringLiteral("removed");
    QTest::newRow("snapshot") << QJsonObject() << QStringList{QStringLiteral("SNAPSHOT")}
                              << QStringLiteral("unsupported") << QStringLiteral("is a snapshot") << direct;
    QTest::newRow("encrypted") << QJsonObject() << QStringList{QStringLiteral("ENCRYPTED")}
                               << QStringLiteral("invalid-argument") << QStringLiteral("encrypted EBS snapshots")
                               << direct;
    QTest::newRow("no bucket") << QJsonObject()
                               << QStringList{QStringLiteral("--staging"),
                                              m_rgw.location(QStringLiteral("no-such-bucket"))}
                               << QStringLiteral("invalid-argument") << QStringLiteral("no-such-bucket") << QString();
}

void TestEc2ServiceExport::serviceRefuses()
{
    QFETCH(QJsonObject, switches);
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    QFETCH(QString, word);
    QFETCH(QString, remedy);
    auto what = m_image;
    if (arguments.contains(QStringLiteral("SNAPSHOT")))
        what = m_snapshot;
    if (arguments.contains(QStringLiteral("ENCRYPTED"))) {
        const auto raw = m_bench->images.raw(QStringLiteral("small.raw"), 2 * MiB, {{Patch::Fill::Random, 0, MiB}});
        const auto made = run(words("import --to ec2-snapshot --omit-unwritten") + QStringList{raw});
        VERIFY_RUN(made.ok(), made.run);
        what = registerImage(QStringLiteral("secret"), made.object().value(QStringLiteral("id")).toString());
    }
    m_server.set(switches);
    auto all = exporting(out("disk.qcow2"));
    if (arguments.contains(QStringLiteral("--staging"))) {
        all.remove(all.indexOf(QStringLiteral("--staging")), 2);
        all += arguments;
    }
    const auto refused = run(all + QStringList{what});
    QCOMPARE(refused.complaint(code, {word}), QByteArray());
    QVERIFY2(refused.error.value(QStringLiteral("remedy")).toString().contains(remedy, Qt::CaseInsensitive),
             refused.run.describe().constData());
    QVERIFY(!QFile::exists(out("disk.qcow2")));
    VERIFY_EMPTY(inBucket());
    QCOMPARE(lastTask().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2ServiceExport::cancelled_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<bool>("leaves");
    QTest::newRow("while it is converted") << QStringLiteral("converting") << false;
    QTest::newRow("while it is uploaded") << QStringLiteral("uploading") << false;
    QTest::newRow("the service leaves what it made") << QStringLiteral("uploading") << true;
}

void TestEc2ServiceExport::cancelled()
{
    QFETCH(QString, phase);
    QFETCH(bool, leaves);
    m_server.set({{QStringLiteral("export_stall"), phase}, {QStringLiteral("export_leaves"), leaves}});
    Running running(command(exporting(out("disk.qcow2")) + QStringList{m_image}));
    QVERIFY(awaitRequest(QStringLiteral("DescribeExportImageTasks export-"), running));
    if (phase == QLatin1String("uploading"))
        QVERIFY(waitUntil([this] { return !inBucket().isEmpty(); }, 60s));
    running.signal(SIGINT);
    const auto ended = outcomeOf(running.wait());
    QCOMPARE(ended.complaint(QStringLiteral("cancelled")), QByteArray());
    QCOMPARE(done("CancelExportTask"), 1);
    VERIFY_EMPTY(inBucket());
    const auto task = lastTask();
    QCOMPARE(task.value(QStringLiteral("end")).toString(), QStringLiteral("cancelled"));
    VERIFY_EMPTY(receiptLacks(task.value(QStringLiteral("id")).toString(),
                              {"export-task-ended", "is deleted", "exported-removed", "no-exported-objects"}));
    // As the AWS command line would ask for it.
    const auto ours = lastAsked("CancelExportTask");
    m_server.forgetRequests();
    static_cast<void>(
        aws(words("ec2 cancel-export-task --export-task-id") + QStringList{ours.at(QStringLiteral("ExportTaskId"))}));
    QVERIFY(lastAsked("CancelExportTask") == ours);
}

/// What the service is at is gone on with, by the same command; it is not asked twice.
void TestEc2ServiceExport::killedGoesOn()
{
    m_server.set({{QStringLiteral("export_stall"), QStringLiteral("converting")}});
    const auto file = out("disk.qcow2");
    {
        Running victim(command(exporting(file) + QStringList{m_image}));
        QVERIFY(awaitRequest(QStringLiteral("DescribeExportImageTasks export-"), victim));
        victim.signal(SIGKILL);
        static_cast<void>(victim.wait());
    }
    m_server.set({});
    const auto again = run(exporting(file) + QStringList{m_image});
    VERIFY_RUN(again.ok(), again.run);
    QCOMPARE(done("ExportImage"), 1);
    QCOMPARE(lastTask().value(QStringLiteral("attempt")).toInt(), 2);
    const auto compared = ImageMaker::compare(file, QStringLiteral("qcow2"), m_raw);
    VERIFY_RUN(compared.ok(), compared);
    VERIFY_EMPTY(inBucket());
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2ServiceExport::killedIsRemoved()
{
    // While the service is at work, and once by its answer, which never came.
    for (const bool isAnswered : {true, false}) {
        QJsonObject switches{{QStringLiteral("export_stall"), QStringLiteral("uploading")}};
        if (!isAnswered)
            switches.insert(QStringLiteral("latency"), 1.5);
        m_server.set(switches);
        m_server.forgetRequests();
        {
            Running victim(command(exporting(out("disk.qcow2")) + QStringList{m_image}));
            if (isAnswered)
                QVERIFY(awaitRequest(QStringLiteral("DescribeExportImageTasks export-"), victim));
            else
                QVERIFY(waitUntil([this] { return m_server.forms(QStringLiteral("ExportImage")).size() >= 2; }, 60s));
            victim.signal(SIGKILL);
            static_cast<void>(victim.wait());
        }
        m_server.set({{QStringLiteral("export_stall"), QStringLiteral("uploading")}});
        const auto swept = run(words("scratch sweep"));
        VERIFY_RUN(swept.ok(), swept.run);
        QCOMPARE(done("CancelExportTask"), 1);
        VERIFY_EMPTY(inBucket());
        QCOMPARE(lastTask().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    }
}

/// At random moments; then another command removes what was begun, or the same one goes on to the end.
void TestEc2ServiceExport::killed()
{
    const int kills = qEnvironmentVariableIsSet("SEALIFT_KILLS") ? qEnvironmentVariableIntValue("SEALIFT_KILLS") : 2;
    const auto file = out("disk.qcow2");
    for (int i = 0; i < kills; ++i) {
        const auto moment = QRandomGenerator::global()->bounded(100, 4000);
        const auto arguments = exporting(file, {QStringLiteral("--force")}) + QStringList{m_image};
        {
            Running victim(command(arguments));
            std::this_thread::sleep_for(std::chrono::milliseconds(moment));
            victim.signal(SIGKILL);
            static_cast<void>(victim.wait());
        }
        const auto next = run(i % 2 == 0 ? arguments : words("scratch sweep"));
        const auto context = QByteArray("killed after ") + QByteArray::number(moment) + " ms\n";
        QVERIFY2(next.ok(), (context + next.run.describe()).constData());
        QVERIFY2(inBucket().isEmpty(), (context + inBucket()).constData());
        for (const auto &task : run(words("tasks")).array())
            QVERIFY2(task.toObject().value(QStringLiteral("cleanup")).toString() == QLatin1String("confirmed"),
                     context.constData());
    }
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2ServiceExport::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *arguments, const char *word) {
        QTest::newRow(arguments) << words(arguments) << QString::fromLatin1(word);
    };
    row("export --from ec2 --by-service -o x.raw ami-0", "--staging");
    row("export --from ec2 --by-service --staging /srv -o x.raw ami-0", "--staging");
    row("export --from ec2 --staging s3:eu-central-1/bucket -o x.raw ami-0", "--by-service");
    row("export --from ec2 --keep-exported -o x.raw ami-0", "--by-service");
    row("export --by-service --staging s3:eu-central-1/bucket -o x.raw web", "--from ec2");
    row("export --from ec2 --by-service --staging s3:eu-west-1/bucket -o x.raw ami-0", "eu-west-1");
    row("export --from ec2 --by-service --staging s3:eu-central-1/bucket --staging-format qcow2 -o x.raw ami-0",
        "qcow2");
    row("import --from ec2 --by-service ami-0", "--staging");
    row("import --from ec2 --staging s3:eu-central-1/bucket ami-0", "--staging");
    row("import --to ec2-snapshot --by-service --staging s3:eu-central-1/bucket x.raw", "--from ec2");
}

void TestEc2ServiceExport::wrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    if (arguments.first() == QLatin1String("import"))
        QVERIFY(m_bench->sealift.init().ok());
    auto wrong = command(arguments);
    wrong.folder = m_bench->path(QString());
    const auto refused = outcomeOf(sealift::test::run(wrong));
    QCOMPARE(refused.complaint(QStringLiteral("invalid-argument"), {word}), QByteArray());
    QVERIFY(m_server.forms(QStringLiteral("ExportImage")).isEmpty());
}

/// What Sealift asks of the service is what the AWS command line asks for the same input, parameter by parameter.
void TestEc2ServiceExport::asksAsAwsDoes()
{
    const auto exported =
        run(exporting(out("disk.qcow2")) + words("--staging-format vhd --role-name vmimport") + QStringList{m_image});
    VERIFY_RUN(exported.ok(), exported.run);
    const auto ours = lastAsked("ExportImage");
    const auto task = exported.object().value(QStringLiteral("exportTask")).toString();
    const auto looked = lastAsked("DescribeExportImageTasks");
    m_server.forgetRequests();
    // Asked again with the same token it is the same task.
    const auto theirs = aws(words("ec2 export-image --disk-image-format VHD --role-name vmimport --output text --query "
                                  "ExportImageTaskId --image-id") +
                            QStringList{m_image, QStringLiteral("--client-token"),
                                        ours.at(QStringLiteral("ClientToken")), QStringLiteral("--s3-export-location"),
                                        QStringLiteral("S3Bucket=%1,S3Prefix=%2")
                                            .arg(ours.at(QStringLiteral("S3ExportLocation.S3Bucket")),
                                                 ours.at(QStringLiteral("S3ExportLocation.S3Prefix"))),
                                        QStringLiteral("--tag-specifications"),
                                        QStringLiteral("ResourceType=export-image-task,Tags=[{Key=%1,Value=%2}]")
                                            .arg(ours.at(QStringLiteral("TagSpecification.1.Tag.1.Key")),
                                                 ours.at(QStringLiteral("TagSpecification.1.Tag.1.Value")))});
    VERIFY_RUN(theirs.ok() && theirs.out.trimmed() == task.toUtf8(), theirs);
    QVERIFY(lastAsked("ExportImage") == ours);
    QVERIFY(aws(words("ec2 describe-export-image-tasks --max-results 500")).ok());
    QVERIFY(lastAsked("DescribeExportImageTasks") == looked);

    const auto id = QStringLiteral("i-0123456789abcdef0");
    m_server.set({{QStringLiteral("instances"), QJsonObject{{id, m_snapshot}}}});
    const auto second = run(exporting(out("other.qcow2")) + QStringList{id});
    VERIFY_RUN(second.ok(), second.run);
    const auto instance = lastAsked("CreateInstanceExportTask");
    m_server.forgetRequests();
    m_server.set({{QStringLiteral("instances"), QJsonObject{}}}); // asked, and refused
    static_cast<void>(aws(words("ec2 create-instance-export-task --target-environment vmware --instance-id") +
                          QStringList{id, QStringLiteral("--export-to-s3-task"),
                                      QStringLiteral("DiskImageFormat=VMDK,S3Bucket=%1,S3Prefix=%2")
                                          .arg(kBucket, instance.at(QStringLiteral("ExportToS3.S3Prefix"))),
                                      QStringLiteral("--tag-specifications"),
                                      QStringLiteral("ResourceType=export-instance-task,Tags=[{Key=%1,Value=%2}]")
                                          .arg(instance.at(QStringLiteral("TagSpecification.1.Tag.1.Key")),
                                               instance.at(QStringLiteral("TagSpecification.1.Tag.1.Value")))}));
    QVERIFY(lastAsked("CreateInstanceExportTask") == instance);
}

/// The server is no more lenient to Sealift than to others, and no stricter: the real command line does the same with
/// it.
void TestEc2ServiceExport::serverServesAws()
{
    const auto started = aws(words("ec2 export-image --disk-image-format VMDK --output text --query ExportImageTaskId "
                                   "--image-id") +
                             QStringList{m_image, QStringLiteral("--s3-export-location"),
                                         QStringLiteral("S3Bucket=%1,S3Prefix=by-aws/").arg(kBucket)});
    VERIFY_RUN(started.ok(), started);
    const auto task = QString::fromUtf8(started.out.trimmed());
    const auto state = [&] {
        return aws(words("ec2 describe-export-image-tasks --output text --query ExportImageTasks[0].Status "
                         "--export-image-task-ids") +
                   QStringList{task})
            .out.trimmed();
    };
    QVERIFY(waitUntil([&] { return state() == "completed"; }, 60s));
    const auto file = out("disk.vmdk");
    const auto got = m_rgw.aws({QStringLiteral("s3"), QStringLiteral("cp"),
                                QStringLiteral("s3://%1/by-aws/%2.vmdk").arg(kBucket, task), file});
    VERIFY_RUN(got.ok(), got);
    const auto compared = ImageMaker::compare(file, QStringLiteral("vmdk"), m_raw);
    VERIFY_RUN(compared.ok(), compared);
    const auto late = aws(words("ec2 cancel-export-task --export-task-id") + QStringList{task});
    VERIFY_RUN(!late.ok() && late.err.contains("IncorrectState"), late);
    const auto wrong =
        aws(words("ec2 export-image --disk-image-format QCOW2 --image-id") +
            QStringList{m_image, QStringLiteral("--s3-export-location"), QStringLiteral("S3Bucket=%1").arg(kBucket)});
    VERIFY_RUN(!wrong.ok(), wrong);
    static_cast<void>(m_server.takeComplaints());
    QVERIFY(m_rgw.aws(words("s3 rm --recursive") + QStringList{QStringLiteral("s3://%1").arg(kBucket)}).ok());
}

QTEST_GUILESS_MAIN(TestEc2ServiceExport)
#include "tst_ec2_service_export.moc"
