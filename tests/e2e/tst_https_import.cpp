// Disk images on a web server go into a library without lying on this computer: by a real TLS server that serves
// ranges, and does everything else that servers do.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;

using enum Patch::Fill;

const ImageFormat kQcow2{QStringLiteral("qcow2"), QStringLiteral("qcow2"), QStringLiteral("qcow2"), {}};
const ImageFormat kFixedVhd{QStringLiteral("vhd"), QStringLiteral("vpc"), QStringLiteral("vhd"),
                            QStringLiteral("subformat=fixed,force_size=on")};

/// tests/support/image_server.py, running as long as the object.
class ImageServer
{
public:
    ImageServer(const QString &certificate, const QString &file, const QStringList &faults)
    {
        QStringList arguments{QStringLiteral(SEALIFT_SOURCE_DIR "/tests/support/image_server.py"),
                              QStringLiteral("--certificate"), certificate, QStringLiteral("--file"), file};
        for (const auto &fault : faults)
            arguments << QStringLiteral("--fault") << fault;
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("/usr/bin/python3"), arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20000)) {
        }
        m_port = m_process.readLine().trimmed().toInt();
    }
    ~ImageServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QString url(const QString &path) const
    {
        return QStringLiteral("https://localhost:%1%2").arg(QString::number(m_port), path);
    }

    struct Served {
        int requests = 0;
        qint64 bytes = 0;
    };
    /// Ends it.
    Served end()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(10000);
        const auto numbers = m_process.readAllStandardOutput().trimmed().split(' ');
        return {numbers.value(0).toInt(), numbers.value(1).toLongLong()};
    }

private:
    QProcess m_process;
    int m_port = 0;
};

} // namespace

class TestHttpsImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void imports_data();
    void imports();
    void triesAgain_data();
    void triesAgain();
    void followsWithinTheServer();
    void goesOnAfterKill();
    void warnsWhereNothingTellsVersions();
    void refuses_data();
    void refuses();
    void refusesUrls_data();
    void refusesUrls();
    void refusesUnknownAuthority();
    void cleanup();

private:
    Outcome importFrom(const ImageServer &server, const QString &path, const QString &name,
                       const QStringList &more = {}) const
    {
        return m_bench->sealift.run(QStringList{QStringLiteral("import"), QStringLiteral("--ca-file"), m_certificate,
                                                QStringLiteral("--name"), name} +
                                    more + QStringList{server.url(path)});
    }
    /// Empty where the image in the library is that raw disk.
    QByteArray differs(const QString &name, const QString &raw) const
    {
        const auto out = m_bench->path(QStringLiteral("out.raw"));
        const auto exported =
            m_bench->sealift.run({QStringLiteral("export"), name, QStringLiteral("-f"), QStringLiteral("raw"),
                                  QStringLiteral("--force"), QStringLiteral("-o"), out});
        return exported.ok() ? difference(out, raw).toUtf8() : exported.run.describe();
    }

    std::unique_ptr<Workbench> m_bench;
    QString m_certificate;
    QString m_raw;
};

void TestHttpsImport::initTestCase()
{
    REQUIRE_TOOLS();
    m_bench = std::make_unique<Workbench>();
    const auto made = m_bench->sealift.init();
    VERIFY_RUN(made.ok(), made.run);
    m_raw = m_bench->images.raw(QStringLiteral("disk.raw"), 30 * MiB + 512,
                                {{Random, 64 << 10, 11 * MiB}, {Constant, 28 * MiB, 1 * MiB, 0x31}});
    m_certificate = m_bench->path(QStringLiteral("server.pem"));
    const auto certified =
        run({.program = QStringLiteral("openssl"),
             .arguments = {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                           QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
                           QStringLiteral("-nodes"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                           QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:localhost"),
                           QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-keyout"), m_certificate,
                           QStringLiteral("-out"), m_bench->path(QStringLiteral("certificate"))}});
    VERIFY_RUN(certified.ok(), certified);
    QFile file(m_certificate);
    QVERIFY(file.open(QIODevice::Append));
    file.write(readFile(m_bench->path(QStringLiteral("certificate"))));
}

void TestHttpsImport::cleanup()
{
    VERIFY_EMPTY(m_bench->sealift.leftovers());
}

void TestHttpsImport::imports_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("raw") << QStringLiteral("raw") << QStringLiteral("raw") << false;
    QTest::newRow("fixed VHD") << QStringLiteral("vhd") << QStringLiteral("vhd") << false;
    QTest::newRow("qcow2") << QStringLiteral("qcow2") << QStringLiteral("qcow2") << true;
    QTest::newRow("raw, compressed") << QStringLiteral("raw.gz") << QStringLiteral("raw") << true;
    QTest::newRow("qcow2, compressed") << QStringLiteral("qcow2.xz") << QStringLiteral("qcow2") << true;
}

