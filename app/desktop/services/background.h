#pragma once

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>
#include <utility>

namespace sealift {

/// Does work on threads of its own, and what follows from it on the thread of the object it works for. A member of that
/// object: destroyed, it asks all work to stop, waits for it, also for what had not begun, and nothing follows any
/// more.
class Background
{
public:
    /// @param context the object it works for. @param threads how much is done at once; the rest waits in order.
    explicit Background(QObject *context, int threads = 2)
        : m_context(context)
    {
        m_pool.setMaxThreadCount(threads);
    }
    ~Background()
    {
        m_stop.request_stop();
        m_pool.waitForDone();
    }
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// Calls `work` with a stop token, then `then` with its result, which must be a value.
    template <typename Work, typename Then>
    void run(Work work, Then then)
    {
        m_pool.start([context = m_context, stop = m_stop.get_token(), work = std::move(work), then = std::move(then)] {
            using Value = decltype(work(stop));
            auto result = std::make_shared<Value>(work(stop));
            QMetaObject::invokeMethod(
                context, [result, then] { then(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

private:
    QObject *const m_context;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace sealift
