#pragma once

#include "image/file_window.h"

namespace sealift {

/// The footer of a VHD image, and of a dynamic one its sparse header, checked. Source: Microsoft, "Virtual Hard Disk
/// Image Format Specification", version 1.0.
struct VhdFooter {
    bool dynamic = false; ///< else fixed: the disk's bytes, then the footer
    qint64 virtualSize = 0;
    qint64 blockSize = 0; ///< bytes; of dynamic images
    QString creator;      ///< "win  10.0": creator application and version
    bool savedState = false;
    bool geometryDiffers = false; ///< cylinders x heads x sectors give another size than the footer does
};

/// True if the file's first or last sector claims to be a VHD footer.
bool looksLikeVhd(ByteView start, ByteView lastSector);

/// Errors: Corrupt (checksums, a copy that differs, tables past the end); Unsafe (a differencing image); Unsupported.
Result<VhdFooter> readVhdFooter(const FileWindow &file);

} // namespace sealift
