#pragma once

#include "base/result.h"

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace sealift {

/// The end of several threads that work on one thing: the first failure of any of them asks all to stop and is what is
/// reported; being stopped is not a failure while there is another. Thread-safe.
class SharedFailure
{
public:
    /// @param outer a stop request there is one here.
    explicit SharedFailure(const std::stop_token &outer)
        : m_outer(outer, [this] { m_ending.request_stop(); })
    {
    }

    /// What the threads watch.
    std::stop_token token() const { return m_ending.get_token(); }

    /// Remembers the first failure and asks all to stop.
    void report(Error error)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_error || m_error->code() == ErrorCode::Cancelled)
                m_error = std::move(error);
        }
        m_ending.request_stop();
    }

    /// How it ended: the failure that counts, Cancelled where all were merely stopped, or success so far.
    Status status() const
    {
        const std::lock_guard lock(m_mutex);
        if (m_error)
            return fail(*m_error);
        return m_ending.stop_requested() ? Status(fail(Error::cancelled())) : Status();
    }

private:
    std::stop_source m_ending;
    mutable std::mutex m_mutex;
    std::optional<Error> m_error;
    std::stop_callback<std::function<void()>> m_outer;
};

} // namespace sealift
