#include "image/writers/file_image_output.h"

#include <algorithm>

namespace sealift {

namespace {

/// The block of the file systems that images lie on; finer holes would be filled by the file system.
constexpr std::size_t kHoleBlock = 4096;

/// Smaller stretches are left to the cache, which puts neighbours together.
constexpr std::size_t kWorthDirect = 64 * 1024;

/// Write-back is started in stretches of at least this size: large enough for the device's best speed, small enough to
/// keep it busy from the beginning.
constexpr std::size_t kWorthWriteBack = 1024 * 1024;

/// The length of the run of blocks at the beginning of `data` that are all zero, or that all are not.
std::size_t runLength(ByteView data, bool zero)
{
    std::size_t length = 0;
    while (length < data.size()) {
        const auto block = data.subspan(length, std::min(kHoleBlock, data.size() - length));
        if (isAllZero(block) != zero)
            break;
        length += block.size();
    }
    return length;
}

} // namespace

FileImageOutput::FileImageOutput(std::unique_ptr<OutputFile> file)
    : m_file(std::move(file))
{
}

Status FileImageOutput::begin(qint64 size)
{
    return m_file->resize(size);
}

Status FileImageOutput::endAt(qint64 size)
{
    return m_file->resize(size);
}

// How to write was measured on ext4 on two virtual machines with two cores and disks of 1.0 and 2.5 GB/s; 1 GiB dense
// and 4 GiB with 454 MiB of data, final fsync included, with SHA-256 of every chunk on the writing threads:
//  - Through the page cache: 2.6 GB/s on the one, with sync_file_range() after each window (without: 1.6); but only 0.3
//  to 0.6 GB/s on the other, whose host gives out fresh memory slowly. RWF_DONTCACHE (Linux 6.14) is as fast, no more.
//  - O_DIRECT takes the least processor time and reaches 1.9 and 1.0 GB/s: the disk's own rate on the second machine.
//  - fallocate() gains nothing measurable, and its blocks are no holes.
// So whole stretches go past the cache, and what is small or odd goes through it.
Status FileImageOutput::writeAt(qint64 offset, ByteView data)
{
    while (!data.empty()) {
        const auto hole = runLength(data, true);
        data = data.subspan(hole);
        offset += static_cast<qint64>(hole);
        const auto run = runLength(data, false);
        SEALIFT_TRY(writeRun(offset, data.first(run)));
        data = data.subspan(run);
        offset += static_cast<qint64>(run);
    }
    return {};
}

Status FileImageOutput::writeRun(qint64 offset, ByteView run)
{
    if (run.size() >= kWorthDirect) {
        SEALIFT_ASSIGN(const bool written, m_file->writeDirectAt(offset, run));
        if (written)
            return {};
    }
    SEALIFT_TRY(m_file->writeAt(offset, run));
    if (run.size() < kWorthWriteBack)
        return {};
    return m_file->startWriteBack(offset, static_cast<qint64>(run.size()));
}

Status FileImageOutput::finish()
{
    return m_file->finish();
}

qint64 FileImageOutput::bytesWritten() const
{
    return m_file->bytesWritten();
}

} // namespace sealift
