#pragma once

#include <array>
#include <stop_token>
#include <thread>

#include <csignal>

namespace sealift {

/// Turns Ctrl-C (SIGINT), SIGTERM and SIGHUP into a stop request: the work under way ends by itself and cleans up.
/// The next such signal ends the process at once with exit code 130; one that follows within a moment is taken for
/// the same wish (a shell and a wrapper may both pass it on). A SIGHUP from a process that did not start us is no such
/// wish: restic sends them to look whether we live. A signal that the parent chose to ignore (nohup) stays ignored.
/// SIGPIPE ends nothing any more: writes report EPIPE instead. Child processes start with the usual reactions.
///
/// At most one object at a time; made and destroyed on the main thread.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    void watch();

    static constexpr std::array kStopSignals{SIGINT, SIGTERM, SIGHUP};

    std::stop_source m_source;
    int m_readEnd = -1;
    struct sigaction m_oldPipe {
    };
    std::array<struct sigaction, kStopSignals.size()> m_old{};
    std::thread m_watcher;
};

} // namespace sealift
