#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <utility>

namespace sealift {

/// Bytes a second, shared by any number of threads and transfers. A limit changed while threads wait takes effect at
/// once. Thread-safe.
class RateLimiter
{
public:
    /// @param bytesPerSecond 0: no limit.
    explicit RateLimiter(qint64 bytesPerSecond = 0)
        : m_rate(bytesPerSecond)
    {
    }

    void setRate(qint64 bytesPerSecond);
    qint64 rate() const { return m_rate.load(); }

    /// Waits until `bytes` more may pass; false after a stop request. A transfer larger than a second's worth passes
    /// after its time: the rate holds on average, without bursts of more than half a second.
    bool take(qint64 bytes, const std::stop_token &stop);

private:
    using Clock = std::chrono::steady_clock;

    std::atomic<qint64> m_rate;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Clock::time_point m_free{}; // when the bytes that were let through so far are paid for
};

/// The tap of one transfer: pause, resume, bandwidth. The stages of a pipeline pass through it at each piece of work (a
/// chunk, a pack), so that a pause takes hold within one piece. Thread-safe.
class FlowControl
{
public:
    /// @param shared a limit for all transfers together, beside this one's own; may be null; must outlive the object.
    explicit FlowControl(RateLimiter *shared = nullptr)
        : m_shared(shared)
    {
    }

    void pause();
    void resume();
    bool isPaused() const;
    /// Waits until no piece of work is under way; true if that is so before `timeout`. For the moment after pause().
    bool waitIdle(std::chrono::milliseconds timeout);

    RateLimiter &limit() { return m_limit; }

    /// Waits for bandwidth alone, also while paused: for pieces of a piece of work that is under way. False after a
    /// stop request.
    bool take(qint64 bytes, const std::stop_token &stop)
    {
        return m_limit.take(bytes, stop) && (m_shared == nullptr || m_shared->take(bytes, stop));
    }

    /// One piece of work under way; ends with the object.
    class Passage
    {
    public:
        Passage(Passage &&other) noexcept
            : m_control(std::exchange(other.m_control, nullptr))
        {
        }
        Passage &operator=(Passage &&) = delete;
        ~Passage();
        /// False where a stop was asked for: do not begin.
        explicit operator bool() const { return m_control != nullptr; }

    private:
        friend class FlowControl;
        explicit Passage(FlowControl *control)
            : m_control(control)
        {
        }
        FlowControl *m_control;
    };

    /// Waits while paused, then for bandwidth for `bytes` (0: work that moves nothing over a limited way).
    [[nodiscard]] Passage enter(qint64 bytes, const std::stop_token &stop);

private:
    RateLimiter *m_shared;
    RateLimiter m_limit;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_paused = false;
    int m_active = 0;
};

} // namespace sealift
