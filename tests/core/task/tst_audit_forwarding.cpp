#include "core/task/audit_clock.h"
#include "support/datagram_receiver.h"
#include "support/scratch_folder.h"
#include "task/audit_log.h"
#include "task/audit_reader.h"
#include "task/audit_verify.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <unistd.h>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;
using To = AuditForwarding::To;

namespace {

AuditEvent numbered(int number)
{
    return {QStringLiteral("something"), QStringLiteral("task-1"), {{QStringLiteral("number"), number}}};
}

} // namespace

/// The audit log's entries sent to sockets of the kind that loggers have, and clocks that are put.
class TestAuditForwarding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void journalGetsEachEntry();
    void syslogHasItsForm();
    void saysWhatWasNotSent();
    void slowReceiversHoldNothingUp();
    void clockChangesShow();
    void otherProcessesSeeThem();

private:
    std::unique_ptr<AuditLog> log(To to);
    QList<AuditEntry> entries() const;
    QStringList events() const;
    QString socketPath() const { return m_folder->filePath(QStringLiteral("socket")); }

    std::unique_ptr<ScratchFolder> m_folder;
    SetClock m_clock;
};

void TestAuditForwarding::init()
{
    m_folder = std::make_unique<ScratchFolder>();
    m_clock = {};
}

std::unique_ptr<AuditLog> TestAuditForwarding::log(To to)
{
    AuditOptions options;
    options.forward = {to, socketPath()};
    options.clock = m_clock.clock();
    auto opened = AuditLog::open(m_folder->filePath(QStringLiteral("audit")), options);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().what()));
    return std::move(*opened);
}

QList<AuditEntry> TestAuditForwarding::entries() const
{
    QList<AuditEntry> all;
    const auto add = [&all](const AuditEntry &entry) -> Status {
        all.append(entry);
        return {};
    };
    if (!forEachAuditEntry(m_folder->filePath(QStringLiteral("audit")), {}, add))
        qWarning("the log cannot be read");
    return all;
}

QStringList TestAuditForwarding::events() const
{
    QStringList names;
    for (const auto &entry : entries())
        names.append(entry.what.event);
    return names;
}

void TestAuditForwarding::journalGetsEachEntry()
{
    DatagramReceiver receiver(socketPath());
    const auto audit = log(To::Journald);
    QVERIFY(audit->append(numbered(1)));
    QVERIFY(audit->append({numbered(2), numbered(3)}));
    const auto written = entries();
    const auto sent = receiver.take();
    QCOMPARE(sent.size(), 3);
    for (qsizetype i = 0; i < sent.size(); ++i) {
        QHash<QByteArray, QByteArray> fields;
        for (const auto &line : sent[i].trimmed().split('\n'))
            fields.insert(line.left(line.indexOf('=')), line.mid(line.indexOf('=') + 1));
        QCOMPARE(fields.value("SYSLOG_IDENTIFIER"), QByteArray("sealift"));
        QCOMPARE(fields.value("SEALIFT_EVENT"), QByteArray("something"));
        QCOMPARE(fields.value("SEALIFT_TASK"), QByteArray("task-1"));
        QCOMPARE(fields.value("SEALIFT_SEQ"), QByteArray::number(i + 1));
        // The message is the entry itself, so that whoever gets it has the chain.
        const auto entry = AuditEntry::parse(fields.value("MESSAGE"));
        QVERIFY(entry);
        QCOMPARE(entry->hash, written[i].hash);
        QCOMPARE(fields.value("SEALIFT_HASH"), entry->hash.hex().toLatin1());
    }
}

void TestAuditForwarding::syslogHasItsForm()
{
    DatagramReceiver receiver(socketPath());
    const auto audit = log(To::Syslog);
    QVERIFY(audit->append(numbered(1)));
    const auto sent = receiver.take();
    QCOMPARE(sent.size(), 1);
    static const QRegularExpression form(
        QStringLiteral("^<85>[A-Z][a-z]{2} [ 123][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2} sealift\\[([0-9]+)\\]: (\\{.*\\})$"));
    const auto match = form.match(QString::fromUtf8(sent.first()));
    QVERIFY2(match.hasMatch(), sent.first().constData());
    QCOMPARE(match.captured(1).toInt(), ::getpid());
    QVERIFY(AuditEntry::parse(match.captured(2).toUtf8()));
}

