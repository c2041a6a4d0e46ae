// Exports straight into a bucket of a real gateway: the aws command line fetches what QEMU then reads; what was begun
// and came to nothing is gone, and what was killed is gone on with.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"
#include "support/rgw.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>

using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 MiB = 1 << 20;
const QString kBucket = QStringLiteral("exports");

QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestBucketExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exports_data();
    void exports();
    void keepsExistingObject();
    void cancelledLeavesNothing();
    void killedGoesOn();
    void killedAndSealedBeginsAnew();
    void explainsFailures_data();
    void explainsFailures();
    void cleanup() { VERIFY_EMPTY(m_bench->sealift.leftovers()); }

private:
    QString at(const QString &key) const { return m_rgw.location(kBucket + u'/' + key); }
    CommandLine command(const QStringList &options, const QString &key) const
    {
        return m_bench->sealift.command(
            QStringList{QStringLiteral("export"), QStringLiteral("disk"), QStringLiteral("-o"), at(key)} + options);
    }
    Outcome exported(const QStringList &options, const QString &key) const
    {
        return outcomeOf(run(command(options, key)));
    }
    Finished aws(const QString &arguments) const { return m_rgw.aws(words(arguments)); }
    /// The object as a file.
    QString fetched(const QString &key) const;
    QByteArray keys() const
    {
        return aws(QStringLiteral("s3api list-objects-v2 --bucket %1 --query Contents[].Key --output text")
                       .arg(kBucket))
            .out;
    }
    QByteArray unfinishedUploads() const
    {
        return aws(QStringLiteral("s3api list-multipart-uploads --bucket %1 --query Uploads[].Key --output text")
                       .arg(kBucket))
            .out.trimmed();
    }
    /// Starts an export that takes its time, and returns when some parts have arrived.
    std::unique_ptr<Running> startedSlowly(const QStringList &options, const QString &key) const;

    const Rgw m_rgw;
    std::unique_ptr<Workbench> m_bench;
    QString m_raw;
    QString m_recipient;
};

void TestBucketExport::initTestCase()
{
    REQUIRE_TOOLS();
    QVERIFY2(m_rgw.isThere(), "start one by tests/support/rgw.sh");
    const auto environment = m_rgw.environment();
    for (const auto *name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION", "SEALIFT_CA_FILE"})
        qputenv(name, environment.value(QString::fromLatin1(name)).toUtf8());
    qunsetenv("AWS_CA_BUNDLE");
    static_cast<void>(aws(QStringLiteral("s3api create-bucket --bucket %1").arg(kBucket)));
    // By hand the gateway may have served an earlier run.
    static_cast<void>(aws(QStringLiteral("s3 rm --recursive --quiet s3://%1").arg(kBucket)));
    m_bench = std::make_unique<Workbench>();
    const Outcome made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    m_raw = m_bench->path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(m_raw, 0, 100 * MiB, 4711));
    QVERIFY(writeRandom(m_raw, 130 * MiB, 5 * MiB + 512, 4712));
    const Outcome imported = m_bench->sealift.import(m_raw, QStringLiteral("disk"));
    VERIFY_RUN(imported.ok(), imported.run);
    const Finished key = run({.program = QStringLiteral("age-keygen"),
                              .arguments = {QStringLiteral("-o"), m_bench->path(QStringLiteral("agekey"))}});
    VERIFY_RUN(key.ok(), key);
    const Finished told = run({.program = QStringLiteral("age-keygen"),
                               .arguments = {QStringLiteral("-y"), m_bench->path(QStringLiteral("agekey"))}});
    m_recipient = QString::fromLatin1(told.out.trimmed());
}

QString TestBucketExport::fetched(const QString &key) const
{
    const auto file = m_bench->path(QStringLiteral("fetched"));
    QFile::remove(file);
    const Finished got = aws(QStringLiteral("s3api get-object --bucket %1 --key %2 %3").arg(kBucket, key, file));
    return got.ok() ? file : QString();
}

