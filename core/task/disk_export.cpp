#include "task/disk_export.h"

#include "crypto/blob_sealer.h"
#include "crypto/multi_buffer_digest.h"
#include "library/blob_reader.h"

#include <algorithm>
#include <bit>
#include <thread>

namespace sealift {

namespace {

constexpr qint64 kDefaultChunk = 1LL << 20;
constexpr qint64 kSmallestChunk = 64LL << 10;
// What one thread fetches at once: enough blobs that they fill the lanes in which they are hashed, and no more memory
// than that needs, because there are several threads.
constexpr qint64 kLeastFetch = 1LL << 20;
constexpr qint64 kMostFetch = 9LL << 20;

/// Puts pieces of any size, in the file's order, together to the writer's chunks.
class Rechunker
{
public:
    Rechunker(DiskWriter &writer, qint64 chunkSize, qint64 diskSize)
        : m_writer(writer)
        , m_chunkSize(chunkSize)
        , m_diskSize(diskSize)
    {
    }

    Status add(qint64 offset, ByteView bytes)
    {
        while (!bytes.empty()) {
            const auto chunk = offset / m_chunkSize;
            if (chunk != m_chunk)
                SEALIFT_TRY(flush());
            if (m_chunk < 0)
                start(chunk);
            const auto within = offset - chunk * m_chunkSize;
            const auto part = std::min(static_cast<qint64>(m_bytes.size()) - within, static_cast<qint64>(bytes.size()));
            std::copy_n(bytes.begin(), part, m_bytes.begin() + within);
            offset += part;
            bytes = bytes.subspan(static_cast<std::size_t>(part));
        }
        return {};
    }

    /// Writes the chunk that is being put together; what no piece covered is zero.
    Status flush()
    {
        if (m_chunk < 0)
            return {};
        return m_writer.writeChunk(std::exchange(m_chunk, -1), m_bytes);
    }

private:
    void start(qint64 chunk)
    {
        m_chunk = chunk;
        m_bytes.assign(static_cast<std::size_t>(std::min(m_chunkSize, m_diskSize - chunk * m_chunkSize)), std::byte{0});
    }

    DiskWriter &m_writer;
    const qint64 m_chunkSize;
    const qint64 m_diskSize;
    qint64 m_chunk = -1;
    std::vector<std::byte> m_bytes;
};

} // namespace

qint64 exportChunkSize(const FetchPlan &plan)
{
    const auto &pieces = plan.pieces();
    if (pieces.empty())
        return kDefaultChunk;
    if (pieces.size() == 1) {
        const auto only = std::max<quint64>(pieces.front().size, 1);
        return std::max(kSmallestChunk, static_cast<qint64>(std::bit_ceil(only)));
    }
    const auto data = std::find_if(pieces.begin(), pieces.end() - 1, [](const auto &piece) { return !piece.isZero; });
    if (data == pieces.end() - 1)
        return kDefaultChunk;
    const qint64 size = data->size;
    const bool fixed = size >= kSmallestChunk && std::has_single_bit(static_cast<quint64>(size)) && plan.isCutAt(size);
    return fixed ? size : kDefaultChunk;
}

DiskPlan diskPlanOf(const FetchPlan &plan)
{
    const auto chunkSize = exportChunkSize(plan);
    return {plan.size(), chunkSize, plan.allocation(chunkSize)};
}

Status exportDisk(Repository &repository, const FetchPlan &plan, DiskWriter &writer, FlowControl &flow,
                  TransferCounters &counters, const std::stop_token &stop)
{
    const auto chunkSize = exportChunkSize(plan);
    const bool wholeChunks = plan.isCutAt(chunkSize);
    counters.total += plan.dataBytes();
    counters.bytesHole += plan.size() - plan.dataBytes();
    SEALIFT_TRY(writer.begin());

    BlobReaderOptions options;
    options.workers = 2 * static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 16U));
    const auto sealedChunk = chunkSize + static_cast<qint64>(BlobSealer::kOverhead);
    options.fetchSize =
        std::clamp(static_cast<qint64>(lanesOf(fastestHashUnit())) * sealedChunk, kLeastFetch, kMostFetch);
    BlobReaderCounters fetched;
    Rechunker rechunker(writer, chunkSize, plan.size());
    const auto sink = [&](const FetchPlan::Piece &piece, ByteView plain) -> Status {
        if (wholeChunks)
            SEALIFT_TRY(writer.writeChunk(piece.offset / chunkSize, plain));
        else
            SEALIFT_TRY(rechunker.add(piece.offset, plain));
        counters.bytesRead = fetched.bytesFetched.load();
        counters.bytesWritten = writer.bytesWritten();
        counters.done += piece.size;
        return {};
    };
    if (wholeChunks && !writer.ordered())
        return fetchAnyOrder(repository, plan, options, flow, fetched, sink, stop);
    SEALIFT_TRY(fetchInOrder(repository, plan, options, flow, fetched, sink, stop));
    return rechunker.flush();
}

} // namespace sealift
