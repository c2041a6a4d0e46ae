#include "support/pty_process.h"

#include <QFile>
#include <QThread>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <vector>

#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

namespace sealift::test {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

PtyProcess::PtyProcess(const QStringList &arguments, const QStringList &environment, int columns)
{
    std::vector<QByteArray> words;
    for (const auto &argument : arguments)
        words.push_back(QFile::encodeName(argument));
    std::vector<char *> pointers;
    for (auto &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    std::vector<QByteArray> variables;
    for (const auto &variable : environment)
        variables.push_back(variable.toUtf8());

    winsize size{};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = 24;
    if (::openpty(&m_master, &m_slave, nullptr, nullptr, &size) != 0)
        qFatal("cannot open a pseudo-terminal");
    m_pid = ::fork();
    if (m_pid == 0) {
        ::close(m_master);
        ::login_tty(m_slave);
        for (auto &variable : variables)
            ::putenv(variable.data());
        ::execv(pointers[0], pointers.data());
        ::_exit(127);
    }
}

PtyProcess::~PtyProcess()
{
    if (m_pid > 0 && !m_end) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    ::close(m_master);
    ::close(m_slave);
}

bool PtyProcess::readSome(milliseconds timeout)
{
    pollfd ready{m_master, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(timeout.count())) <= 0)
        return false;
    char bytes[4096];
    const auto got = ::read(m_master, bytes, sizeof(bytes));
    if (got <= 0)
        return false;
    m_screen.append(bytes, got);
    return true;
}

bool PtyProcess::waitFor(const QByteArray &text, milliseconds timeout)
{
    const auto deadline = Clock::now() + timeout;
    for (;;) {
        if (const auto at = m_screen.indexOf(text, m_seen); at >= 0) {
            m_seen = at + text.size();
            return true;
        }
        if (Clock::now() >= deadline || (m_end && !readSome(milliseconds(0))))
            return false;
        if (!readSome(milliseconds(20)))
            waitForEnd(milliseconds(0));
    }
}

bool PtyProcess::waitForEcho(bool on, milliseconds timeout)
{
    const auto deadline = Clock::now() + timeout;
    while (echoes() != on) {
        if (Clock::now() >= deadline)
            return false;
        readSome(milliseconds(5));
    }
    return true;
}

void PtyProcess::type(const QByteArray &keys)
{
    if (::write(m_master, keys.constData(), static_cast<std::size_t>(keys.size())) != keys.size())
        qFatal("cannot type");
}

std::optional<int> PtyProcess::waitForEnd(milliseconds timeout)
{
    const auto deadline = Clock::now() + timeout;
    while (!m_end) {
        int status = 0;
        if (::waitpid(m_pid, &status, WNOHANG) == m_pid)
            m_end = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        else if (Clock::now() >= deadline)
            return std::nullopt;
        else
            // A program whose output nobody reads does not end.
            readSome(milliseconds(5));
    }
    while (readSome(milliseconds(0))) {
    }
    return m_end;
}

bool PtyProcess::echoes() const
{
    termios settings{};
    return ::tcgetattr(m_master, &settings) == 0 && (settings.c_lflag & ECHO) != 0;
}

} // namespace sealift::test
