#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QString>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include <sys/types.h>

namespace sealift {

/// What a source knows of a stretch of a disk without reading it.
enum class ExtentKind {
    Data, ///< May hold anything; must be read.
    Zero, ///< Reads as zeroes, and was written so (allocated, or a zero cluster).
    Hole, ///< Reads as zeroes; never written (a hole of a sparse file, an unallocated cluster).
};

/// A stretch of a disk, in bytes.
struct Extent {
    qint64 offset = 0;
    qint64 length = 0;
    ExtentKind kind = ExtentKind::Data;

    bool operator==(const Extent &) const = default;
};

/// Reads blocks of one disk on one thread. A source hands out as many as a pipeline has reading threads.
class BlockReader
{
public:
    virtual ~BlockReader() = default;

    /// Fills `out` from byte `offset` of the disk on; the whole stretch lies inside the disk.
    /// Errors: Io (names the file), SourceChanged (the source ends before its size), Corrupt, Cancelled.
    virtual Status read(qint64 offset, MutableBytes out, const std::stop_token &stop) = 0;
};

/// The content of one disk as plain blocks, whatever container it lies in. Open for reading only.
class BlockSource
{
public:
    BlockSource() = default;
    /// Ends helper processes and removes their sockets, if close() did not.
    virtual ~BlockSource() = default;
    BlockSource(const BlockSource &) = delete;
    BlockSource &operator=(const BlockSource &) = delete;

    /// Bytes of the disk; need not be a multiple of anything.
    virtual qint64 size() const = 0;

    /// Calls `each` for the extents of [offset, offset + length), in order and without gaps, neighbours of one kind
    /// merged within what the source reports at once. On the calling thread; stops at its first error and returns that.
    /// Not to be called by two threads at once. Costs nothing that grows with the size of holes.
    virtual Status forEachExtent(qint64 offset, qint64 length, const std::function<Status(const Extent &)> &each,
                                 const std::stop_token &stop) = 0;

    /// A reader for one thread. May be called by any thread. The reader must not outlive the source.
    virtual Result<std::unique_ptr<BlockReader>> openReader() = 0;

    /// True where blocks can be read once only, in ascending order: whoever looks at the disk beforehand takes them
    /// away.
    virtual bool isStream() const { return false; }

    /// How many readers at once serve this source best.
    virtual int suggestedReaders() const = 0;

    /// OK while the source's files are what they were when it was opened; else SourceChanged, naming the file and
    /// what differs (size, time). To be asked after the last read: before it, nothing is proven.
    virtual Status checkUnchanged() const = 0;

    /// The helper programs that serve this source at this moment, by process id: for whoever looks later that none was
    /// left behind.
    virtual std::vector<pid_t> helperProcesses() const { return {}; }

    /// Ends helper processes and reports what they had to say. Once, after the last reader is gone.
    [[nodiscard]] virtual Status close() = 0;
};

} // namespace sealift
