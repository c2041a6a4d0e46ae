#pragma once

#include "base/result.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace sealift {

/// Several threads that each take the next job, and one caller who gets the jobs back in the order in which it gave
/// them. All functions are the caller's; the threads end with the object, and jobs that nobody fetched are dropped.
template <typename Job>
class OrderedWorkers
{
public:
    using Work = std::function<Status(Job &)>;

    /// @param makeWork called once by each thread: what it returns serves that thread alone.
    OrderedWorkers(int threads, const std::function<Work()> &makeWork)
        : m_window(static_cast<std::size_t>(threads) * 4)
    {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this, makeWork](const std::stop_token &stop) { run(stop, makeWork()); });
    }

    ~OrderedWorkers()
    {
        for (auto &thread : m_threads)
            thread.request_stop();
        m_threads.clear(); // joins; nothing below may go before
    }

    OrderedWorkers(const OrderedWorkers &) = delete;
    OrderedWorkers &operator=(const OrderedWorkers &) = delete;

    /// Whether so many jobs are under way that the oldest one should be fetched first.
    bool isFull() const { return m_order.size() >= m_window; }
    bool isEmpty() const { return m_order.empty(); }

    void give(Job job)
    {
        const auto entry = std::make_shared<Entry>();
        entry->job = std::move(job);
        m_order.push_back(entry);
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(entry);
        m_given.notify_one();
    }

    /// Waits for the oldest job. Errors: those of its work.
    Result<Job> fetch()
    {
        const auto entry = std::move(m_order.front());
        m_order.pop_front();
        std::unique_lock lock(m_mutex);
        m_ended.wait(lock, [&] { return entry->status.has_value(); });
        if (!*entry->status)
            return fail(entry->status->error());
        return std::move(entry->job);
    }

private:
    struct Entry {
        Job job;
        std::optional<Status> status;
    };

    void run(const std::stop_token &stop, const Work &work)
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            if (!m_given.wait(lock, stop, [this] { return !m_waiting.empty(); }) || stop.stop_requested())
                return;
            const auto entry = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            auto status = work(entry->job);
            lock.lock();
            entry->status = std::move(status);
            m_ended.notify_one();
        }
    }

    const std::size_t m_window;
    std::deque<std::shared_ptr<Entry>> m_order; ///< the caller's alone
    std::mutex m_mutex;
    std::condition_variable_any m_given;
    std::condition_variable m_ended;
    std::deque<std::shared_ptr<Entry>> m_waiting;
    std::vector<std::jthread> m_threads;
};

} // namespace sealift
