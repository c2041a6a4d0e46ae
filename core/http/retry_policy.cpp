#include "http/retry_policy.h"

#include <QRandomGenerator>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace sealift {

Backoff::Backoff(const RetryPolicy &policy)
    : m_policy(policy)
    , m_ceiling(policy.base)
{
}

bool Backoff::wait(bool reached, const std::stop_token &stop)
{
    using Clock = std::chrono::steady_clock;
    const auto now = Clock::now();
    if (!m_firstFailure)
        m_firstFailure = now;
    const auto end = *m_firstFailure + (reached ? m_policy.deadline : m_policy.firstContact);
    const auto ceiling = static_cast<int>(m_ceiling.count());
    const std::chrono::milliseconds pause(QRandomGenerator::global()->bounded(ceiling + 1));
    m_ceiling = std::min(m_ceiling * 2, m_policy.longest);
    if (now + pause >= end)
        return false;
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait_for(lock, stop, pause, [] { return false; });
    return !stop.stop_requested();
}

} // namespace sealift
