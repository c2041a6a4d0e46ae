#pragma once

#include "base/rate_meter.h"
#include "cli/progress_view.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace sealift {

class Console;

/// How progress is shown.
enum class ProgressStyle {
    None,
    StatusLine, ///< one line of a terminal, redrawn ten times a second
    Lines,      ///< a line every five seconds, for logs
    Objects,    ///< a JSON object every second
};

/// The style that fits the console and the error stream. @param asked --progress was given.
ProgressStyle progressStyle(const Console &console, int errorStream, bool asked);

/// Shows how far a transfer is while it runs: samples it on a thread of its own. The last sample is shown, too, when
/// it ends, as a line or an object; a status line is cleared.
class ProgressReporter
{
public:
    struct Subject {
        QString label;
        QString storedWord;
        QString unit;
        std::function<ProgressSample()> sample; ///< called on the reporter's thread
    };

    /// @param console must outlive the object. @param errorStream is asked for its width.
    ProgressReporter(Console &console, int errorStream, ProgressStyle style, Subject subject);
    /// Ends the reports.
    ~ProgressReporter();
    ProgressReporter(const ProgressReporter &) = delete;
    ProgressReporter &operator=(const ProgressReporter &) = delete;

private:
    void loop(const std::stop_token &stop);
    ProgressView look();
    void show(const ProgressView &view);

    Console &m_console;
    const int m_errorStream;
    const ProgressStyle m_style;
    const Subject m_subject;
    const std::chrono::steady_clock::time_point m_start;
    RateMeter m_meter;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace sealift
