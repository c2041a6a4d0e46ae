#include "base/flow_control.h"

#include <algorithm>

namespace sealift {

namespace {
constexpr auto kBurst = std::chrono::milliseconds(500);
}

void RateLimiter::setRate(qint64 bytesPerSecond)
{
    {
        const std::lock_guard lock(m_mutex);
        m_rate = bytesPerSecond;
        // A debt run up under the old rate would hold the new one back.
        m_free = Clock::time_point{};
    }
    m_changed.notify_all();
}

bool RateLimiter::take(qint64 bytes, const std::stop_token &stop)
{
    if (bytes <= 0 || m_rate.load() <= 0)
        return !stop.stop_requested();
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const auto rate = m_rate.load();
        if (rate <= 0)
            return true;
        const auto now = Clock::now();
        if (m_free <= now + kBurst) {
            const std::chrono::duration<double> cost(static_cast<double>(bytes) / static_cast<double>(rate));
            m_free = std::max(m_free, now - kBurst) + std::chrono::duration_cast<Clock::duration>(cost);
            // The piece passes when it is paid for, not before: the next one finds the debt.
            const auto paid = m_free;
            m_changed.wait_until(lock, stop, paid, [&] { return m_rate.load() != rate; });
            return !stop.stop_requested();
        }
        m_changed.wait_until(lock, stop, m_free - kBurst, [&] { return m_rate.load() != rate; });
    }
    return false;
}

void FlowControl::pause()
{
    const std::lock_guard lock(m_mutex);
    m_paused = true;
}

void FlowControl::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
    }
    m_changed.notify_all();
}

bool FlowControl::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_paused;
}

bool FlowControl::waitIdle(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, timeout, [this] { return m_active == 0; });
}

FlowControl::Passage::~Passage()
{
    if (m_control == nullptr)
        return;
    {
        const std::lock_guard lock(m_control->m_mutex);
        --m_control->m_active;
    }
    m_control->m_changed.notify_all();
}

FlowControl::Passage FlowControl::enter(qint64 bytes, const std::stop_token &stop)
{
    // Bandwidth first, the gate last: nothing may begin after a pause because it had waited for bandwidth before.
    if (!take(bytes, stop))
        return Passage(nullptr);
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [this] { return !m_paused; });
    if (stop.stop_requested())
        return Passage(nullptr);
    ++m_active;
    return Passage(this);
}

} // namespace sealift