void TestHttpsImport::imports()
{
    QFETCH(QString, form);
    QFETCH(QString, format);
    QFETCH(bool, isKept);
    // What QEMU makes whole sectors of, and whole mebibytes of a VHD.
    const auto raw = form == QLatin1String("vhd")
                         ? m_bench->images.raw(QStringLiteral("even.raw"), 30 * MiB, {{Random, 64 << 10, 11 * MiB}})
                         : m_raw;
    auto file = raw;
    if (form.startsWith(QLatin1String("qcow2")))
        file = m_bench->images.converted(raw, kQcow2, QStringLiteral("disk.qcow2"));
    else if (form == QLatin1String("vhd"))
        file = m_bench->images.converted(raw, kFixedVhd, QStringLiteral("disk.vhd"));
    if (form.endsWith(QLatin1String(".gz")) || form.endsWith(QLatin1String(".xz"))) {
        const auto packed = m_bench->path(QStringLiteral("packed"));
        const auto done =
            run({.program = form.endsWith(QLatin1String(".gz")) ? QStringLiteral("gzip") : QStringLiteral("xz"),
                 .arguments = {QStringLiteral("-1"), QStringLiteral("-c"), file},
                 .outputFile = packed});
        VERIFY_RUN(done.ok(), done);
        file = packed;
    }
    ImageServer server(m_certificate, file, {});
    const auto imported = importFrom(server, QStringLiteral("/images/web%20one.") + form, QStringLiteral("web"),
                                     {QStringLiteral("--tag"), form});
    VERIFY_RUN(imported.ok(), imported.run);
    QCOMPARE(imported.object().value(u"format").toString(), format);
    QCOMPARE(imported.object().value(u"cleanup").toString(), QStringLiteral("confirmed"));
    VERIFY_EMPTY(differs(QStringLiteral("web"), raw));
    const auto disk = m_bench->sealift.images().array().last().toObject().value(u"disks").toArray().at(0).toObject();
    QCOMPARE(disk.value(u"source").toString(), QStringLiteral("web one.") + form);
    // Once, and a little for looking at it.
    const auto served = server.end();
    QVERIFY2(served.bytes >= QFileInfo(file).size() && served.bytes < QFileInfo(file).size() + 12 * MiB,
             qPrintable(QString::number(served.bytes)));
    const auto task = m_bench->sealift.run(
        {QStringLiteral("task"), QStringLiteral("show"), imported.object().value(u"task").toString()});
    QCOMPARE(task.object().value(u"scratch").toObject().value(u"highWater").toInteger() > 0, isKept);
}

void TestHttpsImport::triesAgain_data()
{
    QTest::addColumn<QStringList>("faults");
    QTest::newRow("overloaded") << QStringList{QStringLiteral("status-503=5")};
    QTest::newRow("answers cut off") << QStringList{QStringLiteral("truncated=4")};
    QTest::newRow("another stretch") << QStringList{QStringLiteral("wrong-range=3")};
    QTest::newRow("weak tag") << QStringList{QStringLiteral("weak")};
    QTest::newRow("no tag") << QStringList{QStringLiteral("no-tag")};
}

void TestHttpsImport::triesAgain()
{
    QFETCH(QStringList, faults);
    const ImageServer server(m_certificate, m_raw, faults);
    const auto imported = importFrom(server, QStringLiteral("/disk.raw"), QStringLiteral("again"));
    VERIFY_RUN(imported.ok(), imported.run);
    VERIFY_EMPTY(differs(QStringLiteral("again"), m_raw));
}

void TestHttpsImport::followsWithinTheServer()
{
    const ImageServer server(m_certificate, m_raw, {QStringLiteral("redirect-here")});
    const auto imported = importFrom(server, QStringLiteral("/moved/disk.raw"), QStringLiteral("moved"));
    VERIFY_RUN(imported.ok(), imported.run);
    VERIFY_EMPTY(differs(QStringLiteral("moved"), m_raw));
}

