#include "base/bytes.h"
#include "support/killed_child.h"
#include "support/scratch_folder.h"
#include "support/small_volume.h"
#include "task/audit_files.h"
#include "task/audit_log.h"
#include "task/audit_verify.h"
#include "task/task_id.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace sealift;
using namespace sealift::test;

namespace {

AuditEvent numbered(const QString &name, int number, const QString &task = {})
{
    return {name, task, {{QStringLiteral("number"), number}}};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool replace(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

/// Changes one bit of a file where it is; done twice, it is as it was.
bool flip(const QString &path, qsizetype byte, int bit)
{
    QFile file(path);
    char content = 0;
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) || !file.seek(byte) || !file.getChar(&content))
        return false;
    return file.seek(byte) && file.putChar(static_cast<char>(content ^ (1 << bit)));
}

AuditReport verified(const QString &folder)
{
    auto report = verifyAudit(folder, {});
    if (!report) {
        AuditReport failed;
        failed.problems.push_back({{}, 0, report.error().what()});
        return failed;
    }
    return *report;
}

QString wordsOf(const AuditReport &report)
{
    QStringList words;
    for (const auto &problem : report.problems)
        words += QStringLiteral("%1:%2: %3").arg(problem.file).arg(problem.line).arg(problem.what);
    return words.join(QLatin1Char('\n'));
}

/// A log of a few entries in its own folder.
struct Log {
    explicit Log(int entries, qint64 maxFileBytes = 1 << 20)
    {
        auto opened = AuditLog::open(folder.filePath(QStringLiteral("audit")), {maxFileBytes});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().what()));
        log = std::move(*opened);
        for (int i = 0; i < entries; ++i)
            add(i);
    }

    bool add(int number) { return log->append(numbered(QStringLiteral("something"), number)).has_value(); }
    QString path(const QString &name) const { return log->folder() + QLatin1Char('/') + name; }
    QString file(int number = 1) const { return path(auditFileName(number)); }

    ScratchFolder folder;
    std::unique_ptr<AuditLog> log;
};

} // namespace

class TestAuditLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chainHolds();
    void isPrivate();
    void everyFlippedBitIsFound();
    void everyFlippedBitOfTheHeadIsFound();
    void everyChangedFieldIsFound();
    void changedLinesAreFound_data();
    void changedLinesAreFound();
    void changedFilesAreFound();
    void damageStaysOnRecord();
    void rotationKeepsTheChain();
    void tornEndIsRecovered_data();
    void tornEndIsRecovered();
    void tornBytesStayProtected();
    void laggingHeadIsNoDamage();
    void threadsAndProcessesAppend();
    void killedWritersLeaveAGoodLog();
    void fullDiskLosesNothing();
    void controlCharactersAreMadeVisible();
    void refuses_data();
    void refuses();
    void longTextsAreCut();
    void hashOfTaskIsThatOfItsEntries();
    void checkedByHand();
    void cost();
};

void TestAuditLog::chainHolds()
{
    Log log(5);
    const auto report = verified(log.log->folder());
    QVERIFY2(report.ok(), qPrintable(wordsOf(report)));
    QCOMPARE(report.entries, 5);
    QCOMPARE(report.beyondHead, 0);
    const auto lines = contentOf(log.file()).split('\n');
    QCOMPARE(lines.size(), 6);
    Digest prev;
    for (int i = 0; i < 5; ++i) {
        const auto entry = AuditEntry::parse(lines[i]);
        QVERIFY(entry);
        QCOMPARE(entry->seq, i + 1);
        QCOMPARE(entry->prev, prev);
        QCOMPARE(entry->pid, ::getpid());
        QVERIFY(!entry->host.isEmpty() && !entry->user.isEmpty());
        prev = entry->hash;
    }
    // Opened again, it goes on.
    auto again = AuditLog::open(log.log->folder());
    QVERIFY(again);
    QVERIFY((*again)->append({numbered(QStringLiteral("a"), 1), numbered(QStringLiteral("b"), 2)}));
    QCOMPARE(verified(log.log->folder()).entries, 7);
    QVERIFY(verified(log.log->folder()).ok());
}

