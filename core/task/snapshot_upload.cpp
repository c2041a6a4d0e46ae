#include "task/snapshot_upload.h"

#include "base/bounded_queue.h"
#include "base/buffer_pool.h"
#include "base/shared_failure.h"
#include "image/read_extents.h"
#include "task/block_ledger.h"

#include <QVarLengthArray>

#include <algorithm>
#include <thread>

namespace sealift {

namespace {

constexpr qint64 kGibibyte = 1LL << 30;
constexpr int kReadAhead = 8;

/// One block that is to be in the snapshot, and where in it there may be data.
struct BlockWork {
    qint64 sequence = 0; ///< counts the blocks of the snapshot
    qint64 index = 0;    ///< its place in the volume
    QVarLengthArray<Extent, 4> data;
};

/// A block on its way to the service.
struct BlockToSend {
    qint64 sequence = 0;
    qint64 index = 0;
    Digest digest;
    PooledBuffer buffer; ///< empty: the block is zero
};

class SnapshotUpload
{
public:
    SnapshotUpload(BlockSource &source, EbsClient &ebs, const SnapshotUploadOptions &options, FlowControl &flow,
                   TransferCounters &counters, const std::stop_token &stop)
        : m_source(source)
        , m_ebs(ebs)
        , m_options(options)
        , m_flow(flow)
        , m_counters(counters)
        , m_failure(stop)
        , m_blocks(options.gibibytes * (kGibibyte / kSnapshotBlock))
        , m_senders(static_cast<int>(std::clamp<qint64>(m_blocks, 1, ebs.mostAtOnce())))
        , m_readers(std::clamp(source.suggestedReaders(), 1,
                               2 * static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))))
        , m_buffers(static_cast<std::size_t>(kSnapshotBlock), static_cast<std::size_t>(m_senders + kReadAhead))
        , m_work(static_cast<std::size_t>(4 * m_readers))
        , m_ready(static_cast<std::size_t>(kReadAhead))
        , m_zeroes(static_cast<std::size_t>(kSnapshotBlock))
        , m_zeroDigest(sha256(m_zeroes))
        , m_ledger(options.arrived, options.note)
    {
    }

    Result<UploadedSnapshot> run()
    {
        m_counters.total += m_blocks * kSnapshotBlock;
        {
            std::vector<std::jthread> senders;
            for (int i = 0; i < m_senders; ++i)
                senders.emplace_back([this] { send(); });
            {
                std::vector<std::jthread> readers;
                for (int i = 0; i < m_readers; ++i)
                    readers.emplace_back([this] { read(); });
                if (auto planned = plan(); !planned)
                    m_failure.report(std::move(planned).error());
                m_work.close();
            }
            m_ready.close();
        }
        // Also after a failure or a stop: what has arrived is not sent again.
        const auto noted = m_ledger.flush();
        SEALIFT_TRY(m_failure.status());
        SEALIFT_TRY(noted);
        SEALIFT_TRY(m_source.checkUnchanged());
        UploadedSnapshot uploaded;
        uploaded.blocks = m_sequence;
        uploaded.sent = m_sent;
        uploaded.omitted = m_blocks - m_sequence;
        uploaded.checksum = m_ledger.checksum();
        return uploaded;
    }

private:
    /// Cuts the source's extents at the borders of blocks and queues every block that the snapshot is to have.
    Status plan()
    {
        BlockWork open; // not queued yet: it may go on in the next extent
        bool isWritten = false;
        qint64 next = 0; // the block after the last one that was dealt with
        const auto close = [&]() -> Status {
            auto block = std::exchange(open, {});
            const bool isWanted = std::exchange(isWritten, false) || !m_options.omitUnwritten;
            next = block.index + 1;
            if (!isWanted)
                return omit(1);
            block.sequence = m_sequence++;
            return m_work.push(std::move(block), m_failure.token()) ? Status() : fail(Error::cancelled());
        };
        // Holes can be long: where they are omitted they cost nothing.
        const auto pass = [&](qint64 end) -> Status {
            if (m_options.omitUnwritten && end > next) {
                SEALIFT_TRY(omit(end - next));
                next = end;
            }
            while (next < end) {
                open.index = next;
                SEALIFT_TRY(close());
            }
            return {};
        };
        const auto take = [&](const Extent &extent) -> Status {
            const auto end = extent.offset + extent.length;
            for (auto offset = extent.offset; offset < end;) {
                const auto index = offset / kSnapshotBlock;
                const auto stop = std::min(end, (index + 1) * kSnapshotBlock);
                const bool isWhole = offset % kSnapshotBlock == 0;
                if (isWhole && extent.kind == ExtentKind::Hole && end - offset >= kSnapshotBlock) {
                    offset = end - end % kSnapshotBlock;
                    SEALIFT_TRY(pass(offset / kSnapshotBlock));
                    continue;
                }
                open.index = index;
                isWritten = isWritten || extent.kind != ExtentKind::Hole;
                if (extent.kind == ExtentKind::Data)
                    open.data.append({offset, stop - offset, ExtentKind::Data});
                offset = stop;
                if (offset % kSnapshotBlock == 0)
                    SEALIFT_TRY(close());
            }
            return {};
        };
        if (m_source.size() > 0)
            SEALIFT_TRY(m_source.forEachExtent(0, m_source.size(), take, m_failure.token()));
        if (m_source.size() % kSnapshotBlock != 0)
            SEALIFT_TRY(close());
        return pass(m_blocks);
    }