void TestBucketExport::exports_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("driver");
    QTest::newRow("raw") << QStringLiteral("-f raw") << QStringLiteral("a/disk.img") << QStringLiteral("raw");
    QTest::newRow("qcow2, by its name") << QString() << QStringLiteral("b.qcow2") << QStringLiteral("qcow2");
    QTest::newRow("vmdk") << QString() << QStringLiteral("a/b/disk.vmdk") << QStringLiteral("vmdk");
    QTest::newRow("sealed") << QStringLiteral("--age-recipient AGE") << QStringLiteral("c.qcow2.age")
                            << QStringLiteral("age");
    QTest::newRow("OVA") << QString() << QStringLiteral("d.ova") << QStringLiteral("ova");
}

void TestBucketExport::exports()
{
    QFETCH(QString, options);
    QFETCH(QString, key);
    QFETCH(QString, driver);
    options.replace(QStringLiteral("AGE"), m_recipient);
    const Outcome outcome = exported(words(options), key);
    VERIFY_RUN(outcome.ok(), outcome.run);
    QCOMPARE(outcome.object().value(QStringLiteral("output")).toString(), at(key));
    auto file = fetched(key);
    QVERIFY(!file.isEmpty());
    QCOMPARE(outcome.object().value(QStringLiteral("bytesWritten")).toInteger(), QFileInfo(file).size());
    if (driver == QLatin1String("age")) {
        const auto plain = m_bench->path(QStringLiteral("plain"));
        const Finished opened =
            run({.program = QStringLiteral("age"),
                 .arguments = {QStringLiteral("-d"), QStringLiteral("-i"), m_bench->path(QStringLiteral("agekey")),
                               QStringLiteral("-o"), plain, file}});
        VERIFY_RUN(opened.ok(), opened);
        file = plain;
        driver = QStringLiteral("qcow2");
    } else if (driver == QLatin1String("ova")) {
        const Finished unpacked = run({.program = QStringLiteral("tar"),
                                       .arguments = {QStringLiteral("-xf"), file},
                                       .folder = m_bench->path(QStringLiteral("images"))});
        VERIFY_RUN(unpacked.ok(), unpacked);
        file = m_bench->path(QStringLiteral("images/disk-disk1.vmdk"));
        driver = QStringLiteral("vmdk");
    }
    const Finished same = ImageMaker::compare(file, driver, m_raw);
    VERIFY_RUN(same.ok() && same.out.contains("Images are identical"), same);
    const Outcome receipt = m_bench->sealift.run(
        {QStringLiteral("receipt"), QStringLiteral("show"), outcome.object().value(QStringLiteral("task")).toString()});
    VERIFY_RUN(receipt.ok() && receipt.run.out.contains("no-unfinished-upload"), receipt.run);
    QCOMPARE(unfinishedUploads(), QByteArray("None"));
}

void TestBucketExport::keepsExistingObject()
{
    const auto file = m_bench->path(QStringLiteral("precious"));
    QVERIFY(writeFile(file, "precious"));
    const Finished put =
        aws(QStringLiteral("s3api put-object --bucket %1 --key kept.qcow2 --body %2").arg(kBucket, file));
    VERIFY_RUN(put.ok(), put);
    const Outcome refused = exported({}, QStringLiteral("kept.qcow2"));
    VERIFY_EMPTY(refused.complaint(QStringLiteral("already-exists"), {at(QStringLiteral("kept.qcow2"))}));
    QCOMPARE(readFile(fetched(QStringLiteral("kept.qcow2"))), QByteArray("precious"));
    const Outcome replaced = exported({QStringLiteral("--force")}, QStringLiteral("kept.qcow2"));
    VERIFY_RUN(replaced.ok(), replaced.run);
    const Finished same = ImageMaker::compare(fetched(QStringLiteral("kept.qcow2")), QStringLiteral("qcow2"), m_raw);
    VERIFY_RUN(same.ok(), same);
}

std::unique_ptr<Running> TestBucketExport::startedSlowly(const QStringList &options, const QString &key) const
{
    auto running = std::make_unique<Running>(
        command(QStringList{QStringLiteral("--bandwidth"), QStringLiteral("10M")} + options, key));
    // What counts as stored are parts that have arrived.
    const auto stored = [&running] {
        const auto progress = running->errSoFar();
        const auto last = progress.mid(progress.lastIndexOf("\"stored\":") + 9);
        return last.left(last.indexOf(',')).toLongLong();
    };
    while (running->isRunning() && stored() < 2 * 16 * MiB)
        std::this_thread::sleep_for(20ms);
    return running;
}

