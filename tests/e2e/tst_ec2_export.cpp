// Snapshots of EBS and images of EC2 on their way out, by the real command, against the server that judges each request
// by botocore's models: into a library, where restic finds them identical, and into files, where qemu-img does.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"
#include "support/ec2_server.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>

using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 MiB = 1 << 20;
constexpr qint64 GiB = 1LL << 30;
constexpr auto kPatience = 60s;

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestEc2Export : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void intoALibrary();
    void intoFiles_data();
    void intoFiles();
    void intoAPipe();
    void imageWithTwoDisks();
    void encryptedImageComesBack();
    void whatIsNotEncrypted();
    void cancelled();
    void killedGoesOn();
    void corruptedBlock();
    void tokensExpire();
    void explainsRefusals_data();
    void explainsRefusals();
    void wrongUse_data();
    void wrongUse();
    void policyIsWhatIsUsed();
    void lists();
    void noSecretIsKept();

private:
    CommandLine command(const QStringList &arguments) const
    {
        auto command = m_bench->sealift.command(arguments);
        command.environment = m_server.environment(command.environment);
        command.timeout = std::chrono::minutes(5); // through a server of Python, on a busy machine
        return command;
    }
    Outcome run(const QStringList &arguments) const { return outcomeOf(sealift::test::run(command(arguments))); }
    /// `import --from ec2`, into the bench's library.
    Outcome fetch(const QString &what, const QStringList &options = {}) const
    {
        return run(words("import --from ec2") + options + QStringList{what});
    }
    QStringList exportArguments(const QString &what, const QString &file, const QStringList &options = {}) const
    {
        return words("export --from ec2") + options + QStringList{QStringLiteral("-o"), file, what};
    }
    /// Makes a snapshot of a raw file by Sealift itself.
    QString upload(const QString &raw, const QStringList &options = {}) const
    {
        const auto imported = run(words("import --to ec2-snapshot --omit-unwritten") + options + QStringList{raw});
        if (!imported.ok())
            qFatal("%s", imported.run.describe().constData());
        return imported.object().value(QStringLiteral("id")).toString();
    }
    QString registerImage(const QString &name, const QStringList &mappings) const
    {
        const auto made =
            m_server.aws(words("ec2 register-image --architecture x86_64 --boot-mode uefi --root-device-name "
                               "/dev/sda1 --query ImageId --output text --name") +
                         QStringList{name, QStringLiteral("--block-device-mappings")} + mappings);
        if (!made.ok())
            qFatal("%s", made.describe().constData());
        return QString::fromLatin1(made.out.trimmed());
    }
    QJsonObject lastTask() const { return run({QStringLiteral("tasks")}).array().last().toObject(); }
    bool awaitBlocks(qsizetype count)
    {
        return waitUntil([&] { return m_server.requests(QStringLiteral("GetSnapshotBlock")).size() >= count; },
                         kPatience);
    }

    Ec2Server m_server;
    std::unique_ptr<Workbench> m_shelf; ///< what all tests read
    std::unique_ptr<Workbench> m_bench;
    QString m_raw;      ///< what the volume of m_snapshot reads like: holes, zeroes and data
    QString m_snapshot; ///< of 1 GiB, encrypted, called "web one"
    QString m_other;    ///< another one, much smaller in data
    QString m_otherRaw;
};

void TestEc2Export::initTestCase()
{
    REQUIRE_TOOLS();
    QVERIFY(m_server.isReady());
    m_shelf = std::make_unique<Workbench>();
    m_bench = std::make_unique<Workbench>();
    m_raw = m_shelf->images.raw(QStringLiteral("disk.raw"), 700 * MiB + 4096,
                                {{Patch::Fill::Random, 0, 3 * MiB},
                                 {Patch::Fill::Zeroes, 20 * MiB + 65536, 5 * MiB},
                                 {Patch::Fill::Random, 300 * MiB + 512, 40 * MiB},
                                 {Patch::Fill::Constant, 700 * MiB, 4096, 0x5a}});
    m_otherRaw = m_shelf->images.raw(QStringLiteral("other.raw"), GiB, {{Patch::Fill::Random, 5 * MiB, MiB}});
    m_snapshot = upload(m_raw, {QStringLiteral("--tag"), QStringLiteral("Name=web one")});
    m_other = upload(m_otherRaw);
    QVERIFY(setSize(m_raw, GiB)); // as the volume is
}