    Status omit(qint64 blocks)
    {
        m_counters.bytesHole += blocks * kSnapshotBlock;
        m_counters.done += blocks * kSnapshotBlock;
        return m_failure.status();
    }

    void read()
    {
        auto reader = m_source.openReader();
        if (!reader)
            return m_failure.report(std::move(reader).error());
        while (const auto work = m_work.pop(m_failure.token())) {
            if (auto done = readBlock(*work, **reader); !done)
                return m_failure.report(std::move(done).error());
        }
    }

    Status readBlock(const BlockWork &work, BlockReader &reader)
    {
        BlockToSend block{work.sequence, work.index, m_zeroDigest, {}};
        if (!work.data.isEmpty()) {
            auto buffer = m_buffers.acquire(m_failure.token());
            if (!buffer)
                return fail(Error::cancelled());
            const auto bytes = buffer->bytes().first(static_cast<std::size_t>(kSnapshotBlock));
            SEALIFT_TRY(fill(work, bytes, reader));
            if (!isAllZero(bytes)) {
                block.digest = sha256(bytes);
                block.buffer = std::move(*buffer);
            }
        }
        if (!block.buffer)
            m_counters.bytesHole += kSnapshotBlock;
        if (work.index < m_options.arrived) {
            m_counters.bytesKnown += kSnapshotBlock;
            return arrived(block);
        }
        return m_ready.push(std::move(block), m_failure.token()) ? Status() : fail(Error::cancelled());
    }

    /// Data is read, the rest is zero.
    Status fill(const BlockWork &work, MutableBytes bytes, BlockReader &reader)
    {
        const auto passage = m_flow.enter(0, m_failure.token());
        if (!passage)
            return fail(Error::cancelled());
        SEALIFT_TRY(readExtents(reader, work.index * kSnapshotBlock, work.data, bytes, m_failure.token()));
        for (const auto &extent : work.data)
            m_counters.bytesRead += extent.length;
        return {};
    }

    void send()
    {
        while (const auto block = m_ready.pop(m_failure.token())) {
            if (auto done = sendBlock(*block); !done)
                return m_failure.report(std::move(done).error());
        }
    }

    Status sendBlock(const BlockToSend &block)
    {
        // Bandwidth is waited for here, and not within the request, whose time is limited.
        const auto passage = m_flow.enter(kSnapshotBlock, m_failure.token());
        if (!passage)
            return fail(Error::cancelled());
        const auto bytes = block.buffer ? ByteView(block.buffer.bytes()).first(static_cast<std::size_t>(kSnapshotBlock))
                                        : ByteView(m_zeroes);
        const bool isFresh = std::chrono::steady_clock::now() < m_options.freshUntil;
        SEALIFT_TRY(m_ebs.putBlock(m_options.snapshot, block.index, bytes, block.digest, isFresh, m_failure.token()));
        m_counters.bytesWritten += kSnapshotBlock;
        ++m_sent;
        return arrived(block);
    }

    Status arrived(const BlockToSend &block)
    {
        m_counters.done += kSnapshotBlock;
        return m_ledger.arrived(block.sequence, block.index, block.digest);
    }

    BlockSource &m_source;
    EbsClient &m_ebs;
    const SnapshotUploadOptions &m_options;
    FlowControl &m_flow;
    TransferCounters &m_counters;
    SharedFailure m_failure;
    const qint64 m_blocks;
    const int m_senders;
    const int m_readers;
    BufferPool m_buffers;
    BoundedQueue<BlockWork> m_work;
    BoundedQueue<BlockToSend> m_ready;
    const std::vector<std::byte> m_zeroes;
    const Digest m_zeroDigest;
    BlockLedger m_ledger;
    qint64 m_sequence = 0;
    std::atomic<qint64> m_sent{0};
};

} // namespace

Result<UploadedSnapshot> uploadSnapshot(BlockSource &source, EbsClient &ebs, const SnapshotUploadOptions &options,
                                        FlowControl &flow, TransferCounters &counters, const std::stop_token &stop)
{
    return SnapshotUpload(source, ebs, options, flow, counters, stop).run();
}

} // namespace sealift
