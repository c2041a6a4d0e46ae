#include "support/failing_store.h"

namespace sealift::test {

using namespace std::chrono_literals;

void StoreFaults::add(StoreFault fault)
{
    const std::lock_guard lock(m_mutex);
    m_armed.push_back({std::move(fault)});
}

void StoreFaults::clear()
{
    const std::lock_guard lock(m_mutex);
    m_armed.clear();
}

int StoreFaults::calls(StoreCall call) const
{
    const std::lock_guard lock(m_mutex);
    return m_calls[static_cast<std::size_t>(call)];
}

bool StoreFaults::waitForCalls(StoreCall call, int count) const
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, 1min, [&] { return m_calls[static_cast<std::size_t>(call)] >= count; });
}

std::optional<StoreFault> StoreFaults::next(StoreCall call, const QString &name, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    ++m_calls[static_cast<std::size_t>(call)];
    m_changed.notify_all();
    std::optional<StoreFault> hit;
    for (auto &armed : m_armed) {
        if (armed.fault.call != call || !name.startsWith(armed.fault.prefix))
            continue;
        ++armed.seen;
        armed.bytes += bytes;
        const bool counts = armed.seen >= armed.fault.first && armed.seen - armed.fault.first < armed.fault.times &&
                            armed.bytes > armed.fault.afterBytes;
        if (counts && !hit)
            hit = armed.fault;
    }
    return hit;
}

bool StoreFaults::wait(const StoreFault &fault, const std::stop_token &stop) const
{
    std::mutex own;
    std::unique_lock lock(own);
    std::condition_variable_any never;
    if (fault.hang)
        never.wait(lock, stop, [] { return false; });
    else if (fault.delay > 0ms)
        never.wait_for(lock, stop, fault.delay, [] { return false; });
    return !stop.stop_requested();
}

FailingStore::FailingStore(std::unique_ptr<ObjectStore> store, std::shared_ptr<StoreFaults> faults)
    : m_store(std::move(store))
    , m_faults(std::move(faults))
{
}

template <typename Answer>
Answer FailingStore::pass(StoreCall call, const QString &name, qint64 bytes, const std::stop_token &stop,
                          const std::function<Answer()> &real)
{
    const auto fault = m_faults->next(call, name, bytes);
    if (!fault)
        return real();
    if (!m_faults->wait(*fault, stop))
        return fail(Error::cancelled());
    if (!fault->error)
        return real();
    if (fault->answerLost)
        static_cast<void>(real());
    return fail(*fault->error);
}

Status FailingStore::create(std::stop_token stop)
{
    return pass<Status>(StoreCall::Create, {}, 0, stop, [&] { return m_store->create(stop); });
}

Status FailingStore::put(const QString &name, std::span<const ByteView> parts, PutMode mode, std::stop_token stop)
{
    qint64 bytes = 0;
    for (const auto &part : parts)
        bytes += static_cast<qint64>(part.size());
    return pass<Status>(StoreCall::Put, name, bytes, stop, [&] { return m_store->put(name, parts, mode, stop); });
}

Result<qint64> FailingStore::size(const QString &name, std::stop_token stop)
{
    return pass<Result<qint64>>(StoreCall::Size, name, 0, stop, [&] { return m_store->size(name, stop); });
}

Status FailingStore::read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop)
{
    return pass<Status>(StoreCall::Read, name, static_cast<qint64>(out.size()), stop,
                        [&] { return m_store->read(name, offset, out, stop); });
}

Result<QByteArray> FailingStore::readAll(const QString &name, qint64 maxSize, std::stop_token stop)
{
    return pass<Result<QByteArray>>(StoreCall::ReadAll, name, maxSize, stop,
                                    [&] { return m_store->readAll(name, maxSize, stop); });
}

Status FailingStore::list(const QString &prefix, const std::function<Status(const ObjectInfo &)> &each,
                          std::stop_token stop)
{
    return pass<Status>(StoreCall::List, prefix, 0, stop, [&] { return m_store->list(prefix, each, stop); });
}

Status FailingStore::remove(const QString &name, std::stop_token stop)
{
    return pass<Status>(StoreCall::Remove, name, 0, stop, [&] { return m_store->remove(name, stop); });
}

} // namespace sealift::test
