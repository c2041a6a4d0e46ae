#pragma once

#include "image/block_source.h"

#include <functional>

namespace sealift {

/// A stretch of a disk, and where its bytes lie as they are, if they do.
struct MappedExtent {
    Extent extent;
    /// Byte offset in the container file of plain stored bytes; -1 for compressed ones, zeroes and holes.
    qint64 fileOffset = -1;
};

/// A container format's own tables, read as they are asked for. QEMU's answers to block status are not enough: it gives
/// none for VHDX, asks grain by grain for VMDK (17 s for an empty disk of 3 TiB), and reads what lies past the end of a
/// truncated file as zeroes, which only a look at the tables can tell. For one thread at a time.
class AllocationMap
{
public:
    using Each = std::function<Status(const MappedExtent &)>;

    AllocationMap() = default;
    virtual ~AllocationMap() = default;
    AllocationMap(const AllocationMap &) = delete;
    AllocationMap &operator=(const AllocationMap &) = delete;

    /// Calls `each` for [offset, offset + length), in order and without gaps, not merged. Stops at its first error.
    /// Errors: Corrupt (a table entry points past the end of the file: the file is truncated), Io, Cancelled.
    virtual Status forEach(qint64 offset, qint64 length, const Each &each, const std::stop_token &stop) = 0;
};

/// The map of a format that has one entry for each block of the disk.
class BlockMap : public AllocationMap
{
public:
    Status forEach(qint64 offset, qint64 length, const Each &each, const std::stop_token &stop) final;

private:
    /// What lies at `begin`: up to the end of its block or further, and not beyond `end`.
    virtual Result<MappedExtent> blockAt(qint64 begin, qint64 end) = 0;
};

/// Joins neighbouring extents of one kind before they are handed on.
class ExtentJoiner
{
public:
    explicit ExtentJoiner(const std::function<Status(const Extent &)> &each)
        : m_each(each)
    {
    }

    Status add(const Extent &extent);
    /// Hands on what is held back. Once, at the end.
    [[nodiscard]] Status finish();

private:
    const std::function<Status(const Extent &)> &m_each;
    Extent m_held;
};

} // namespace sealift
