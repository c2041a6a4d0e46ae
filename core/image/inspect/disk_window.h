#pragma once

#include "image/block_source.h"

#include <chrono>
#include <unordered_map>

namespace sealift {

/// A disk as an inspection reads it: in pieces that are kept, so that nothing is read twice, and no more in all than
/// was agreed on. For one thread.
class DiskWindow
{
public:
    struct Limits {
        qint64 bytes = 0; ///< that may be read in all
        std::chrono::steady_clock::time_point until;
    };

    /// The source must outlive the window.
    static Result<std::unique_ptr<DiskWindow>> open(BlockSource &source, const Limits &limits, std::stop_token stop);

    qint64 size() const { return m_size; }
    qint64 bytesRead() const { return m_bytesRead; }
    qint64 budgetLeft() const { return m_limits.bytes - m_bytesRead; }
    /// When whoever looks at the disk has to be done.
    std::chrono::steady_clock::time_point until() const { return m_limits.until; }
    const std::stop_token &stop() const { return m_stop; }

    /// Fills `out` from byte `offset` on. Errors: Corrupt (not inside the disk); LimitExceeded (the budget is spent);
    /// those of the source; Cancelled.
    Status read(qint64 offset, MutableBytes out);
    Result<QByteArray> read(qint64 offset, qint64 length);

private:
    DiskWindow(qint64 size, const Limits &limits, std::stop_token stop);
    Status load(qint64 firstPiece, qint64 lastPiece);

    qint64 m_size;
    Limits m_limits;
    std::stop_token m_stop;
    std::unique_ptr<BlockReader> m_reader;
    std::unordered_map<qint64, QByteArray> m_pieces;
    qint64 m_bytesRead = 0;
};

} // namespace sealift