void TestAuditLog::isPrivate()
{
    Log log(1);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(log.log->folder()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0700U);
    for (const auto &name : {auditFileName(1), QStringLiteral("head"), QStringLiteral("lock")}) {
        QCOMPARE(::stat(QFile::encodeName(log.path(name)).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
    }
    // A folder that others can enter is closed; a link is not followed.
    QCOMPARE(::chmod(QFile::encodeName(log.log->folder()).constData(), 0755), 0);
    QVERIFY(AuditLog::open(log.log->folder()));
    QCOMPARE(::stat(QFile::encodeName(log.log->folder()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0700U);
    const auto link = log.folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(log.log->folder(), link));
    const auto linked = AuditLog::open(link);
    QVERIFY(!linked);
    QCOMPARE(linked.error().code(), ErrorCode::Unsafe);
}

void TestAuditLog::everyFlippedBitIsFound()
{
    Log log(4);
    const auto good = contentOf(log.file());
    for (qsizetype byte = 0; byte < good.size(); ++byte) {
        for (int bit = 0; bit < 8; ++bit) {
            QVERIFY(flip(log.file(), byte, bit));
            QVERIFY2(!verified(log.log->folder()).ok(),
                     qPrintable(QStringLiteral("byte %1, bit %2").arg(byte).arg(bit)));
            QVERIFY(flip(log.file(), byte, bit));
        }
    }
    QVERIFY(verified(log.log->folder()).ok());
}

void TestAuditLog::everyFlippedBitOfTheHeadIsFound()
{
    Log log(3);
    const auto good = contentOf(log.path(QStringLiteral("head")));
    for (qsizetype byte = 0; byte < good.size(); ++byte) {
        for (int bit = 0; bit < 8; ++bit) {
            QVERIFY(flip(log.path(QStringLiteral("head")), byte, bit));
            QVERIFY2(!verified(log.log->folder()).ok(),
                     qPrintable(QStringLiteral("byte %1, bit %2").arg(byte).arg(bit)));
            QVERIFY(flip(log.path(QStringLiteral("head")), byte, bit));
        }
    }
}

void TestAuditLog::everyChangedFieldIsFound()
{
    Log log(3);
    const auto good = contentOf(log.file());
    auto lines = good.split('\n');
    const auto object = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(object.keys().size(), 10);
    for (const auto &key : object.keys()) {
        auto changed = object;
        const auto value = object.value(key);
        if (value.isString())
            changed[key] = QString(value.toString() + QLatin1Char('0'));
        else if (value.isDouble())
            changed[key] = value.toInteger() + 1;
        else
            changed[key] = QJsonObject{{QStringLiteral("number"), 77}};
        auto bad = lines;
        bad[1] = QJsonDocument(changed).toJson(QJsonDocument::Compact);
        QVERIFY(replace(log.file(), bad.join('\n')));
        QVERIFY2(!verified(log.log->folder()).ok(), qPrintable(key));
        // Also where whoever did it computed the entry's hash anew: then the next one does not fit.
        if (key != QLatin1String("hash")) {
            changed.remove(QStringLiteral("hash"));
            const auto hash = sha256(viewOf(QJsonDocument(changed).toJson(QJsonDocument::Compact))).hex();
            changed[QStringLiteral("hash")] = hash;
            bad[1] = QJsonDocument(changed).toJson(QJsonDocument::Compact);
            QVERIFY(replace(log.file(), bad.join('\n')));
            QVERIFY2(!verified(log.log->folder()).ok(), qPrintable(key));
        }
        auto removed = object;
        removed.remove(key);
        bad[1] = QJsonDocument(removed).toJson(QJsonDocument::Compact);
        QVERIFY(replace(log.file(), bad.join('\n')));
        QVERIFY2(!verified(log.log->folder()).ok(), qPrintable(key));
    }
    auto more = object;
    more[QStringLiteral("more")] = 1;
    lines[1] = QJsonDocument(more).toJson(QJsonDocument::Compact);
    QVERIFY(replace(log.file(), lines.join('\n')));
    QVERIFY(!verified(log.log->folder()).ok());
}

void TestAuditLog::changedLinesAreFound_data()
{
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("first removed") << QList<int>{1, 2, 3, 4};
    QTest::newRow("one removed") << QList<int>{0, 1, 3, 4};
    QTest::newRow("last removed") << QList<int>{0, 1, 2, 3};
    QTest::newRow("two at the end removed") << QList<int>{0, 1, 2};
    QTest::newRow("all removed") << QList<int>{};
    QTest::newRow("swapped") << QList<int>{0, 2, 1, 3, 4};
    QTest::newRow("last two swapped") << QList<int>{0, 1, 2, 4, 3};
    QTest::newRow("doubled") << QList<int>{0, 1, 1, 2, 3, 4};
    QTest::newRow("last doubled") << QList<int>{0, 1, 2, 3, 4, 4};
    QTest::newRow("one moved to the end") << QList<int>{0, 2, 3, 4, 1};
}

void TestAuditLog::changedLinesAreFound()
{
    QFETCH(const QList<int>, order);
    Log log(5);
    const auto lines = contentOf(log.file()).split('\n');
    QByteArray bad;
    for (const auto i : order)
        bad += lines[i] + '\n';
    QVERIFY(replace(log.file(), bad));
    QVERIFY(!verified(log.log->folder()).ok());
}

void TestAuditLog::changedFilesAreFound()
{
    const auto fresh = [] { return std::make_unique<Log>(14, 1000); };
    {
        auto log = fresh();
        QVERIFY(QFile::exists(log->file(4)));
        QVERIFY(verified(log->log->folder()).ok());
        QVERIFY(QFile::remove(log->file(2)));
        QVERIFY(!verified(log->log->folder()).ok());
    }
    {
        auto log = fresh();
        QVERIFY(QFile::remove(log->file(1)));
        QVERIFY(!verified(log->log->folder()).ok());
    }
    {
        auto log = fresh();
        const auto last = auditFileNumbers(log->log->folder());
        QVERIFY(last);
        QVERIFY(QFile::remove(log->file(last->back())));
        QVERIFY(!verified(log->log->folder()).ok());
    }
    {
        auto log = fresh();
        QVERIFY(QFile::rename(log->file(2), log->path(QStringLiteral("x"))));
        QVERIFY(QFile::rename(log->file(3), log->file(2)));
        QVERIFY(QFile::rename(log->path(QStringLiteral("x")), log->file(3)));
        QVERIFY(!verified(log->log->folder()).ok());
    }
    {
        auto log = fresh();
        QVERIFY(QFile::remove(log->path(QStringLiteral("head"))));
        QVERIFY(!verified(log->log->folder()).ok());
    }
}

void TestAuditLog::damageStaysOnRecord()
{
    // Whoever cuts the end off and lets the log go on does not hide it.
    const auto cut = [](Log &log, qsizetype bytes) {
        auto content = contentOf(log.file());
        content.chop(bytes);
        return replace(log.file(), content);
    };
    for (const qsizetype bytes : {1, 10, 400, 900}) {
        Log log(5);
        QVERIFY(cut(log, bytes));
        QVERIFY(!verified(log.log->folder()).ok());
        QVERIFY(log.add(99));
        QVERIFY(log.add(100));
        const auto report = verified(log.log->folder());
        QVERIFY2(!report.ok(), qPrintable(QString::number(bytes)));
        QVERIFY(wordsOf(report).contains(QLatin1String("damage was found")));
    }
    {
        Log log(5);
        QVERIFY(QFile::remove(log.path(QStringLiteral("head"))));
        QVERIFY(log.add(99));
        QVERIFY(wordsOf(verified(log.log->folder())).contains(QLatin1String("the head was gone")));
    }
    {
        Log log(5);
        QVERIFY(QFile::remove(log.file()));
        QVERIFY(log.add(99));
        QVERIFY(!verified(log.log->folder()).ok());
    }
    {
        // A changed bit in the last line, after which the log goes on.
        Log log(5);
        auto content = contentOf(log.file());
        content[content.size() - 30] = static_cast<char>(content[content.size() - 30] ^ 1);
        QVERIFY(replace(log.file(), content));
        QVERIFY(log.add(99));
        QVERIFY(!verified(log.log->folder()).ok());
    }
}

void TestAuditLog::rotationKeepsTheChain()
{
    Log log(0, 2000);
    for (int i = 0; i < 10; ++i)
        QVERIFY(log.add(i));
    QList<AuditEvent> many;
    for (int i = 0; i < 20; ++i)
        many += numbered(QStringLiteral("many"), i);
    QVERIFY(log.log->append(many));
    const auto report = verified(log.log->folder());
    QVERIFY2(report.ok(), qPrintable(wordsOf(report)));
    QCOMPARE(report.entries, 30);
    QVERIFY(report.files >= 4);
    // The first line of each file carries the hash of the last one before it.
    for (int file = 2; file <= report.files; ++file) {
        const auto before = contentOf(log.file(file - 1)).split('\n');
        const auto last = AuditEntry::parse(before[before.size() - 2]);
        const auto first = AuditEntry::parse(contentOf(log.file(file)).split('\n').front());
        QVERIFY(last && first);
        QCOMPARE(first->prev, last->hash);
        QVERIFY(contentOf(log.file(file)).size() < 2700);
    }
}

void TestAuditLog::tornEndIsRecovered_data()
{
    QTest::addColumn<QByteArray>("torn");
    AuditEntry entry;
    entry.seq = 4;
    const auto line = entry.seal();
    QTest::newRow("half a line") << line.left(40);
    QTest::newRow("one byte") << QByteArray("{");
    QTest::newRow("all but the line feed") << line;
    QTest::newRow("zeroes") << QByteArray(4096, '\0');
    QTest::newRow("zeroes, then a line") << QByteArray(512, '\0') + line + '\n';
    QTest::newRow("lines without meaning") << QByteArray("a\nb\n\nc");
    QTest::newRow("a great deal") << QByteArray(300'000, 'x');
}

void TestAuditLog::tornEndIsRecovered()
{
    QFETCH(const QByteArray, torn);
    Log log(3);
    QVERIFY(replace(log.file(), contentOf(log.file()) + torn));
    if (!torn.contains('\n')) {
        // As yet nobody was told that those bytes are there.
        const auto before = verified(log.log->folder());
        QVERIFY2(before.ok(), qPrintable(wordsOf(before)));
        QCOMPARE(before.tornBytes, torn.size());
    }
    QVERIFY(log.add(10));
    QVERIFY(log.add(11));
    const auto report = verified(log.log->folder());
    QVERIFY2(report.ok(), qPrintable(wordsOf(report)));
    QCOMPARE(report.recovered, 1);
    QCOMPARE(report.entries, 6);
    const auto content = contentOf(log.file());
    QVERIFY(content.contains(torn));
    QVERIFY(content.contains(sha256(viewOf(torn)).hex().toLatin1()));
    QVERIFY(content.contains("\"event\":\"recovered\""));
}

void TestAuditLog::tornBytesStayProtected()
{
    Log log(3);
    const auto begin = contentOf(log.file()).size();
    QVERIFY(replace(log.file(), contentOf(log.file()) + "{\"torn\":"));
    QVERIFY(log.add(10));
    const auto good = contentOf(log.file());
    QVERIFY(verified(log.log->folder()).ok());
    for (auto byte = begin; byte < good.size(); ++byte) {
        auto bad = good;
        bad[byte] = static_cast<char>(bad[byte] ^ 4);
        QVERIFY(replace(log.file(), bad));
        QVERIFY2(!verified(log.log->folder()).ok(), qPrintable(QString::number(byte)));
    }
}

void TestAuditLog::laggingHeadIsNoDamage()
{
    Log log(3);
    const auto old = contentOf(log.path(QStringLiteral("head")));
    QVERIFY(log.add(3));
    QVERIFY(log.add(4));
    QVERIFY(replace(log.path(QStringLiteral("head")), old));
    const auto report = verified(log.log->folder());
    QVERIFY2(report.ok(), qPrintable(wordsOf(report)));
    QCOMPARE(report.beyondHead, 2);
    QVERIFY(log.add(5));
    QCOMPARE(verified(log.log->folder()).beyondHead, 0);
    QVERIFY(verified(log.log->folder()).ok());
    // The same with a torn line after it.
    QVERIFY(replace(log.path(QStringLiteral("head")), old));
    QVERIFY(replace(log.file(), contentOf(log.file()) + "{\"ev"));
    QVERIFY(verified(log.log->folder()).ok());
    QVERIFY(log.add(6));
    QVERIFY2(verified(log.log->folder()).ok(), qPrintable(wordsOf(verified(log.log->folder()))));
    QCOMPARE(verified(log.log->folder()).entries, 8);
}

void TestAuditLog::threadsAndProcessesAppend()
{
    constexpr int kChildren = 3;
    constexpr int kEach = 30;
    Log log(1, 6000);
    QList<pid_t> children;
    for (int child = 0; child < kChildren; ++child) {
        const auto pid = ::fork();
        if (pid == 0) {
            auto own = AuditLog::open(log.log->folder(), {6000});
            bool good = own.has_value();
            for (int i = 0; good && i < kEach; ++i)
                good = (*own)->append(numbered(QStringLiteral("child"), i)).has_value();
            ::_exit(good ? 0 : 1);
        }
        children += pid;
    }
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(3);
        for (int thread = 0; thread < 3; ++thread) {
            threads.emplace_back([&] {
                for (int i = 0; i < kEach; ++i)
                    failures += log.add(i) ? 0 : 1;
            });
        }
    }
    for (const auto pid : children) {
        int status = 0;
        QCOMPARE(::waitpid(pid, &status, 0), pid);
        QCOMPARE(status, 0);
    }
    QCOMPARE(failures.load(), 0);
    const auto report = verified(log.log->folder());
    QVERIFY2(report.ok(), qPrintable(wordsOf(report)));
    QCOMPARE(report.entries, 1 + (kChildren + 3) * kEach);
}

void TestAuditLog::killedWritersLeaveAGoodLog()
{
    Log log(1, 20'000);
    for (int round = 0; round < 25; ++round) {
        const auto work = [&log](const std::function<void()> &ready) {
            ready();
            for (int i = 0;; ++i)
                static_cast<void>(
                    log.log->append({numbered(QStringLiteral("a"), i), numbered(QStringLiteral("b"), i)}));
        };
        QVERIFY(killedAtWork(work, std::chrono::microseconds(200 + 731 * round)));
        const auto report = verified(log.log->folder());
        QVERIFY2(report.ok(), qPrintable(wordsOf(report)));
        QVERIFY(log.add(round));
        QVERIFY2(verified(log.log->folder()).ok(), qPrintable(wordsOf(verified(log.log->folder()))));
    }
}

void TestAuditLog::fullDiskLosesNothing()
{
    SmallVolume volume(64LL * 1024);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    auto log = AuditLog::open(volume.filePath(QStringLiteral("audit")));
    QVERIFY(log);
    int written = 0;
    Status status;
    while ((status = (*log)->append({numbered(QStringLiteral("a"), written), numbered(QStringLiteral("b"), written)})))
        written += 2;
    QCOMPARE(status.error().code(), ErrorCode::NoSpace);
    QVERIFY(written > 20);
    const auto full = verified((*log)->folder());
    QVERIFY2(full.ok(), qPrintable(wordsOf(full)));
    QCOMPARE(full.entries, written);
    QVERIFY(volume.resize(256LL * 1024));
    QVERIFY((*log)->append(numbered(QStringLiteral("c"), 1)));
    const auto report = verified((*log)->folder());
    QVERIFY2(report.ok(), qPrintable(wordsOf(report)));
    QCOMPARE(report.entries, written + 1);
}

void TestAuditLog::controlCharactersAreMadeVisible()
{
    Log log(0);
    const auto text = QStringLiteral("a\x1b[2Jb\r\nc\u0085d\u202Ee\u007f");
    QVERIFY(log.log->append({QStringLiteral("shown"), {}, {{QStringLiteral("name"), text}}}));
    const auto line = contentOf(log.file());
    QCOMPARE(line.count('\n'), 1);
    for (const auto c : line.chopped(1))
        QVERIFY(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
    const auto entry = AuditEntry::parse(line.chopped(1));
    QVERIFY(entry);
    QCOMPARE(entry->what.fields.value(QLatin1String("name")).toString(),
             QStringLiteral("a\\x1b[2Jb\\x0d\\x0ac\\x85d\\x202ee\\x7f"));
}

void TestAuditLog::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<ErrorCode>("code");
    const auto good = QStringLiteral("key-used");
    const auto field = [](const char *name, const QJsonValue &value) {
        return QJsonObject{{QString::fromLatin1(name), value}};
    };
    QTest::newRow("password") << good << field("password", QStringLiteral("x")) << ErrorCode::Unsafe;
    QTest::newRow("deep secret") << good << field("a", field("session-token", 1)) << ErrorCode::Unsafe;
    QTest::newRow("PEM") << good << field("a", QStringLiteral("-----BEGIN RSA PRIVATE KEY-----")) << ErrorCode::Unsafe;
    QTest::newRow("access key") << good << field("a", QStringLiteral("AKIAIOSFODNN7EXAMPLE")) << ErrorCode::Unsafe;
    QTest::newRow("name of the event") << QStringLiteral("Key used") << QJsonObject() << ErrorCode::InvalidArgument;
    QTest::newRow("no name") << QString() << QJsonObject() << ErrorCode::InvalidArgument;
    QTest::newRow("name of a field") << good << field("a b", 1) << ErrorCode::InvalidArgument;
    QTest::newRow("fraction") << good << field("a", 1.5) << ErrorCode::InvalidArgument;
    QTest::newRow("huge number") << good << field("a", 1e300) << ErrorCode::InvalidArgument;
    QJsonValue deep = 1;
    for (int i = 0; i < 10; ++i)
        deep = field("a", deep);
    QTest::newRow("too deep") << good << deep.toObject() << ErrorCode::InvalidArgument;
    QJsonObject large;
    for (int i = 0; i < 40; ++i)
        large.insert(QStringLiteral("f%1").arg(i), QString(2000, QLatin1Char('x')));
    QTest::newRow("too large") << good << large << ErrorCode::InvalidArgument;
}

void TestAuditLog::refuses()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonObject, fields);
    QFETCH(const ErrorCode, code);
    Log log(1);
    // With the others of the list nothing of it is written.
    const auto status = log.log->append({numbered(QStringLiteral("fine"), 1), {name, {}, fields}});
    QVERIFY(!status);
    QCOMPARE(status.error().code(), code);
    QCOMPARE(verified(log.log->folder()).entries, 1);
}

void TestAuditLog::longTextsAreCut()
{
    Log log(0);
    const QString text(100'000, QLatin1Char('x'));
    QVERIFY(log.log->append({QStringLiteral("long"), {}, {{QStringLiteral("text"), text}}}));
    const auto line = contentOf(log.file());
    QVERIFY(line.size() < 3000);
    QVERIFY(line.contains("... (100000 characters)"));
    // Half of a pair, as cutting may leave one.
    const auto half = QString(QChar(0xD83D)) + QStringLiteral("x");
    QVERIFY(log.log->append({QStringLiteral("half"), {}, {{QStringLiteral("text"), half}}}));
    QVERIFY(verified(log.log->folder()).ok());
}

void TestAuditLog::hashOfTaskIsThatOfItsEntries()
{
    Log log(2, 2000);
    const auto first = TaskId::create().text();
    const auto second = TaskId::create().text();
    for (int i = 0; i < 10; ++i) {
        QVERIFY(log.log->append(numbered(QStringLiteral("step"), i, i % 3 == 0 ? second : first)));
    }
    // Naming a task in a field does not make an entry one of the task's.
    QVERIFY(log.log->append({QStringLiteral("other"), {}, {{QStringLiteral("about"), first}}}));
    QByteArray hashes;
    qint64 last = 0;
    const auto files = auditFileNumbers(log.log->folder());
    QVERIFY(files);
    for (const auto number : *files) {
        for (const auto &line : contentOf(log.file(number)).split('\n')) {
            const auto entry = AuditEntry::parse(line);
            if (entry && entry->what.task == first) {
                hashes += entry->hash.hex().toLatin1();
                last = entry->seq;
            }
        }
    }
    const auto audit = hashOfTask(log.log->folder(), first);
    QVERIFY(audit);
    QCOMPARE(audit->entries, 6);
    QCOMPARE(audit->lastSeq, last);
    QCOMPARE(audit->hash, sha256(viewOf(hashes)));
    // What comes later does not change what a receipt says.
    QVERIFY(log.log->append(numbered(QStringLiteral("later"), 1, first)));
    QVERIFY(hashOfTask(log.log->folder(), first)->hash != audit->hash);
    QCOMPARE(hashOfTask(log.log->folder(), first, last)->hash, audit->hash);
    QCOMPARE(hashOfTask(log.log->folder(), TaskId::create().text())->entries, 0);
}

void TestAuditLog::checkedByHand()
{
    if (QStandardPaths::findExecutable(QStringLiteral("jq")).isEmpty())
        QSKIP("jq is not installed");
    Log log(3);
    const QJsonObject fields{{QStringLiteral("name"), QStringLiteral("\"b\\a\tß € 😀 </x>")},
                             {QStringLiteral("list"), QJsonArray{1, true, QJsonValue(), -5}},
                             {QStringLiteral("large"), qint64{9007199254740991}}};
    QVERIFY(log.log->append({QStringLiteral("shown"), {}, fields}));
    // As core/task/README.md says.
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral(R"(
        while read -r line; do
            want=$(printf '%s' "$line" | jq -r .hash)
            have=$(printf '%s' "$line" | jq -cjS 'del(.hash)' | sha256sum | cut -d' ' -f1)
            [ "$want" = "$have" ] && echo good || echo bad
        done < "$1")"),
                                       QStringLiteral("sh"), log.file()});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), QByteArray("good\ngood\ngood\ngood\n"));
}

void TestAuditLog::cost()
{
    Log log(0);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
        QVERIFY(log.add(i));
    const auto each = static_cast<double>(timer.nsecsElapsed()) / 100e3;
    QList<AuditEvent> many;
    for (int i = 0; i < 10'000; ++i)
        many += numbered(QStringLiteral("task-added"), i);
    timer.restart();
    QVERIFY(log.log->append(many));
    const auto bulk = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    QVERIFY(verified(log.log->folder()).ok());
    const auto verify = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    qInfo("one append %.0f us; 10,000 in one append %.0f ms; verifying them %.0f ms", each, bulk, verify);
}

QTEST_GUILESS_MAIN(TestAuditLog)
#include "tst_audit_log.moc"
