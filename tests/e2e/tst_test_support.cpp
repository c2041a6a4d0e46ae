// The end-to-end tests stand on these helpers; a helper that cannot see a failure would make every test worthless.

#include "e2e/support/files.h"
#include "e2e/support/process_tree.h"
#include "e2e/support/sealift.h"
#include "e2e/support/tools.h"
#include "support/process_runner.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace sealift::test;

namespace {

Finished shell(const QString &script, std::chrono::milliseconds timeout = std::chrono::seconds(20))
{
    return run({.program = QStringLiteral("sh"), .arguments = {QStringLiteral("-c"), script}, .timeout = timeout});
}

} // namespace

class TestTestSupport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endOfAProcess();
    void peakMemory();
    void survivorsAreSeen();
    void differencesAreSeen();
    void holesAreSeen();
    void complaints();
    void leftoversAreSeen();
};

void TestTestSupport::endOfAProcess()
{
    const Finished code = shell(QStringLiteral("echo out; echo err >&2; exit 3"));
    QCOMPARE(code.exitCode, 3);
    QCOMPARE(code.out, QByteArray("out\n"));
    QCOMPARE(code.err, QByteArray("err\n"));
    QVERIFY(!code.ok());
    const Finished killed = shell(QStringLiteral("kill -TERM $$"));
    QCOMPARE(killed.signal, SIGTERM);
    QCOMPARE(killed.exitCode, -1);
    const Finished late = shell(QStringLiteral("exec sleep 10"), std::chrono::milliseconds(300));
    QVERIFY(late.timedOut && late.signal == SIGKILL && late.seconds < 5);
    QVERIFY(!run({.program = QStringLiteral("/nonexistent/program")}).started);
    QCOMPARE(run({.program = QStringLiteral("cat"), .input = "text"}).out, QByteArray("text"));
}

void TestTestSupport::peakMemory()
{
    const Finished small = shell(QStringLiteral("exec dd if=/dev/zero of=/dev/null bs=1M count=1"));
    const Finished big = shell(QStringLiteral("dd if=/dev/zero of=/dev/null bs=150M count=1; true"));
    QVERIFY(small.peakRss > 0 && small.peakRss < (60 << 20));
    QVERIFY(big.peakRss > (150 << 20) && big.peakRss < (200 << 20));
}

void TestTestSupport::survivorsAreSeen()
{
    adoptOrphans();
    QVERIFY(shell(QStringLiteral("setsid sleep 2 >/dev/null 2>&1 &")).ok());
    QVERIFY(survivors(std::chrono::milliseconds(200)).contains("sleep 2"));
    VERIFY_EMPTY(survivors(std::chrono::seconds(5)));
}

void TestTestSupport::differencesAreSeen()
{
    const QTemporaryDir folder;
    const QString a = folder.filePath(QStringLiteral("a"));
    const QString b = folder.filePath(QStringLiteral("b"));
    QVERIFY(writeRandom(a, 5 << 20, 3'000'001, 1) && writeRandom(b, 5 << 20, 3'000'001, 1));
    VERIFY_EMPTY(difference(a, b));
    QVERIFY(flipBit(b, (5 << 20) + 3'000'000));
    QVERIFY(difference(a, b).contains(QString::number((5 << 20) + 3'000'000)));
    QVERIFY(flipBit(b, (5 << 20) + 3'000'000));
    VERIFY_EMPTY(difference(a, b));
    QVERIFY(flipBit(a, 4096)); // in what is a hole of the other
    QVERIFY(!difference(a, b).isEmpty());
    QVERIFY(setSize(b, 100));
    QVERIFY(!difference(a, b).isEmpty());
    QVERIFY(!difference(a, folder.filePath(QStringLiteral("none"))).isEmpty());
}

void TestTestSupport::holesAreSeen()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file"));
    QVERIFY(writeRandom(file, 10 << 20, 1 << 20, 1) && setSize(file, 30 << 20));
    QVERIFY(allocatedBytes(file) >= (1 << 20) && allocatedBytes(file) < (2 << 20));
    QCOMPARE(nonZeroBytes(file, 65536), 1 << 20);
    QVERIFY(flipBit(file, (20 << 20) + 5));
    QCOMPARE(nonZeroBytes(file, 65536), (1 << 20) + 65536);
}

void TestTestSupport::complaints()
{
    const QString json = QStringLiteral(
        "echo '{\"type\":\"error\",\"code\":\"%1\",\"message\":\"%2\",\"remedy\":\"Try.\"}' >&2; exit %3");
    const auto complaint = [&](const char *code, const char *message, int exitCode) {
        return outcomeOf(shell(json.arg(QLatin1String(code), QLatin1String(message)).arg(exitCode)))
            .complaint(QStringLiteral("no-space"), {QStringLiteral("/some/file")});
    };
    VERIFY_EMPTY(complaint("no-space", "cannot write /some/file", 6));
    QVERIFY(!complaint("io", "cannot write /some/file", 6).isEmpty());
    QVERIFY(!complaint("no-space", "cannot write", 6).isEmpty());
    QVERIFY(!complaint("no-space", "cannot write /some/file", 1).isEmpty());
    QVERIFY(!complaint("no-space", "cannot write /some/file", 0).isEmpty());
}

void TestTestSupport::leftoversAreSeen()
{
    const QTemporaryDir folder;
    const Sealift sealift(folder.path());
    QDir().mkpath(sealift.library() + QStringLiteral("/locks"));
    VERIFY_EMPTY(sealift.leftovers());
    QVERIFY(writeFile(sealift.library() + QStringLiteral("/locks/") + QString(64, QLatin1Char('a')), "x"));
    QVERIFY(sealift.leftovers().contains("locks/aaa"));
    QVERIFY(writeFile(folder.filePath(QStringLiteral("tmp/x")), "x"));
    QVERIFY(sealift.leftovers().contains("tmp/x"));
}

QTEST_GUILESS_MAIN(TestTestSupport)
#include "tst_test_support.moc"
