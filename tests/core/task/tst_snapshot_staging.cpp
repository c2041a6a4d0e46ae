#include "crypto/crypto_session.h"
#include "support/ec2_server.h"
#include "task/snapshot_note.h"
#include "task/snapshot_settings.h"
#include "task/snapshot_staging.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>
#include <QUuid>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr std::chrono::seconds kSettling{4};

QString detailOf(const QList<CleanupEntry> &entries)
{
    return entries.isEmpty() ? QString() : entries.first().detail;
}

} // namespace

/// What an import has at EC2 and its receipt says of it.
class TestSnapshotStaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingBegun();
    void deletesAndLooks();
    void notFoundRightAwayProvesNothing();
    void findsWhoseNameIsUnknown();
    void neverMade();
    void keepsForTheNextAttempt();
    void resultStays();
    void resultGoesWhereItIsCancelled();
    void saysWhatItCannotDo();
    void othersAreLeftAlone();
    void notesAndSettingsComeBack();

private:
    SnapshotNote begun(bool isNamed)
    {
        NewSnapshot wanted;
        wanted.gibibytes = 1;
        wanted.request = QUuid::createUuid().toString(QUuid::WithoutBraces);
        wanted.tags = {{QLatin1String(kSnapshotTag), m_task}};
        SnapshotNote note;
        note.region = QStringLiteral("eu-central-1");
        note.request = wanted.request;
        note.begun = QDateTime::currentDateTimeUtc();
        note.source = QStringLiteral("x");
        const auto access = m_open({}, {});
        const auto started = (*access)->ebs().startSnapshot(wanted, {});
        if (!started)
            qFatal("%s", qPrintable(started.error().what()));
        if (isNamed)
            note.snapshot = started->id;
        return note;
    }

    const Result<std::unique_ptr<CryptoSession>> m_crypto = CryptoSession::start();
    Ec2Server m_server;
    QString m_task;
    Ec2Opener m_open = [](const Ec2Settings &settings,
                          const std::stop_token &stop) -> Result<std::shared_ptr<Ec2Access>> {
        SEALIFT_ASSIGN(auto session, AwsSession::open({}));
        ServiceTuning tuning;
        tuning.retry.deadline = std::chrono::seconds(1);
        tuning.retry.firstContact = std::chrono::seconds(1);
        return Ec2Access::open(std::move(session), settings.region, {}, stop, tuning);
    };
};

void TestSnapshotStaging::initTestCase()
{
    QVERIFY(m_server.isReady());
    m_server.enterEnvironment();
}

