#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace sealift {

/// How many requests a service gets at once: half as many when it says that it is busy, one more after as many
/// successes in a row as there are places (additive increase, multiplicative decrease, as TCP does). Thread-safe.
class AdaptiveGate
{
public:
    /// @param start how many to begin with; 0: as many as there are to be at most.
    explicit AdaptiveGate(int most, int start = 0);

    /// Waits for a place; false after a stop request, and then there is nothing to leave.
    bool enter(const std::stop_token &stop);
    void leave();

    void succeeded();
    /// The service is overloaded. Answers to requests that were under way together count once.
    void overloaded();

    int limit() const;

private:
    const int m_most;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_left;
    int m_limit;
    int m_inside = 0;
    int m_successes = 0;
    std::chrono::steady_clock::time_point m_lowered{};
};

} // namespace sealift
