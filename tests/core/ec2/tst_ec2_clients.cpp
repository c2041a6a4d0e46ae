#include "crypto/crypto_session.h"
#include "ec2/ec2_access.h"
#include "support/ec2_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QUuid>

#include <thread>

using namespace sealift;
using namespace sealift::test;

namespace {

/// Impatient enough for a test.
ServiceTuning quick()
{
    ServiceTuning tuning;
    tuning.retry = {.base = std::chrono::milliseconds(5),
                    .longest = std::chrono::milliseconds(50),
                    .deadline = std::chrono::seconds(6),
                    .firstContact = std::chrono::seconds(2)};
    tuning.missingDeadline = std::chrono::seconds(8);
    tuning.attempt = std::chrono::milliseconds(1500);
    return tuning;
}

QByteArray blockOf(char filling)
{
    return QByteArray(kSnapshotBlock, filling);
}

} // namespace

/// The clients of EC2 and EBS against the server that judges requests by botocore's models; and that server against the
/// real AWS command line.
class TestEc2Clients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void writesAndReads();
    void agreesWithAws();
    void sameRequestSameSnapshot();
    void triesAgainOnce_data();
    void triesAgainOnce();
    void stalledRequestIsGivenUp();
    void freshSnapshotMayBeMissing();
    void wrongClockIsCorrected();
    void lostAnswer();
    void refusesWhatIsNotEncrypted();
    void noticesWhatArrivedChanged();
    void deniedIsFinal();
    void cancelledAtOnce();
    void onlyTls();
    void needsARegion();

private:
    std::shared_ptr<Ec2Access> access(const ServiceTuning &tuning = quick())
    {
        auto session = AwsSession::open({});
        if (!session)
            qFatal("%s", qPrintable(session.error().what()));
        auto opened = Ec2Access::open(std::move(*session), {}, {}, {}, tuning);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().what()));
        return *opened;
    }
    static NewSnapshot wish()
    {
        NewSnapshot snapshot;
        snapshot.gibibytes = 1;
        snapshot.description = QStringLiteral("a \"test\" – ä");
        snapshot.request = QUuid::createUuid().toString(QUuid::WithoutBraces);
        snapshot.tags = {{QStringLiteral("Name"), QStringLiteral("web & co")},
                         {QStringLiteral("empty"), QString()},
                         {QStringLiteral("sealift-task"), snapshot.request}};
        return snapshot;
    }
    static Status put(Ec2Access &access, const QString &snapshot, qint64 index, char filling, bool fresh = false)
    {
        const auto block = blockOf(filling);
        return access.ebs().putBlock(snapshot, index, viewOf(block), sha256(viewOf(block)), fresh, {});
    }
    static Digest linear(std::initializer_list<char> fillings)
    {
        Sha256 hash;
        for (const char filling : fillings)
            hash.add(sha256(viewOf(blockOf(filling))).bytes());
        return hash.finish();
    }

    const Result<std::unique_ptr<CryptoSession>> m_crypto = CryptoSession::start();
    Ec2Server m_server;
};

void TestEc2Clients::initTestCase()
{
    QVERIFY(m_server.isReady());
    m_server.enterEnvironment();
}

void TestEc2Clients::init()
{
    m_server.set({});
    m_server.forgetRequests();
}

void TestEc2Clients::cleanup()
{
    QCOMPARE(m_server.takeComplaints(), QString());
}