void TestHttpsImport::goesOnAfterKill()
{
    const auto raw = m_bench->path(QStringLiteral("large.raw"));
    QVERIFY(writeRandom(raw, 0, 120 * MiB, 4711));
    const ImageServer server(m_certificate, raw, {});
    const QStringList arguments{
        QStringLiteral("import"), QStringLiteral("--ca-file"), m_certificate,
        QStringLiteral("--name"), QStringLiteral("large"),     server.url(QStringLiteral("/large.raw"))};
    const auto before = m_bench->sealift.packs().size();
    Running victim(
        m_bench->sealift.command(arguments + QStringList{QStringLiteral("--bandwidth"), QStringLiteral("40MB")}));
    while (victim.isRunning() && m_bench->sealift.packs().size() < before + 3)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    victim.signal(SIGKILL);
    QCOMPARE(victim.wait().signal, SIGKILL);
    const auto imported = m_bench->sealift.run(arguments);
    VERIFY_RUN(imported.ok(), imported.run);
    QVERIFY2(imported.object().value(u"bytesKnown").toInteger() >= 16 * MiB, imported.run.describe());
    VERIFY_EMPTY(differs(QStringLiteral("large"), raw));
}

void TestHttpsImport::warnsWhereNothingTellsVersions()
{
    const ImageServer server(m_certificate, m_raw, {QStringLiteral("no-validators")});
    const auto imported = importFrom(server, QStringLiteral("/disk.raw"), QStringLiteral("unpinned"));
    VERIFY_RUN(imported.ok(), imported.run);
    QVERIFY2(imported.run.err.contains("which version"), imported.run.describe());
}

void TestHttpsImport::refuses_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *fault, const char *code, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(fault) << QString::fromLatin1(code) << QString::fromLatin1(words);
    };
    row("no ranges", "no-ranges", "unsupported", "instead of the stretch");
    row("no size", "no-size", "unsupported", "how large");
    row("an encoding", "encoded", "unsupported", "gzip");
    row("changed", "changed-after=8", "source-changed", "another version");
    row("changed, and the condition is not looked at", "exchanged-after=8", "source-changed", "another version");
    row("grown", "grown-after=8", "source-changed", "bytes instead of");
    row("forbidden", "status-403", "permission-denied", "status 403");
    row("not there", "status-404", "not-found", "status 404");
    row("elsewhere", "redirect-elsewhere", "unsafe", "https://elsewhere.example/disk.raw");
    row("round and round", "redirect-loop", "network", "status 302");
}

void TestHttpsImport::refuses()
{
    QFETCH(QString, fault);
    QFETCH(QString, code);
    QFETCH(QString, words);
    const auto before = m_bench->sealift.images().array().size();
    const ImageServer server(m_certificate, m_raw, {fault});
    const auto refused = importFrom(server, QStringLiteral("/disk.raw"), QStringLiteral("no"));
    VERIFY_EMPTY(refused.complaint(code, {words, QStringLiteral("/disk.raw")}));
    QVERIFY(!refused.run.err.contains("token=secret"));
    QCOMPARE(m_bench->sealift.images().array().size(), before);
}

void TestHttpsImport::refusesUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("code");
    QTest::newRow("user info") << QStringLiteral("https://ann:hidden@localhost/disk.raw") << QStringLiteral("unsafe");
    QTest::newRow("signed") << QStringLiteral("https://localhost/disk.raw?X-Amz-Signature=hidden")
                            << QStringLiteral("unsafe");
    QTest::newRow("token") << QStringLiteral("https://localhost/disk.raw?token=hidden") << QStringLiteral("unsafe");
    QTest::newRow("plain http") << QStringLiteral("http://example.com/disk.raw") << QStringLiteral("unsafe");
    QTest::newRow("no file") << QStringLiteral("https://localhost/") << QStringLiteral("invalid-argument");
}

void TestHttpsImport::refusesUrls()
{
    QFETCH(QString, url);
    QFETCH(QString, code);
    const auto refused = m_bench->sealift.run({QStringLiteral("import"), url});
    VERIFY_EMPTY(refused.complaint(code));
    QVERIFY(!refused.run.err.contains("hidden"));
    QVERIFY(!QString::fromUtf8(m_bench->sealift.run({QStringLiteral("audit"), QStringLiteral("show")}).run.out)
                 .contains(QLatin1String("hidden")));
}

void TestHttpsImport::refusesUnknownAuthority()
{
    const ImageServer server(m_certificate, m_raw, {});
    const auto refused = m_bench->sealift.run({QStringLiteral("import"), server.url(QStringLiteral("/disk.raw"))});
    VERIFY_EMPTY(refused.complaint(QStringLiteral("unsafe"), {QStringLiteral("authority that is trusted")}));
}

QTEST_GUILESS_MAIN(TestHttpsImport)
#include "tst_https_import.moc"