void TestBucketExport::cancelledLeavesNothing()
{
    const auto key = QStringLiteral("cancelled.img");
    const auto running = startedSlowly(words(QStringLiteral("-f raw")), key);
    QVERIFY(running->isRunning());
    running->signal(SIGINT);
    const Outcome outcome = outcomeOf(running->wait());
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("cancelled")));
    QCOMPARE(unfinishedUploads(), QByteArray("None"));
    QVERIFY(!keys().contains("cancelled"));
    const auto task = m_bench->sealift.tasks().last().toObject();
    const Outcome receipt = m_bench->sealift.run(
        {QStringLiteral("receipt"), QStringLiteral("show"), task.value(QStringLiteral("id")).toString()});
    VERIFY_RUN(receipt.ok() && receipt.run.out.contains("ended the upload to") &&
                   receipt.run.out.contains("no upload of ours to"),
               receipt.run);
}

void TestBucketExport::killedGoesOn()
{
    const auto key = QStringLiteral("killed.img");
    {
        const auto running = startedSlowly(words(QStringLiteral("-f raw")), key);
        QVERIFY(running->isRunning());
        running->signal(SIGKILL);
        static_cast<void>(running->wait());
    }
    QCOMPARE(unfinishedUploads(), key.toLatin1());
    const Outcome again = exported(words(QStringLiteral("-f raw")), key);
    VERIFY_RUN(again.ok(), again.run);
    QVERIFY2(again.object().value(QStringLiteral("bytesResumed")).toInteger() >= 2 * 16 * MiB, again.run.out);
    QCOMPARE(difference(fetched(key), m_raw), QString());
    QCOMPARE(unfinishedUploads(), QByteArray("None"));
}

void TestBucketExport::killedAndSealedBeginsAnew()
{
    const auto key = QStringLiteral("killed.img.age");
    const QStringList options{QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("--age-recipient"),
                              m_recipient};
    {
        const auto running = startedSlowly(options, key);
        QVERIFY(running->isRunning());
        running->signal(SIGKILL);
        static_cast<void>(running->wait());
    }
    const Outcome again = exported(options, key);
    VERIFY_RUN(again.ok(), again.run);
    QCOMPARE(again.object().value(QStringLiteral("bytesResumed")).toInteger(), 0);
    QCOMPARE(unfinishedUploads(), QByteArray("None"));
    const auto plain = m_bench->path(QStringLiteral("plain"));
    const Finished opened =
        run({.program = QStringLiteral("age"),
             .arguments = {QStringLiteral("-d"), QStringLiteral("-i"), m_bench->path(QStringLiteral("agekey")),
                           QStringLiteral("-o"), plain, fetched(key)}});
    VERIFY_RUN(opened.ok(), opened);
    QCOMPARE(difference(plain, m_raw), QString());
}

void TestBucketExport::explainsFailures_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &output, const char *options, const char *code,
                        const char *says) {
        QTest::newRow(name) << output << QString::fromLatin1(options) << QString::fromLatin1(code)
                            << QString::fromLatin1(says);
    };
    row("no such bucket", m_rgw.location(QStringLiteral("no-such-bucket/disk.img")), "-f raw", "not-found",
        "no-such-bucket");
    row("no key", m_rgw.location(kBucket), "-f raw", "invalid-argument", "no object");
    row("a password in it", QStringLiteral("s3:https://key:secret@localhost/exports/disk.img"), "-f raw", "unsafe",
        "password");
    row("plain http", QStringLiteral("s3:http://localhost:1/exports/disk.img"), "-f raw", "unsafe", "http");
    row("compressed qcow2", at(QStringLiteral("disk.qcow2")), "--compression zstd", "unsupported", "bucket");
}

void TestBucketExport::explainsFailures()
{
    QFETCH(QString, output);
    QFETCH(QString, options);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const Outcome failed = m_bench->sealift.run(
        QStringList{QStringLiteral("export"), QStringLiteral("disk"), QStringLiteral("-o"), output} + words(options));
    VERIFY_EMPTY(failed.complaint(code, {says}));
    QVERIFY(!failed.run.err.contains("secret@"));
    QCOMPARE(unfinishedUploads(), QByteArray("None"));
}

QTEST_GUILESS_MAIN(TestBucketExport)

#include "tst_bucket_export.moc"
