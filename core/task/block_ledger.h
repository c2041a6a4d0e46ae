#pragma once

#include "base/result.h"
#include "crypto/digest.h"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>

namespace sealift {

/// Which blocks of an upload have arrived, in whatever order they do, kept in two numbers: how far all have, and the
/// checksum of those. What arrived out of order is held back until the gap closes. Thread-safe.
class BlockLedger
{
public:
    using Note = std::function<Status(qint64 before)>;

    /// @param known where the count begins: blocks before it were there already.
    /// @param note told every few seconds before which block all have arrived, on the thread that reported the last of
    /// them, never twice at once; may be empty.
    explicit BlockLedger(qint64 known, Note note);

    /// @param sequence counts the blocks that there are, without gaps. @param index its place in the volume. Errors:
    /// the note's.
    Status arrived(qint64 sequence, qint64 index, const Digest &digest);

    /// Tells the note what it was not told yet.
    Status flush();

    /// SHA-256 of the digests of all, in order. Once, when all have arrived.
    Digest checksum();

private:
    struct Arrival {
        qint64 index = 0;
        Digest digest;
    };
    Status tell(qint64 before);

    const Note m_note;
    std::mutex m_mutex;
    std::map<qint64, Arrival> m_ahead; ///< by their sequence
    qint64 m_next = 0;
    qint64 m_before = 0;
    Sha256 m_hash;
    std::mutex m_noting; // for what follows
    qint64 m_noted = 0;
    std::chrono::steady_clock::time_point m_lastNote = std::chrono::steady_clock::now();
};

} // namespace sealift
