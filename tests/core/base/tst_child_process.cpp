#include "base/child_process.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sealift;
using namespace std::chrono_literals;

namespace {

ChildSpec shell(const QString &script)
{
    ChildSpec spec;
    spec.program = QStringLiteral("/bin/sh");
    spec.arguments << QStringLiteral("-c") << script;
    spec.environment << "PATH=/usr/bin:/bin";
    return spec;
}

} // namespace

class ChildProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void outputIsCollected();
    void outputIsBounded();
    void inheritsNothing();
    void passesDescriptors();
    void knowsItsPid();
    void limitsHold();
    void missingProgram();
    void notExecutable();
    void kill();
    void destructorKills();
    void waitGivesUp();
    void outlivesTheStartingThread();
    void namespaceEndsWithItsFirst_data();
    void namespaceEndsWithItsFirst();
    void diesWithItsParent_data();
    void diesWithItsParent();
    void manyAtOnce();
};

void ChildProcessTest::ends_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("signal");
    QTest::addRow("well") << QStringLiteral("exit 0") << 0 << 0;
    QTest::addRow("badly") << QStringLiteral("exit 7") << 7 << 0;
    QTest::addRow("by a signal") << QStringLiteral("kill -TERM $$") << 0 << SIGTERM;
}

void ChildProcessTest::ends()
{
    QFETCH(const QString, script);
    QFETCH(const int, code);
    QFETCH(const int, signal);
    const auto child = ChildProcess::start(shell(script));
    QVERIFY(child.has_value());
    const auto exit = (*child)->waitFor(10s);
    QVERIFY(exit.has_value());
    QCOMPARE(exit->code, code);
    QCOMPARE(exit->signal, signal);
    QCOMPARE(exit->ok(), code == 0 && signal == 0);
}

void ChildProcessTest::outputIsCollected()
{
    const auto child = ChildProcess::start(shell(QStringLiteral("echo out; echo err >&2; cat; sleep 0.05; echo late")));
    QVERIFY(child.has_value());
    QVERIFY((*child)->waitFor(10s).has_value()); // cat ends: there is no input
    QCOMPARE((*child)->standardOutput(), QByteArray("out\nlate\n"));
    QCOMPARE((*child)->standardError(), QByteArray("err\n"));
}

void ChildProcessTest::outputIsBounded()
{
    auto spec = shell(QStringLiteral("head -c 1000000 /dev/zero; echo end >&2"));
    spec.outputLimit = 1000;
    const auto child = ChildProcess::start(spec);
    QVERIFY(child.has_value());
    const auto exit = (*child)->waitFor(10s);
    QVERIFY(exit && exit->ok()); // it could write everything
    QCOMPARE((*child)->standardOutput().size(), 1000);
    QCOMPARE((*child)->standardError(), QByteArray("end\n"));
}

void ChildProcessTest::inheritsNothing()
{
    qputenv("SEALIFT_SECRET", "secret");
    const int leaking = ::open("/dev/null", O_RDONLY); // no O_CLOEXEC, as a library might
    const auto child = ChildProcess::start(shell(QStringLiteral("env; ls /proc/self/fd; ps -o tty= -p $$")));
    QVERIFY(child.has_value());
    QVERIFY((*child)->waitFor(10s).has_value());
    ::close(leaking);
    qunsetenv("SEALIFT_SECRET");
    const auto output = (*child)->standardOutput();
    QVERIFY2(!output.contains("SEALIFT_SECRET"), output);
    QVERIFY2(output.contains("\n0\n1\n2\n3\n?"), output); // 3 is what ls itself opens; no terminal
}

void ChildProcessTest::passesDescriptors()
{
    int first[2];
    int second[2];
    QCOMPARE(::pipe2(first, O_CLOEXEC), 0);
    QCOMPARE(::pipe2(second, O_CLOEXEC), 0);
    auto spec = shell(QStringLiteral("echo one >&3; echo two >&4"));
    // Numbers that are in each other's way.
    QCOMPARE(::dup3(first[1], 40, O_CLOEXEC), 40);
    spec.descriptors = {40, second[1]};
    const auto child = ChildProcess::start(spec);
    QVERIFY(child.has_value());
    const auto exit = (*child)->waitFor(10s);
    QVERIFY(exit && exit->ok());
    char text[5] = {};
    QCOMPARE(::read(first[0], text, 4), 4);
    QCOMPARE(QByteArray(text), QByteArray("one\n"));
    QCOMPARE(::read(second[0], text, 4), 4);
    QCOMPARE(QByteArray(text), QByteArray("two\n"));
    for (const int descriptor : {first[0], first[1], second[0], second[1], 40})
        ::close(descriptor);
}

void ChildProcessTest::knowsItsPid()
{
    auto spec = shell(QStringLiteral("test \"$OWN\" = $$ && echo $$"));
    spec.pidVariable = "OWN";
    const auto child = ChildProcess::start(spec);
    QVERIFY(child.has_value());
    QVERIFY((*child)->waitFor(10s)->ok());
    QCOMPARE((*child)->standardOutput(), QByteArray::number((*child)->pid()) + '\n');
}

void ChildProcessTest::limitsHold()
{
    auto spec = shell(QStringLiteral("ulimit -n; ulimit -c"));
    spec.limits.push_back({RLIMIT_NOFILE, 77});
    const auto child = ChildProcess::start(spec);
    QVERIFY(child.has_value());
    QVERIFY((*child)->waitFor(10s)->ok());
    QCOMPARE((*child)->standardOutput(), QByteArray("77\n0\n"));
}

