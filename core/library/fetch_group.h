#pragma once

#include "library/blob_opener.h"
#include "library/blob_reader.h"

#include <span>
#include <vector>

namespace sealift {

/// Pieces whose blobs lie close together in one pack: one read of the store. Positions in an order list.
struct FetchGroup {
    std::size_t first = 0; ///< in the order list
    std::size_t count = 0;
};

/// Cuts `order` (positions of plan.pieces()) into groups of neighbours in one pack whose blobs span at most `fetchSize`
/// bytes and hold at most as many when opened; at least one piece each. Order is kept.
std::vector<FetchGroup> groupPieces(const FetchPlan &plan, std::span<const quint32> order, qint64 fetchSize);

/// Fetches groups on one thread.
class GroupFetcher
{
public:
    GroupFetcher(Repository &repository, const FetchPlan &plan, FlowControl &flow, BlobReaderCounters &counters);

    /// Reads the blobs of `pieces` (one group) by one call and hands each to `sink` in turn.
    Status fetch(std::span<const quint32> pieces, const PieceSink &sink, const std::stop_token &stop);

private:
    Repository &m_repository;
    const FetchPlan &m_plan;
    FlowControl &m_flow;
    BlobReaderCounters &m_counters;
    BlobOpener m_opener;
    std::vector<std::byte> m_sealed;
    std::vector<SealedBlob> m_blobs;
};

} // namespace sealift
