#include "scratch/request_team.h"

namespace sealift {

RequestTeam::RequestTeam(unsigned helpers)
    : m_helpers(helpers)
{
}

RequestTeam::~RequestTeam()
{
    for (auto &thread : m_threads)
        thread.request_stop();
}

void RequestTeam::begin()
{
    m_threads.reserve(m_helpers);
    while (m_threads.size() < m_helpers)
        m_threads.emplace_back([this](const std::stop_token &stop) { help(stop); });
}

Status RequestTeam::run(std::size_t parts, const Work &work)
{
    Request request{.work = work, .parts = parts, .status = {}};
    const std::unique_lock turn(m_turn, std::try_to_lock);
    if (parts < 2 || m_helpers == 0 || !turn.owns_lock()) {
        take(request);
        return std::move(request.status);
    }
    {
        const std::lock_guard lock(m_mutex);
        if (m_threads.empty())
            begin();
        m_request = &request;
        ++m_count;
    }
    m_begun.notify_all();
    take(request);
    std::unique_lock lock(m_mutex);
    m_request = nullptr;
    m_left.wait(lock, [&request] { return request.helpers == 0; });
    return std::move(request.status);
}

void RequestTeam::help(const std::stop_token &stop)
{
    quint64 seen = 0;
    std::unique_lock lock(m_mutex);
    while (m_begun.wait(lock, stop, [&] { return m_request && m_count != seen; })) {
        seen = m_count;
        auto &request = *m_request;
        ++request.helpers;
        lock.unlock();
        take(request);
        lock.lock();
        if (--request.helpers == 0)
            m_left.notify_one();
    }
}

void RequestTeam::take(Request &request)
{
    for (std::size_t part = request.next++; part < request.parts && !request.failed; part = request.next++) {
        auto done = request.work(part);
        if (done || request.failed.exchange(true))
            continue;
        const std::lock_guard lock(m_mutex);
        request.status = std::move(done);
    }
}

} // namespace sealift
