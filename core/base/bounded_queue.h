#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>

namespace sealift {

/// A queue between two stages of a pipeline that holds at most `capacity` items: a fast producer waits for a slow
/// consumer. Any number of threads on both sides, each with a stop token of its own if need be. Waits end when the stop
/// token is asked to stop or the queue closes.
template <typename T>
class BoundedQueue
{
public:
    /// @param capacity at least one.
    explicit BoundedQueue(std::size_t capacity)
        : m_capacity(capacity)
    {
        Q_ASSERT(capacity > 0);
    }

    /// Waits for room and appends. False, and the item is dropped, after close() or a stop request.
    [[nodiscard]] bool push(T item, const std::stop_token &stop)
    {
        {
            std::unique_lock lock(m_mutex);
            m_roomAvailable.wait(lock, stop, [this] { return m_closed || m_items.size() < m_capacity; });
            if (m_closed || stop.stop_requested())
                return false;
            m_items.push_back(std::move(item));
        }
        m_itemAvailable.notify_one();
        return true;
    }

    /// Waits for the oldest item. Nothing after a stop request, or once the queue is closed and drained.
    [[nodiscard]] std::optional<T> pop(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_itemAvailable.wait(lock, stop, [this] { return m_closed || !m_items.empty(); });
        return stop.stop_requested() ? std::nullopt : take(std::move(lock));
    }

    /// As pop(), but waits no longer than `patience`.
    [[nodiscard]] std::optional<T> popWithin(std::chrono::milliseconds patience, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_itemAvailable.wait_for(lock, stop, patience, [this] { return m_closed || !m_items.empty(); });
        return stop.stop_requested() ? std::nullopt : take(std::move(lock));
    }

    /// The oldest item if there is one at this moment; never waits.
    [[nodiscard]] std::optional<T> tryPop() { return take(std::unique_lock(m_mutex)); }

    /// No more items will come: consumers drain what is there, then get nothing. May be called more than once.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_itemAvailable.notify_all();
        m_roomAvailable.notify_all();
    }

    /// How many items wait at this moment; for displays and tests, out of date once it is read.
    std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_items.size();
    }

private:
    std::optional<T> take(std::unique_lock<std::mutex> lock)
    {
        if (m_items.empty())
            return std::nullopt;
        std::optional<T> item(std::move(m_items.front()));
        m_items.pop_front();
        lock.unlock();
        m_roomAvailable.notify_one();
        return item;
    }

    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_itemAvailable;
    std::condition_variable_any m_roomAvailable;
    std::deque<T> m_items;
    bool m_closed = false;
};

} // namespace sealift
