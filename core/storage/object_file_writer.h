#pragma once

#include "base/aligned_buffer.h"
#include "base/bytes.h"
#include "base/output_file.h"

#include <stop_token>

namespace sealift {

/// Writes the bytes of one object into its file, from the start to the end, past the page cache (O_DIRECT) where the
/// file system allows it.
///
/// Why: an import hashes, compresses and seals on the same cores that would copy every byte into the page cache, and
/// nobody reads a pack soon after it was written. Measured on two cores and a virtual disk that takes 1.7 GB/s, objects
/// of 16 MiB, two writers, each object synced: through the page cache 0.45-0.5 GiB/s and 0.8-1.9 s of processor time a
/// GiB; with write-back started after each slice 0.7-0.9 GiB/s and 0.5-0.6 s; O_DIRECT 1.6-1.7 GiB/s and 0.04-0.09 s,
/// from buffers that have to be copied to aligned memory first as well (0.2 s more).
class ObjectFileWriter
{
public:
    /// @param file must outlive the writer; nothing else writes to it meanwhile.
    /// @param size the object's size in bytes: small ones are not worth the trouble.
    ObjectFileWriter(OutputFile &file, qint64 size);

    /// Appends. The bytes are not needed any more after the call. Errors: Cancelled (a stop request is seen within 4
    /// MiB), NoSpace, Io.
    Status append(ByteView bytes, const std::stop_token &stop);

    /// Writes what is still held back. Once, after the last append(). Nothing is durable yet: that is
    /// OutputFile::finish().
    [[nodiscard]] Status finish();

private:
    bool canGoStraight(ByteView bytes) const;
    Status carry(ByteView bytes);
    Status write(ByteView bytes);

    OutputFile &m_file;
    bool m_direct = false;
    qint64 m_offset = 0;
    AlignedBuffer m_carried; ///< bytes that wait for enough others to make an aligned stretch
    std::size_t m_carriedSize = 0;
};

} // namespace sealift
