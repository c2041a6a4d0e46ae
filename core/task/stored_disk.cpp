#include "task/stored_disk.h"

#include "image/allocation_map.h"
#include "library/repository.h"

#include <algorithm>
#include <list>

namespace sealift {

namespace {

/// Bytes of blobs that a reader keeps: what is read next is often near.
constexpr qint64 kKept = 16LL << 20;

class StoredDiskReader final : public BlockReader
{
public:
    StoredDiskReader(const Repository &repository, const FetchPlan &plan, FlowControl &flow)
        : m_repository(repository)
        , m_plan(plan)
        , m_flow(flow)
    {
    }

    Status read(qint64 offset, MutableBytes out, const std::stop_token &stop) override
    {
        const auto &pieces = m_plan.pieces();
        auto next = std::upper_bound(pieces.begin(), pieces.end(), offset,
                                     [](qint64 at, const FetchPlan::Piece &one) { return at < one.offset; });
        for (auto piece = next == pieces.begin() ? next : next - 1; piece != pieces.end() && !out.empty(); ++piece) {
            const auto within = offset - piece->offset;
            const auto part = std::min(piece->size - within, static_cast<qint64>(out.size()));
            const auto target = out.first(static_cast<std::size_t>(part));
            if (piece->isZero) {
                std::fill(target.begin(), target.end(), std::byte{0});
            } else {
                SEALIFT_ASSIGN(const auto *bytes, blobOf(*piece, stop));
                std::copy_n(viewOf(*bytes).begin() + within, part, target.begin());
            }
            out = out.subspan(static_cast<std::size_t>(part));
            offset += part;
        }
        if (!out.empty())
            return fail(Error(ErrorCode::Internal, QStringLiteral("read beyond the end of %1").arg(m_plan.where())));
        return {};
    }

private:
    struct Kept {
        quint32 entry = 0;
        QByteArray bytes;
    };

    Result<const QByteArray *> blobOf(const FetchPlan::Piece &piece, const std::stop_token &stop)
    {
        const auto &id = m_plan.id(piece);
        const auto found =
            std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &one) { return one.entry == piece.entry; });
        if (found != m_kept.end()) {
            m_kept.splice(m_kept.begin(), m_kept, found);
            return &m_kept.front().bytes;
        }
        const auto passage = m_flow.enter(piece.location.length, stop);
        if (!passage)
            return fail(Error::cancelled());
        SEALIFT_ASSIGN(auto bytes,
                       m_repository.loadBlob(BlobType::Data, id, stop, std::max(piece.size, piece.location.length)));
        if (bytes.size() != static_cast<qsizetype>(piece.size))
            return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1: the blob %2 has %3 bytes, the index says %4")
                                                      .arg(m_plan.where(), id.shortHex())
                                                      .arg(bytes.size())
                                                      .arg(piece.size)));
        m_keptBytes += bytes.size();
        m_kept.push_front({piece.entry, std::move(bytes)});
        while (m_keptBytes > kKept && m_kept.size() > 1) {
            m_keptBytes -= m_kept.back().bytes.size();
            m_kept.pop_back();
        }
        return &m_kept.front().bytes;
    }

    const Repository &m_repository;
    const FetchPlan &m_plan;
    FlowControl &m_flow;
    std::list<Kept> m_kept; // the one used last first
    qint64 m_keptBytes = 0;
};

class StoredDisk final : public BlockSource
{
public:
    StoredDisk(const Repository &repository, const FetchPlan &plan, FlowControl &flow)
        : m_repository(repository)
        , m_plan(plan)
        , m_flow(flow)
    {
    }

    qint64 size() const override { return m_plan.size(); }

    Status forEachExtent(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                         const std::stop_token &stop) override
    {
        ExtentJoiner joiner(each);
        for (const auto &piece : m_plan.pieces()) {
            const auto begin = std::max(offset, piece.offset);
            const auto end = std::min(offset + length, piece.offset + piece.size);
            if (begin >= end)
                continue;
            if (stop.stop_requested())
                return fail(Error::cancelled());
            SEALIFT_TRY(joiner.add({begin, end - begin, piece.isZero ? ExtentKind::Hole : ExtentKind::Data}));
        }
        return joiner.finish();
    }

    Result<std::unique_ptr<BlockReader>> openReader() override
    {
        return std::make_unique<StoredDiskReader>(m_repository, m_plan, m_flow);
    }

    int suggestedReaders() const override { return 1; }

    /// Blobs are named by what they hold: what was read is what was stored.
    Status checkUnchanged() const override { return {}; }

    Status close() override { return {}; }

private:
    const Repository &m_repository;
    const FetchPlan &m_plan;
    FlowControl &m_flow;
};

} // namespace

std::unique_ptr<BlockSource> openStoredDisk(const Repository &repository, const FetchPlan &plan, FlowControl &flow)
{
    return std::make_unique<StoredDisk>(repository, plan, flow);
}

} // namespace sealift
