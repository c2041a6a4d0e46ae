#pragma once

#include "base/result.h"
#include "image/writers/disk_writer.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace sealift::test {

/// Which chunks of a sample disk are allocated.
enum class Allocation {
    None,
    All,
    Alternating,
    Random,
    LastOnly, ///< which is a partial chunk wherever the size says so
};

DiskPlan planOf(qint64 size, qint64 chunkSize, Allocation allocation);

/// A disk with known content: allocated chunks hold data and runs of zero blocks of 4 KiB, made from the chunk's
/// number; some are dense, some alternate block by block, one in eight is all zero although it is allocated.
class SampleDisk
{
public:
    explicit SampleDisk(DiskPlan plan);

    const DiskPlan &plan() const { return m_plan; }
    std::vector<qint64> allocatedChunks() const;
    std::vector<std::byte> chunk(qint64 index) const;
    qint64 chunkLength(qint64 index) const;

    /// Writes the disk as a raw file by the simplest means there is, one 4 KiB block at a time; zero blocks stay holes.
    bool writeReference(const QString &path) const;

    /// Bytes in blocks of 4 KiB that are not all zero.
    qint64 dataBytes() const;

private:
    bool isDataBlock(qint64 chunk, qint64 block) const;

    DiskPlan m_plan;
};

/// begin(), every chunk, finish(): in ascending order for an ordered writer, else in random order by `threads` threads.
Status writeDisk(DiskWriter &writer, const SampleDisk &disk, int threads);

} // namespace sealift::test