void ChildProcessTest::missingProgram()
{
    ChildSpec spec;
    spec.program = QStringLiteral("/nowhere/program");
    const auto child = ChildProcess::start(spec);
    QVERIFY(!child.has_value());
    QCOMPARE(child.error().code(), ErrorCode::ToolMissing);
    QVERIFY(child.error().what().contains(spec.program));
    QVERIFY(!child.error().remedy().isEmpty());
}

void ChildProcessTest::notExecutable()
{
    ChildSpec spec;
    spec.program = QStringLiteral("/etc/passwd");
    const auto child = ChildProcess::start(spec);
    QVERIFY(!child.has_value());
    QCOMPARE(child.error().code(), ErrorCode::PermissionDenied);
}

void ChildProcessTest::kill()
{
    const auto child = ChildProcess::start(shell(QStringLiteral("exec sleep 100")));
    QVERIFY(child.has_value());
    (*child)->kill();
    const auto exit = (*child)->waitFor(10s);
    QVERIFY(exit.has_value());
    QCOMPARE(exit->signal, SIGKILL);
    (*child)->kill(); // no harm
}

void ChildProcessTest::destructorKills()
{
    pid_t pid = 0;
    QElapsedTimer timer;
    timer.start();
    {
        const auto child = ChildProcess::start(shell(QStringLiteral("exec sleep 100")));
        QVERIFY(child.has_value());
        pid = (*child)->pid();
        QCOMPARE(::kill(pid, 0), 0);
    }
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(::kill(pid, 0), -1); // not even a zombie
}

void ChildProcessTest::waitGivesUp()
{
    const auto child = ChildProcess::start(shell(QStringLiteral("exec sleep 100")));
    QVERIFY(child.has_value());
    QVERIFY(!(*child)->waitFor(20ms).has_value());
}

void ChildProcessTest::outlivesTheStartingThread()
{
    std::unique_ptr<ChildProcess> child;
    std::thread([&] { child = std::move(*ChildProcess::start(shell(QStringLiteral("sleep 0.2; echo done")))); }).join();
    const auto exit = child->waitFor(10s);
    QVERIFY(exit && exit->ok());
    QCOMPARE(child->standardOutput(), QByteArray("done\n"));
}

void ChildProcessTest::namespaceEndsWithItsFirst_data()
{
    QTest::addColumn<bool>("ownNamespace");
    QTest::addRow("without one, what it started stays") << false;
    QTest::addRow("with one, nothing stays") << true;
}

void ChildProcessTest::namespaceEndsWithItsFirst()
{
    QFETCH(const bool, ownNamespace);
    // Whoever holds the pipe's other end still runs.
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    auto spec = shell(QStringLiteral("setsid sleep 2 & echo $$; exit 0"));
    spec.ownNamespace = ownNamespace;
    spec.descriptors = {ends[1]};
    const auto child = ChildProcess::start(spec);
    QVERIFY(child.has_value());
    ::close(ends[1]);
    const auto exit = (*child)->waitFor(10s);
    QVERIFY(exit && exit->ok());
    const bool first = (*child)->standardOutput() == "1\n";
    if (ownNamespace && !first)
        QSKIP("this machine allows no namespaces");
    char byte = 0;
    const auto got = ::read(ends[0], &byte, 1);
    QCOMPARE(got, ownNamespace ? 0 : -1); // all ends closed, or nothing to read
    ::close(ends[0]);
}

void ChildProcessTest::diesWithItsParent_data()
{
    QTest::addColumn<bool>("ownNamespace");
    QTest::addRow("plain") << false;
    QTest::addRow("in a namespace") << true;
}

void ChildProcessTest::diesWithItsParent()
{
    QFETCH(const bool, ownNamespace);
    QCOMPARE(::prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const pid_t pid = ::fork();
    if (pid == 0) {
        auto spec = shell(QStringLiteral("echo up >&3; exec 3>&-; exec sleep 100"));
        spec.ownNamespace = ownNamespace;
        spec.descriptors = {ends[1]};
        const auto child = ChildProcess::start(spec);
        for (;;)
            ::pause();
    }
    char text[3] = {};
    QCOMPARE(::read(ends[0], text, 3), 3);
    ::kill(pid, SIGKILL);
    QElapsedTimer timer;
    timer.start();
    while (::waitpid(-1, nullptr, WNOHANG) >= 0) {
        QVERIFY2(timer.elapsed() < 5000, "the child outlives its parent");
        QTest::qWait(5);
    }
    QCOMPARE(errno, ECHILD);
    ::prctl(PR_SET_CHILD_SUBREAPER, 0);
    ::close(ends[0]);
    ::close(ends[1]);
}

void ChildProcessTest::manyAtOnce()
{
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&good, i] {
            for (int round = 0; round < 10; ++round) {
                const auto child = ChildProcess::start(shell(QStringLiteral("echo %1; exit %1").arg(i)));
                const auto exit = child ? (*child)->waitFor(20s) : std::nullopt;
                if (exit && exit->code == i && (*child)->standardOutput() == QByteArray::number(i) + '\n')
                    ++good;
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 80);
}

QTEST_GUILESS_MAIN(ChildProcessTest)
#include "tst_child_process.moc"
