#include "aws/cached_credentials.h"

namespace sealift {

CachedCredentials::CachedCredentials(Fetch fetch, const CacheTimes &times, Clock clock)
    : m_fetch(std::move(fetch))
    , m_times(times)
    , m_clock(std::move(clock))
{
}

CachedCredentials::Need CachedCredentials::need() const
{
    if (!m_current || m_refused)
        return Need::Mandatory;
    if (!m_current->credentials.expires)
        return Need::None;
    const auto now = m_clock();
    const auto left = std::chrono::milliseconds(now.msecsTo(*m_current->credentials.expires));
    if (left <= std::chrono::milliseconds(0))
        return Need::Mandatory;
    if (left > m_times.advisory || (m_notBefore.isValid() && now < m_notBefore))
        return Need::None;
    return left > m_times.mandatory ? Need::Advisory : Need::Mandatory;
}

Result<AwsCredentials> CachedCredentials::credentials(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto needed = need();
        if (needed == Need::None || (needed == Need::Advisory && m_fetching))
            return m_current->credentials;
        if (!m_fetching)
            return fetchNow(lock, needed, stop);
        const auto attempt = m_attempt;
        if (!m_fetched.wait(lock, stop, [this, attempt] { return m_attempt != attempt; }))
            return fail(Error::cancelled());
        // The other's cancelling is not ours: then this thread tries itself.
        if (m_failure && m_failure->code() != ErrorCode::Cancelled && need() == Need::Mandatory)
            return fail(*m_failure);
    }
}

/// Called with the lock held and nobody fetching; returns with the lock held.
Result<AwsCredentials> CachedCredentials::fetchNow(std::unique_lock<std::mutex> &lock, Need need,
                                                   const std::stop_token &stop)
{
    m_fetching = true;
    lock.unlock();
    auto found = m_fetch(stop);
    lock.lock();
    m_fetching = false;
    ++m_attempt;
    m_failure.reset();
    m_fetched.notify_all();
    if (found) {
        m_current = std::move(*found);
        m_refused = false;
        m_notBefore = m_clock().addSecs(m_times.pause.count());
        return m_current->credentials;
    }
    m_failure = found.error();
    if (need == Need::Mandatory)
        return fail(found.error());
    m_notBefore = m_clock().addSecs(m_times.pause.count());
    return m_current->credentials;
}

void CachedCredentials::invalidate(const AwsCredentials &refused)
{
    const std::lock_guard lock(m_mutex);
    if (m_current && m_current->credentials.accessKey == refused.accessKey &&
        m_current->credentials.sessionToken == refused.sessionToken)
        m_refused = true;
}

std::optional<FoundCredentials> CachedCredentials::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

} // namespace sealift
