#pragma once

#include "image/block_source.h"
#include "image/disk_file.h"

namespace sealift {

/// Which bytes of a file its file system holds, asked with SEEK_DATA and SEEK_HOLE and remembered: walking up a file
/// costs two calls a stretch, and nothing inside one. Where the file system cannot say, everything is data.
/// For one thread at a time.
class FileAllocation
{
public:
    /// @param file must outlive this.
    explicit FileAllocation(const DiskFile &file)
        : m_file(file)
    {
    }

    /// What begins at `offset`, and how far it goes, within [offset, offset + length) and the file; of length 0 past
    /// its end. Errors: Io, SourceChanged (the file has shrunk below `offset`).
    Result<DiskFile::Stretch> at(qint64 offset, qint64 length);

    /// Splits a stretch of a disk that lies at `fileOffset` of the file, unchanged, into Data and Hole. Holes that are
    /// not worth the splitting (under 64 KiB) stay data.
    Status refine(const Extent &extent, qint64 fileOffset, const std::function<Status(const Extent &)> &each);

private:
    const DiskFile &m_file;
    qint64 m_begin = 0; ///< the remembered stretch, [m_begin, m_end)
    qint64 m_end = 0;
    bool m_data = true;
};

} // namespace sealift
