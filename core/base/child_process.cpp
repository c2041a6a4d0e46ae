#include "base/child_process.h"

#include "base/child_launch.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace sealift {

namespace {

constexpr int kPollMilliseconds = 20;

int openProcessDescriptor(pid_t pid)
{
    const auto descriptor = ::syscall(SYS_pidfd_open, pid, 0);
    return descriptor < 0 ? -1 : static_cast<int>(descriptor);
}

} // namespace

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(const ChildSpec &spec)
{
    SEALIFT_ASSIGN(auto launch, ChildLaunch::prepare(spec));
    std::unique_ptr<ChildProcess> child(new ChildProcess);
    child->m_outputLimit = spec.outputLimit;
    child->m_output.reserve(spec.outputLimit); // never moved, so that wiping it wipes all of it
    std::promise<int> promise;
    auto started = promise.get_future();
    child->m_keeper = std::thread([raw = child.get(), own = std::move(launch), result = std::move(promise)]() mutable {
        raw->keep(*own, std::move(result));
    });
    const int number = started.get();
    if (number == 0)
        return child;
    auto error = Error::fromErrno(number, QStringLiteral("cannot start %1").arg(spec.program));
    if (error.code() == ErrorCode::NotFound)
        error = Error(ErrorCode::ToolMissing, error.what(), QStringLiteral("Install the package that provides it."));
    return fail(std::move(error));
}

void ChildProcess::keep(ChildLaunch &launch, std::promise<int> started)
{
    const int number = launch.run();
    if (number == 0) {
        m_pid = launch.pid();
        m_outputPipe = launch.takeOutput();
        m_errorPipe = launch.takeError();
    } else {
        const std::lock_guard lock(m_mutex);
        m_exit = ChildExit{127, 0};
    }
    started.set_value(number);
    if (number == 0)
        collect();
}

void ChildProcess::append(QByteArray &to, const char *data, qsizetype size)
{
    const std::lock_guard lock(m_mutex);
    to.append(data, std::min(size, m_outputLimit - to.size()));
}

/// Reads what is there; false at the end of the pipe.
bool ChildProcess::drain(const FileDescriptor &from, QByteArray &to)
{
    std::array<char, 4096> piece{};
    for (;;) {
        const auto got = ::read(from.get(), piece.data(), piece.size());
        if (got > 0)
            append(to, piece.data(), got);
        else if (got == 0)
            return false;
        else if (errno != EINTR)
            return errno == EAGAIN;
    }
}

void ChildProcess::collect()
{
    for (const auto *end : {&m_outputPipe, &m_errorPipe})
        ::fcntl(end->get(), F_SETFL, O_NONBLOCK);
    const FileDescriptor process(openProcessDescriptor(m_pid));
    std::array<pollfd, 3> watched{
        {{m_outputPipe.get(), POLLIN, 0}, {m_errorPipe.get(), POLLIN, 0}, {process.get(), POLLIN, 0}}};
    for (bool ended = false; !ended;) {
        // Without a process descriptor (before Linux 5.3) the end is looked for between short waits.
        ::poll(watched.data(), watched.size(), process ? -1 : kPollMilliseconds);
        siginfo_t info{};
        ended =
            ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == m_pid;
        if (watched[0].fd >= 0 && !drain(m_outputPipe, m_output))
            watched[0].fd = -1;
        if (watched[1].fd >= 0 && !drain(m_errorPipe, m_error))
            watched[1].fd = -1;
    }
    // Reaped under the lock: kill() never meets a process id that is somebody else's by now.
    const std::lock_guard lock(m_mutex);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_exit = WIFSIGNALED(status) ? ChildExit{0, WTERMSIG(status)} : ChildExit{WEXITSTATUS(status), 0};
    m_ended.notify_all();
}

ChildProcess::~ChildProcess()
{
    kill();
    if (m_keeper.joinable())
        m_keeper.join();
    // It may have been a secret. What standardOutput() gave out is its receiver's to wipe.
    ::explicit_bzero(m_output.data(), static_cast<std::size_t>(m_output.size()));
}

std::optional<ChildExit> ChildProcess::waitFor(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    m_ended.wait_for(lock, timeout, [this] { return m_exit.has_value(); });
    return m_exit;
}

void ChildProcess::kill()
{
    const std::lock_guard lock(m_mutex);
    if (!m_exit && m_pid > 0)
        ::kill(m_pid, SIGKILL);
}

QByteArray ChildProcess::standardOutput() const
{
    const std::lock_guard lock(m_mutex);
    return m_output;
}

QByteArray ChildProcess::standardError() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

} // namespace sealift
