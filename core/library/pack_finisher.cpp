#include "library/pack_finisher.h"

#include "crypto/multi_buffer_digest.h"

#include <chrono>
#include <cstring>

namespace sealift {

namespace {

/// Puts the header behind the blobs. The bytes of the whole pack.
Result<ByteView> addHeader(const OpenPack &pack, BlobSealer &sealer)
{
    SEALIFT_ASSIGN(const auto header, sealPackHeader(pack.entries(), sealer));
    const auto length = static_cast<std::size_t>(header.size());
    const auto size = pack.used() + length;
    Q_ASSERT(size <= pack.bytes().size());
    std::memcpy(pack.bytes().data() + pack.used(), header.constData(), length);
    return ByteView(pack.bytes().first(size));
}

} // namespace

PackFinisher::PackFinisher(BoundedQueue<std::shared_ptr<OpenPack>> &complete, const SealingKey &key,
                           std::size_t together)
    : m_complete(complete)
    , m_key(key)
    , m_together(together)
{
}

Result<std::deque<FinishedPack>> PackFinisher::finishWhatIsThere(const std::stop_token &stop)
{
    std::deque<FinishedPack> finished;
    BlobSealer sealer(m_key);
    std::vector<ByteView> wholes;
    // While packs are being filled, the next ones are complete within this time, and the processor has better things to
    // do than to hash with half of its lanes.
    constexpr std::chrono::milliseconds kPatience{20};
    for (auto pack = m_complete.pop(stop); pack; pack = m_complete.popWithin(kPatience, stop)) {
        SEALIFT_ASSIGN(const auto whole, addHeader(**pack, sealer));
        wholes.push_back(whole);
        finished.push_back({std::move(*pack), whole, {}});
        if (finished.size() == m_together)
            break;
    }
    std::vector<Digest> ids(wholes.size());
    sha256Each(wholes, ids);
    for (std::size_t i = 0; i < ids.size(); ++i)
        finished[i].id = ids[i];
    return finished;
}

Result<std::optional<FinishedPack>> PackFinisher::next(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        if (!m_finished.empty()) {
            auto pack = std::move(m_finished.front());
            m_finished.pop_front();
            return std::optional(std::move(pack));
        }
        // Without lanes there is nothing to gain from waiting for one another.
        if (m_together > 1 && m_isFinishing) {
            if (!m_changed.wait(lock, stop, [this] { return !m_isFinishing || !m_finished.empty(); }))
                return std::optional<FinishedPack>();
            continue;
        }
        m_isFinishing = true;
        lock.unlock();
        auto finished = finishWhatIsThere(stop);
        lock.lock();
        m_isFinishing = false;
        m_changed.notify_all();
        if (!finished)
            return fail(std::move(finished).error());
        if (finished->empty() && m_finished.empty())
            return std::optional<FinishedPack>();
        for (auto &pack : *finished)
            m_finished.push_back(std::move(pack));
    }
}

} // namespace sealift
