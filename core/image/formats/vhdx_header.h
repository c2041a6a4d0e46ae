#pragma once

#include "image/file_window.h"

namespace sealift {

/// The headers, region table and metadata of a VHDX image, checked. Source: Microsoft, [MS-VHDX] "Virtual Hard Disk v2
/// (VHDX) File Format", sections 2.1 to 2.6. An image whose log still has to be replayed is refused: neither Sealift
/// nor QEMU writes to a source, and without the replay its content is not what the guest wrote.
struct VhdxHeader {
    bool fixed = false; ///< all blocks stay allocated, else dynamic
    qint64 virtualSize = 0;
    qint64 blockSize = 0;
    qint64 logicalSectorSize = 0;
    qint64 tableOffset = 0; ///< bytes; of the block allocation table
    QString creator;
    bool spareDamaged = false; ///< the second header or region table is invalid, the first is good

    /// Payload blocks between two sector bitmap entries of the table (2.5.1).
    qint64 chunkRatio() const { return (qint64{1} << 23) * logicalSectorSize / blockSize; }
};

bool looksLikeVhdx(ByteView start);

/// Errors: Corrupt (checksums, regions that overlap or lie past the end); Unsafe (a parent); Unsupported (a log to
/// replay, 4096-byte sectors, unknown required regions or metadata).
Result<VhdxHeader> readVhdxHeader(const FileWindow &file);

} // namespace sealift
