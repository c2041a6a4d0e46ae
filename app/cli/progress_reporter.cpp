#include "cli/progress_reporter.h"

#include "cli/console.h"
#include "cli/terminal.h"

#include <QLatin1String>

namespace sealift {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds kSampling{100};
constexpr int kLogColumns = 120;

milliseconds intervalOf(ProgressStyle style)
{
    switch (style) {
    case ProgressStyle::Lines:
        return milliseconds(5000);
    case ProgressStyle::Objects:
        return milliseconds(1000);
    case ProgressStyle::None:
    case ProgressStyle::StatusLine:
        break;
    }
    return kSampling;
}

} // namespace

ProgressStyle progressStyle(const Console &console, int errorStream, bool asked)
{
    if (console.quiet())
        return ProgressStyle::None;
    if (console.json())
        return ProgressStyle::Objects;
    if (isTerminal(errorStream))
        return ProgressStyle::StatusLine;
    return asked ? ProgressStyle::Lines : ProgressStyle::None;
}

ProgressReporter::ProgressReporter(Console &console, int errorStream, ProgressStyle style, Subject subject)
    : m_console(console)
    , m_errorStream(errorStream)
    , m_style(style)
    , m_subject(std::move(subject))
    , m_start(std::chrono::steady_clock::now())
{
    m_meter.add(milliseconds(0), 0);
    if (m_style != ProgressStyle::None)
        m_thread = std::jthread([this](const std::stop_token &stop) { loop(stop); });
}

ProgressReporter::~ProgressReporter()
{
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_thread.join();
    if (m_style == ProgressStyle::StatusLine)
        m_console.clearStatus();
    else
        show(look());
}

void ProgressReporter::loop(const std::stop_token &stop)
{
    const auto interval = intervalOf(m_style);
    // Nothing is shown of what takes no time.
    auto next = m_start + interval;
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, kSampling, [] { return false; });
        if (stop.stop_requested())
            return;
        const auto view = look();
        if (const auto now = std::chrono::steady_clock::now(); now >= next) {
            show(view);
            next = now + interval;
        }
    }
}

ProgressView ProgressReporter::look()
{
    ProgressView view;
    view.label = m_subject.label;
    view.storedWord = m_subject.storedWord;
    view.unit = m_subject.unit;
    view.sample = m_subject.sample();
    view.elapsed = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - m_start);
    m_meter.add(view.elapsed, view.sample.done);
    view.rate = m_meter.rate();
    view.timeLeft = m_meter.timeFor(view.sample.total - view.sample.done);
    return view;
}

void ProgressReporter::show(const ProgressView &view)
{
    switch (m_style) {
    case ProgressStyle::None:
        break;
    case ProgressStyle::StatusLine:
        m_console.showStatus(progressLine(view, terminalColumns(m_errorStream)));
        break;
    case ProgressStyle::Lines:
        m_console.note(progressLine(view, kLogColumns));
        break;
    case ProgressStyle::Objects:
        m_console.progress(progressObject(view));
        break;
    }
}

} // namespace sealift