void TestEc2Clients::writesAndReads()
{
    const auto access = this->access();
    QCOMPARE(access->session().whoAmI({})->account, QStringLiteral("111122223333"));
    const auto wanted = wish();
    const auto started = access->ebs().startSnapshot(wanted, {});
    QVERIFY2(started, qPrintable(started ? QString() : started.error().what()));
    QVERIFY(started->kmsKey.startsWith(QLatin1String("arn:aws:kms:eu-central-1:111122223333:key/")));
    for (const qint64 index : {2047, 0, 17})
        QVERIFY(put(*access, started->id, index, static_cast<char>('a' + index % 26)));
    QVERIFY(put(*access, started->id, 17, 'z')); // the later one counts
    const auto pending = access->ec2().snapshot(started->id, {});
    QCOMPARE((*pending)->state, QStringLiteral("pending"));
    QVERIFY((*pending)->encrypted);
    QCOMPARE((*pending)->tags, wanted.tags);
    QCOMPARE((*pending)->description, wanted.description);
    QCOMPARE(access->ebs().listBlocks(started->id, 0, {}, {}).error().code(), ErrorCode::InvalidArgument);

    const auto wrong = access->ebs().completeSnapshot(started->id, 3, linear({'a'}), {});
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().what().contains(QLatin1String("checksum")), qPrintable(wrong.error().what()));
    const auto whole = linear({'a', 'z', static_cast<char>('a' + 2047 % 26)});
    QVERIFY(access->ebs().completeSnapshot(started->id, 3, whole, {}));
    QTRY_COMPARE(access->ec2().snapshot(started->id, {}).value()->state, QStringLiteral("completed"));

    const auto page = access->ebs().listBlocks(started->id, 1, {}, {});
    QVERIFY(page);
    QCOMPARE(page->gibibytes, 1);
    QCOMPARE(page->blocks.size(), 2);
    QCOMPARE(page->blocks.first().index, 17);
    QByteArray block(kSnapshotBlock, 0);
    QVERIFY(access->ebs().getBlock(started->id, page->blocks.first(), mutableViewOf(block), {}));
    QCOMPARE(block, blockOf('z'));
    const auto mine = access->ec2().taggedSnapshots(QStringLiteral("sealift-task"), wanted.request, {});
    QCOMPARE(mine->size(), 1);
    QVERIFY(access->ec2().taggedSnapshots(QStringLiteral("sealift-task"), {}, {})->size() >= 1);
    QCOMPARE(access->ec2().deleteSnapshot(started->id, {}).value(), true);
    QCOMPARE(access->ec2().deleteSnapshot(started->id, {}).value(), false);
    QVERIFY(!access->ec2().snapshot(started->id, {}).value());
}

void TestEc2Clients::agreesWithAws()
{
    // What the real command line writes Sealift reads, and the other way round.
    const auto file = [this](const QByteArray &content) {
        const auto path = m_server.caFile() + QStringLiteral(".block");
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    };
    const auto base64 = [](const Digest &digest) {
        return QString::fromLatin1(toByteArray(digest.bytes()).toBase64());
    };
    const auto started =
        m_server.aws({QStringLiteral("ebs"), QStringLiteral("start-snapshot"), QStringLiteral("--volume-size"),
                      QStringLiteral("1"), QStringLiteral("--encrypted"), QStringLiteral("--query"),
                      QStringLiteral("SnapshotId"), QStringLiteral("--output"), QStringLiteral("text")});
    QVERIFY2(started.ok(), started.describe());
    const auto id = QString::fromLatin1(started.out.trimmed());
    const auto put =
        m_server.aws({QStringLiteral("ebs"), QStringLiteral("put-snapshot-block"), QStringLiteral("--snapshot-id"), id,
                      QStringLiteral("--block-index"), QStringLiteral("5"), QStringLiteral("--data-length"),
                      QString::number(kSnapshotBlock), QStringLiteral("--block-data"), file(blockOf('q')),
                      QStringLiteral("--checksum"), base64(sha256(viewOf(blockOf('q')))),
                      QStringLiteral("--checksum-algorithm"), QStringLiteral("SHA256")});
    QVERIFY2(put.ok(), put.describe());
    const auto complete =
        m_server.aws({QStringLiteral("ebs"), QStringLiteral("complete-snapshot"), QStringLiteral("--snapshot-id"), id,
                      QStringLiteral("--changed-blocks-count"), QStringLiteral("1"), QStringLiteral("--checksum"),
                      base64(linear({'q'})), QStringLiteral("--checksum-algorithm"), QStringLiteral("SHA256"),
                      QStringLiteral("--checksum-aggregation-method"), QStringLiteral("LINEAR")});
    QVERIFY2(complete.ok(), complete.describe());
    const auto access = this->access();
    QTRY_COMPARE(access->ec2().snapshot(id, {}).value()->state, QStringLiteral("completed"));
    const auto page = access->ebs().listBlocks(id, 0, {}, {});
    QCOMPARE(page->blocks.size(), 1);
    QByteArray block(kSnapshotBlock, 0);
    QVERIFY(access->ebs().getBlock(id, page->blocks.first(), mutableViewOf(block), {}));
    QCOMPARE(block, blockOf('q'));

    const auto ours = access->ebs().startSnapshot(wish(), {});
    QVERIFY(TestEc2Clients::put(*access, ours->id, 9, 'w'));
    QVERIFY(access->ebs().completeSnapshot(ours->id, 1, linear({'w'}), {}));
    QTRY_COMPARE(access->ec2().snapshot(ours->id, {}).value()->state, QStringLiteral("completed"));
    const auto described =
        m_server.aws({QStringLiteral("ec2"), QStringLiteral("describe-snapshots"), QStringLiteral("--snapshot-ids"),
                      ours->id, QStringLiteral("--query"), QStringLiteral("Snapshots[0].[State,Encrypted,VolumeSize]"),
                      QStringLiteral("--output"), QStringLiteral("text")});
    QVERIFY2(described.ok() && described.out.simplified() == "completed True 1", described.describe());
    const auto out = m_server.caFile() + QStringLiteral(".out");
    const auto listed = access->ebs().listBlocks(ours->id, 0, {}, {});
    const auto got =
        m_server.aws({QStringLiteral("ebs"), QStringLiteral("get-snapshot-block"), QStringLiteral("--snapshot-id"),
                      ours->id, QStringLiteral("--block-index"), QStringLiteral("9"), QStringLiteral("--block-token"),
                      listed->blocks.first().token, out});
    QVERIFY2(got.ok(), got.describe());
    QFile read(out);
    QVERIFY(read.open(QIODevice::ReadOnly));
    QCOMPARE(read.readAll(), blockOf('w'));
}

