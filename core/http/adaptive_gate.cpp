#include "http/adaptive_gate.h"

#include <algorithm>

namespace sealift {

namespace {
constexpr auto kBetweenCuts = std::chrono::milliseconds(500);
}

AdaptiveGate::AdaptiveGate(int most, int start)
    : m_most(most)
    , m_limit(start > 0 ? std::min(start, most) : most)
{
}

bool AdaptiveGate::enter(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_left.wait(lock, stop, [this] { return m_inside < m_limit; }) || stop.stop_requested())
        return false;
    ++m_inside;
    return true;
}

void AdaptiveGate::leave()
{
    {
        const std::lock_guard lock(m_mutex);
        --m_inside;
    }
    m_left.notify_one();
}

void AdaptiveGate::succeeded()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_limit == m_most || ++m_successes < m_limit)
            return;
        m_successes = 0;
        ++m_limit;
    }
    m_left.notify_one();
}

void AdaptiveGate::overloaded()
{
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    m_successes = 0;
    if (now - m_lowered < kBetweenCuts)
        return;
    m_lowered = now;
    m_limit = std::max(1, m_limit / 2);
}

int AdaptiveGate::limit() const
{
    const std::lock_guard lock(m_mutex);
    return m_limit;
}

} // namespace sealift
