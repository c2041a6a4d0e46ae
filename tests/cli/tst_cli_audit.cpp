#include "cli/program.h"
#include "common/audit_settings.h"
#include "support/datagram_receiver.h"

#include <QDir>
#include <QTest>

#include <thread>

using namespace sealift;
using namespace sealift::test;

/// What audit.json in the configuration folder makes of the audit log.
class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { QFile::remove(m_program.file(QStringLiteral("config/audit.json"))); }
    void refusesMistakes_data();
    void refusesMistakes();
    void readsAll();
    void sendsAllEntries();
    void importsThoughNobodyListens();
    void keepsWhatIsNotOld();

private:
    Ended import(const QString &name)
    {
        return m_program.run({QStringLiteral("import"), QStringLiteral("--name"), name, m_disk});
    }
    QJsonArray entries() const
    {
        return m_program.run({QStringLiteral("audit"), QStringLiteral("show"), QStringLiteral("--json")}).array();
    }

    Program m_program;
    QString m_disk;
};

void TestAudit::initTestCase()
{
    QDir().mkpath(m_program.file(QStringLiteral("config")));
    m_disk = m_program.writeRandom(QStringLiteral("disk.raw"), 1 << 20);
    const auto made = m_program.run(
        {QStringLiteral("library"), QStringLiteral("init"), QStringLiteral("--no-recovery-key"), m_program.library()});
    QVERIFY2(made.exitCode == 0, made.describe().constData());
}

void TestAudit::refusesMistakes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("audit.json");
    QTest::newRow("version") << QByteArray(R"({"version": 2})") << QStringLiteral("version");
    QTest::newRow("receiver") << QByteArray(R"({"version": 1, "forward": "pigeon"})") << QStringLiteral("forward");
    QTest::newRow("no text") << QByteArray(R"({"version": 1, "forward": 1})") << QStringLiteral("forward");
    QTest::newRow("socket") << QByteArray(R"({"version": 1, "socket": "log"})") << QStringLiteral("socket");
    QTest::newRow("days") << QByteArray(R"({"version": 1, "keep-days": "9"})") << QStringLiteral("keep-days");
    QTest::newRow("negative") << QByteArray(R"({"version": 1, "keep-days": -1})") << QStringLiteral("keep-days");
    QTest::newRow("other") << QByteArray(R"({"version": 1, "keepdays": 9})") << QStringLiteral("keepdays");
}

void TestAudit::refusesMistakes()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, field);
    const auto settings = readAuditSettings(json, QStringLiteral("/etc/audit.json"));
    QVERIFY(!settings);
    QCOMPARE(settings.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(settings.error().what().contains(field), qPrintable(settings.error().what()));
    QVERIFY(settings.error().what().contains(QStringLiteral("/etc/audit.json")));
    // Nothing is done that could not be recorded as its user wants it.
    m_program.write(QStringLiteral("config/audit.json"), json);
    const auto refused = import(QStringLiteral("refused"));
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("audit.json"), refused.errors.constData());
}

void TestAudit::readsAll()
{
    const auto none = readAuditSettings(R"({"version": 1})", {});
    QVERIFY(none);
    QCOMPARE(none->forward.to, AuditForwarding::To::Nobody);
    QCOMPARE(none->keepDays, 0);
    const auto all =
        readAuditSettings(R"({"version": 1, "forward": "journald", "socket": "/run/x", "keep-days": 730})", {});
    QVERIFY(all);
    QCOMPARE(all->forward.to, AuditForwarding::To::Journald);
    QCOMPARE(all->forward.path(), QStringLiteral("/run/x"));
    QCOMPARE(all->keepDays, 730);
    const auto usual = readAuditSettings(R"({"version": 1, "forward": "syslog"})", {});
    QVERIFY(usual);
    QCOMPARE(usual->forward.path(), QStringLiteral("/dev/log"));
}

void TestAudit::sendsAllEntries()
{
    const auto socket = m_program.file(QStringLiteral("journal"));
    DatagramReceiver receiver(socket);
    m_program.write(QStringLiteral("config/audit.json"),
                    R"({"version": 1, "forward": "journald", "socket": ")" + socket.toUtf8() + R"("})");
    const auto before = entries().size();
    QList<QByteArray> datagrams;
    Ended imported;
    {
        // Sockets keep few for somebody who does not read.
        const std::jthread reader([&](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                datagrams += receiver.take();
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            }
        });
        imported = import(QStringLiteral("web01"));
    }
    datagrams += receiver.take();
    QVERIFY2(imported.exitCode == 0, imported.describe().constData());
    const auto all = entries();
    QVERIFY(all.size() > before);
    QStringList written;
    for (qsizetype i = before; i < all.size(); ++i)
        written.append(all[i].toObject().value(QStringLiteral("hash")).toString());
    QStringList sent;
    for (const auto &datagram : std::as_const(datagrams)) {
        for (const auto &line : datagram.split('\n')) {
            if (line.startsWith("SEALIFT_HASH="))
                sent.append(QString::fromLatin1(line.mid(13)));
        }
        QVERIFY(!datagram.contains(Program::kPassword));
    }
    QCOMPARE(sent, written);
}

void TestAudit::importsThoughNobodyListens()
{
    m_program.write(QStringLiteral("config/audit.json"),
                    R"({"version": 1, "forward": "syslog", "socket": "/nonexistent/log"})");
    const auto imported = import(QStringLiteral("web02"));
    QVERIFY2(imported.exitCode == 0, imported.describe().constData());
    int said = 0;
    for (const auto &entry : entries())
        said += entry.toObject().value(QStringLiteral("event")).toString() == QStringLiteral("not-forwarded") ? 1 : 0;
    QCOMPARE(said, 1);
    const auto verified = m_program.run({QStringLiteral("audit"), QStringLiteral("verify")});
    QVERIFY2(verified.exitCode == 0, verified.describe().constData());
}

void TestAudit::keepsWhatIsNotOld()
{
    const auto before = entries().size();
    m_program.write(QStringLiteral("config/audit.json"), R"({"version": 1, "keep-days": 1})");
    QCOMPARE(import(QStringLiteral("web03")).exitCode, 0);
    QVERIFY(entries().size() > before);
    const auto verified = m_program.run({QStringLiteral("audit"), QStringLiteral("verify"), QStringLiteral("--json")});
    QCOMPARE(verified.exitCode, 0);
    QCOMPARE(verified.object().value(QStringLiteral("removed")).toInteger(-1), 0);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_cli_audit.moc"
