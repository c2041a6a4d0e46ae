#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace sealift {

/// A stop token that also stops when time is up.
class TimeLimit
{
public:
    TimeLimit(std::chrono::milliseconds time, const std::stop_token &outer)
        : m_outer(outer, [this] { m_source.request_stop(); })
        , m_timer([this, time](const std::stop_token &ended) {
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any().wait_for(lock, ended, time, [] { return false; });
            if (!ended.stop_requested())
                m_source.request_stop();
        })
    {
    }

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_outer;
    std::jthread m_timer;
};

} // namespace sealift
