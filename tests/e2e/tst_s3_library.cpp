// A library in a bucket of a real gateway, over TLS: everything that a library in a folder can do, and what the way
// there can do to it.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"
#include "support/rgw.h"
#include "support/toxic_server.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QUuid>

#include <algorithm>
#include <csignal>
#include <memory>
#include <thread>

using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 MiB = 1 << 20;
const QString kBucket = QStringLiteral("e2e");

/// Whether preflight has found something.
bool has(const Outcome &outcome, const QString &rule, const QString &severity)
{
    return std::any_of(outcome.findings.begin(), outcome.findings.end(), [&](const QJsonObject &finding) {
        return finding.value(u"rule").toString() == rule && finding.value(u"severity").toString() == severity;
    });
}

} // namespace

class TestS3Library : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void importsAndExports();
    void copiesIntoFolderAndBack();
    void readsWhatResticWrote();
    void killedImportGoesOn();
    void gatewayCrashes_data();
    void gatewayCrashes();
    void copesWithLostPackets();
    void nothingPlainLeaves();
    void preflightLooksAtTheBucket();
    void preflightSaysThatNothingCanBeStored();
    void explainsFailures_data();
    void explainsFailures();
    void plainHttpOnlyWhereAllowed();

private:
    Finished restic(const QStringList &arguments) const
    {
        return m_restic->run(QStringList{QStringLiteral("--cacert"), m_rgw.value("RGW_CA")} + arguments);
    }
    QByteArray unfinishedUploads() const
    {
        return m_rgw
            .aws({QStringLiteral("s3api"), QStringLiteral("list-multipart-uploads"), QStringLiteral("--bucket"),
                  kBucket, QStringLiteral("--query"), QStringLiteral("Uploads"), QStringLiteral("--output"),
                  QStringLiteral("text")})
            .out.trimmed();
    }
    /// Empty where `library check --read-data` and restic find the library sound, and "disk" is the file's content.
    QByteArray harm(const QString &file)
    {
        const auto check = m_bench->sealift.check();
        if (!check.ok())
            return check.run.describe();
        const auto checked = restic({QStringLiteral("check"), QStringLiteral("--read-data")});
        if (!checked.ok() || !Restic::isClean(checked))
            return checked.describe();
        const auto out = m_bench->path(QStringLiteral("out.raw"));
        QFile::remove(out);
        const auto exported = m_bench->sealift.exportTo(QStringLiteral("disk"), QStringLiteral("raw"), out);
        if (!exported.ok())
            return exported.run.describe();
        return difference(file, out).toUtf8();
    }

    const Rgw m_rgw;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<Restic> m_restic;
    QString m_location;
    QString m_raw;
};

void TestS3Library::initTestCase()
{
    REQUIRE_TOOLS();
    QVERIFY2(m_rgw.isThere(), "start one by tests/support/rgw.sh");
    // For Sealift and restic alike.
    const auto environment = m_rgw.environment();
    for (const auto *name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION", "SEALIFT_CA_FILE"})
        qputenv(name, environment.value(QString::fromLatin1(name)).toUtf8());
    qunsetenv("AWS_CA_BUNDLE");
}

void TestS3Library::init()
{
    m_bench = std::make_unique<Workbench>();
    m_location = m_rgw.location(kBucket + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces));
    m_bench->sealift.setLibrary(m_location);
    m_restic =
        std::make_unique<Restic>(m_location, m_bench->sealift.passwordFile(), m_bench->path(QStringLiteral("r")));
    m_raw = m_bench->path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(m_raw, 0, 150 * MiB, 4711));
    QVERIFY(writeRandom(m_raw, 400 * MiB, 10 * MiB + 512, 4712));
}

