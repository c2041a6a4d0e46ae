// Images that become encrypted snapshots of EBS, by the real command, against the server that judges each request by
// botocore's models: what arrives is the image, and whatever happens nothing unfinished stays.

#include "e2e/support/appliance_maker.h"
#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"
#include "support/ec2_server.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>

using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 MiB = 1 << 20;
constexpr qint64 kBlock = MiB / 2;

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestEc2Import : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everyBlockArrives();
    void omitsWhatWasNeverWritten();
    void saysWhoSendsWhere();
    void severalImages();
    void severalDisks();
    void severalDisksGoOn();
    void detached();
    void cancelled();
    void cancelledInTheLastMoment();
    void serviceFails();
    void killedGoesOn();
    void killedIsRemoved();
    void changedImageBeginsAnew();
    void cleanupIsConfirmedLater();
    void policyIsWhatIsUsed();
    void troubleInBetween_data();
    void troubleInBetween();
    void sessionEnds();
    void explainsRefusals_data();
    void explainsRefusals();
    void wrongUse_data();
    void wrongUse();
    void noSecretIsKept();
    void becomesAnImage();
    void imageWithoutTags();
    void imageIsNotRegistered();
    void answerOfRegistrationIsLost();

private:
    /// Random data does not start: what its disk does not show is said, and preflight is passed over.
    static QStringList ignored()
    {
        return words("--omit-unwritten --ignore-preflight ec2-not-bootable --ignore-preflight ec2-unknown-system");
    }
    static QStringList imageOptions()
    {
        return words("--to ec2-image --boot-mode uefi --architecture x86_64") + ignored();
    }
    /// Gives the disk a partition table with one partition, and nothing to start it by. @param size 32 MiB times that.
    void makePartition(char size = 16)
    {
        QByteArray table(512, '\0');
        const char entry[] = {0, 0, 2, 0, '\x83', 0, 2, 0, 0, 8, 0, 0, 0, 0, size, 0};
        table.replace(446, 16, QByteArray(entry, 16));
        table.replace(510, 2, QByteArray("\x55\xaa", 2));
        QFile disk(m_raw);
        if (!disk.open(QIODevice::ReadWrite) || disk.write(table) != 512)
            qFatal("cannot write %s", qPrintable(m_raw));
    }
    /// An appliance of two disks without a hole, "one.raw" and "two.raw", each with a partition.
    QString makeAppliance()
    {
        ApplianceMaker maker(m_bench->path(QStringLiteral("appliance")));
        const ImageFormat vmdk{.name = {},
                               .driver = QStringLiteral("vmdk"),
                               .probed = {},
                               .options = QStringLiteral("subformat=streamOptimized")};
        QList<ApplianceDisk> disks;
        QStringList files{QStringLiteral("web.ovf")};
        for (const auto *name : {"one", "two"}) {
            const auto file = QString::fromLatin1(name) + QStringLiteral(".vmdk");
            m_raw = m_bench->images.raw(QString::fromLatin1(name) + QStringLiteral(".raw"), 66 * MiB,
                                        {{Patch::Fill::Random, 0, 66 * MiB}});
            m_disks.append(m_raw);
            makePartition(1);
            if (!QFile::rename(m_bench->images.converted(m_raw, vmdk, file), maker.path(file)))
                qFatal("cannot move the disk");
            disks.append({file, QByteArray::number(66 * MiB), {}});
            files.append(file);
        }
        maker.describe(QStringLiteral("web"), disks);
        return maker.pack(QStringLiteral("web.ova"), files);
    }
    /// Compares the beginnings of volumes with both disks.
    QString differenceToDisks(const QJsonArray &snapshots)
    {
        if (snapshots.size() != 2)
            return QStringLiteral("there are not two snapshots");
        m_raw = m_disks.at(0);
        const auto first = differenceTo(snapshots[0].toString());
        m_raw = m_disks.at(1);
        return first + differenceTo(snapshots[1].toString());
    }
    CommandLine command(const QStringList &arguments) const
    {
        auto command = m_bench->sealift.command(arguments);
        command.environment = m_server.environment(command.environment);
        command.timeout = std::chrono::minutes(5); // a thousand blocks through a server of Python, on a busy machine
        return command;
    }
    QStringList importArguments(const QStringList &options = {}) const
    {
        return words("import --to ec2-snapshot") + options + QStringList{m_image};
    }
    Outcome run(const QStringList &arguments) const { return outcomeOf(sealift::test::run(command(arguments))); }
    Outcome import(const QStringList &options = {}) const { return run(importArguments(options)); }
    QByteArray receipt(const QString &task) const
    {
        const auto shown = run({QStringLiteral("receipt"), QStringLiteral("show"), task});
        return shown.ok() ? shown.run.out : shown.run.describe();
    }
    QJsonObject lastTask() const { return run({QStringLiteral("tasks")}).array().last().toObject(); }
    /// Waits until that many blocks have arrived.
    void awaitBlocks(qsizetype count)
    {
        while (m_server.requests(QStringLiteral("PutSnapshotBlock")).size() < count)
            std::this_thread::sleep_for(20ms);
    }
    /// Starts an import, kills it in the middle, and returns the snapshot that it had begun.
    QString killInTheMiddle()
    {
        m_server.set({{QStringLiteral("latency"), 0.2}});
        Running victim(command(importArguments()));
        awaitBlocks(400);
        std::this_thread::sleep_for(2s); // how far it is is written down every two seconds
        victim.signal(SIGKILL);
        static_cast<void>(victim.wait());
        m_server.set({});
        return m_server.snapshots().value(0);
    }
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

    Ec2Server m_server;
    std::unique_ptr<Workbench> m_bench;
    QString m_raw;
    QStringList m_disks; ///< of makeAppliance()
    QString m_image;
};