void TestAuditForwarding::saysWhatWasNotSent()
{
    const auto audit = log(To::Syslog);
    // Nobody listens: what happened is recorded all the same, and once why it is nowhere else.
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(audit->append(numbered(i)));
        m_clock.pass(6s);
    }
    QCOMPARE(events(), (QStringList{QStringLiteral("something"), QStringLiteral("not-forwarded"),
                                    QStringLiteral("something"), QStringLiteral("something")}));
    QVERIFY(entries()[1].what.fields.value(u"why").toString().contains(socketPath()));

    DatagramReceiver receiver(socketPath());
    QVERIFY(audit->append(numbered(4)));
    QVERIFY(audit->append(numbered(5)));
    const auto all = entries();
    QCOMPARE(events().mid(4), (QStringList{QStringLiteral("something"), QStringLiteral("forwarded-again"),
                                           QStringLiteral("something")}));
    QCOMPARE(all[5].what.fields.value(u"missed").toInteger(), 4);
    QCOMPARE(receiver.take().size(), 3);
    const auto report = verifyAudit(audit->folder(), {});
    QVERIFY(report && report->ok());
    QCOMPARE(report->clockChanges, 0);
}

void TestAuditForwarding::slowReceiversHoldNothingUp()
{
    DatagramReceiver receiver(socketPath());
    const auto audit = log(To::Journald);
    QElapsedTimer timer;
    timer.start();
    // More than any socket keeps for somebody who does not read.
    for (int round = 0; round < 20; ++round)
        QVERIFY(audit->append(QList<AuditEvent>(100, numbered(round))));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(events().count(QStringLiteral("not-forwarded")), 1);
    QVERIFY(!receiver.take().isEmpty());
    m_clock.pass(6s);
    QVERIFY(audit->append(numbered(1)));
    QCOMPARE(events().count(QStringLiteral("forwarded-again")), 1);
}

void TestAuditForwarding::clockChangesShow()
{
    const auto audit = log(To::Nobody);
    QVERIFY(audit->append(numbered(1)));
    m_clock.pass(1h); // also while the machine sleeps
    QVERIFY(audit->append(numbered(2)));
    m_clock.pass(1s);
    m_clock.put(1500ms); // as services of time do
    QVERIFY(audit->append(numbered(3)));
    QVERIFY(!events().contains(QStringLiteral("clock-changed")));
    m_clock.put(-1h);
    QVERIFY(audit->append(numbered(4)));
    m_clock.pass(1s);
    m_clock.put(24h);
    QVERIFY(audit->append(numbered(5)));
    const auto all = entries();
    QCOMPARE(events(),
             (QStringList{QStringLiteral("something"), QStringLiteral("something"), QStringLiteral("something"),
                          QStringLiteral("clock-changed"), QStringLiteral("something"), QStringLiteral("clock-changed"),
                          QStringLiteral("something")}));
    QCOMPARE(all[3].what.fields.value(u"seconds").toInteger(), -3600);
    QCOMPARE(all[3].what.fields.value(u"entry-before").toString(), all[2].time);
    QCOMPARE(all[5].what.fields.value(u"seconds").toInteger(), 86400);
    const auto report = verifyAudit(audit->folder(), {});
    QVERIFY(report && report->ok());
    QCOMPARE(report->clockChanges, 2);
}

void TestAuditForwarding::otherProcessesSeeThem()
{
    QVERIFY(log(To::Nobody)->append(numbered(1)));
    m_clock.put(-1h);
    QVERIFY(log(To::Nobody)->append(numbered(2)));
    QCOMPARE(events()[1], QStringLiteral("clock-changed"));
    // Later is what time is like.
    m_clock.put(48h);
    QVERIFY(log(To::Nobody)->append(numbered(3)));
    QCOMPARE(events().count(QStringLiteral("clock-changed")), 1);
}

QTEST_GUILESS_MAIN(TestAuditForwarding)
#include "tst_audit_forwarding.moc"