void TestS3Library::importsAndExports()
{
    auto &sealift = m_bench->sealift;
    const auto made = sealift.run(
        {QStringLiteral("library"), QStringLiteral("init"), m_location, QStringLiteral("--no-recovery-key")});
    VERIFY_RUN(made.ok(), made.run);
    const auto imported = sealift.import(m_raw, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(harm(m_raw), QByteArray());
    QCOMPARE(sealift.images().array().size(), 1);

    const auto again = sealift.import(m_raw, QStringLiteral("disk2"));
    VERIFY_RUN(again.ok(), again.run);
    QVERIFY(again.object().value(QStringLiteral("bytesStored")).toDouble() < 1 * MiB);

    // The receipt says that nothing is left in the bucket.
    const auto receipt = sealift.run({QStringLiteral("receipt"), QStringLiteral("show"),
                                      imported.object().value(QStringLiteral("task")).toString()});
    VERIFY_RUN(receipt.ok() && receipt.run.out.contains("no-uploads"), receipt.run);
    QCOMPARE(unfinishedUploads(), QByteArray("None"));

    const auto restored = m_bench->path(QStringLiteral("restored"));
    const auto restore =
        restic({QStringLiteral("restore"), QStringLiteral("latest"), QStringLiteral("--target"), restored});
    VERIFY_RUN(restore.ok(), restore);
    QCOMPARE(difference(m_raw, restored + QStringLiteral("/disk2/disk2.raw")), QString());

    const auto listed = m_rgw.aws({QStringLiteral("s3"), QStringLiteral("ls"), QStringLiteral("--recursive"),
                                   QStringLiteral("s3://") + m_location.section(QLatin1Char('/'), 3)});
    VERIFY_RUN(listed.ok(), listed);
    for (const auto *part : {"/config", "/data/", "/index/", "/keys/", "/snapshots/"})
        VERIFY_RUN(listed.out.contains(part), listed);
    VERIFY_RUN(!listed.out.contains("/locks/"), listed);
}

void TestS3Library::copiesIntoFolderAndBack()
{
    const auto &bucket = m_bench->sealift;
    const Sealift folder(m_bench->path(QStringLiteral("other")));
    QVERIFY(writeFile(folder.passwordFile(), "another one\n"));
    for (const auto *sealift : {&bucket, &folder})
        QVERIFY(sealift->init().ok());
    QVERIFY(folder.import(m_raw, QStringLiteral("disk")).ok());
    const auto copy = [](const Sealift &from, const Sealift &to, const QString &name) {
        return from.run({QStringLiteral("copy"), QStringLiteral("disk"), QStringLiteral("--to"), to.library(),
                         QStringLiteral("--to-password-file"), to.passwordFile(), QStringLiteral("--name"), name});
    };
    const auto up = copy(folder, bucket, QStringLiteral("disk"));
    VERIFY_RUN(up.ok(), up.run);
    QCOMPARE(harm(m_raw), QByteArray());
    QCOMPARE(unfinishedUploads(), QByteArray("None"));

    const Sealift third(m_bench->path(QStringLiteral("third")));
    QVERIFY(third.init().ok());
    const auto down = copy(bucket, third, QStringLiteral("again"));
    VERIFY_RUN(down.ok(), down.run);
    const auto out = m_bench->path(QStringLiteral("again.raw"));
    QVERIFY(third.exportTo(QStringLiteral("again"), QStringLiteral("raw"), out).ok());
    QCOMPARE(difference(m_raw, out), QString());
}

void TestS3Library::readsWhatResticWrote()
{
    const auto made = restic({QStringLiteral("init"), QStringLiteral("--repository-version"), QStringLiteral("2")});
    VERIFY_RUN(made.ok(), made);
    const auto backup = restic({QStringLiteral("backup"), m_raw});
    VERIFY_RUN(backup.ok(), backup);
    const auto images = m_bench->sealift.images().array();
    QCOMPARE(images.size(), 1);
    const auto out = m_bench->path(QStringLiteral("out.raw"));
    const auto exported = m_bench->sealift.exportTo(images.first().toObject().value(QStringLiteral("id")).toString(),
                                                    QStringLiteral("raw"), out);
    VERIFY_RUN(exported.ok(), exported.run);
    QCOMPARE(difference(m_raw, out), QString());
}

void TestS3Library::killedImportGoesOn()
{
    auto &sealift = m_bench->sealift;
    VERIFY_RUN(
        sealift
            .run({QStringLiteral("library"), QStringLiteral("init"), m_location, QStringLiteral("--no-recovery-key")})
            .ok(),
        Finished());
    {
        Running import(sealift.command(Sealift::importArguments(m_raw, QStringLiteral("disk"))));
        const auto arrived = [this] {
            return m_rgw
                .aws({QStringLiteral("s3"), QStringLiteral("ls"), QStringLiteral("--recursive"),
                      QStringLiteral("s3://") + m_location.section(QLatin1Char('/'), 3) + QStringLiteral("/data/")})
                .out.count('\n');
        };
        while (import.isRunning() && arrived() < 2)
            std::this_thread::sleep_for(20ms);
        import.signal(SIGKILL);
        static_cast<void>(import.wait());
    }
    const auto again = sealift.import(m_raw, QStringLiteral("disk"));
    VERIFY_RUN(again.ok(), again.run);
    QVERIFY(again.object().value(QStringLiteral("bytesStored")).toDouble() < 150 * MiB);
    QCOMPARE(harm(m_raw), QByteArray());
    QCOMPARE(unfinishedUploads(), QByteArray("None"));
}

void TestS3Library::gatewayCrashes_data()
{
    QTest::addColumn<int>("milliseconds");
    const int kills = qEnvironmentVariableIsSet("SEALIFT_KILLS") ? qEnvironmentVariableIntValue("SEALIFT_KILLS") : 2;
    for (int i = 0; i < kills; ++i)
        QTest::addRow("kill %d", i) << 100 + (i * 617 + 350) % 1900;
}

void TestS3Library::gatewayCrashes()
{
    QFETCH(int, milliseconds);
    auto &sealift = m_bench->sealift;
    const auto made = sealift.run(
        {QStringLiteral("library"), QStringLiteral("init"), m_location, QStringLiteral("--no-recovery-key")});
    VERIFY_RUN(made.ok(), made.run);
    Running import(sealift.command(Sealift::importArguments(m_raw, QStringLiteral("disk"))));
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    const auto crashed = m_rgw.control(QStringLiteral("crash"));
    VERIFY_RUN(crashed.ok(), crashed);
    const auto started = m_rgw.control(QStringLiteral("start"));
    VERIFY_RUN(started.ok(), started);
    const auto imported = import.wait();
    VERIFY_RUN(imported.ok(), imported);
    QCOMPARE(harm(m_raw), QByteArray());
    QCOMPARE(unfinishedUploads(), QByteArray("None"));
}

void TestS3Library::copesWithLostPackets()
{
    auto &sealift = m_bench->sealift;
    VERIFY_RUN(sealift.init().ok(), Finished());
    auto command = sealift.command(Sealift::importArguments(m_raw, QStringLiteral("disk")));
    command.arguments = QStringList{QStringLiteral("--port"),    m_rgw.value("RGW_HTTPS").section(QLatin1Char(':'), -1),
                                    QStringLiteral("--percent"), QStringLiteral("1"),
                                    QStringLiteral("--"),        command.program} +
                        command.arguments;
    command.program = QStringLiteral(SEALIFT_SOURCE_DIR "/tests/support/lossy_run.py");
    const auto imported = run(command);
    VERIFY_RUN(imported.ok(), imported);
    // Behind the program's own words: what the kernel dropped.
    QVERIFY2(imported.err.contains("drop"), imported.err);
    QVERIFY2(!imported.err.contains("counter packets 0 "), imported.err);
    QCOMPARE(harm(m_raw), QByteArray());
    QCOMPARE(unfinishedUploads(), QByteArray("None"));
}

void TestS3Library::nothingPlainLeaves()
{
    // The test server ends TLS and writes down every byte that Sealift sends.
    const QByteArray marker = "SEALIFT-PLAIN-MARKER-";
    const auto image = m_bench->path(QStringLiteral("secret-image-name.raw"));
    QByteArray content;
    for (int i = 0; i < 400'000; ++i)
        content += marker + QByteArray::number(i) + '\n';
    QVERIFY(writeFile(image, content));
    const auto capture = m_bench->path(QStringLiteral("capture"));
    const ToxicServer server({QStringLiteral("--certificate"), m_rgw.value("RGW_TLS") + QStringLiteral("/server.pem"),
                              QStringLiteral("--upstream"), m_rgw.value("RGW_HTTPS"), QStringLiteral("--ca"),
                              m_rgw.value("RGW_CA"), QStringLiteral("--capture"), capture});
    auto &sealift = m_bench->sealift;
    sealift.setLibrary(QStringLiteral("s3:https://localhost:%1/%2/captured-%3")
                           .arg(QString::number(server.port()), kBucket, m_location.right(8)));
    const auto made = sealift.run(
        {QStringLiteral("library"), QStringLiteral("init"), sealift.library(), QStringLiteral("--no-recovery-key")});
    VERIFY_RUN(made.ok(), made.run);
    for (const auto *compression : {"off", "auto"}) {
        const auto imported =
            sealift.run({QStringLiteral("import"), QStringLiteral("--compression"), QString::fromLatin1(compression),
                         QStringLiteral("--tag"), QStringLiteral("secret-tag"), image});
        VERIFY_RUN(imported.ok(), imported.run);
    }
    const auto sent = readFile(capture);
    QVERIFY(sent.size() > content.size()); // it is all there, and encrypted
    const auto secretKey = m_rgw.value("RGW_SECRET_KEY").toUtf8();
    const auto password = readFile(sealift.passwordFile()).trimmed();
    // Not the host's name: restic's format has it in the plain part of a key file, for whoever lists the keys.
    for (const QByteArray &plain : {marker, QByteArray("secret-image-name"), QByteArray("secret-tag"), secretKey,
                                    password, QByteArray("sealift.json")})
        QVERIFY2(!sent.contains(plain), plain);
}

void TestS3Library::preflightLooksAtTheBucket()
{
    auto &sealift = m_bench->sealift;
    const auto bucket = QStringLiteral("e2e-%1").arg(QUuid::createUuid().toString(QUuid::Id128).left(12));
    sealift.setLibrary(m_rgw.location(bucket));
    QVERIFY(writeRandom(m_raw, 0, MiB, 1) && QFile::resize(m_raw, MiB));
    const auto made = sealift.run(
        {QStringLiteral("library"), QStringLiteral("init"), sealift.library(), QStringLiteral("--no-recovery-key")});
    VERIFY_RUN(made.ok(), made.run);
    const auto plain = sealift.import(m_raw, QStringLiteral("plain"));
    VERIFY_RUN(plain.ok(), plain.run);
    QVERIFY(!has(plain, QStringLiteral("s3-versioning"), QStringLiteral("warning")));
    QVERIFY(has(plain, QStringLiteral("s3-uploads"), QStringLiteral("note")));

    const auto set =
        m_rgw.aws({QStringLiteral("s3api"), QStringLiteral("put-bucket-versioning"), QStringLiteral("--bucket"), bucket,
                   QStringLiteral("--versioning-configuration"), QStringLiteral("Status=Enabled")});
    VERIFY_RUN(set.ok(), set);
    const auto versioned = sealift.import(m_raw, QStringLiteral("versioned"));
    VERIFY_RUN(versioned.ok(), versioned.run);
    QVERIFY(has(versioned, QStringLiteral("s3-versioning"), QStringLiteral("warning")));
}

void TestS3Library::preflightSaysThatNothingCanBeStored()
{
    auto &sealift = m_bench->sealift;
    const auto bucket = QStringLiteral("e2e-%1").arg(QUuid::createUuid().toString(QUuid::Id128).left(12));
    sealift.setLibrary(m_rgw.location(bucket));
    QVERIFY(writeRandom(m_raw, 0, MiB, 1) && QFile::resize(m_raw, MiB));
    const auto made = sealift.run(
        {QStringLiteral("library"), QStringLiteral("init"), sealift.library(), QStringLiteral("--no-recovery-key")});
    VERIFY_RUN(made.ok(), made.run);
    const auto arn = QStringLiteral("arn:aws:s3:::") + bucket;
    const auto policy =
        QStringLiteral("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                       "\"arn:aws:iam:::user/other\"},\"Action\":[\"s3:ListBucket\",\"s3:GetObject\"],"
                       "\"Resource\":[\"%1\",\"%1/*\"]}]}")
            .arg(arn);
    const auto set = m_rgw.aws({QStringLiteral("s3api"), QStringLiteral("put-bucket-policy"),
                                QStringLiteral("--bucket"), bucket, QStringLiteral("--policy"), policy});
    VERIFY_RUN(set.ok(), set);
    auto command = sealift.command(Sealift::importArguments(m_raw, QStringLiteral("disk")));
    command.environment.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), m_rgw.value("RGW_OTHER_ACCESS_KEY"));
    command.environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), m_rgw.value("RGW_OTHER_SECRET_KEY"));
    const auto refused = outcomeOf(run(command));
    QCOMPARE(refused.complaint(QStringLiteral("refused"), {QStringLiteral("may not be written")}), QByteArray());
    QCOMPARE(refused.error.value(u"context").toObject().value(u"rules").toString(), QStringLiteral("s3-writable"));
    QVERIFY(has(refused, QStringLiteral("s3-not-told"), QStringLiteral("note")));
    const auto imported = sealift.import(m_raw, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    QVERIFY(!has(imported, QStringLiteral("s3-writable"), QStringLiteral("error")));
}

