#pragma once

#include "image/block_source.h"

#include <unordered_map>

namespace sealift {

/// A disk as an inspection reads it: in pieces that are kept, so that nothing is read twice, and no more in all than
/// was agreed on. For one thread.
class DiskWindow
{
public:
    /// @param budget how many bytes may be read in all. The source must outlive the window.
    static Result<std::unique_ptr<DiskWindow>> open(BlockSource &source, qint64 budget, std::stop_token stop);

    qint64 size() const { return m_size; }
    qint64 bytesRead() const { return m_bytesRead; }
    qint64 budgetLeft() const { return m_budget - m_bytesRead; }
    const std::stop_token &stop() const { return m_stop; }

    /// Fills `out` from byte `offset` on. Errors: Corrupt (not inside the disk); LimitExceeded (the budget is spent);
    /// those of the source; Cancelled.
    Status read(qint64 offset, MutableBytes out);
    Result<QByteArray> read(qint64 offset, qint64 length);

private:
    DiskWindow(qint64 size, qint64 budget, std::stop_token stop);
    Status load(qint64 firstPiece, qint64 lastPiece);

    qint64 m_size;
    qint64 m_budget;
    std::stop_token m_stop;
    std::unique_ptr<BlockReader> m_reader;
    std::unordered_map<qint64, QByteArray> m_pieces;
    qint64 m_bytesRead = 0;
};

} // namespace sealift
