#include "core/task/audit_clock.h"
#include "support/scratch_folder.h"
#include "task/audit_files.h"
#include "task/audit_log.h"
#include "task/audit_retention.h"
#include "task/audit_verify.h"

#include <QFile>
#include <QTest>

using namespace sealift;
using namespace sealift::test;
using namespace std::chrono_literals;

namespace {

constexpr auto kDay = 24h;

} // namespace

/// What of the audit log may go because it is old, and that nothing else can go in its name.
class TestAuditRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyWhatIsOldGoes();
    void neverTheLastFile();
    void againAndAgain();
    void nothingElseGoesInTheNameOfAge();
    void nothingGoesFromADamagedLog();
    void interruptedRemovalIsNoDamage();

private:
    QString path(int file) const { return m_log->folder() + u'/' + auditFileName(file); }
    std::vector<int> files() const { return auditFileNumbers(m_log->folder()).value(); }
    AuditReport verified() const { return verifyAudit(m_log->folder(), {}).value(); }
    QString problems() const
    {
        QStringList words;
        for (const auto &problem : verified().problems)
            words.append(QStringLiteral("%1: %2").arg(problem.file, problem.what));
        return words.join(u'\n');
    }
    QDateTime daysAgo(int days) const { return m_clock.wall.addDays(-days); }

    std::unique_ptr<ScratchFolder> m_folder;
    SetClock m_clock;
    std::unique_ptr<AuditLog> m_log;
};

/// Ten days, some entries a day; about a file a day.
void TestAuditRetention::init()
{
    m_log.reset();
    m_folder = std::make_unique<ScratchFolder>();
    m_clock = {};
    AuditOptions options;
    options.maxFileBytes = 3000;
    options.clock = m_clock.clock();
    m_log = AuditLog::open(m_folder->filePath(QStringLiteral("audit")), options).value();
    for (int i = 0; i < 100; ++i) {
        m_clock.pass(kDay / 10);
        QVERIFY(m_log->append(AuditEvent{QStringLiteral("something"), {}, {{QStringLiteral("number"), i}}}));
    }
    QVERIFY(files().size() >= 8);
}

void TestAuditRetention::onlyWhatIsOldGoes()
{
    const auto before = files();
    const auto none = removeOldAudit(*m_log, daysAgo(30), {});
    QVERIFY(none && !*none);
    QCOMPARE(files(), before);
    const auto entries = verified().entries;

    const auto removed = removeOldAudit(*m_log, daysAgo(5), {});
    QVERIFY2(removed, removed ? "" : qPrintable(removed.error().what()));
    QVERIFY(*removed);
    QVERIFY((*removed)->throughFile >= 2 && (*removed)->throughFile < before.back());
    QCOMPARE(files().front(), (*removed)->throughFile + 1);
    QVERIFY((*removed)->lastSeq > 30 && (*removed)->lastSeq <= 50);
    QCOMPARE(problems(), QString());
    const auto report = verified();
    QCOMPARE(report.removed, (*removed)->lastSeq);
    QCOMPARE(report.entries, entries - (*removed)->lastSeq + 1); // and the one that says so
    // It goes on.
    QVERIFY(m_log->append(AuditEvent{QStringLiteral("something"), {}, {}}));
    QCOMPARE(problems(), QString());
}

void TestAuditRetention::neverTheLastFile()
{
    QVERIFY(removeOldAudit(*m_log, m_clock.wall.addYears(1), {}));
    QVERIFY(!files().empty());
    QCOMPARE(problems(), QString());
    const auto left = files();
    const auto again = removeOldAudit(*m_log, m_clock.wall.addYears(1), {});
    QVERIFY(again);
    QVERIFY(files().back() >= left.back());
    QCOMPARE(problems(), QString());
}

void TestAuditRetention::againAndAgain()
{
    for (const int days : {8, 6, 4, 2}) {
        QVERIFY(removeOldAudit(*m_log, daysAgo(days), {}));
        QCOMPARE(problems(), QString());
    }
    QVERIFY(verified().removed > 60);
}

void TestAuditRetention::nothingElseGoesInTheNameOfAge()
{
    QVERIFY(QFile::remove(path(1)));
    QVERIFY(problems().contains(QStringLiteral("the files before this one are missing")));
    init();
    QVERIFY(removeOldAudit(*m_log, daysAgo(5), {}));
    QCOMPARE(problems(), QString());
    // One more than was said.
    QVERIFY(QFile::remove(path(files().front())));
    QVERIFY(problems().contains(QStringLiteral("the files before this one are missing")));
}

void TestAuditRetention::nothingGoesFromADamagedLog()
{
    QFile file(path(3));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(100) && file.putChar('#'));
    file.close();
    const auto before = files();
    const auto refused = removeOldAudit(*m_log, daysAgo(5), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::Corrupt);
    QCOMPARE(files(), before);
}

void TestAuditRetention::interruptedRemovalIsNoDamage()
{
    const auto kept = [this](int file) { return m_folder->filePath(QString::number(file)); };
    for (const auto file : files())
        QVERIFY(QFile::copy(path(file), kept(file)));
    const auto removed = removeOldAudit(*m_log, daysAgo(5), {});
    QVERIFY(removed && *removed);
    const auto last = (*removed)->throughFile;
    QVERIFY(last > 2);
    // A process that died between the entry and the last of these files.
    QVERIFY(QFile::copy(kept(last), path(last)));
    QCOMPARE(problems(), QString());
    QVERIFY(QFile::copy(kept(last - 1), path(last - 1)));
    QCOMPARE(problems(), QString());
    // A gap is damage, though.
    QVERIFY(QFile::remove(path(last)));
    QVERIFY(!problems().isEmpty());
}

QTEST_GUILESS_MAIN(TestAuditRetention)
#include "tst_audit_retention.moc"
