#pragma once

#include <QtGlobal>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace sealift {

enum class SectorAccess { Shared, Exclusive };

/// Keeps those apart who work on the same sectors at once: any number of readers, or one who changes them. Also the
/// door of the volume: once closed, nobody comes in, and close() returns when the last one is out. Thread-safe.
class SectorLocks
{
public:
    /// Sectors held; let go with the object.
    class Hold
    {
    public:
        Hold(Hold &&other) noexcept
            : m_locks(std::exchange(other.m_locks, nullptr))
            , m_id(other.m_id)
        {
        }
        Hold &operator=(Hold &&) = delete;
        ~Hold();
        /// False where the door is closed.
        explicit operator bool() const { return m_locks != nullptr; }

    private:
        friend class SectorLocks;
        Hold(SectorLocks *locks, quint64 id)
            : m_locks(locks)
            , m_id(id)
        {
        }
        SectorLocks *m_locks;
        quint64 m_id;
    };

    /// Waits until the sectors are free for this kind of access. @param count at least one.
    [[nodiscard]] Hold lock(qint64 first, qint64 count, SectorAccess access);

    /// Lets nobody in any more, and waits for those who are. May be called again.
    void close();
    /// For those who are in: whether somebody waits for them to leave.
    bool isClosed() const { return m_closed.load(std::memory_order_relaxed); }

private:
    struct Range {
        quint64 id;
        qint64 first;
        qint64 end;
        SectorAccess access;
    };
    bool collides(qint64 first, qint64 end, SectorAccess access) const;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Range> m_held;
    quint64 m_nextId = 0;
    std::atomic<bool> m_closed = false;
};

} // namespace sealift
