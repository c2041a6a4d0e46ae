#pragma once

#include "base/bounded_queue.h"
#include "crypto/blob_sealer.h"
#include "crypto/digest.h"
#include "library/pack_assembler.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace sealift {

/// A pack ready for the store.
struct FinishedPack {
    std::shared_ptr<OpenPack> pack; ///< owns the bytes
    ByteView bytes;                 ///< all of the pack, its header included
    Digest id;                      ///< their SHA-256: the pack's name
};

/// The stage between filling packs and storing them: adds each pack's header and computes its name. Packs that are
/// complete at the same moment are hashed together, because that is several times faster on many processors (see
/// sha256Each()). Called by the threads that store packs: one of them finishes what is there, for all.
class PackFinisher
{
public:
    /// @param complete where full packs arrive; closed after the last. Outlives the finisher, as `key` does.
    /// @param together packs hashed at once, at most; all of them can be complete while others are stored and filled.
    PackFinisher(BoundedQueue<std::shared_ptr<OpenPack>> &complete, const SealingKey &key, std::size_t together);

    /// The next pack to store; waits for one. Nothing once all have been handed out, or after a stop request.
    /// Thread-safe. Errors: LimitExceeded for a header that has no room.
    Result<std::optional<FinishedPack>> next(const std::stop_token &stop);

private:
    /// Waits for a complete pack and finishes it, and others that are complete soon. None: there will be no more.
    Result<std::deque<FinishedPack>> finishWhatIsThere(const std::stop_token &stop);

    BoundedQueue<std::shared_ptr<OpenPack>> &m_complete;
    const SealingKey &m_key;
    const std::size_t m_together;
    std::mutex m_mutex; ///< for what follows
    std::condition_variable_any m_changed;
    std::deque<FinishedPack> m_finished;
    bool m_isFinishing = false;
};

} // namespace sealift
