#pragma once

#include <chrono>
#include <optional>
#include <stop_token>

namespace sealift {

/// How long passing failures are put up with. There is one such layer: neither the transport below nor the callers
/// above try anything twice.
struct RetryPolicy {
    std::chrono::milliseconds base{100};
    std::chrono::milliseconds longest{20'000};   ///< between two attempts
    std::chrono::milliseconds deadline{180'000}; ///< from the first failure to the last attempt
    /// The same until the service has answered once: a wrong host name should not take three minutes to be told.
    std::chrono::milliseconds firstContact{10'000};
};

/// The pauses of one call: exponential, with full jitter, so that clients that failed together do not come back
/// together. Source: AWS Architecture Blog, "Exponential Backoff And Jitter" (2015).
class Backoff
{
public:
    explicit Backoff(const RetryPolicy &policy);

    /// Waits before the next attempt; false where there is to be none: out of time, or stopped.
    /// @param reached whether the service has ever answered.
    bool wait(bool reached, const std::stop_token &stop);

private:
    const RetryPolicy m_policy;
    std::optional<std::chrono::steady_clock::time_point> m_firstFailure;
    std::chrono::milliseconds m_ceiling;
};

} // namespace sealift
