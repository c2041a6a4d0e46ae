#include "task/blob_copy.h"

#include "base/shared_failure.h"
#include "crypto/multi_buffer_digest.h"
#include "library/fetch_group.h"
#include "library/repository.h"

#include <algorithm>
#include <set>
#include <thread>
#include <tuple>

namespace sealift {

namespace {

// What one thread fetches at once: enough blobs to fill the lanes in which they are hashed, for several threads.
constexpr qint64 kPerLane = 1LL << 20;
constexpr int kMostWorkers = 16;

/// Blobs that one thread has fetched and not yet added.
class Batch
{
public:
    void keep(ByteView plain)
    {
        m_places.emplace_back(m_bytes.size(), plain.size());
        m_bytes.insert(m_bytes.end(), plain.begin(), plain.end());
    }

    Status addTo(BlobWriter::Worker &adder, TransferCounters &counters)
    {
        std::vector<ByteView> views;
        for (const auto &[begin, size] : m_places)
            views.push_back(ByteView(m_bytes).subspan(begin, size));
        std::vector<BlobWriter::Added> added(views.size());
        SEALIFT_TRY(adder.addAll(BlobType::Data, views, added));
        for (std::size_t i = 0; i < views.size(); ++i) {
            if (!added[i].isNew)
                counters.bytesKnown += static_cast<qint64>(views[i].size());
        }
        m_places.clear();
        m_bytes.clear();
        return {};
    }

private:
    std::vector<std::byte> m_bytes;
    std::vector<std::pair<std::size_t, std::size_t>> m_places;
};

class DiskCopy
{
public:
    DiskCopy(const StoredImage &source, const StoredImage::Disk &disk, const Repository &target, BlobWriter &writer,
             FlowControl &flow, TransferCounters &counters, const std::stop_token &stop)
        : m_source(source)
        , m_disk(disk)
        , m_plan(*disk.plan)
        , m_target(target)
        , m_writer(writer)
        , m_flow(flow)
        , m_counters(counters)
        , m_failure(stop)
        , m_readBefore(counters.bytesRead.load())
    {
    }

    Result<ImportedDisk> run()
    {
        choose();
        SEALIFT_TRY(addZeroBlobs());
        fetchAll();
        SEALIFT_TRY(m_failure.status());
        const auto chunkSize = m_disk.record ? m_disk.record->chunkSize : largestBlobOf(m_disk);
        return ImportedDisk{m_plan.size(), chunkSize, m_disk.content->content, m_plan.dataBytes()};
    }

private:
    /// Sorts out what need not be fetched, and puts the rest into the order of the packs.
    void choose()
    {
        const auto &pieces = m_plan.pieces();
        for (quint32 i = 0; i < pieces.size(); ++i) {
            const auto &piece = pieces[i];
            if (piece.isZero) {
                m_zeroSizes.insert(piece.size);
                m_counters.bytesHole += piece.size;
                m_counters.done += piece.size;
            } else if (m_target.index().find(BlobType::Data, m_plan.id(piece))) {
                m_counters.bytesKnown += piece.size;
                m_counters.done += piece.size;
            } else {
                m_wanted.push_back(i);
            }
        }
        std::sort(m_wanted.begin(), m_wanted.end(), [&pieces](quint32 a, quint32 b) {
            const auto &left = pieces[a].location;
            const auto &right = pieces[b].location;
            return std::tie(left.pack, left.offset, a) < std::tie(right.pack, right.offset, b);
        });
        const auto lanes = static_cast<qint64>(lanesOf(fastestHashUnit()));
        m_groups = groupPieces(m_plan, m_wanted, lanes * kPerLane);
    }

    void fetchAll()
    {
        const auto cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        const int workers =
            std::clamp(std::max(2 * cores, m_source.repository().store().suggestedConcurrency()), 1, kMostWorkers);
        std::vector<std::jthread> threads;
        threads.reserve(static_cast<std::size_t>(workers));
        for (int i = 0; i < workers; ++i)
            threads.emplace_back([this] { work(); });
    }

    /// What was fetched is added after the passage of its fetch has ended: a pause must not wait for itself.
    void work()
    {
        GroupFetcher fetcher(m_source.repository(), m_plan, m_flow, m_fetched);
        BlobWriter::Worker adder(m_writer);
        Batch batch;
        const auto token = m_failure.token();
        for (auto i = m_next++; i < m_groups.size() && !token.stop_requested(); i = m_next++) {
            const auto group = std::span<const quint32>(m_wanted).subspan(m_groups[i].first, m_groups[i].count);
            if (auto copied = copyGroup(group, fetcher, batch, adder, token); !copied)
                return m_failure.report(std::move(copied).error());
        }
    }

    Status copyGroup(std::span<const quint32> group, GroupFetcher &fetcher, Batch &batch, BlobWriter::Worker &adder,
                     const std::stop_token &stop)
    {
        const BlobLocation *previous = nullptr;
        qint64 size = 0;
        const auto take = [&](const FetchPlan::Piece &piece, ByteView plain) -> Status {
            // A blob that the disk has several times comes several times, one after the other.
            if (previous == nullptr || !(piece.location == *previous))
                batch.keep(plain);
            previous = &piece.location;
            size += piece.size;
            return {};
        };
        SEALIFT_TRY(fetcher.fetch(group, take, stop));
        m_counters.bytesRead = m_readBefore + m_fetched.bytesFetched.load();
        SEALIFT_TRY(batch.addTo(adder, m_counters));
        m_counters.done += size;
        return {};
    }

    Status addZeroBlobs()
    {
        if (m_zeroSizes.empty())
            return {};
        BlobWriter::Worker adder(m_writer);
        const std::vector<std::byte> zeroes(static_cast<std::size_t>(*m_zeroSizes.rbegin()));
        for (const auto size : m_zeroSizes)
            SEALIFT_TRY(adder.add(BlobType::Data, ByteView(zeroes).first(size)));
        return {};
    }

    const StoredImage &m_source;
    const StoredImage::Disk &m_disk;
    const FetchPlan &m_plan;
    const Repository &m_target;
    BlobWriter &m_writer;
    FlowControl &m_flow;
    TransferCounters &m_counters;
    SharedFailure m_failure;
    const qint64 m_readBefore;
    std::set<quint32> m_zeroSizes;
    std::vector<quint32> m_wanted; // positions of pieces
    std::vector<FetchGroup> m_groups;
    std::atomic<std::size_t> m_next{0};
    BlobReaderCounters m_fetched;
};

} // namespace

qint64 largestBlobOf(const StoredImage::Disk &disk)
{
    qint64 largest = 0;
    for (const auto &piece : disk.plan->pieces())
        largest = std::max<qint64>(largest, piece.size);
    return largest;
}

Result<ImportedDisk> copyDisk(const StoredImage &source, const StoredImage::Disk &disk, const Repository &target,
                              BlobWriter &writer, FlowControl &flow, TransferCounters &counters,
                              const std::stop_token &stop)
{
    return DiskCopy(source, disk, target, writer, flow, counters, stop).run();
}

} // namespace sealift
