#include "scratch/cipher_lanes.h"

#include <algorithm>
#include <thread>

namespace sealift {

namespace {

/// More threads than that gain nothing and take locked memory.
std::size_t mostLanes()
{
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 2, 8);
}

} // namespace

CipherLanes::CipherLanes(QCA::SymmetricKey key, std::size_t bufferSize)
    : m_key(std::move(key))
    , m_buffers(bufferSize, mostLanes())
{
}

Result<CipherLanes::Use> CipherLanes::acquire()
{
    std::unique_lock lock(m_mutex);
    m_free.wait(lock, [this] { return !m_idle.empty() || m_made < m_buffers.count(); });
    if (!m_idle.empty()) {
        auto lane = std::move(m_idle.back());
        m_idle.pop_back();
        return Use(this, std::move(lane));
    }
    SEALIFT_ASSIGN(auto cipher, XtsCipher::create({reinterpret_cast<const std::byte *>(m_key.constData()),
                                                   static_cast<std::size_t>(m_key.size())}));
    ++m_made;
    return Use(this, std::make_unique<CipherLane>(CipherLane{std::move(cipher), *m_buffers.acquire({})}));
}

CipherLanes::Use::~Use()
{
    if (m_lane)
        m_lanes->giveBack(std::move(m_lane));
}

void CipherLanes::giveBack(std::unique_ptr<CipherLane> lane)
{
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(lane));
    }
    m_free.notify_one();
}

QCA::SymmetricKey CipherLanes::key() const
{
    const std::lock_guard lock(m_mutex);
    return m_key;
}

void CipherLanes::erase()
{
    const std::lock_guard lock(m_mutex);
    Q_ASSERT(m_idle.size() == m_made);
    m_idle.clear();
    m_made = 0;
    m_key = {};
}

} // namespace sealift
