#include "task/event_mailbox.h"

#include <cerrno>

#include <sys/eventfd.h>

namespace sealift {

EventMailbox::EventMailbox(std::chrono::microseconds slice)
    : m_slice(slice)
    , m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (!m_event)
        qFatal("cannot make an eventfd: error %d", errno);
    m_notifier = std::make_unique<QSocketNotifier>(m_event.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { drain(); });
}

EventMailbox::~EventMailbox() = default;

void EventMailbox::post(std::function<void()> work)
{
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_work.empty();
        m_work.push_back(std::move(work));
    }
    if (wasEmpty)
        wake();
}

void EventMailbox::wake() const
{
    const quint64 one = 1;
    // It can only fail where it is awake already.
    static_cast<void>(!::write(m_event.get(), &one, sizeof(one)));
}

void EventMailbox::drain()
{
    quint64 count = 0;
    static_cast<void>(!::read(m_event.get(), &count, sizeof(count)));
    const auto end = std::chrono::steady_clock::now() + m_slice;
    for (;;) {
        std::function<void()> work;
        {
            const std::lock_guard lock(m_mutex);
            if (m_work.empty())
                break;
            if (std::chrono::steady_clock::now() >= end) {
                wake();
                break;
            }
            work = std::move(m_work.front());
            m_work.pop_front();
        }
        work();
    }
    if (afterSlice)
        afterSlice();
}

} // namespace sealift