void TestS3Library::explainsFailures_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *variable, const char *value, const char *place, const char *code,
                        const char *word) {
        QTest::newRow(name) << QString::fromLatin1(variable) << QString::fromLatin1(value) << QString::fromLatin1(place)
                            << QString::fromLatin1(code) << QString::fromLatin1(word);
    };
    row("no credentials", "AWS_ACCESS_KEY_ID", "", "e2e/x", "permission-denied", "credentials");
    row("unknown key", "AWS_ACCESS_KEY_ID", "AKIANOBODY", "e2e/x", "permission-denied", "AKIANOBODY");
    row("wrong secret", "AWS_SECRET_ACCESS_KEY", "hunter2", "e2e/x", "permission-denied", "secret key");
    row("untrusted", "SEALIFT_CA_FILE", "", "e2e/x", "unsafe", "certificate");
    row("no bucket", "TZ", "UTC", "no-such-bucket/x", "not-found", "no-such-bucket");
    row("no library", "TZ", "UTC", "e2e/no-library", "not-found", "no library");
}

void TestS3Library::explainsFailures()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QString, place);
    QFETCH(QString, code);
    QFETCH(QString, word);
    m_bench->sealift.setLibrary(m_rgw.location(place));
    auto command = m_bench->sealift.command({QStringLiteral("images")});
    command.environment.insert(variable, value);
    const auto outcome = outcomeOf(run(command));
    QCOMPARE(outcome.complaint(code, {word}), QByteArray());
    QVERIFY2(outcome.run.seconds < 3, outcome.run.describe());
    QVERIFY(!outcome.run.err.contains("hunter2"));
}

void TestS3Library::plainHttpOnlyWhereAllowed()
{
    auto &sealift = m_bench->sealift;
    sealift.setLibrary(QStringLiteral("s3:%1/%2/no-library").arg(m_rgw.value("RGW_HTTP"), kBucket));
    QCOMPARE(sealift.images().complaint(QStringLiteral("unsafe"), {QStringLiteral("plain http")}), QByteArray());
    const auto allowed = sealift.run({QStringLiteral("images"), QStringLiteral("--allow-insecure-loopback")});
    QCOMPARE(allowed.complaint(QStringLiteral("not-found"), {QStringLiteral("no library")}), QByteArray());
}

QTEST_GUILESS_MAIN(TestS3Library)
#include "tst_s3_library.moc"
