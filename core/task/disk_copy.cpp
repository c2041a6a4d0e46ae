#include "task/disk_copy.h"

#include "base/shared_failure.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <thread>

namespace sealift {

namespace {

class DiskCopy
{
public:
    DiskCopy(BlockSource &source, const DiskPlan &plan, DiskWriter &writer, FlowControl &flow,
             TransferCounters &counters, const std::stop_token &stop)
        : m_source(source)
        , m_plan(plan)
        , m_writer(writer)
        , m_flow(flow)
        , m_counters(counters)
        , m_failure(stop)
    {
    }

    Status run()
    {
        for (qint64 i = 0; i < chunks(); ++i)
            (m_plan.allocated[static_cast<std::size_t>(i)] ? m_counters.total : m_counters.bytesHole) += sizeOf(i);
        SEALIFT_TRY(m_writer.begin());
        {
            const auto cores = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 16U));
            std::vector<std::jthread> threads;
            for (int i = 0; i < (m_writer.ordered() ? 1 : 2 * cores); ++i)
                threads.emplace_back([this] { work(); });
        }
        SEALIFT_TRY(m_failure.status());
        return m_source.checkUnchanged();
    }

private:
    qint64 chunks() const { return static_cast<qint64>(m_plan.allocated.size()); }
    qint64 sizeOf(qint64 chunk) const { return std::min(m_plan.chunkSize, m_plan.size - chunk * m_plan.chunkSize); }

    std::optional<qint64> next()
    {
        const std::lock_guard lock(m_mutex);
        while (m_next < chunks()) {
            if (m_plan.allocated[static_cast<std::size_t>(m_next++)])
                return m_next - 1;
        }
        return {};
    }

    void work()
    {
        auto reader = m_source.openReader();
        if (!reader)
            return m_failure.report(std::move(reader).error());
        std::vector<std::byte> buffer(static_cast<std::size_t>(m_plan.chunkSize));
        while (const auto chunk = next()) {
            if (auto copied = copy(*chunk, **reader, buffer); !copied)
                return m_failure.report(std::move(copied).error());
        }
    }

    Status copy(qint64 chunk, BlockReader &reader, MutableBytes buffer)
    {
        const auto passage = m_flow.enter(0, m_failure.token());
        if (!passage)
            return fail(Error::cancelled());
        const auto bytes = buffer.first(static_cast<std::size_t>(sizeOf(chunk)));
        SEALIFT_TRY(reader.read(chunk * m_plan.chunkSize, bytes, m_failure.token()));
        m_counters.bytesRead += sizeOf(chunk);
        SEALIFT_TRY(m_writer.writeChunk(chunk, bytes));
        m_counters.bytesWritten = m_writer.bytesWritten();
        m_counters.done += sizeOf(chunk);
        return {};
    }

    BlockSource &m_source;
    const DiskPlan &m_plan;
    DiskWriter &m_writer;
    FlowControl &m_flow;
    TransferCounters &m_counters;
    SharedFailure m_failure;
    std::mutex m_mutex;
    qint64 m_next = 0;
};

} // namespace

Status copyDisk(BlockSource &source, const DiskPlan &plan, DiskWriter &writer, FlowControl &flow,
                TransferCounters &counters, const std::stop_token &stop)
{
    return DiskCopy(source, plan, writer, flow, counters, stop).run();
}

} // namespace sealift