void TestEc2Export::cleanupTestCase()
{
    m_bench.reset();
    m_shelf.reset();
}

void TestEc2Export::init()
{
    m_server.set({});
    m_bench = std::make_unique<Workbench>();
    m_server.forgetRequests();
}

void TestEc2Export::cleanup()
{
    const auto complaints = m_server.takeComplaints();
    for (const auto &image : m_server.images())
        QVERIFY(m_server.aws(words("ec2 deregister-image --image-id") + QStringList{image}).ok());
    VERIFY_EMPTY(complaints);
}

void TestEc2Export::intoALibrary()
{
    QVERIFY(m_bench->sealift.init().ok());
    const auto first = fetch(m_snapshot);
    VERIFY_RUN(first.ok(), first.run);
    auto result = first.object();
    QCOMPARE(result.value(QStringLiteral("name")).toString(), QStringLiteral("web one"));
    QCOMPARE(result.value(QStringLiteral("size")).toDouble(), static_cast<double>(GiB));
    const auto blocks = m_server.requests(QStringLiteral("GetSnapshotBlock"));
    const auto listed = m_server.aws(
        words("ebs list-snapshot-blocks --query length(Blocks) --output text --snapshot-id") + QStringList{m_snapshot});
    // Each block of the list once, and a few that preflight looked at.
    const auto wanted = listed.out.trimmed().toInt();
    QVERIFY2(wanted > 80 && blocks.size() >= wanted && blocks.size() < wanted + 40, listed.out.constData());
    const auto requests = m_server.requests();
    QVERIFY2(requests.first().startsWith(QLatin1String("GetCallerIdentity")), qPrintable(requests.first()));

    const auto check = m_bench->restic.check();
    VERIFY_RUN(Restic::isClean(check), check);
    const auto restored = m_bench->path(QStringLiteral("restored"));
    const auto restore = m_bench->restic.restoreLatest(restored);
    VERIFY_RUN(restore.ok(), restore);
    QCOMPARE(difference(m_raw, restored + QStringLiteral("/web one/web one.raw")), QString());
    QVERIFY(readFile(restored + QStringLiteral("/web one/sealift.json")).contains(m_snapshot.toUtf8()));

    // What is there already is not stored again.
    const auto again = fetch(m_snapshot, words("--name again"));
    VERIFY_RUN(again.ok(), again.run);
    QVERIFY2(again.object().value(QStringLiteral("bytesStored")).toDouble() < 0.1 * MiB, again.run.describe());
    const auto audit = run(words("audit show"));
    for (const auto *event : {"aws-identity", "snapshot-opened", "image-stored"})
        VERIFY_RUN(audit.run.out.contains(event), audit.run);
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2Export::intoFiles_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("driver");
    QTest::newRow("raw") << words("-f raw") << QStringLiteral("raw");
    QTest::newRow("qcow2") << words("-f qcow2") << QStringLiteral("qcow2");
    QTest::newRow("qcow2, zstd") << words("-f qcow2 --compression zstd") << QStringLiteral("qcow2");
    QTest::newRow("vhd") << words("-f vhd") << QStringLiteral("vpc");
    QTest::newRow("vhdx") << words("-f vhdx") << QStringLiteral("vhdx");
    QTest::newRow("vdi") << words("-f vdi") << QStringLiteral("vdi");
    QTest::newRow("vmdk") << words("-f vmdk") << QStringLiteral("vmdk");
}

