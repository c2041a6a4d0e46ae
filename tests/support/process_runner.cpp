#include "support/process_runner.h"

#include <QFile>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

namespace sealift::test {

namespace {

constexpr auto kPollInterval = std::chrono::milliseconds(2);
constexpr int kStartTimeoutMs = 20'000;
constexpr int kReapTimeoutMs = 10'000;
constexpr qsizetype kMaxDescribedOutput = 4000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray shortened(const QByteArray &text)
{
    if (text.size() <= kMaxDescribedOutput)
        return text;
    return text.left(kMaxDescribedOutput / 2) + "\n[...]\n" + text.right(kMaxDescribedOutput / 2);
}

double secondsOf(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

QString CommandLine::text() const
{
    return (QStringList{program} + arguments).join(QLatin1Char(' '));
}

QByteArray Finished::describe() const
{
    QByteArray text = "command: " + command.toUtf8() + "\n";
    if (!started)
        text += "could not be started\n";
    if (timedOut)
        text += "timed out\n";
    text += "exit code " + QByteArray::number(exitCode) + ", signal " + QByteArray::number(signal) + ", after " +
            QByteArray::number(seconds, 'f', 2) + " s\n";
    text += "stdout: " + shortened(out) + "\nstderr: " + shortened(err);
    return text;
}

Running::Running(const CommandLine &command)
    : m_command(command)
{
    m_process.setProgram(command.program);
    m_process.setArguments(command.arguments);
    m_process.setProcessEnvironment(command.environment);
    m_process.setWorkingDirectory(command.folder);
    m_process.setStandardOutputFile(command.outputFile.isEmpty() ? m_folder.filePath(QStringLiteral("out"))
                                                                 : command.outputFile);
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("err")));
    if (command.input.isEmpty()) {
        m_process.setStandardInputFile(QProcess::nullDevice());
    } else {
        QFile input(m_folder.filePath(QStringLiteral("in")));
        if (input.open(QIODevice::WriteOnly))
            input.write(command.input);
        input.close();
        m_process.setStandardInputFile(input.fileName());
    }
    m_start = std::chrono::steady_clock::now();
    m_process.start();
    if (m_process.waitForStarted(kStartTimeoutMs))
        m_pid = m_process.processId();
    else
        m_ended = true;
}

Running::~Running()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(kReapTimeoutMs);
}

double Running::secondsSoFar() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
}

QByteArray Running::outSoFar() const
{
    return contentOf(m_folder.filePath(QStringLiteral("out")));
}

QByteArray Running::errSoFar() const
{
    return contentOf(m_folder.filePath(QStringLiteral("err")));
}

bool Running::collectUsage()
{
    siginfo_t info{};
    rusage usage{};
    // The C library's waitid() has no resource usage; the system call does. WNOWAIT leaves the end to QProcess.
    const long result = syscall(SYS_waitid, P_PID, m_pid, &info, WEXITED | WNOHANG | WNOWAIT, &usage);
    if (result != 0 || info.si_pid == 0)
        return false;
    m_seconds = secondsSoFar();
    m_cpuSeconds = secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
    m_peakRss = static_cast<qint64>(usage.ru_maxrss) * 1024;
    m_ended = true;
    return true;
}

bool Running::isRunning()
{
    return !m_ended && !collectUsage();
}

void Running::signal(int number)
{
    if (isRunning())
        ::kill(static_cast<pid_t>(m_pid), number);
}

Finished Running::wait()
{
    Finished finished;
    finished.command = m_command.text();
    finished.started = m_pid != 0;
    while (isRunning()) {
        if (!finished.timedOut && std::chrono::steady_clock::now() - m_start > m_command.timeout) {
            finished.timedOut = true;
            signal(SIGKILL);
        }
        std::this_thread::sleep_for(kPollInterval);
    }
    if (finished.started) {
        m_process.waitForFinished(kReapTimeoutMs);
        // QProcess gives the number of the signal as the exit code of a crash.
        if (m_process.exitStatus() == QProcess::CrashExit)
            finished.signal = m_process.exitCode();
        else
            finished.exitCode = m_process.exitCode();
    }
    finished.out = outSoFar();
    finished.err = errSoFar();
    finished.seconds = m_seconds;
    finished.cpuSeconds = m_cpuSeconds;
    finished.peakRss = m_peakRss;
    return finished;
}

Finished run(const CommandLine &command)
{
    return Running(command).wait();
}

} // namespace sealift::test