void TestEc2Clients::sameRequestSameSnapshot()
{
    const auto access = this->access();
    auto wanted = wish();
    const auto first = access->ebs().startSnapshot(wanted, {});
    const auto second = access->ebs().startSnapshot(wanted, {});
    QCOMPARE(first->id, second->id);
    wanted.description = QStringLiteral("another");
    QCOMPARE(access->ebs().startSnapshot(wanted, {}).error().code(), ErrorCode::AlreadyExists);
}

void TestEc2Clients::triesAgainOnce_data()
{
    QTest::addColumn<QString>("trouble");
    QTest::newRow("throttled") << QStringLiteral("throttle");
    QTest::newRow("failing") << QStringLiteral("error500");
}

void TestEc2Clients::triesAgainOnce()
{
    // Every second block meets trouble, and that only the one layer tries again shows in how often each is asked for.
    QFETCH(QString, trouble);
    const auto access = this->access();
    const auto started = access->ebs().startSnapshot(wish(), {});
    m_server.set({{trouble, 2}});
    for (qint64 index = 0; index < 6; ++index)
        QVERIFY(put(*access, started->id, index, 'x'));
    QCOMPARE(m_server.requests(QStringLiteral("PutSnapshotBlock")).size(), 6 + 5);

    // Where it does not end the call does, in its time.
    m_server.set({{trouble, 1}});
    m_server.forgetRequests();
    QElapsedTimer timer;
    timer.start();
    const auto never = put(*access, started->id, 7, 'x');
    QCOMPARE(never.error().code(), ErrorCode::Network);
    QVERIFY2(timer.elapsed() < 8000 && timer.elapsed() > 4000, qPrintable(QString::number(timer.elapsed())));
}

void TestEc2Clients::stalledRequestIsGivenUp()
{
    const auto access = this->access();
    const auto started = access->ebs().startSnapshot(wish(), {});
    m_server.set({{QStringLiteral("stall"), 2}});
    QElapsedTimer timer;
    timer.start();
    for (qint64 index = 0; index < 3; ++index)
        QVERIFY(put(*access, started->id, index, 'x'));
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(m_server.requests(QStringLiteral("PutSnapshotBlock"))
                .join(QLatin1Char('\n'))
                .contains(QLatin1String("stalled")));
}

void TestEc2Clients::freshSnapshotMayBeMissing()
{
    m_server.set({{QStringLiteral("hide"), 1.5}});
    const auto access = this->access();
    const auto started = access->ebs().startSnapshot(wish(), {});
    QVERIFY(!access->ec2().snapshot(started->id, {}).value());
    QCOMPARE(put(*access, started->id, 0, 'x').error().code(), ErrorCode::NotFound);
    QVERIFY(put(*access, started->id, 0, 'x', true));
    QVERIFY(access->ec2().snapshot(started->id, {}).value());
}

void TestEc2Clients::wrongClockIsCorrected()
{
    // The server does not look at the time; a proxy for its refusal is the switch, which is taken back at once.
    auto tuning = quick();
    std::atomic<int> asked{0};
    tuning.clock = [&asked, this] {
        if (++asked == 2)
            m_server.set({});
        return QDateTime::currentDateTimeUtc().addSecs(-3600);
    };
    m_server.set({{QStringLiteral("refuse"),
                   QJsonObject{{QStringLiteral("DeleteSnapshot"),
                                QJsonObject{{QStringLiteral("status"), 400},
                                            {QStringLiteral("code"), QStringLiteral("RequestExpired")}}}}}});
    const auto access = this->access(tuning);
    QCOMPARE(access->ec2().deleteSnapshot(QStringLiteral("snap-0"), {}).value(), false);
    QCOMPARE(m_server.requests(QStringLiteral("DeleteSnapshot")).size(), 2);
}

