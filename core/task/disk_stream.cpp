#include "task/disk_stream.h"

#include "base/ordered_workers.h"

#include <algorithm>
#include <thread>

namespace sealift {

namespace {

struct Chunk {
    qint64 index = 0;
    std::vector<std::byte> bytes;
};

qint64 lengthOf(const DiskPlan &plan, qint64 index)
{
    return std::min(plan.chunkSize, plan.size - index * plan.chunkSize);
}

class DiskStream
{
public:
    DiskStream(BlockSource &source, const DiskPlan &plan, DiskWriter &writer, FlowControl &flow,
               TransferCounters &counters, std::stop_token stop)
        : m_source(source)
        , m_plan(plan)
        , m_writer(writer)
        , m_flow(flow)
        , m_counters(counters)
        , m_stop(std::move(stop))
        , m_workers(std::clamp(source.suggestedReaders(), 1,
                               2 * static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))),
                    [this] { return reader(); })
    {
    }

    Status run()
    {
        SEALIFT_TRY(m_writer.begin());
        const auto count = static_cast<qint64>(m_plan.allocated.size());
        for (qint64 index = 0; index < count; ++index) {
            if (!m_plan.allocated[static_cast<std::size_t>(index)]) {
                m_counters.bytesHole += lengthOf(m_plan, index);
                m_counters.done += lengthOf(m_plan, index);
                continue;
            }
            while (m_workers.isFull())
                SEALIFT_TRY(writeOldest());
            m_workers.give({index, {}});
        }
        while (!m_workers.isEmpty())
            SEALIFT_TRY(writeOldest());
        return m_source.checkUnchanged();
    }

private:
    /// Of one thread, with a reader of its own.
    OrderedWorkers<Chunk>::Work reader()
    {
        auto opened = m_source.openReader();
        if (!opened)
            return [error = opened.error()](Chunk &) -> Status { return fail(error); };
        return [this, reader = std::shared_ptr<BlockReader>(std::move(*opened))](Chunk &chunk) -> Status {
            const auto passage = m_flow.enter(0, m_stop);
            if (!passage)
                return fail(Error::cancelled());
            chunk.bytes.resize(static_cast<std::size_t>(lengthOf(m_plan, chunk.index)));
            return reader->read(chunk.index * m_plan.chunkSize, chunk.bytes, m_stop);
        };
    }

    Status writeOldest()
    {
        SEALIFT_ASSIGN(const auto chunk, m_workers.fetch());
        const auto length = static_cast<qint64>(chunk.bytes.size());
        m_counters.bytesRead += length;
        SEALIFT_TRY(m_writer.writeChunk(chunk.index, chunk.bytes));
        m_counters.done += length;
        return {};
    }

    BlockSource &m_source;
    const DiskPlan &m_plan;
    DiskWriter &m_writer;
    FlowControl &m_flow;
    TransferCounters &m_counters;
    const std::stop_token m_stop;
    OrderedWorkers<Chunk> m_workers; ///< last: its threads use what is above
};

} // namespace

Status streamDisk(BlockSource &source, const DiskPlan &plan, DiskWriter &writer, FlowControl &flow,
                  TransferCounters &counters, const std::stop_token &stop)
{
    return DiskStream(source, plan, writer, flow, counters, stop).run();
}

} // namespace sealift