void TestEc2Import::initTestCase()
{
    REQUIRE_TOOLS();
    QVERIFY(m_server.isReady());
}

void TestEc2Import::init()
{
    m_bench = std::make_unique<Workbench>();
    m_server.set({});
    m_server.forgetRequests();
    // Data at odd places, holes, and zeroes that were written.
    m_raw = m_bench->images.raw(QStringLiteral("disk.raw"), 700 * MiB + 4096,
                                {{Patch::Fill::Random, 0, 3 * MiB},
                                 {Patch::Fill::Zeroes, 20 * MiB + 65536, 5 * MiB},
                                 {Patch::Fill::Random, 300 * MiB + 512, 40 * MiB},
                                 {Patch::Fill::Constant, 700 * MiB, 4096, 0x5a}});
    m_image = m_raw;
    m_disks.clear();
}

void TestEc2Import::cleanup()
{
    const auto complaints = m_server.takeComplaints();
    m_server.removeAll();
    m_bench.reset();
    VERIFY_EMPTY(complaints);
}

void TestEc2Import::everyBlockArrives()
{
    m_image = m_bench->images.converted(m_raw, inputFormats().at(1), QStringLiteral("disk.img"));
    const auto imported = import(words("--description web01 --tag Name=web01 --tag empty="));
    VERIFY_RUN(imported.ok(), imported.run);
    const auto result = imported.object();
    const auto snapshot = result.value(QStringLiteral("id")).toString();
    QCOMPARE(m_server.snapshots(), QStringList{snapshot});
    QCOMPARE(differenceTo(snapshot), QString());
    QCOMPARE(result.value(QStringLiteral("volumeGiB")).toInt(), 1);
    QCOMPARE(result.value(QStringLiteral("bytesSent")).toDouble(), 1024.0 * MiB);
    QCOMPARE(result.value(QStringLiteral("account")).toString(), QStringLiteral("111122223333"));
    QVERIFY(result.value(QStringLiteral("kmsKey")).toString().startsWith(QLatin1String("arn:aws:kms:")));
    const auto described = m_server.aws(words("ec2 describe-snapshots --query "
                                              "Snapshots[0].[State,Encrypted,Description,Tags[?Key=='Name'].Value|[0]] "
                                              "--output text --snapshot-ids") +
                                        QStringList{snapshot});
    VERIFY_RUN(described.out.simplified() == "completed True web01 web01", described);
    const auto receipt = this->receipt(result.value(QStringLiteral("task")).toString());
    for (const auto *part :
         {"no-unfinished-snapshot", "not encrypted in this computer's memory", "TLS 1.2", "arn:aws:kms:"})
        QVERIFY2(receipt.contains(part), receipt.constData());
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2Import::omitsWhatWasNeverWritten()
{
    const auto imported = import(words("--omit-unwritten"));
    VERIFY_RUN(imported.ok(), imported.run);
    const auto result = imported.object();
    // 3 and 40 MiB of data, the last 4 KiB, and the zeroes where the file system has them as written.
    const auto sent = result.value(QStringLiteral("bytesSent")).toDouble();
    QVERIFY2(sent >= 43.5 * MiB && sent < 60.0 * MiB, imported.run.describe().constData());
    QCOMPARE(result.value(QStringLiteral("bytesOmitted")).toDouble(), 1024.0 * MiB - sent);
    const auto volume = m_bench->path(QStringLiteral("volume.raw"));
    QVERIFY(m_server.readVolume(result.value(QStringLiteral("id")).toString(), volume).ok());
    QFile read(volume);
    QFile disk(m_raw);
    QVERIFY(read.open(QIODevice::ReadOnly) && disk.open(QIODevice::ReadOnly));
    int same = 0;
    for (const auto &line : m_server.requests(QStringLiteral("PutSnapshotBlock"))) {
        const auto index = line.section(QLatin1Char(' '), 2, 2).toLongLong();
        QVERIFY(read.seek(index * kBlock) && disk.seek(index * kBlock));
        auto expected = disk.read(kBlock);
        expected.resize(kBlock, '\0');
        QCOMPARE(read.read(kBlock), expected);
        ++same;
    }
    QCOMPARE(same * static_cast<double>(kBlock), sent);
}

void TestEc2Import::saysWhoSendsWhere()
{
    // For people: before anything is sent, and without a secret.
    auto plain = command(importArguments(words("--omit-unwritten")));
    plain.arguments.removeFirst();
    const auto shown = sealift::test::run(plain);
    VERIFY_RUN(shown.ok(), shown);
    VERIFY_RUN(shown.err.contains("To Amazon EC2 in eu-central-1, as arn:aws:iam::111122223333:user/ann"), shown);
    for (const auto *part :
         {"snap-", "account 111122223333", "arn:aws:kms:eu-central-1", "not in this computer", "Receipt"})
        VERIFY_RUN(shown.out.contains(part), shown);
    const auto requests = m_server.requests();
    QVERIFY2(requests.first().startsWith(QLatin1String("GetCallerIdentity")), qPrintable(requests.first()));
    const auto audit = run(words("audit show"));
    VERIFY_RUN(audit.run.out.contains("aws-identity") && audit.run.out.contains("snapshot-completed"), audit.run);
}

void TestEc2Import::severalImages()
{
    const auto other = m_bench->images.raw(QStringLiteral("other.raw"), 2 * MiB, {{Patch::Fill::Random, 0, MiB}});
    const auto imported = run(importArguments(words("--omit-unwritten")) + QStringList{other});
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(imported.object().value(QStringLiteral("snapshots")).toArray().size(), 2);
    QCOMPARE(m_server.snapshots().size(), 2);
}

void TestEc2Import::severalDisks()
{
    m_image = makeAppliance();
    const auto imported =
        run(words("import --name web01") + imageOptions() + words("--progress") + QStringList{m_image});
    VERIFY_RUN(imported.ok(), imported.run);
    const auto result = imported.object();
    QCOMPARE(differenceToDisks(result.value(QStringLiteral("snapshots")).toArray()), QString());
    QCOMPARE(result.value(QStringLiteral("volumeGiB")).toInt(), 2);
    const auto described = m_server.aws(words("ec2 describe-images --output text --query "
                                              "Images[0].BlockDeviceMappings[?Ebs].[DeviceName,Ebs.SnapshotId] "
                                              "--image-ids") +
                                        QStringList{result.value(QStringLiteral("id")).toString()});
    const auto snapshots = result.value(QStringLiteral("snapshots")).toArray();
    VERIFY_RUN(described.out.contains("/dev/sda1\t" + snapshots[0].toString().toUtf8()) &&
                   described.out.contains("/dev/sdf\t" + snapshots[1].toString().toUtf8()),
               described);
    QVERIFY(receipt(result.value(QStringLiteral("task")).toString()).contains(snapshots[1].toString().toUtf8()));
    // Never over the whole, and at its end there.
    for (const auto &progress : imported.progress)
        QVERIFY(progress.value(QStringLiteral("done")).toDouble() <=
                progress.value(QStringLiteral("total")).toDouble());
    // As snapshots only; where the service fails, none stays.
    m_server.set({{QStringLiteral("fail"), true}});
    const auto failed = import(words("--omit-unwritten"));
    QCOMPARE(failed.complaint(QStringLiteral("io"), {QStringLiteral("key ID is not accessible")}), QByteArray());
    QCOMPARE(m_server.snapshots().size(), 2);
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2Import::severalDisksGoOn()
{
    m_image = makeAppliance();
    m_server.set({{QStringLiteral("latency"), 0.3}});
    {
        Running victim(command(importArguments(words("--omit-unwritten --bandwidth 8M"))));
        awaitBlocks(132 + 40); // in the middle of the second
        victim.signal(SIGKILL);
        static_cast<void>(victim.wait());
    }
    m_server.set({});
    const auto begun = m_server.snapshots();
    QCOMPARE(begun.size(), 2);
    m_server.forgetRequests();
    const auto again = import(words("--omit-unwritten --bandwidth 8M"));
    VERIFY_RUN(again.ok(), again.run);
    QVERIFY(m_server.requests(QStringLiteral("StartSnapshot")).isEmpty());
    QVERIFY(again.object().value(QStringLiteral("bytesKnown")).toDouble() >= 60.0 * MiB);
    QCOMPARE(differenceToDisks(again.object().value(QStringLiteral("snapshots")).toArray()), QString());
    QCOMPARE(m_server.snapshots(), begun);
    // Killed again, and not gone on with: both go.
    m_server.set({{QStringLiteral("latency"), 0.3}});
    m_server.forgetRequests();
    {
        Running victim(command(importArguments(words("--omit-unwritten --bandwidth 8M --description other"))));
        awaitBlocks(132 + 10);
        victim.signal(SIGKILL);
        static_cast<void>(victim.wait());
    }
    m_server.set({});
    QCOMPARE(m_server.snapshots().size(), 4);
    const auto swept = run(words("scratch sweep"));
    VERIFY_RUN(swept.ok(), swept.run);
    QCOMPARE(m_server.snapshots(), begun);
    QCOMPARE(lastTask().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
}

void TestEc2Import::detached()
{
    const auto queued = import(words("--omit-unwritten --detach"));
    VERIFY_RUN(queued.ok(), queued.run);
    const auto end = [this] { return lastTask().value(QStringLiteral("end")).toString(); };
    for (int i = 0; i < 200 && end().isEmpty(); ++i)
        std::this_thread::sleep_for(100ms);
    QCOMPARE(end(), QStringLiteral("completed"));
    QCOMPARE(m_server.snapshots().size(), 1);
}

void TestEc2Import::cancelled()
{
    m_server.set({{QStringLiteral("latency"), 0.2}});
    Running import(command(importArguments()));
    awaitBlocks(100);
    import.signal(SIGINT);
    const auto ended = outcomeOf(import.wait());
    QCOMPARE(ended.complaint(QStringLiteral("cancelled")), QByteArray());
    VERIFY_EMPTY(m_server.snapshots().join(QLatin1Char(' ')));
    const auto task = lastTask();
    QCOMPARE(task.value(QStringLiteral("end")).toString(), QStringLiteral("cancelled"));
    QCOMPARE(task.value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    const auto receipt = this->receipt(task.value(QStringLiteral("id")).toString());
    QVERIFY2(receipt.contains("snapshot-deleted") && receipt.contains("has no snapshot snap-"), receipt.constData());
    // It was looked for after it was deleted.
    const auto requests = m_server.requests();
    QVERIFY(requests.last().startsWith(QLatin1String("DescribeSnapshots snap-")) &&
            requests.last().endsWith(QLatin1String("400")));
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

/// All is done, and what was made is only given its tags: what is cancelled leaves nothing, then as well.
void TestEc2Import::cancelledInTheLastMoment()
{
    makePartition();
    m_server.set({{QStringLiteral("latency"), 0.4}});
    Running running(command(words("import") + imageOptions() + QStringList{m_image}));
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
}

void TestEc2Import::serviceFails()
{
    m_server.set({{QStringLiteral("fail"), true}});
    const auto failed = import(words("--omit-unwritten"));
    QCOMPARE(
        failed.complaint(QStringLiteral("io"), {QStringLiteral("snap-"), QStringLiteral("key ID is not accessible")}),
        QByteArray());
    VERIFY_EMPTY(m_server.snapshots().join(QLatin1Char(' ')));
    m_server.set({{QStringLiteral("unencrypted"), true}});
    const auto plain = import(words("--omit-unwritten"));
    QCOMPARE(plain.complaint(QStringLiteral("unsafe"), {QStringLiteral("not encrypted")}), QByteArray());
    VERIFY_EMPTY(m_server.snapshots().join(QLatin1Char(' ')));
    QCOMPARE(m_server.requests(QStringLiteral("CompleteSnapshot")).size(), 1);
}

void TestEc2Import::killedGoesOn()
{
    const auto begun = killInTheMiddle();
    QVERIFY(begun.startsWith(QLatin1String("snap-")));
    const auto arrived = m_server.requests(QStringLiteral("PutSnapshotBlock")).size();
    m_server.forgetRequests();
    const auto again = import();
    VERIFY_RUN(again.ok(), again.run);
    const auto result = again.object();
    QCOMPARE(result.value(QStringLiteral("id")).toString(), begun);
    QCOMPARE(m_server.snapshots(), QStringList{begun});
    QVERIFY(m_server.requests(QStringLiteral("StartSnapshot")).isEmpty());
    const auto known = result.value(QStringLiteral("bytesKnown")).toDouble() / kBlock;
    const auto sent = result.value(QStringLiteral("bytesSent")).toDouble() / kBlock;
    qInfo("%lld blocks had arrived, %.0f were not sent again, %.0f were", static_cast<long long>(arrived), known, sent);
    QCOMPARE(known + sent, 2048.0);
    // What the server was still at when the first process died may be among these.
    QVERIFY(static_cast<double>(m_server.requests(QStringLiteral("PutSnapshotBlock")).size()) < sent + 200);
    QVERIFY(known > 0);
    QCOMPARE(differenceTo(begun), QString());
    QCOMPARE(lastTask().value(QStringLiteral("attempt")).toInt(), 2);
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2Import::killedIsRemoved()
{
    const auto begun = killInTheMiddle();
    QVERIFY(begun.startsWith(QLatin1String("snap-")));
    const auto swept = run(words("scratch sweep"));
    VERIFY_RUN(swept.ok(), swept.run);
    VERIFY_EMPTY(m_server.snapshots().join(QLatin1Char(' ')));
    const auto task = lastTask();
    QCOMPARE(task.value(QStringLiteral("end")).toString(), QStringLiteral("failed"));
    QCOMPARE(task.value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    const auto receipt = this->receipt(task.value(QStringLiteral("id")).toString());
    QVERIFY2(receipt.contains(begun.toUtf8()), receipt.constData());
    // Tried again it begins anew.
    const auto retried = run(words("task retry") + QStringList{task.value(QStringLiteral("id")).toString()});
    VERIFY_RUN(retried.ok(), retried.run);
    QCOMPARE(m_server.snapshots().size(), 1);
    QCOMPARE(differenceTo(m_server.snapshots().first()), QString());
}

void TestEc2Import::changedImageBeginsAnew()
{
    const auto begun = killInTheMiddle();
    QVERIFY(writeRandom(m_raw, 5 * MiB, MiB, 99));
    const auto again = import();
    VERIFY_RUN(again.ok(), again.run);
    const auto snapshot = again.object().value(QStringLiteral("id")).toString();
    QVERIFY(snapshot != begun);
    QCOMPARE(m_server.snapshots(), QStringList{snapshot});
    QCOMPARE(differenceTo(snapshot), QString());
}

void TestEc2Import::cleanupIsConfirmedLater()
{
    // The service refuses to delete: then nobody claims that it is gone.
    const QJsonObject refusal{{QStringLiteral("status"), 403},
                              {QStringLiteral("code"), QStringLiteral("UnauthorizedOperation")}};
    m_server.set({{QStringLiteral("fail"), true},
                  {QStringLiteral("refuse"), QJsonObject{{QStringLiteral("DeleteSnapshot"), refusal}}}});
    const auto failed = import(words("--omit-unwritten"));
    const auto snapshot = m_server.snapshots().value(0);
    QCOMPARE(failed.complaint(QStringLiteral("cleanup-unconfirmed"), {snapshot}), QByteArray());
    const auto removed =
        run({QStringLiteral("task"), QStringLiteral("remove"), lastTask().value(QStringLiteral("id")).toString()});
    QVERIFY(!removed.ok());
    m_server.set({});
    const auto swept = run(words("scratch sweep"));
    VERIFY_RUN(swept.ok(), swept.run);
    VERIFY_EMPTY(m_server.snapshots().join(QLatin1Char(' ')));
    QCOMPARE(lastTask().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
}

/// What `aws policy` prints is what imports do, no less and no more.
void TestEc2Import::policyIsWhatIsUsed()
{
    const auto allowed = [this](const char *goal) {
        const auto policy = run(words("aws policy --region eu-central-1 --kms-key "
                                      "arn:aws:kms:eu-central-1:111122223333:key/1234abcd") +
                                QStringList{QString::fromLatin1(goal)});
        QStringList actions;
        for (const auto &statement : policy.object().value(QStringLiteral("Statement")).toArray()) {
            for (const auto &action : statement.toObject().value(QStringLiteral("Action")).toArray()) {
                const auto name = action.toString();
                if (!name.startsWith(QLatin1String("kms:")))
                    actions.append(name.section(QLatin1Char(':'), 1));
            }
        }
        actions.sort();
        return actions;
    };
    const auto used = [this] {
        QStringList actions;
        for (const auto &request : m_server.requests())
            actions.append(request.section(QLatin1Char(' '), 0, 0));
        actions.removeDuplicates();
        actions.removeAll(QStringLiteral("GetCallerIdentity")); // which needs no permission
        actions.sort();
        return actions;
    };
    m_server.forgetRequests();
    const auto snapshot = import(words("--omit-unwritten --tag Name=web01"));
    VERIFY_RUN(snapshot.ok(), snapshot.run);
    m_server.set({{QStringLiteral("fail"), true}});
    static_cast<void>(import(words("--omit-unwritten")));
    m_server.set({});
    auto needed = used();
    // Tags of a snapshot come with its beginning, and need that permission all the same.
    needed.append(QStringLiteral("CreateTags"));
    needed.removeDuplicates();
    needed.sort();
    QCOMPARE(needed, allowed("ec2-snapshot"));

    makePartition();
    m_server.set({{QStringLiteral("lose"), QJsonArray{QStringLiteral("RegisterImage")}}});
    const auto image = run(words("import --tag Name=web01") + imageOptions() + QStringList{m_image});
    VERIFY_RUN(image.ok(), image.run);
    m_server.set({});
    auto forImages = allowed("ec2-image");
    for (const auto &action : used())
        QVERIFY2(forImages.removeAll(action) == 1, qPrintable(action));
    // Only where what was registered has to go again.
    forImages.removeAll(QStringLiteral("DeregisterImage"));
    VERIFY_EMPTY(forImages.join(QLatin1Char(' ')));
}

void TestEc2Import::troubleInBetween_data()
{
    QTest::addColumn<QJsonObject>("switches");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("bursts of throttling")
        << QJsonObject{{QStringLiteral("throttle"), 3}, {QStringLiteral("error500"), 7}} << QString() << QString();
    const QJsonObject refusal{{QStringLiteral("status"), 403},
                              {QStringLiteral("code"), QStringLiteral("AccessDeniedException")},
                              {QStringLiteral("reason"), QStringLiteral("DEPENDENCY_ACCESS_DENIED")}};
    QTest::newRow("the key is revoked") << QJsonObject{{QStringLiteral("refuse"),
                                                        QJsonObject{{QStringLiteral("PutSnapshotBlock"), refusal}}}}
                                        << QStringLiteral("permission-denied") << QStringLiteral("KMS key");
    QTest::newRow("the key is revoked in the end")
        << QJsonObject{{QStringLiteral("refuse"), QJsonObject{{QStringLiteral("CompleteSnapshot"), refusal}}}}
        << QStringLiteral("permission-denied") << QStringLiteral("KMS key");
    QTest::newRow("the service fails in the end") << QJsonObject{{QStringLiteral("fail"), true}} << QStringLiteral("io")
                                                  << QStringLiteral("key ID is not accessible");
}

/// It begins when a part has arrived.
void TestEc2Import::troubleInBetween()
{
    QFETCH(QJsonObject, switches);
    QFETCH(QString, code);
    QFETCH(QString, word);
    Running running(command(importArguments(words("--omit-unwritten --bandwidth 15M"))));
    awaitBlocks(10);
    m_server.set(switches);
    const auto ended = outcomeOf(running.wait());
    if (code.isEmpty()) {
        VERIFY_RUN(ended.ok(), ended.run);
        QCOMPARE(m_server.snapshots().size(), 1);
        return;
    }
    QCOMPARE(ended.complaint(code, {word}), QByteArray());
    VERIFY_EMPTY(m_server.snapshots().join(QLatin1Char(' ')));
    QCOMPARE(lastTask().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
}

/// A session that ends in the middle: with somebody who has another one it goes on; else it says so, names what it
/// could not remove, and whoever may do so removes that at the next start.
void TestEc2Import::sessionEnds()
{
    const auto config = m_bench->path(QStringLiteral("aws"));
    const auto counted = m_bench->path(QStringLiteral("asked"));
    const auto program = m_bench->path(QStringLiteral("credentials"));
    QVERIFY(writeFile(config, "[profile short]\ncredential_process = " + program.toUtf8() + "\n"));
    const QByteArray lasting = R"({"Version":1,"AccessKeyId":"EC2TESTKEY","SecretAccessKey":"S3CR3T-ec2-key"})";
    const QByteArray brief = R"({"Version":1,"AccessKeyId":"EC2TEMPKEY","SecretAccessKey":"S3CR3T-ec2-temp",)"
                             R"("SessionToken":"S3CR3T-ec2-session"})";
    QVERIFY(writeFile(program, "#!/bin/sh\nif [ -e " + counted.toUtf8() + " ]; then echo '" + lasting + "'; else : > " +
                                   counted.toUtf8() + "; echo '" + brief + "'; fi\n"));
    QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QJsonObject over{{QStringLiteral("expired"), QJsonArray{QStringLiteral("EC2TEMPKEY")}}};
    {
        auto line = command(importArguments(words("--omit-unwritten --bandwidth 15M --profile short")));
        line.environment.insert(QStringLiteral("AWS_CONFIG_FILE"), config);
        line.environment.remove(QStringLiteral("AWS_ACCESS_KEY_ID"));
        line.environment.remove(QStringLiteral("AWS_SECRET_ACCESS_KEY"));
        Running running(line);
        awaitBlocks(10);
        m_server.set(over);
        const auto ended = outcomeOf(running.wait());
        VERIFY_RUN(ended.ok(), ended.run);
        QCOMPARE(m_server.snapshots().size(), 1);
        m_server.removeAll();
    }
    m_server.set({});
    m_server.forgetRequests();
    auto line = command(importArguments(words("--omit-unwritten --bandwidth 15M")));
    line.environment.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("EC2TEMPKEY"));
    line.environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("S3CR3T-ec2-temp"));
    line.environment.insert(QStringLiteral("AWS_SESSION_TOKEN"), QStringLiteral("S3CR3T-ec2-session"));
    Running running(line);
    awaitBlocks(10);
    m_server.set(over);
    const auto ended = outcomeOf(running.wait());
    const auto left = m_server.snapshots().value(0);
    QCOMPARE(ended.complaint(QStringLiteral("cleanup-unconfirmed"), {left}), QByteArray());
    VERIFY_RUN(!ended.run.err.contains("S3CR3T"), ended.run);
    const auto swept = run(words("scratch sweep"));
    VERIFY_RUN(swept.ok(), swept.run);
    VERIFY_EMPTY(m_server.snapshots().join(QLatin1Char(' ')));
    QCOMPARE(lastTask().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    const auto again = import(words("--omit-unwritten"));
    VERIFY_RUN(again.ok(), again.run);
}

void TestEc2Import::explainsRefusals_data()
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
    row("StartSnapshot", 403, "AccessDeniedException", "UNAUTHORIZED_ACCOUNT", "permission-denied",
        "ebs:StartSnapshot");
    row("StartSnapshot", 403, "AccessDeniedException", "DEPENDENCY_ACCESS_DENIED", "permission-denied", "KMS key");
    row("StartSnapshot", 400, "ValidationException", "INVALID_CUSTOMER_KEY", "invalid-argument", "KMS key");
    row("StartSnapshot", 402, "ServiceQuotaExceededException", "DEPENDENCY_SERVICE_QUOTA_EXCEEDED", "limit-exceeded",
        "quota");
    row("PutSnapshotBlock", 403, "AccessDeniedException", "UNAUTHORIZED_ACCOUNT", "permission-denied",
        "ebs:PutSnapshotBlock");
    row("PutSnapshotBlock", 400, "ValidationException", "WRITE_REQUEST_TIMEOUT", "timeout", "given up");
    row("CompleteSnapshot", 403, "AccessDeniedException", "", "permission-denied", "ebs:CompleteSnapshot");
    row("DescribeSnapshots", 403, "UnauthorizedOperation", "", "cleanup-unconfirmed", "ec2:DescribeSnapshots");
    row("GetCallerIdentity", 403, "AccessDenied", "", "permission-denied", "GetCallerIdentity");
}

void TestEc2Import::explainsRefusals()
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
    const auto refused = import(words("--omit-unwritten"));
    QCOMPARE(refused.complaint(code, {word}), QByteArray());
    if (code != QLatin1String("cleanup-unconfirmed")) {
        VERIFY_EMPTY(m_server.snapshots().join(QLatin1Char(' ')));
        QCOMPARE(lastTask().value(QStringLiteral("cleanup")).toString(), QStringLiteral("confirmed"));
    }
}

void TestEc2Import::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *arguments, const char *code, const char *word) {
        QTest::newRow(arguments) << words(arguments) << QString::fromLatin1(code) << QString::fromLatin1(word);
    };
    row("--to tape", "invalid-argument", "tape");
    row("--to ec2-snapshot --name x", "invalid-argument", "--name");
    row("--to ec2-snapshot --compression max", "invalid-argument", "--compression");
    row("--to ec2-snapshot --allow-insecure-loopback", "invalid-argument", "--allow-insecure-loopback");
    row("--to ec2-snapshot --tag june", "invalid-argument", "june");
    row("--to ec2-snapshot --tag aws:x=y", "invalid-argument", "aws:x");
    row("--to ec2-snapshot --kms-key alias/mine", "invalid-argument", "alias/mine");
    row("--to ec2-snapshot --kms-key 00000000-2222-3333-4444-555555555555", "not-found", "KMS key");
    row("--to ec2-snapshot --endpoint http://localhost:1", "invalid-argument", "--endpoint");
    row("--to ec2-snapshot --endpoint https://me:pw@localhost:1", "invalid-argument", "--endpoint");
    row("--to ec2-snapshot --region eu/west", "invalid-argument", "region");
    row("--to ec2-snapshot --profile nobody", "not-found", "nobody");
    row("--to ec2-snapshot --boot-mode uefi", "invalid-argument", "--boot-mode");
    row("--to ec2-image --boot-mode x", "invalid-argument", "--boot-mode");
    row("--to ec2-image --architecture i386", "invalid-argument", "--architecture");
    row("--to ec2-image --name a#b", "invalid-argument", "a#b");
    row("--kms-key x", "invalid-argument", "--kms-key");
    row("--omit-unwritten", "invalid-argument", "--omit-unwritten");
}

void TestEc2Import::wrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    QFETCH(QString, word);
    const auto refused = run(QStringList{QStringLiteral("import")} + arguments + QStringList{m_image});
    QCOMPARE(refused.complaint(code, {word}), QByteArray());
    VERIFY_EMPTY(m_server.snapshots().join(QLatin1Char(' ')));
    QVERIFY(m_server.requests(QStringLiteral("PutSnapshotBlock")).isEmpty());
}

void TestEc2Import::noSecretIsKept()
{
    // With temporary credentials, once as it should be, once refused by a service that repeats what was sent.
    auto good = command(importArguments(words("--omit-unwritten")));
    good.environment.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("EC2TEMPKEY"));
    good.environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("S3CR3T-ec2-temp"));
    good.environment.insert(QStringLiteral("AWS_SESSION_TOKEN"), QStringLiteral("S3CR3T-ec2-session"));
    const auto imported = sealift::test::run(good);
    VERIFY_RUN(imported.ok(), imported);
    auto bad = good;
    bad.environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("S3CR3T-wrong"));
    const auto refused = sealift::test::run(bad);
    VERIFY_RUN(!refused.ok(), refused);
    for (const auto *run : {&imported, &refused})
        VERIFY_RUN(!run->out.contains("S3CR3T") && !run->err.contains("S3CR3T"), *run);
    for (const auto &file : filesBelow(m_bench->sealift.stateFolder()))
        QVERIFY2(!readFile(m_bench->sealift.stateFolder() + QLatin1Char('/') + file).contains("S3CR3T"),
                 qPrintable(file));
}

