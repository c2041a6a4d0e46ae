#include "task/snapshot_disk.h"

#include "image/allocation_map.h"
#include "task/block_fetcher.h"

#include <algorithm>
#include <functional>
#include <list>
#include <mutex>

namespace sealift {

namespace {

/// Blocks that a reader of a preview keeps: what is read next is often near.
constexpr std::size_t kKept = 32;

using ReadBlock = std::function<Status(qint64 index, MutableBytes out, const std::stop_token &stop)>;

/// Puts stretches of any kind together from whole blocks.
class SnapshotReader final : public BlockReader
{
public:
    SnapshotReader(const SnapshotBlocks &blocks, ReadBlock read)
        : m_blocks(blocks)
        , m_read(std::move(read))
    {
    }

    Status read(qint64 offset, MutableBytes out, const std::stop_token &stop) override
    {
        if (offset < 0 || offset + static_cast<qint64>(out.size()) > m_blocks.size())
            return fail(Error(ErrorCode::Internal,
                              QStringLiteral("read beyond the end of snapshot %1").arg(m_blocks.snapshot())));
        while (!out.empty()) {
            const auto index = offset / kSnapshotBlock;
            const auto within = offset % kSnapshotBlock;
            const auto part = std::min(kSnapshotBlock - within, static_cast<qint64>(out.size()));
            const auto target = out.first(static_cast<std::size_t>(part));
            if (!m_blocks.has()[static_cast<std::size_t>(index)])
                std::fill(target.begin(), target.end(), std::byte{0});
            else if (part == kSnapshotBlock)
                SEALIFT_TRY(m_read(index, target, stop));
            else
                SEALIFT_TRY(readPart(index, within, target, stop));
            out = out.subspan(static_cast<std::size_t>(part));
            offset += part;
        }
        return {};
    }

private:
    struct Kept {
        qint64 index = -1;
        std::vector<std::byte> bytes;
    };

    Status readPart(qint64 index, qint64 within, MutableBytes target, const std::stop_token &stop)
    {
        const auto found =
            std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &one) { return one.index == index; });
        if (found != m_kept.end()) {
            m_kept.splice(m_kept.begin(), m_kept, found);
        } else {
            Kept block{index, std::vector<std::byte>(static_cast<std::size_t>(kSnapshotBlock))};
            SEALIFT_TRY(m_read(index, block.bytes, stop));
            m_kept.push_front(std::move(block));
            if (m_kept.size() > kKept)
                m_kept.pop_back();
        }
        std::copy_n(m_kept.front().bytes.begin() + within, target.size(), target.begin());
        return {};
    }

    const SnapshotBlocks &m_blocks;
    const ReadBlock m_read;
    std::list<Kept> m_kept; // the one used last first
};

class SnapshotDisk : public BlockSource
{
public:
    SnapshotDisk(std::shared_ptr<Ec2Access> access, std::shared_ptr<SnapshotBlocks> blocks, FlowControl &flow)
        : m_access(std::move(access))
        , m_blocks(std::move(blocks))
        , m_flow(flow)
    {
    }

    qint64 size() const override { return m_blocks->size(); }

    Status forEachExtent(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                         const std::stop_token &stop) override
    {
        ExtentJoiner joiner(each);
        const auto end = offset + length;
        while (offset < end) {
            if (stop.stop_requested())
                return fail(Error::cancelled());
            const auto [next, isThere] = runFrom(offset / kSnapshotBlock);
            const auto until = std::min(end, next * kSnapshotBlock);
            SEALIFT_TRY(joiner.add({offset, until - offset, isThere ? ExtentKind::Data : ExtentKind::Hole}));
            offset = until;
        }
        return joiner.finish();
    }

    int suggestedReaders() const override { return 1; }

    /// What a snapshot is never changes, and each block was compared with its checksum.
    Status checkUnchanged() const override { return {}; }

    Status close() override { return {}; }

protected:
    const SnapshotBlocks &blocks() const { return *m_blocks; }

    /// A reader that fetches each block when it is asked for it.
    std::unique_ptr<BlockReader> directReader()
    {
        const auto read = [this](qint64 index, MutableBytes out, const std::stop_token &stop) -> Status {
            const auto passage = m_flow.enter(kSnapshotBlock, stop);
            return passage ? m_blocks->read(index, out, stop) : fail(Error::cancelled());
        };
        return std::make_unique<SnapshotReader>(*m_blocks, read);
    }

    std::unique_ptr<BlockFetcher> newFetcher()
    {
        return std::make_unique<BlockFetcher>(*m_blocks, m_flow, m_access->ebs().mostAtOnce());
    }

private:
    /// Past the last block of those that are there, or not there, as this one.
    std::pair<qint64, bool> runFrom(qint64 index) const
    {
        const auto &has = m_blocks->has();
        const bool isThere = has[static_cast<std::size_t>(index)];
        const auto end = std::find(has.begin() + index, has.end(), !isThere);
        return {end - has.begin(), isThere};
    }

    const std::shared_ptr<Ec2Access> m_access;
    const std::shared_ptr<SnapshotBlocks> m_blocks;
    FlowControl &m_flow;
};

class SnapshotPreview final : public SnapshotDisk
{
public:
    using SnapshotDisk::SnapshotDisk;

    Result<std::unique_ptr<BlockReader>> openReader() override { return directReader(); }
};

class FetchedDisk final : public SnapshotDisk
{
public:
    using SnapshotDisk::SnapshotDisk;

    Result<std::unique_ptr<BlockReader>> openReader() override
    {
        const auto read = [this](qint64 index, MutableBytes out, const std::stop_token &stop) {
            return fetcher().read(index, out, stop);
        };
        return std::make_unique<SnapshotReader>(blocks(), read);
    }

    Status close() override
    {
        const std::lock_guard lock(m_mutex);
        m_fetcher.reset();
        return {};
    }

private:
    /// Begins with the first block that is read, and not before: there may be several disks.
    BlockFetcher &fetcher()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_fetcher)
            m_fetcher = newFetcher();
        return *m_fetcher;
    }

    std::mutex m_mutex;
    std::unique_ptr<BlockFetcher> m_fetcher;
};

} // namespace

std::unique_ptr<BlockSource> openSnapshotDisk(std::shared_ptr<Ec2Access> access, std::shared_ptr<SnapshotBlocks> blocks,
                                              FlowControl &flow)
{
    return std::make_unique<FetchedDisk>(std::move(access), std::move(blocks), flow);
}

std::unique_ptr<BlockSource> openSnapshotPreview(std::shared_ptr<Ec2Access> access,
                                                 std::shared_ptr<SnapshotBlocks> blocks, FlowControl &flow)
{
    return std::make_unique<SnapshotPreview>(std::move(access), std::move(blocks), flow);
}

} // namespace sealift