void TestEc2Clients::lostAnswer()
{
    const auto access = this->access();
    m_server.set(
        {{QStringLiteral("lose"), QJsonArray{QStringLiteral("StartSnapshot"), QStringLiteral("PutSnapshotBlock")}}});
    const auto before = m_server.snapshots().size();
    const auto started = access->ebs().startSnapshot(wish(), {});
    QVERIFY(started);
    QCOMPARE(m_server.snapshots().size(), before + 1);
    QVERIFY(put(*access, started->id, 0, 'x'));
}

void TestEc2Clients::refusesWhatIsNotEncrypted()
{
    m_server.set({{QStringLiteral("unencrypted"), true}});
    const auto access = this->access();
    const auto started = access->ebs().startSnapshot(wish(), {});
    QCOMPARE(started.error().code(), ErrorCode::Unsafe);
    const auto facts = started.error().context();
    QCOMPARE(facts.first().first, QStringLiteral("snapshot"));
    QVERIFY(m_server.snapshots().contains(facts.first().second));
}

void TestEc2Clients::noticesWhatArrivedChanged()
{
    const auto access = this->access();
    const auto started = access->ebs().startSnapshot(wish(), {});
    const auto block = blockOf('x');
    const auto wrong = access->ebs().putBlock(started->id, 0, viewOf(block), sha256(viewOf(blockOf('y'))), false, {});
    QCOMPARE(wrong.error().code(), ErrorCode::Corrupt);
}

void TestEc2Clients::deniedIsFinal()
{
    const auto access = this->access();
    m_server.set(
        {{QStringLiteral("refuse"),
          QJsonObject{{QStringLiteral("StartSnapshot"),
                       QJsonObject{{QStringLiteral("status"), 403},
                                   {QStringLiteral("code"), QStringLiteral("AccessDeniedException")},
                                   {QStringLiteral("reason"), QStringLiteral("DEPENDENCY_ACCESS_DENIED")}}}}}});
    const auto refused = access->ebs().startSnapshot(wish(), {});
    QCOMPARE(refused.error().code(), ErrorCode::PermissionDenied);
    QCOMPARE(m_server.requests(QStringLiteral("StartSnapshot")).size(), 1);
    m_server.set({{QStringLiteral("expired"), QJsonArray{QStringLiteral("EC2TESTKEY")}}});
    m_server.forgetRequests();
    const auto expired = access->ebs().startSnapshot(wish(), {});
    QCOMPARE(expired.error().code(), ErrorCode::PermissionDenied);
    QVERIFY2(expired.error().what().contains(QLatin1String("expired")), qPrintable(expired.error().what()));
    QCOMPARE(m_server.requests().size(), 2); // others were looked for, once
}

void TestEc2Clients::cancelledAtOnce()
{
    const auto access = this->access({});
    const auto started = access->ebs().startSnapshot(wish(), {});
    for (const auto &trouble :
         {QJsonObject{{QStringLiteral("stall"), 1}}, QJsonObject{{QStringLiteral("throttle"), 1}}}) {
        m_server.set(trouble);
        std::stop_source stop;
        std::jthread later([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(700));
            stop.request_stop();
        });
        const auto block = blockOf('x');
        QElapsedTimer timer;
        timer.start();
        const auto put =
            access->ebs().putBlock(started->id, 0, viewOf(block), sha256(viewOf(block)), false, stop.get_token());
        QCOMPARE(put.error().code(), ErrorCode::Cancelled);
        QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    }
}

void TestEc2Clients::onlyTls()
{
    const auto open = [](const QUrl &endpoint) {
        return Ec2Access::open(std::move(*AwsSession::open({})), {}, endpoint, {});
    };
    QCOMPARE(open(QUrl(QStringLiteral("http://localhost:1"))).error().code(), ErrorCode::Unsafe);
    qunsetenv("AWS_CA_BUNDLE");
    const auto untrusted = open(QUrl(m_server.url()));
    const auto refused = (*untrusted)->ec2().snapshot(QStringLiteral("snap-0"), {});
    m_server.enterEnvironment();
    QCOMPARE(refused.error().code(), ErrorCode::Unsafe);
}

void TestEc2Clients::needsARegion()
{
    qunsetenv("AWS_REGION");
    qunsetenv("AWS_DEFAULT_REGION");
    const auto none = Ec2Access::open(std::move(*AwsSession::open({})), {}, {}, {});
    const auto evil = Ec2Access::open(std::move(*AwsSession::open({})), QStringLiteral("eu/../x"), {}, {});
    m_server.enterEnvironment();
    QCOMPARE(none.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(none.error().remedy().contains(QLatin1String("--region")));
    QCOMPARE(evil.error().code(), ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(TestEc2Clients)
#include "tst_ec2_clients.moc"