void TestEc2Import::becomesAnImage()
{
    makePartition();
    const auto arguments =
        words("import") + imageOptions() + words("--name web01 --tag Owner=ann") + QStringList{m_image};
    const auto imported = run(arguments);
    VERIFY_RUN(imported.ok(), imported.run);
    const auto result = imported.object();
    const auto image = result.value(QStringLiteral("id")).toString();
    const auto snapshot = result.value(QStringLiteral("snapshot")).toString();
    QCOMPARE(m_server.images(), QStringList{image});
    QCOMPARE(m_server.snapshots(), QStringList{snapshot});
    const auto described = m_server.aws(words("ec2 describe-images --output text --query "
                                              "Images[0].[Name,BootMode,Architecture,EnaSupport,BlockDeviceMappings[0]."
                                              "Ebs.SnapshotId,Tags[?Key=='Owner'].Value|[0]] "
                                              "--image-ids") +
                                        QStringList{image});
    VERIFY_RUN(described.out.simplified() == "web01 uefi x86_64 True " + snapshot.toUtf8() + " ann", described);
    // The name is taken now, which is found before anything is sent.
    m_server.forgetRequests();
    const auto again = run(arguments);
    QCOMPARE(again.complaint(QStringLiteral("already-exists"), {QStringLiteral("web01"), image}), QByteArray());
    QVERIFY(m_server.requests(QStringLiteral("StartSnapshot")).isEmpty());
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestEc2Import::imageWithoutTags()
{
    makePartition();
    const QJsonObject refusal{{QStringLiteral("status"), 403},
                              {QStringLiteral("code"), QStringLiteral("UnauthorizedOperation")}};
    m_server.set({{QStringLiteral("refuse"), QJsonObject{{QStringLiteral("CreateTags"), refusal}}}});
    const auto imported = run(words("import") + imageOptions() + QStringList{m_image});
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(m_server.images().size(), 1);
    QCOMPARE(imported.object().value(QStringLiteral("warnings")).toArray().size(), 1);
    VERIFY_RUN(imported.run.err.contains("ec2:CreateTags"), imported.run);
}

void TestEc2Import::imageIsNotRegistered()
{
    makePartition();
    const QJsonObject refusal{{QStringLiteral("status"), 403},
                              {QStringLiteral("code"), QStringLiteral("UnauthorizedOperation")}};
    m_server.set({{QStringLiteral("refuse"), QJsonObject{{QStringLiteral("RegisterImage"), refusal}}}});
    const auto refused = run(words("import") + imageOptions() + QStringList{m_image});
    QCOMPARE(refused.complaint(QStringLiteral("permission-denied"), {QStringLiteral("ec2:RegisterImage")}),
             QByteArray());
    VERIFY_EMPTY((m_server.snapshots() + m_server.images()).join(QLatin1Char(' ')));
    // How it starts is not guessed.
    m_server.set({});
    m_server.forgetRequests();
    const auto unknown = run(words("import --to ec2-image") + ignored() + QStringList{m_image});
    QCOMPARE(unknown.complaint(QStringLiteral("unsupported"), {QStringLiteral("is not known")}), QByteArray());
    QVERIFY(m_server.requests(QStringLiteral("StartSnapshot")).isEmpty());
    VERIFY_EMPTY((m_server.snapshots() + m_server.images()).join(QLatin1Char(' ')));
}

void TestEc2Import::answerOfRegistrationIsLost()
{
    makePartition();
    m_server.set({{QStringLiteral("lose"), QJsonArray{QStringLiteral("RegisterImage")}}});
    const auto imported = run(words("import") + imageOptions() + QStringList{m_image});
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(m_server.images(), QStringList{imported.object().value(QStringLiteral("id")).toString()});
}

QTEST_GUILESS_MAIN(TestEc2Import)
#include "tst_ec2_import.moc"
