#pragma once

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <optional>

#include <sys/types.h>

namespace sealift::test {

/// A program on a terminal of its own, as a person sits before it.
class PtyProcess
{
public:
    /// Starts `arguments` (the program first) with a terminal of so many columns as standard input, output and error,
    /// and as the controlling terminal. @param environment variables added to ours, "NAME=value".
    explicit PtyProcess(const QStringList &arguments, const QStringList &environment = {}, int columns = 80);
    /// Kills the program if it still runs.
    ~PtyProcess();
    PtyProcess(const PtyProcess &) = delete;
    PtyProcess &operator=(const PtyProcess &) = delete;

    /// Waits until the program has printed `text` after what was waited for before; false at the timeout or at its end.
    bool waitFor(const QByteArray &text, std::chrono::milliseconds timeout = std::chrono::seconds(20));

    /// Waits until echo is off (or on); false at the timeout. Typing before that would be discarded.
    bool waitForEcho(bool on, std::chrono::milliseconds timeout = std::chrono::seconds(20));

    /// As typed on the keyboard; "\x03" is Ctrl-C.
    void type(const QByteArray &keys);

    /// Everything that appeared on the terminal so far.
    const QByteArray &screen() const { return m_screen; }
    pid_t pid() const { return m_pid; }

    /// Waits for the end: the exit code, or minus the signal's number. Nothing at the timeout.
    std::optional<int> waitForEnd(std::chrono::milliseconds timeout = std::chrono::seconds(20));

    /// Whether the terminal echoes. The terminal stays when the program has ended.
    bool echoes() const;

private:
    bool readSome(std::chrono::milliseconds timeout);

    pid_t m_pid = -1;
    int m_master = -1;
    int m_slave = -1;
    QByteArray m_screen;
    qsizetype m_seen = 0;
    std::optional<int> m_end;
};

} // namespace sealift::test
