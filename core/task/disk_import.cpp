#include "task/disk_import.h"

#include "base/bounded_queue.h"
#include "base/shared_failure.h"
#include "crypto/multi_buffer_digest.h"
#include "image/read_extents.h"
#include "task/chunk_batch.h"
#include "task/disk_layout.h"

#include <QVarLengthArray>

#include <algorithm>
#include <thread>

namespace sealift {

namespace {

/// One chunk that must be looked at, and where in it there may be data.
struct ChunkWork {
    qint64 index = 0;
    Digest *id = nullptr; ///< where its name goes
    QVarLengthArray<Extent, 4> data;
};

class DiskImport
{
public:
    DiskImport(BlockSource &source, BlobWriter &writer, FlowControl &flow, const DiskImportOptions &options,
               PieceSizes sizes, TransferCounters &counters, const std::stop_token &stop)
        : m_source(source)
        , m_writer(writer)
        , m_flow(flow)
        , m_counters(counters)
        , m_failure(stop)
        , m_size(source.size())
        , m_chunkSize(sizes.chunk)
        , m_workers(workerCount(options))
        , m_together(chunksTogether(options))
        , m_work(static_cast<std::size_t>(2 * m_workers) * m_together)
        , m_layout(m_size, sizes)
    {
    }

    Result<ImportedDisk> run()
    {
        {
            std::vector<std::jthread> workers;
            for (int i = 0; i < m_workers; ++i)
                workers.emplace_back([this] { work(); });
            if (auto planned = plan(); !planned)
                m_failure.report(std::move(planned).error());
            m_work.close();
        }
        SEALIFT_TRY(m_failure.status());
        auto pieces = m_layout.pieces();
        SEALIFT_TRY(addZeroBlobs(pieces.zeroSizes));
        SEALIFT_TRY(m_source.checkUnchanged());
        return ImportedDisk{m_size, m_chunkSize, std::move(pieces.ids), m_allocated.load()};
    }

private:
    int workerCount(const DiskImportOptions &options) const
    {
        // Twice the cores: while one worker waits for the source or for room in a pack, another one computes.
        const int wanted = options.workers != 0
                               ? options.workers
                               : 2 * static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        const auto affordable = static_cast<int>(options.memory / (2 * m_chunkSize));
        return std::clamp(wanted, 1, std::max(1, std::min(affordable, 32)));
    }

    /// How many chunks a worker hashes side by side: as many as there are lanes, as far as memory goes.
    std::size_t chunksTogether(const DiskImportOptions &options) const
    {
        // Besides its chunks each worker has a buffer for one of them compressed.
        const auto affordable = options.memory / m_workers / m_chunkSize - 1;
        const auto lanes = static_cast<qint64>(lanesOf(fastestHashUnit()));
        return static_cast<std::size_t>(std::clamp<qint64>(affordable, 1, lanes));
    }

    /// Cuts the source's extents at chunk borders and queues every chunk that may hold data.
    Status plan()
    {
        ChunkWork open;
        qint64 passed = 0; // chunks before this one are dealt with
        const auto queue = [&](ChunkWork work) -> Status {
            skipHoles(passed, work.index);
            passed = work.index + 1;
            work.id = &m_layout.idOf(work.index);
            return m_work.push(std::move(work), m_failure.token()) ? Status() : fail(Error::cancelled());
        };
        const auto take = [&](const Extent &extent) -> Status {
            if (extent.kind != ExtentKind::Data)
                return {};
            const auto end = extent.offset + extent.length;
            for (auto offset = extent.offset; offset < end;) {
                const auto chunk = offset / m_chunkSize;
                const auto stop = std::min(end, (chunk + 1) * m_chunkSize);
                if (!open.data.isEmpty() && open.index != chunk)
                    SEALIFT_TRY(queue(std::exchange(open, {})));
                open.index = chunk;
                open.data.append({offset, stop - offset, ExtentKind::Data});
                offset = stop;
            }
            return {};
        };
        if (m_size > 0)
            SEALIFT_TRY(m_source.forEachExtent(0, m_size, take, m_failure.token()));
        if (!open.data.isEmpty())
            SEALIFT_TRY(queue(std::move(open)));
        skipHoles(passed, m_layout.chunks());
        return {};
    }

