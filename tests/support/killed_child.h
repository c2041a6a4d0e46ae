#pragma once

#include <chrono>
#include <functional>

#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace sealift::test {

/// Runs `work` in a child process (a fork: it must not start threads), waits until it calls `ready` for the first time,
/// then `delay` longer, and kills it with SIGKILL. True if the child was still at work then.
inline bool killedAtWork(const std::function<void(const std::function<void()> &ready)> &work,
                         std::chrono::microseconds delay)
{
    int pipe[2];
    if (::pipe(pipe) != 0)
        return false;
    const auto child = ::fork();
    if (child == 0) {
        ::close(pipe[0]);
        work([end = pipe[1]] {
            const char byte = 'r';
            static_cast<void>(!::write(end, &byte, 1));
        });
        ::_exit(EXIT_SUCCESS);
    }
    ::close(pipe[1]);
    char byte = 0;
    const bool ready = child > 0 && ::read(pipe[0], &byte, 1) == 1;
    ::usleep(static_cast<useconds_t>(delay.count()));
    if (child > 0)
        ::kill(child, SIGKILL);
    int status = 0;
    const bool ended = child > 0 && ::waitpid(child, &status, 0) == child;
    ::close(pipe[0]);
    return ready && ended && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

} // namespace sealift::test