void TestEc2Export::intoFiles()
{
    QFETCH(QStringList, options);
    QFETCH(QString, driver);
    const auto file = m_bench->path(QStringLiteral("disk.out"));
    const auto exported = run(exportArguments(m_snapshot, file, options));
    VERIFY_RUN(exported.ok(), exported.run);
    const auto compared = ImageMaker::compare(file, driver, m_raw);
    VERIFY_RUN(compared.ok(), compared);
    const auto result = exported.object();
    QCOMPARE(result.value(QStringLiteral("snapshot")).toString(), m_snapshot);
    QVERIFY(result.value(QStringLiteral("kmsKey")).toString().startsWith(QLatin1String("arn:aws:kms:")));
    QVERIFY(result.value(QStringLiteral("bytesFetched")).toDouble() < 60.0 * MiB);
    if (driver == QLatin1String("raw"))
        QVERIFY(allocatedBytes(file) < 60 * MiB);
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto receipt =
        run({QStringLiteral("receipt"), QStringLiteral("show"), result.value(QStringLiteral("task")).toString()});
    VERIFY_RUN(receipt.run.out.contains("none: a plain disk image was asked for"), receipt.run);
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2Export::intoAPipe()
{
    auto piped = command(words("export --from ec2 -f qcow2 -o -") + QStringList{m_other});
    piped.arguments.removeFirst(); // --json
    const auto run = sealift::test::run(piped);
    VERIFY_RUN(run.exitCode == 0, run);
    const auto file = m_bench->path(QStringLiteral("piped.qcow2"));
    QVERIFY(writeFile(file, run.out));
    const auto compared = ImageMaker::compare(file, QStringLiteral("qcow2"), m_otherRaw);
    VERIFY_RUN(compared.ok(), compared);
    // For people: who fetches from where, and that the file is not encrypted.
    for (const auto *part :
         {"From Amazon EC2 in eu-central-1, as arn:aws:iam::111122223333:user/ann", "this file is not"})
        VERIFY_RUN(run.err.contains(part), run);
}

void TestEc2Export::imageWithTwoDisks()
{
    const auto image = registerImage(QStringLiteral("web/two disks"),
                                     {QStringLiteral("DeviceName=/dev/sda1,Ebs={SnapshotId=%1}").arg(m_snapshot),
                                      QStringLiteral("DeviceName=/dev/sdf,Ebs={SnapshotId=%1}").arg(m_other)});
    QVERIFY(m_bench->sealift.init().ok());
    const auto imported = fetch(QStringLiteral("web/two disks"));
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(imported.object().value(QStringLiteral("name")).toString(), QStringLiteral("web-two disks"));
    const auto restored = m_bench->path(QStringLiteral("restored"));
    VERIFY_RUN(m_bench->restic.restoreLatest(restored).ok(), imported.run);
    QCOMPARE(difference(m_raw, restored + QStringLiteral("/web-two disks/sda1.raw")), QString());
    QCOMPARE(difference(m_otherRaw, restored + QStringLiteral("/web-two disks/sdf.raw")), QString());
    const auto facts = readFile(restored + QStringLiteral("/web-two disks/sealift.json"));
    QVERIFY2(facts.contains(QStringLiteral("%1/%2").arg(image, m_other).toUtf8()), facts.constData());

    const auto file = m_bench->path(QStringLiteral("disk.raw"));
    const auto unclear = run(exportArguments(image, file));
    QCOMPARE(unclear.complaint(QStringLiteral("invalid-argument"),
                               {QStringLiteral("/dev/sda1"), QStringLiteral("/dev/sdf")}),
             QByteArray());
    const auto none = run(exportArguments(image, file, words("--disk /dev/sdz")));
    QCOMPARE(none.complaint(QStringLiteral("not-found"), {QStringLiteral("/dev/sdz")}), QByteArray());
    const auto exported = run(exportArguments(image, file, words("--disk /dev/sdf")));
    VERIFY_RUN(exported.ok(), exported.run);
    QCOMPARE(difference(m_otherRaw, file), QString());
}

void TestEc2Export::encryptedImageComesBack()
{
    // As Sealift makes it, every block sent: an encrypted AMI, which EC2's own export refuses, leaves identical.
    QByteArray table(512, '\0');
    const char entry[] = {0, 0, 2, 0, '\x83', 0, 2, 0, 0, 8, 0, 0, 0, 0, 16, 0};
    table.replace(446, 16, QByteArray(entry, 16));
    table.replace(510, 2, QByteArray("\x55\xaa", 2));
    const auto raw = m_bench->images.raw(QStringLiteral("small.raw"), 64 * MiB, {{Patch::Fill::Random, MiB, 9 * MiB}});
    QFile disk(raw);
    QVERIFY(disk.open(QIODevice::ReadWrite) && disk.write(table) == table.size());
    disk.close();
    const auto made = run(words("import --to ec2-image --name back --boot-mode uefi --architecture x86_64 "
                                "--ignore-preflight ec2-not-bootable --ignore-preflight ec2-unknown-system") +
                          QStringList{raw});
    VERIFY_RUN(made.ok(), made.run);
    const auto file = m_bench->path(QStringLiteral("back.qcow2"));
    m_server.forgetRequests();
    const auto exported = run(exportArguments(QStringLiteral("back"), file));
    VERIFY_RUN(exported.ok(), exported.run);
    // Every block, and those that preflight looked at.
    const auto reads = m_server.requests(QStringLiteral("GetSnapshotBlock")).size();
    QVERIFY2(reads >= 2048 && reads < 2048 + 64, qPrintable(QString::number(reads)));
    QVERIFY(setSize(raw, GiB));
    const auto compared = ImageMaker::compare(file, QStringLiteral("qcow2"), raw);
    VERIFY_RUN(compared.ok(), compared);
}

void TestEc2Export::whatIsNotEncrypted()
{
    // Nothing that Sealift would make, and it can be read all the same.
    m_server.set({{QStringLiteral("unencrypted"), true}});
    const auto started =
        m_server.aws(words("ebs start-snapshot --volume-size 1 --encrypted --query SnapshotId --output text"));
    VERIFY_RUN(started.ok(), started);
    const auto plain = QString::fromLatin1(started.out.trimmed());
    const auto empty = QCryptographicHash::hash({}, QCryptographicHash::Sha256).toBase64();
    const auto completed =
        m_server.aws(words("ebs complete-snapshot --changed-blocks-count 0 --checksum-algorithm SHA256 "
                           "--checksum-aggregation-method LINEAR --checksum") +
                     QStringList{QString::fromLatin1(empty), QStringLiteral("--snapshot-id"), plain});
    VERIFY_RUN(completed.ok(), completed);
    std::this_thread::sleep_for(500ms);
    const auto file = m_bench->path(QStringLiteral("empty.raw"));
    const auto exported = run(exportArguments(plain, file));
    VERIFY_RUN(exported.ok(), exported.run);
    QCOMPARE(QFile(file).size(), GiB);
    QCOMPARE(nonZeroBytes(file, 4096), 0);
    QCOMPARE(exported.object().value(QStringLiteral("kmsKey")).toString(), QString());
}

void TestEc2Export::cancelled()
{
    m_server.set({{QStringLiteral("latency"), 0.5}});
    const auto file = m_bench->path(QStringLiteral("disk.qcow2"));
    Running running(command(exportArguments(m_snapshot, file, words("--bandwidth 20M"))));
    QVERIFY(awaitBlocks(5));
    running.signal(SIGINT);
    const auto ended = outcomeOf(running.wait());
    QCOMPARE(ended.complaint(QStringLiteral("cancelled")), QByteArray());
    QVERIFY(!QFile::exists(file));
    const auto task = lastTask();
    QCOMPARE(task.value(QStringLiteral("end")).toString(), QStringLiteral("cancelled"));
    QCOMPARE(task.value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    const auto requests = m_server.requests().size();
    std::this_thread::sleep_for(1s);
    QVERIFY(m_server.requests().size() <= requests + 64); // what the server was still at
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2Export::killedGoesOn()
{
    // Into a library: what had been stored is not stored again.
    QVERIFY(m_bench->sealift.init().ok());
    Running victim(
        command(words("import --from ec2 --pack-size 4 --bandwidth 15M --name web") + QStringList{m_snapshot}));
    QVERIFY(waitUntil([&] { return m_bench->sealift.packs().size() >= 2; }, kPatience));
    victim.signal(SIGKILL);
    static_cast<void>(victim.wait());
    QCOMPARE(m_bench->sealift.images().array().size(), 0);
    const auto again = fetch(m_snapshot, words("--name web"));
    VERIFY_RUN(again.ok(), again.run);
    QVERIFY(again.object().value(QStringLiteral("recoveredPacks")).toInt() > 0);
    QVERIFY(again.object().value(QStringLiteral("bytesKnown")).toDouble() > 0);
    const auto check = m_bench->restic.check();
    VERIFY_RUN(Restic::isClean(check), check);
    const auto restored = m_bench->path(QStringLiteral("restored"));
    VERIFY_RUN(m_bench->restic.restoreLatest(restored).ok(), check);
    QCOMPARE(difference(m_raw, restored + QStringLiteral("/web/web.raw")), QString());

    // Into a file: nothing half is there, and the next one is whole.
    m_server.set({{QStringLiteral("latency"), 0.3}});
    m_server.forgetRequests();
    const auto file = m_bench->path(QStringLiteral("disk.raw"));
    Running other(command(exportArguments(m_snapshot, file, words("--bandwidth 20M"))));
    QVERIFY(awaitBlocks(20));
    other.signal(SIGKILL);
    static_cast<void>(other.wait());
    QVERIFY(!QFile::exists(file));
    m_server.set({});
    const auto exported = run(exportArguments(m_snapshot, file));
    VERIFY_RUN(exported.ok(), exported.run);
    QCOMPARE(difference(m_raw, file), QString());
    for (const auto &task : run({QStringLiteral("tasks")}).array())
        QCOMPARE(task.toObject().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2Export::corruptedBlock()
{
    m_server.set({{QStringLiteral("read_corrupt"), QJsonArray{10}}}); // at 5 MiB
    const auto file = m_bench->path(QStringLiteral("disk.raw"));
    const auto exported = run(exportArguments(m_other, file));
    QCOMPARE(exported.complaint(QStringLiteral("corrupt"), {m_other, QStringLiteral("block 10")}), QByteArray());
    QVERIFY(!QFile::exists(file));
    QVERIFY(m_bench->sealift.init().ok());
    const auto imported = fetch(m_other);
    QCOMPARE(imported.complaint(QStringLiteral("corrupt"), {m_other, QStringLiteral("block 10")}), QByteArray());
    QCOMPARE(m_bench->sealift.images().array().size(), 0);
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2Export::tokensExpire()
{
    const auto file = m_bench->path(QStringLiteral("disk.raw"));
    Running running(command(exportArguments(m_snapshot, file, words("--bandwidth 12M"))));
    QVERIFY(awaitBlocks(5));
    m_server.expireTokens();
    const auto exported = outcomeOf(running.wait());
    VERIFY_RUN(exported.ok(), exported.run);
    QCOMPARE(difference(m_raw, file), QString());
    const auto refused =
        m_server.requests(QStringLiteral("GetSnapshotBlock")).filter(QRegularExpression(QStringLiteral(" 400$")));
    QVERIFY(!refused.isEmpty());
    qInfo("%lld tokens had expired, %lld lists", static_cast<long long>(refused.size()),
          static_cast<long long>(m_server.requests(QStringLiteral("ListSnapshotBlocks")).size()));
}

void TestEc2Export::explainsRefusals_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *action, int status, const char *service, const char *reason, const char *code,
                        const char *word) {
        QTest::addRow("%s %s %s", action, service, reason)
            << QString::fromLatin1(action) << status << QString::fromLatin1(service) << QString::fromLatin1(reason)
            << QString::fromLatin1(code) << QString::fromLatin1(word);
    };
    row("ListSnapshotBlocks", 403, "AccessDeniedException", "UNAUTHORIZED_ACCOUNT", "permission-denied",
        "ebs:ListSnapshotBlocks");
    row("GetSnapshotBlock", 403, "AccessDeniedException", "UNAUTHORIZED_ACCOUNT", "permission-denied",
        "ebs:GetSnapshotBlock");
    row("GetSnapshotBlock", 403, "AccessDeniedException", "DEPENDENCY_ACCESS_DENIED", "permission-denied", "KMS key");
    row("DescribeSnapshots", 403, "UnauthorizedOperation", "", "permission-denied", "ec2:DescribeSnapshots");
    row("GetCallerIdentity", 403, "AccessDenied", "", "permission-denied", "GetCallerIdentity");
}

void TestEc2Export::explainsRefusals()
{
    QFETCH(QString, action);
    QFETCH(int, status);
    QFETCH(QString, service);
    QFETCH(QString, reason);
    QFETCH(QString, code);
    QFETCH(QString, word);
    QJsonObject refusal{{QStringLiteral("status"), status}, {QStringLiteral("code"), service}};
    if (!reason.isEmpty())
        refusal.insert(QStringLiteral("reason"), reason);
    m_server.set({{QStringLiteral("refuse"), QJsonObject{{action, refusal}}}});
    const auto file = m_bench->path(QStringLiteral("disk.raw"));
    const auto refused = run(exportArguments(m_other, file));
    QCOMPARE(refused.complaint(code, {word}), QByteArray());
    QVERIFY(!QFile::exists(file));
    QCOMPARE(lastTask().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
}

void TestEc2Export::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *arguments, const char *code, const char *word) {
        QTest::newRow(arguments) << words(arguments) << QString::fromLatin1(code) << QString::fromLatin1(word);
    };
    row("export --from tape -o x.raw snap-0", "invalid-argument", "tape");
    row("export --from ec2 -l /x -o x.raw snap-0", "invalid-argument", "--library");
    row("export --from ec2 -f ova -o x.ova snap-0", "unsupported", "appliance");
    row("export --from ec2 -o x.raw.age snap-0 --age-recipient "
        "age1tdturesmy268sqfpm0csfu6wsh0c6jdv3r09ry5gedhufywccapqchmauv",
        "unsupported", "sealed");
    row("export --from ec2 -o s3:https://localhost:1/bucket/x.raw snap-0", "unsupported", "bucket");
    row("export --from ec2 -o x.raw snap-0123456789abcdef0", "not-found", "snap-0123456789abcdef0");
    row("export --from ec2 -o x.raw ami-0123456789abcdef0", "not-found", "ami-0123456789abcdef0");
    row("export --from ec2 -o x.raw web99", "not-found", "web99");
    row("export --from ec2 -o x.raw snap-../../x", "not-found", "snap-");
    row("export --from ec2 --endpoint http://localhost:1 -o x.raw snap-0", "invalid-argument", "--endpoint");
    row("export --endpoint https://localhost:1 -o x.raw web01", "invalid-argument", "--endpoint");
    row("import --from tape snap-0", "invalid-argument", "tape");
    row("import --from ec2 --to ec2-snapshot snap-0", "invalid-argument", "--to library");
    row("import --from ec2 --max-unpacked 1G snap-0", "invalid-argument", "--max-unpacked");
    row("import --from ec2 --kms-key x snap-0", "invalid-argument", "--kms-key");
    row("import --from ec2 snap-0123456789abcdef0", "not-found", "snap-0123456789abcdef0");
}

void TestEc2Export::wrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    QFETCH(QString, word);
    if (arguments.first() == QLatin1String("import"))
        QVERIFY(m_bench->sealift.init().ok());
    auto wrong = command(arguments);
    wrong.folder = m_bench->path(QString());
    const auto refused = outcomeOf(sealift::test::run(wrong));
    QCOMPARE(refused.complaint(code, {word}), QByteArray());
    QVERIFY(m_server.requests(QStringLiteral("GetSnapshotBlock")).isEmpty());
}

void TestEc2Export::policyIsWhatIsUsed()
{
    const auto image =
        registerImage(QStringLiteral("one"), {QStringLiteral("DeviceName=/dev/sda1,Ebs={SnapshotId=%1}").arg(m_other)});
    m_server.forgetRequests();
    const auto exported = run(exportArguments(image, m_bench->path(QStringLiteral("disk.raw"))));
    VERIFY_RUN(exported.ok(), exported.run);
    QStringList used;
    for (const auto &line : m_server.requests())
        used.append(line.section(QLatin1Char(' '), 0, 0));
    used.removeDuplicates();
    used.removeAll(QStringLiteral("GetCallerIdentity")); // which needs no permission
    used.sort();
    const auto policy = run(words("aws policy ec2-export --region eu-central-1"));
    VERIFY_RUN(policy.ok(), policy.run);
    QStringList allowed;
    for (const auto &statement : policy.object().value(QStringLiteral("Statement")).toArray()) {
        for (const auto &action : statement.toObject().value(QStringLiteral("Action")).toArray())
            allowed.append(action.toString().section(QLatin1Char(':'), 1));
    }
    allowed.sort();
    QCOMPARE(used, allowed);
}

void TestEc2Export::lists()
{
    const auto image =
        registerImage(QStringLiteral("one"), {QStringLiteral("DeviceName=/dev/sda1,Ebs={SnapshotId=%1}").arg(m_other)});
    const auto images = run(words("ec2 images"));
    VERIFY_RUN(images.ok(), images.run);
    QCOMPARE(images.array().size(), 1);
    const auto one = images.array().first().toObject();
    QCOMPARE(one.value(QStringLiteral("id")).toString(), image);
    QCOMPARE(one.value(QStringLiteral("name")).toString(), QStringLiteral("one"));
    QCOMPARE(one.value(QStringLiteral("size")).toDouble(), static_cast<double>(GiB));
    QCOMPARE(
        one.value(QStringLiteral("disks")).toArray().first().toObject().value(QStringLiteral("snapshot")).toString(),
        m_other);
    const auto snapshots = run(words("ec2 snapshots"));
    VERIFY_RUN(snapshots.ok(), snapshots.run);
    const auto named = snapshots.array().first().toObject();
    QCOMPARE(named.value(QStringLiteral("id")).toString(), m_snapshot);
    QCOMPARE(named.value(QStringLiteral("name")).toString(), QStringLiteral("web one"));
    QCOMPARE(named.value(QStringLiteral("state")).toString(), QStringLiteral("completed"));
    QVERIFY(named.value(QStringLiteral("encrypted")).toBool());
    auto plain = command(words("ec2 snapshots"));
    plain.arguments.removeFirst();
    const auto shown = sealift::test::run(plain);
    VERIFY_RUN(shown.out.contains("ENCRYPTED") && shown.out.contains(m_snapshot.toUtf8()), shown);
    m_server.set({{QStringLiteral("refuse"),
                   QJsonObject{{QStringLiteral("DescribeImages"),
                                QJsonObject{{QStringLiteral("status"), 403},
                                            {QStringLiteral("code"), QStringLiteral("UnauthorizedOperation")}}}}}});
    QCOMPARE(
        run(words("ec2 images")).complaint(QStringLiteral("permission-denied"), {QStringLiteral("ec2:DescribeImages")}),
        QByteArray());
}

void TestEc2Export::noSecretIsKept()
{
    auto good = command(exportArguments(m_other, m_bench->path(QStringLiteral("disk.raw"))));
    good.environment.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("EC2TEMPKEY"));
    good.environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("S3CR3T-ec2-temp"));
    good.environment.insert(QStringLiteral("AWS_SESSION_TOKEN"), QStringLiteral("S3CR3T-ec2-session"));
    const auto exported = sealift::test::run(good);
    VERIFY_RUN(exported.ok(), exported);
    VERIFY_RUN(!exported.out.contains("S3CR3T") && !exported.err.contains("S3CR3T"), exported);
    for (const auto &file : filesBelow(m_bench->sealift.stateFolder()))
        QVERIFY2(!readFile(m_bench->sealift.stateFolder() + QLatin1Char('/') + file).contains("S3CR3T"),
                 qPrintable(file));
}

QTEST_GUILESS_MAIN(TestEc2Export)
#include "tst_ec2_export.moc"
