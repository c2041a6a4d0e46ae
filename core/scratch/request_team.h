#pragma once

#include "base/result.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sealift {

/// Threads that help whoever has a request that can be cut into parts. They help one caller at a time: where several
/// threads have requests at once the cores are busy already, and each does its own alone. Thread-safe.
class RequestTeam
{
public:
    using Work = std::function<Status(std::size_t part)>;

    /// @param helpers threads beside the caller's own; they begin with the first request that is cut.
    explicit RequestTeam(unsigned helpers);
    ~RequestTeam();
    RequestTeam(const RequestTeam &) = delete;
    RequestTeam &operator=(const RequestTeam &) = delete;

    /// Calls work(0) to work(parts - 1), once each, on the calling thread and on helpers, in no particular order, and
    /// returns when all calls have. After a failure no part begins any more; the first one is what is returned.
    Status run(std::size_t parts, const Work &work);

private:
    struct Request {
        const Work &work;
        const std::size_t parts;
        std::atomic<std::size_t> next{0};
        std::atomic<bool> failed{false};
        Status status;        ///< of the first failure; under m_mutex
        unsigned helpers = 0; ///< at work on it; under m_mutex
    };

    void begin();
    void help(const std::stop_token &stop);
    void take(Request &request);

    const unsigned m_helpers;
    std::mutex m_turn; ///< held by the caller that is being helped

    std::mutex m_mutex; ///< for what follows
    std::condition_variable_any m_begun;
    std::condition_variable m_left;
    Request *m_request = nullptr;
    quint64 m_count = 0; ///< of requests so far: a helper takes part in each once
    std::vector<std::jthread> m_threads;
};

} // namespace sealift