    /// Counts the chunks [from, to) as done: their ids are those of zeroes already.
    void skipHoles(qint64 from, qint64 to)
    {
        if (from >= to)
            return;
        const auto bytes = std::min(to * m_chunkSize, m_size) - from * m_chunkSize;
        m_counters.bytesHole += bytes;
        m_counters.done += bytes;
    }

    void work()
    {
        auto reader = m_source.openReader();
        if (!reader)
            return m_failure.report(std::move(reader).error());
        BlobWriter::Worker adder(m_writer);
        ChunkBatch batch(m_together, static_cast<std::size_t>(m_chunkSize));
        while (auto chunk = m_work.pop(m_failure.token())) {
            // What waits already comes along; nothing is waited for.
            for (; chunk; chunk = batch.isFull() ? std::nullopt : m_work.tryPop()) {
                if (auto taken = takeChunk(*chunk, batch, **reader); !taken)
                    return m_failure.report(std::move(taken).error());
            }
            if (auto added = addBatch(batch, adder); !added)
                return m_failure.report(std::move(added).error());
        }
    }

    /// Reads a chunk into the batch, unless it is all zero.
    Status takeChunk(const ChunkWork &chunk, ChunkBatch &batch, BlockReader &reader)
    {
        const auto bytes = batch.room(static_cast<std::size_t>(m_layout.sizeOf(chunk.index)));
        SEALIFT_TRY(readChunk(chunk, bytes, reader));
        if (isAllZero(bytes)) {
            const auto size = static_cast<qint64>(bytes.size());
            m_counters.bytesHole += size;
            m_counters.done += size;
        } else {
            batch.keep(*chunk.id, bytes);
        }
        return {};
    }

    Status addBatch(ChunkBatch &batch, BlobWriter::Worker &adder)
    {
        SEALIFT_ASSIGN(const auto added, batch.addTo(adder));
        for (const auto &[size, isNew] : added) {
            m_allocated += size;
            if (!isNew)
                m_counters.bytesKnown += size;
            m_counters.done += size;
        }
        return {};
    }

    /// Fills `bytes` with the chunk: data is read, the rest is zero. A pause waits for this and not for what follows,
    /// which touches neither source nor store.
    Status readChunk(const ChunkWork &chunk, MutableBytes bytes, BlockReader &reader)
    {
        const auto passage = m_flow.enter(0, m_failure.token());
        if (!passage)
            return fail(Error::cancelled());
        SEALIFT_TRY(readExtents(reader, chunk.index * m_chunkSize, chunk.data, bytes, m_failure.token()));
        for (const auto &extent : chunk.data)
            m_counters.bytesRead += extent.length;
        return {};
    }

    /// The ids of zeroes are used already; the blobs themselves are made here, once.
    Status addZeroBlobs(const std::set<qint64> &sizes)
    {
        if (sizes.empty())
            return {};
        BlobWriter::Worker adder(m_writer);
        const std::vector<std::byte> zeroes(static_cast<std::size_t>(*sizes.rbegin()));
        for (const auto size : sizes)
            SEALIFT_TRY(adder.add(BlobType::Data, ByteView(zeroes).first(static_cast<std::size_t>(size))));
        return {};
    }

    BlockSource &m_source;
    BlobWriter &m_writer;
    FlowControl &m_flow;
    TransferCounters &m_counters;
    SharedFailure m_failure;
    const qint64 m_size;
    const qint64 m_chunkSize;
    const int m_workers;
    const std::size_t m_together;
    BoundedQueue<ChunkWork> m_work;
    DiskLayout m_layout; // the planner's, but for the ids that it hands out: each is written by one worker
    std::atomic<qint64> m_allocated{0};
};

} // namespace

Result<ImportedDisk> importDisk(BlockSource &source, BlobWriter &writer, FlowControl &flow,
                                const DiskImportOptions &options, TransferCounters &counters,
                                const std::stop_token &stop)
{
    auto sizes = options.pieces;
    if (sizes.chunk == 0) {
        SEALIFT_ASSIGN(sizes, pieceSizesFor(source, stop));
    }
    return DiskImport(source, writer, flow, options, sizes, counters, stop).run();
}

} // namespace sealift
