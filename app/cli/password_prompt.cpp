#include "cli/password_prompt.h"

#include "base/file_descriptor.h"
#include "cli/password_file.h"

#include <cerrno>
#include <functional>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <termios.h>
#include <unistd.h>

namespace sealift {

namespace {

Error terminalError(const QString &doing)
{
    return Error::fromErrno(errno, QStringLiteral("cannot %1 the terminal").arg(doing));
}

/// The process's terminal with echo off, for as long as the object lives.
class SilentTerminal
{
public:
    SilentTerminal() = default;
    ~SilentTerminal()
    {
        if (m_silent) {
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_old);
            print("\n");
        }
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

    Status open()
    {
        m_descriptor = ::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (m_descriptor < 0 || ::tcgetattr(m_descriptor, &m_old) != 0)
            return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no terminal to ask for the password on"),
                              QStringLiteral("Use --password-file FILE or SEALIFT_PASSWORD_FILE.")));
        auto silent = m_old;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHOE | ECHOK | ECHONL);
        silent.c_lflag |= ICANON | ISIG;
        // Keys that would leave the process, and the terminal silent behind it.
        silent.c_cc[VSUSP] = _POSIX_VDISABLE;
        silent.c_cc[VQUIT] = _POSIX_VDISABLE;
        if (::tcsetattr(m_descriptor, TCSAFLUSH, &silent) != 0)
            return fail(terminalError(QStringLiteral("silence")));
        m_silent = true;
        return {};
    }

    void print(const char *text) const
    {
        [[maybe_unused]] const auto written = ::write(m_descriptor, text, std::char_traits<char>::length(text));
    }

    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
    bool m_silent = false;
    termios m_old{};
};

/// A descriptor that becomes readable when a stop is asked for.
class StopDescriptor
{
public:
    explicit StopDescriptor(const std::stop_token &stop)
        : m_event(::eventfd(0, EFD_CLOEXEC))
        , m_callback(stop, [this] { ::eventfd_write(m_event.get(), 1); })
    {
    }
    int get() const { return m_event.get(); }

private:
    const FileDescriptor m_event;
    std::stop_callback<std::function<void()>> m_callback;
};

/// One line, without its end.
Result<QCA::SecureArray> readLine(const SilentTerminal &terminal, const std::stop_token &stop)
{
    const StopDescriptor stopped(stop);
    QCA::SecureArray line(kMaxPasswordSize + 1);
    int size = 0;
    for (;;) {
        pollfd ready[]{{terminal.descriptor(), POLLIN, 0}, {stopped.get(), POLLIN, 0}};
        if (::poll(ready, 2, -1) < 0 && errno != EINTR)
            return fail(terminalError(QStringLiteral("wait for")));
        if (stop.stop_requested())
            return fail(Error::cancelled());
        if (ready[0].revents == 0)
            continue;
        const auto got =
            ::read(terminal.descriptor(), line.data() + size, static_cast<std::size_t>(line.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(terminalError(QStringLiteral("read from")));
        if (got == 0 && size == 0)
            return fail(Error::cancelled());
        size += static_cast<int>(got);
        const bool ended = got == 0 || line.at(size - 1) == '\n';
        if (ended || size == line.size()) {
            if (size > 0 && line.at(size - 1) == '\n')
                --size;
            line.resize(size);
            return line;
        }
    }
}

} // namespace

Result<QCA::SecureArray> askPassword(const QString &question, const std::stop_token &stop)
{
    SilentTerminal terminal;
    SEALIFT_TRY(terminal.open());
    terminal.print(question.toUtf8().constData());
    SEALIFT_ASSIGN(auto password, readLine(terminal, stop));
    if (password.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the password is empty"),
                          QStringLiteral("A library needs a password.")));
    return password;
}

Result<QCA::SecureArray> askNewPassword(const QString &question, const QString &again, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto first, askPassword(question, stop));
    SEALIFT_ASSIGN(const auto second, askPassword(again, stop));
    if (first != second)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the two passwords differ"),
                          QStringLiteral("Start again and type the same password twice.")));
    return first;
}

} // namespace sealift
