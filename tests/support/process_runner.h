#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <memory>

namespace sealift::test {

/// A program to run, as a test states it.
struct CommandLine {
    QString program{};
    QStringList arguments{};
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString folder{};     ///< working directory; empty: the test's own
    QByteArray input{};   ///< the program's standard input
    QString outputFile{}; ///< takes standard output instead of Finished::out; may be a device
    std::chrono::milliseconds timeout = std::chrono::seconds(120);

    /// The command as a person would type it, for messages.
    QString text() const;
};

/// How a program ended, and what it cost.
struct Finished {
    QString command;
    bool started = false;
    bool timedOut = false; ///< was killed by the runner; `signal` says so too
    int exitCode = -1;     ///< -1 where a signal ended the program
    int signal = 0;        ///< the signal that ended it, or 0
    QByteArray out;
    QByteArray err;
    double seconds = 0;    ///< from start to end
    double cpuSeconds = 0; ///< user and system time, with the children it waited for
    qint64 peakRss = 0;    ///< bytes; the largest of the process and the children it waited for (wait4(2), ru_maxrss)

    bool ok() const { return started && !timedOut && signal == 0 && exitCode == 0; }
    /// Everything a failed test wants to print.
    QByteArray describe() const;
};

/// A program that runs beside the test. Not thread-safe; belongs to the thread that made it.
///
/// The output goes to files of the runner's own and the end is noticed with waitid(2) and WNOWAIT, so that the resource
/// usage of the process is known before QProcess collects it.
class Running
{
public:
    /// Starts the program. Whether that worked is said by wait().
    explicit Running(const CommandLine &command);
    /// Kills the program if it still runs.
    ~Running();
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

    /// 0 where the program could not be started.
    qint64 pid() const { return m_pid; }
    bool isRunning();
    void signal(int number);
    double secondsSoFar() const;
    QByteArray outSoFar() const;
    QByteArray errSoFar() const;

    /// Waits for the end; kills the program at its timeout, counted from its start. Once.
    Finished wait();

private:
    bool collectUsage();

    CommandLine m_command;
    QTemporaryDir m_folder;
    QProcess m_process;
    qint64 m_pid = 0;
    bool m_ended = false;
    double m_seconds = 0;
    double m_cpuSeconds = 0;
    qint64 m_peakRss = 0;
    std::chrono::steady_clock::time_point m_start;
};

/// Runs a program to its end.
Finished run(const CommandLine &command);

} // namespace sealift::test
