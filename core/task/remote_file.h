#pragma once

#include "base/flow_control.h"
#include "http/ranged_file.h"
#include "image/disk_file.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace sealift {

/// How a remote file is read.
struct RemoteReading {
    qint64 block = 4LL << 20; ///< bytes that are fetched at once
    int kept = 16;            ///< blocks in memory
    int ahead = 8;            ///< blocks that are fetched before they are asked for; 0: none
};

/// A file on a web server as a file of an image: fetched block by block, for several readers at once, ahead of those
/// that read about in order. Thread-safe.
class RemoteFile final : public DiskFile
{
public:
    /// @param flow fetching ahead passes through it, and all of it keeps to its bandwidth; must outlive the object.
    /// @param stop ends every read.
    RemoteFile(std::shared_ptr<const RangedFile> file, FlowControl &flow, const RemoteReading &reading,
               const std::stop_token &stop);
    /// Ends what is under way.
    ~RemoteFile() override;

    QString path() const override { return m_file->name(); }
    Status checkUnchanged() const override;
    Result<Stretch> stretchAt(qint64 offset) const override { return Stretch{true, size() - offset}; }
    void willRead(qint64 /*offset*/, qint64 /*length*/) const override {}
    std::vector<FilePiece> pieces() const override { return {}; }
    bool hasNeighbours() const override { return false; }

protected:
    Status readInside(qint64 offset, MutableBytes out) const override;

private:
    /// What is, or will be, in memory. Shared with those who copy out of it.
    struct Block {
        std::vector<std::byte> bytes;
        std::optional<Status> end; ///< nothing: it is on its way
        quint64 used = 0;          ///< when it was asked for, as m_uses counts
    };
    using BlockPointer = std::shared_ptr<Block>;

    qint64 blocks() const { return (size() + m_reading.block - 1) / m_reading.block; }
    Result<BlockPointer> blockAt(qint64 index) const;
    /// Makes it the caller's to fetch. With the mutex held.
    BlockPointer claim(qint64 index) const;
    void fetch(qint64 index, const BlockPointer &block) const;
    void forgetOldest() const;
    std::optional<qint64> nextAhead() const;
    void fetchAhead(const std::stop_token &stop) const;

    const std::shared_ptr<const RangedFile> m_file;
    FlowControl &m_flow;
    const RemoteReading m_reading;
    std::stop_source m_ending;
    std::stop_callback<std::function<void()>> m_outer;
    mutable std::mutex m_mutex; // for what follows
    mutable std::condition_variable_any m_changed;
    mutable std::map<qint64, BlockPointer> m_blocks;
    mutable quint64 m_uses = 0;
    mutable qint64 m_furthest = -1; ///< block that was asked for
    std::vector<std::jthread> m_threads;
};

} // namespace sealift
