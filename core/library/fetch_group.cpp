#include "library/fetch_group.h"

#include "library/repository.h"

#include <algorithm>

namespace sealift {

namespace {

// Blobs of other images that lie between two wanted ones are read along if they are small: cheaper than another call.
constexpr qint64 kGap = 32 * 1024;

qint64 endOf(const BlobLocation &location)
{
    return qint64{location.offset} + location.length;
}

/// A pack that the index names and the store does not have is damage, not a wrong name that somebody gave.
Error missingAsCorrupt(Error error, const PackId &pack)
{
    if (error.code() != ErrorCode::NotFound)
        return error;
    return {ErrorCode::Corrupt, QStringLiteral("pack %1 is missing: %2").arg(pack.hex(), error.what()),
            QStringLiteral("Restore the file from a copy of the library, or import the image again; see what `sealift "
                           "library check` says of the rest.")};
}

} // namespace

std::vector<FetchGroup> groupPieces(const FetchPlan &plan, std::span<const quint32> order, qint64 fetchSize)
{
    std::vector<FetchGroup> groups;
    const BlobLocation *first = nullptr;
    const BlobLocation *previous = nullptr;
    qint64 plain = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto &piece = plan.pieces()[order[i]];
        const auto &location = piece.location;
        const bool same = previous != nullptr && location == *previous;
        const bool near = previous != nullptr && location.pack == previous->pack &&
                          qint64{location.offset} >= endOf(*previous) &&
                          qint64{location.offset} - endOf(*previous) <= kGap &&
                          endOf(location) - first->offset <= fetchSize && plain + piece.size <= fetchSize;
        if (same || near) {
            ++groups.back().count;
        } else {
            groups.push_back({i, 1});
            first = &location;
            plain = 0;
        }
        if (!same)
            plain += piece.size;
        previous = &location;
    }
    return groups;
}

GroupFetcher::GroupFetcher(Repository &repository, const FetchPlan &plan, FlowControl &flow,
                           BlobReaderCounters &counters)
    : m_repository(repository)
    , m_plan(plan)
    , m_flow(flow)
    , m_counters(counters)
    , m_opener(repository.sealingKey())
{
}

Status GroupFetcher::fetch(std::span<const quint32> pieces, const PieceSink &sink, const std::stop_token &stop)
{
    const auto piece = [this](quint32 position) -> const FetchPlan::Piece & { return m_plan.pieces()[position]; };
    const auto begin = piece(pieces.front()).location.offset;
    const auto end = endOf(piece(pieces.back()).location);
    const auto size = static_cast<std::size_t>(end - begin);
    const auto passage = m_flow.enter(end - begin, stop);
    if (!passage)
        return fail(Error::cancelled());
    if (m_sealed.size() < size)
        m_sealed.resize(size);
    const auto pack = m_repository.index().packId(piece(pieces.front()).location.pack);
    const auto sealed = MutableBytes(m_sealed).first(size);
    if (auto got = m_repository.store().read(packObjectName(pack), begin, sealed, stop); !got)
        return fail(missingAsCorrupt(std::move(got).error(), pack).during(m_plan.where()));
    m_counters.bytesFetched += static_cast<qint64>(size);

    m_blobs.clear();
    for (const auto position : pieces) {
        const auto &wanted = piece(position);
        if (m_blobs.empty() || !(m_blobs.back().location == wanted.location))
            m_blobs.push_back({m_plan.id(wanted), wanted.location,
                               sealed.subspan(wanted.location.offset - begin, wanted.location.length)});
    }
    const auto opened = m_opener.openEach(m_blobs, pack);
    if (!opened)
        return fail(Error(opened.error()).during(m_plan.where()));
    std::size_t blob = 0;
    for (const auto position : pieces) {
        const auto &wanted = piece(position);
        if (!(m_blobs[blob].location == wanted.location))
            ++blob;
        m_counters.bytesOpened += wanted.size;
        SEALIFT_TRY(sink(wanted, (*opened)[blob]));
    }
    return {};
}

} // namespace sealift
