#include "task/remote_file.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr int kThreadsAhead = 4;

} // namespace

RemoteFile::RemoteFile(std::shared_ptr<const RangedFile> file, FlowControl &flow, const RemoteReading &reading,
                       const std::stop_token &stop)
    : m_file(std::move(file))
    , m_flow(flow)
    , m_reading(reading)
    , m_outer(stop, [this] { m_ending.request_stop(); })
{
    m_identity.size = m_file->size();
    m_identity.allocated = m_identity.size;
    for (int i = 0; i < std::min(m_reading.ahead, kThreadsAhead); ++i)
        m_threads.emplace_back([this] { fetchAhead(m_ending.get_token()); });
}

RemoteFile::~RemoteFile()
{
    m_ending.request_stop();
    m_threads.clear();
}

Status RemoteFile::checkUnchanged() const
{
    return m_file->checkUnchanged(m_ending.get_token());
}

Status RemoteFile::readInside(qint64 offset, MutableBytes out) const
{
    while (!out.empty()) {
        const auto index = offset / m_reading.block;
        SEALIFT_ASSIGN(const auto block, blockAt(index));
        const auto within = offset - index * m_reading.block;
        const auto part = std::min(static_cast<qint64>(block->bytes.size()) - within, static_cast<qint64>(out.size()));
        std::copy_n(block->bytes.begin() + within, part, out.begin());
        out = out.subspan(static_cast<std::size_t>(part));
        offset += part;
    }
    return {};
}

Result<RemoteFile::BlockPointer> RemoteFile::blockAt(qint64 index) const
{
    const auto stop = m_ending.get_token();
    std::unique_lock lock(m_mutex);
    m_furthest = std::max(m_furthest, index);
    m_changed.notify_all();
    auto found = m_blocks.find(index);
    const bool isMine = found == m_blocks.end();
    const auto block = isMine ? claim(index) : found->second;
    block->used = ++m_uses;
    if (isMine) {
        lock.unlock();
        fetch(index, block);
        lock.lock();
    }
    // Whoever fetches it waits for nobody: not for a pause either.
    if (!m_changed.wait(lock, stop, [&block] { return block->end.has_value(); }))
        return fail(Error::cancelled());
    if (!*block->end) {
        // The next one to ask tries again.
        m_blocks.erase(index);
        return fail(block->end->error());
    }
    return block;
}

RemoteFile::BlockPointer RemoteFile::claim(qint64 index) const
{
    forgetOldest();
    auto block = std::make_shared<Block>();
    block->used = ++m_uses;
    m_blocks.emplace(index, block);
    return block;
}

/// Makes room for one more. What is on its way stays.
void RemoteFile::forgetOldest() const
{
    while (m_blocks.size() >= static_cast<std::size_t>(m_reading.kept)) {
        auto oldest = m_blocks.end();
        for (auto one = m_blocks.begin(); one != m_blocks.end(); ++one) {
            if (one->second->end && (oldest == m_blocks.end() || one->second->used < oldest->second->used))
                oldest = one;
        }
        if (oldest == m_blocks.end())
            return;
        m_blocks.erase(oldest);
    }
}

/// The bytes belong to this thread until the end is set.
void RemoteFile::fetch(qint64 index, const BlockPointer &block) const
{
    const auto stop = m_ending.get_token();
    const auto begin = index * m_reading.block;
    const auto length = std::min(m_reading.block, size() - begin);
    block->bytes.resize(static_cast<std::size_t>(length));
    auto fetched =
        m_flow.take(length, stop) ? m_file->read(begin, block->bytes, stop) : Status(fail(Error::cancelled()));
    const std::lock_guard lock(m_mutex);
    block->end = std::move(fetched);
    m_changed.notify_all();
}

std::optional<qint64> RemoteFile::nextAhead() const
{
    if (m_furthest < 0)
        return std::nullopt;
    const auto end = std::min(m_furthest + 1 + m_reading.ahead, blocks());
    for (auto index = m_furthest + 1; index < end; ++index) {
        if (!m_blocks.contains(index))
            return index;
    }
    return std::nullopt;
}

void RemoteFile::fetchAhead(const std::stop_token &stop) const
{
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return nextAhead().has_value(); }))
                return;
        }
        // Before the block is claimed: a reader must not wait for one that waits for the end of a pause.
        const auto passage = m_flow.enter(0, stop);
        if (!passage)
            return;
        qint64 index = 0;
        BlockPointer block;
        {
            const std::lock_guard lock(m_mutex);
            const auto next = nextAhead();
            if (!next)
                continue;
            index = *next;
            block = claim(index);
        }
        fetch(index, block);
    }
}

} // namespace sealift