void TestSnapshotStaging::init()
{
    m_server.set({});
    m_server.forgetRequests();
    m_task = QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void TestSnapshotStaging::nothingBegun()
{
    SnapshotStaging staging(m_task, {}, m_open, kSettling);
    QVERIFY(allOk(staging.cleanUp()));
    QVERIFY(allOk(staging.look().value()));
    QVERIFY(staging.staged().isEmpty());
    QVERIFY(m_server.requests().isEmpty()); // needs no credentials
}

void TestSnapshotStaging::deletesAndLooks()
{
    const auto note = begun(true);
    SnapshotStaging staging(m_task, {}, m_open, kSettling);
    staging.setNote(note);
    const auto before = staging.look().value();
    QVERIFY(!allOk(before));
    QVERIFY2(detailOf(before).contains(note.snapshot), qPrintable(detailOf(before)));
    const auto steps = staging.cleanUp();
    QVERIFY(allOk(steps));
    QCOMPARE(steps.first().name, QStringLiteral("snapshot-deleted"));
    QVERIFY2(detailOf(steps).contains(note.snapshot), qPrintable(detailOf(steps)));
    const auto checks = staging.look().value();
    QVERIFY(allOk(checks));
    QCOMPARE(checks.first().name, QStringLiteral("no-unfinished-snapshot"));
    QVERIFY(m_server.snapshots().isEmpty());
    QVERIFY(!m_server.requests(QStringLiteral("DescribeSnapshots %1").arg(note.snapshot)).isEmpty());
}

void TestSnapshotStaging::notFoundRightAwayProvesNothing()
{
    // EC2 does not know of it for two seconds; whoever believed that would leave it there for ever.
    m_server.set({{QStringLiteral("hide"), 2.5}});
    const auto note = begun(true);
    SnapshotStaging staging(m_task, {}, m_open, kSettling);
    staging.setNote(note);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(allOk(staging.cleanUp()));
    QVERIFY2(timer.elapsed() > 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(allOk(staging.look().value()));
    QVERIFY(m_server.snapshots().isEmpty());
}

void TestSnapshotStaging::findsWhoseNameIsUnknown()
{
    // The process died between asking for it and hearing its name.
    m_server.set({{QStringLiteral("hide"), 2.5}});
    const auto note = begun(false);
    SnapshotStaging staging(m_task, {}, m_open, kSettling);
    staging.setNote(note);
    QVERIFY(allOk(staging.cleanUp()));
    QVERIFY(allOk(staging.look().value()));
    QVERIFY(m_server.snapshots().isEmpty());
}

void TestSnapshotStaging::neverMade()
{
    SnapshotNote note;
    note.region = QStringLiteral("eu-central-1");
    note.request = QStringLiteral("never sent");
    note.begun = QDateTime::currentDateTimeUtc();
    SnapshotStaging staging(m_task, {}, m_open, kSettling);
    staging.setNote(note);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(allOk(staging.cleanUp()));
    QVERIFY(allOk(staging.look().value()));
    QVERIFY2(timer.elapsed() > 3000, qPrintable(QString::number(timer.elapsed())));
    // Long after, one look is enough.
    note.begun = note.begun.addDays(-1);
    staging.setNote(note);
    timer.restart();
    QVERIFY(allOk(staging.look().value()));
    QVERIFY(timer.elapsed() < 1500);
}

void TestSnapshotStaging::keepsForTheNextAttempt()
{
    const auto note = begun(true);
    SnapshotStaging staging(m_task, {}, m_open, kSettling);
    staging.setNote(note);
    staging.keepForNextAttempt();
    QVERIFY(allOk(staging.cleanUp()));
    const auto checks = staging.look().value();
    QVERIFY(allOk(checks));
    QVERIFY2(detailOf(checks).contains(note.snapshot) && detailOf(checks).contains(QLatin1String("next attempt")),
             qPrintable(detailOf(checks)));
    QCOMPARE(staging.staged(), note.toJson());
    QCOMPARE(m_server.snapshots(), QStringList{note.snapshot});
    SnapshotStaging later(m_task, {}, m_open, kSettling);
    later.setNote(note);
    QVERIFY(allOk(later.cleanUp()) && allOk(later.look().value()));
}

void TestSnapshotStaging::resultStays()
{
    const auto note = begun(true);
    SnapshotStaging staging(m_task, {}, m_open, kSettling);
    staging.setNote(note);
    staging.setResult();
    QVERIFY(allOk(staging.cleanUp()));
    QVERIFY(allOk(staging.look().value()));
    QVERIFY(staging.staged().isEmpty());
    QCOMPARE(m_server.snapshots(), QStringList{note.snapshot});
    m_open({}, {}).value()->ec2().deleteSnapshot(note.snapshot, {}).value();
}

void TestSnapshotStaging::resultGoesWhereItIsCancelled()
{
    const auto note = begun(true);
    SnapshotStaging staging(m_task, {}, m_open, kSettling);
    staging.setNote(note);
    staging.setResult();
    staging.giveUpResult();
    QVERIFY(allOk(staging.cleanUp()));
    QVERIFY(allOk(staging.look().value()));
    QVERIFY(m_server.snapshots().isEmpty());
}

void TestSnapshotStaging::saysWhatItCannotDo()
{
    const auto note = begun(true);
    const auto refusal =
        QJsonObject{{QStringLiteral("status"), 403}, {QStringLiteral("code"), QStringLiteral("UnauthorizedOperation")}};
    m_server.set({{QStringLiteral("refuse"), QJsonObject{{QStringLiteral("DeleteSnapshot"), refusal}}}});
    SnapshotStaging staging(m_task, {}, m_open, kSettling);
    staging.setNote(note);
    const auto steps = staging.cleanUp();
    QVERIFY(!allOk(steps));
    QVERIFY2(detailOf(steps).contains(note.snapshot) && detailOf(steps).contains(QLatin1String("ec2:DeleteSnapshot")),
             qPrintable(detailOf(steps)));
    QVERIFY(!allOk(staging.look().value()));
    m_server.set({{QStringLiteral("down"), true}});
    QVERIFY(!staging.look()); // cannot look: that counts as a check that failed
    m_server.set({});
    QVERIFY(allOk(staging.cleanUp()) && allOk(staging.look().value()));
}

void TestSnapshotStaging::othersAreLeftAlone()
{
    const auto mine = m_task;
    m_task = QStringLiteral("another task");
    const auto other = begun(true);
    m_task = mine;
    const auto note = begun(false);
    SnapshotStaging staging(m_task, {}, m_open, kSettling);
    staging.setNote(note);
    QVERIFY(allOk(staging.cleanUp()) && allOk(staging.look().value()));
    QCOMPARE(m_server.snapshots(), QStringList{other.snapshot});
    m_open({}, {}).value()->ec2().deleteSnapshot(other.snapshot, {}).value();
}

void TestSnapshotStaging::notesAndSettingsComeBack()
{
    SnapshotNote note;
    QVERIFY(note.toJson().isEmpty());
    QVERIFY(SnapshotNote::parse({})->isEmpty());
    note.region = QStringLiteral("eu-central-1");
    note.request = QStringLiteral("r");
    note.begun = QDateTime(QDate(2026, 11, 28), QTime(12, 0, 0, 5), Qt::UTC);
    note.snapshot = QStringLiteral("snap-1");
    note.source = QStringLiteral("abc");
    note.arrived = 1LL << 40;
    note.isSealed = true;
    QCOMPARE(SnapshotNote::parse(note.toJson())->toJson(), note.toJson());
    QCOMPARE(SnapshotNote::parse(note.toJson())->begun, note.begun);
    auto broken = note.toJson();
    broken.remove(QStringLiteral("arrived"));
    QCOMPARE(SnapshotNote::parse(broken).error().code(), ErrorCode::Corrupt);

    SnapshotSettings settings;
    settings.image = QStringLiteral("/srv/a.qcow2");
    settings.ec2 = {QStringLiteral("eu-central-1"), QStringLiteral("prod"), QStringLiteral("/ca.pem"),
                    QUrl(QStringLiteral("https://localhost:1"))};
    settings.kmsKey = QStringLiteral("key");
    settings.description = QStringLiteral("d");
    settings.tags = {{QStringLiteral("Password"), QStringLiteral("v=w")}};
    settings.omitUnwritten = true;
    const auto parsed = SnapshotSettings::parse(settings.toJson(), QStringLiteral("t"));
    QVERIFY(parsed);
    QCOMPARE(parsed->toJson(), settings.toJson());
    QCOMPARE(parsed->tags, settings.tags);
    QVERIFY(SnapshotSettings::areIn(settings.toJson()) && !SnapshotSettings::areIn({}));
    broken = settings.toJson();
    broken.remove(QStringLiteral("kms-key"));
    QCOMPARE(SnapshotSettings::parse(broken, QStringLiteral("t")).error().code(), ErrorCode::Corrupt);
}

QTEST_GUILESS_MAIN(TestSnapshotStaging)
#include "tst_snapshot_staging.moc"
