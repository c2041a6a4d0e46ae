#include "cli/interrupt.h"

#include <QProcess>
#include <QTest>

#include <chrono>
#include <csignal>
#include <thread>

#include <unistd.h>

using namespace sealift;
using std::chrono::milliseconds;

/// A program that says "ready", then "stopping" when it is asked to; it ends by itself only if it is not stubborn.
static int beProgram(bool stubborn)
{
    const Interrupt interrupt;
    const auto say = [](const char *word) {
        [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, word, std::strlen(word));
    };
    say("ready\n");
    for (bool said = false; !said || stubborn;) {
        if (!said && interrupt.token().stop_requested()) {
            say("stopping\n");
            said = true;
        }
        std::this_thread::sleep_for(milliseconds(1));
    }
    return 0;
}

class TestInterrupt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksToStop_data();
    void asksToStop();
    void secondSignalEndsAtOnce();
    void quickRepetitionIsOneWish();
    void hangupFromStrangersIsNoWish();
    void ignoredSignalsStayIgnored();
    void brokenPipeIsAnErrorOnly();
    void childrenGetUsualReactions();
};

namespace {

class Child
{
public:
    explicit Child(const QString &mode, const std::function<void()> &before = {})
    {
        process.setChildProcessModifier(before);
        process.start(QCoreApplication::applicationFilePath(), {mode});
    }
    bool waitFor(const QByteArray &word)
    {
        while (!said.contains(word)) {
            if (!process.waitForReadyRead(10'000))
                return false;
            said += process.readAllStandardOutput();
        }
        return true;
    }
    void signal(int number) { ::kill(static_cast<pid_t>(process.processId()), number); }
    /// By a process that neither started it nor leads its session.
    void signalByStranger(const QString &option)
    {
        QProcess::execute(QStringLiteral("/bin/kill"), {option, QString::number(process.processId())});
    }
    bool isRunning() { return !process.waitForFinished(300); }
    /// The exit code, or minus the signal.
    int end()
    {
        if (!process.waitForFinished(10'000))
            return -1000;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -process.exitCode();
    }

    QProcess process;
    QByteArray said;
};

} // namespace

void TestInterrupt::asksToStop_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP of the parent") << SIGHUP;
}

void TestInterrupt::asksToStop()
{
    QFETCH(int, number);
    Child child(QStringLiteral("--willing"));
    QVERIFY(child.waitFor("ready"));
    child.signal(number);
    QVERIFY(child.waitFor("stopping"));
    QCOMPARE(child.end(), 0);
}

void TestInterrupt::secondSignalEndsAtOnce()
{
    Child child(QStringLiteral("--stubborn"));
    QVERIFY(child.waitFor("ready"));
    child.signal(SIGINT);
    QVERIFY(child.waitFor("stopping"));
    QVERIFY(child.isRunning());
    child.signal(SIGTERM);
    QCOMPARE(child.end(), 130);
}

void TestInterrupt::quickRepetitionIsOneWish()
{
    Child child(QStringLiteral("--stubborn"));
    QVERIFY(child.waitFor("ready"));
    for (int i = 0; i < 5; ++i)
        child.signal(i % 2 == 0 ? SIGINT : SIGTERM);
    QVERIFY(child.waitFor("stopping"));
    QVERIFY(child.isRunning());
    child.signal(SIGINT);
    QCOMPARE(child.end(), 130);
}

void TestInterrupt::hangupFromStrangersIsNoWish()
{
    Child child(QStringLiteral("--willing"));
    QVERIFY(child.waitFor("ready"));
    child.signalByStranger(QStringLiteral("-HUP"));
    QVERIFY(child.isRunning());
    child.signalByStranger(QStringLiteral("-TERM"));
    QCOMPARE(child.end(), 0);
}

void TestInterrupt::ignoredSignalsStayIgnored()
{
    Child child(QStringLiteral("--willing"), [] { ::signal(SIGHUP, SIG_IGN); });
    QVERIFY(child.waitFor("ready"));
    child.signal(SIGHUP);
    QVERIFY(child.isRunning());
    child.signal(SIGTERM);
    QCOMPARE(child.end(), 0);
}

void TestInterrupt::brokenPipeIsAnErrorOnly()
{
    const Interrupt interrupt;
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    ::close(ends[0]);
    QCOMPARE(::write(ends[1], "x", 1), ssize_t(-1));
    QCOMPARE(errno, EPIPE);
    ::close(ends[1]);
}

void TestInterrupt::childrenGetUsualReactions()
{
    const Interrupt interrupt;
    QProcess process;
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("kill -PIPE $$; sleep 10")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QCOMPARE(process.exitCode(), SIGPIPE);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 2 &&
        (arguments[1] == QLatin1String("--willing") || arguments[1] == QLatin1String("--stubborn")))
        return beProgram(arguments[1] == QLatin1String("--stubborn"));
    TestInterrupt test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_cli_interrupt.moc"
