#include "cli/interrupt.h"

#include "cli/exit_code.h"

#include <QtGlobal>

#include <atomic>
#include <cerrno>
#include <ctime>

#include <fcntl.h>
#include <unistd.h>

namespace sealift {

namespace {

// A signal handler reaches nothing but static data, and may use of it only what is lock-free.
std::atomic<int> g_writeEnd{-1};
std::atomic<qint64> g_askedAt{0};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<qint64>::is_always_lock_free);

constexpr qint64 kSameWishMilliseconds = 250;

/// Milliseconds of the monotonic clock, never 0.
qint64 now()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000LL + time.tv_nsec / 1'000'000 + 1;
}

/// restic finds out whether the holder of a lock is alive by sending it SIGHUP (internal/restic/lock_unix.go): that one
/// must go unheeded. A hangup that is meant comes from the kernel (the terminal is gone) or from the shell that started
/// us.
bool isMeant(int number, const siginfo_t &info)
{
    return number != SIGHUP || info.si_code == SI_KERNEL || info.si_pid == ::getppid() || info.si_pid == ::getsid(0);
}

/// Everything here is async-signal-safe. The hard exit is made in the handler, and not by the watching thread, so that
/// it works whatever the rest of the process is doing.
void onStopSignal(int number, siginfo_t *info, void * /*context*/)
{
    if (!isMeant(number, *info))
        return;
    const int savedErrno = errno;
    qint64 askedAt = 0;
    const qint64 at = now();
    if (g_askedAt.compare_exchange_strong(askedAt, at)) {
        const char stop = 1;
        [[maybe_unused]] const auto written = ::write(g_writeEnd.load(), &stop, 1);
    } else if (at - askedAt > kSameWishMilliseconds) {
        ::_exit(static_cast<int>(ExitCode::Cancelled));
    }
    errno = savedErrno;
}

void doNothing(int /*number*/) {}

} // namespace

Interrupt::Interrupt()
{
    Q_ASSERT(g_writeEnd.load() == -1);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        qFatal("cannot make a pipe for signals");
    m_readEnd = ends[0];
    g_writeEnd = ends[1];
    g_askedAt = 0;
    m_watcher = std::thread([this] { watch(); });

    struct sigaction onStop {
    };
    onStop.sa_sigaction = onStopSignal;
    onStop.sa_flags = SA_RESTART | SA_SIGINFO;
    for (std::size_t i = 0; i < kStopSignals.size(); ++i) {
        ::sigaction(kStopSignals[i], nullptr, &m_old[i]);
        if (m_old[i].sa_handler != SIG_IGN)
            ::sigaction(kStopSignals[i], &onStop, nullptr);
    }
    // A handler that does nothing, not SIG_IGN: that one would be inherited by child processes.
    struct sigaction onPipe {
    };
    onPipe.sa_handler = doNothing;
    onPipe.sa_flags = SA_RESTART;
    ::sigaction(SIGPIPE, &onPipe, &m_oldPipe);
}

Interrupt::~Interrupt()
{
    for (std::size_t i = 0; i < kStopSignals.size(); ++i)
        ::sigaction(kStopSignals[i], &m_old[i], nullptr);
    ::sigaction(SIGPIPE, &m_oldPipe, nullptr);
    // The watcher sees the end of the pipe.
    ::close(g_writeEnd.exchange(-1));
    m_watcher.join();
    ::close(m_readEnd);
}

void Interrupt::watch()
{
    for (;;) {
        char byte = 0;
        const auto got = ::read(m_readEnd, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got != 1)
            return;
        m_source.request_stop();
    }
}

} // namespace sealift
