#pragma once

#include "image/allocation_map.h"
#include "image/file_window.h"

namespace sealift {

/// The header of a VDI image, checked. Reference: VirtualBox, src/VBox/Storage/VDICore.h (VDIPREHEADER,
/// VDIHEADER1PLUS); the format has no specification. What QEMU's reader insists on (1 MiB blocks, sector-aligned
/// tables) is insisted on here.
struct VdiHeader {
    bool fixed = false;     ///< all blocks allocated, else dynamic
    qint64 virtualSize = 0; ///< need not be a whole number of sectors
    qint64 blockSize = 0;
    qint64 blocks = 0;
    qint64 mapOffset = 0;
    qint64 dataOffset = 0;
    QString creator; ///< the file's own comment line
};

bool looksLikeVdi(ByteView start);

/// Errors: Corrupt; Unsafe (a differencing image); Unsupported (undo images, other versions and block sizes).
Result<VdiHeader> readVdiHeader(const FileWindow &file);

/// The block map of a VDI image.
class VdiMap final : public BlockMap
{
public:
    /// @param file must outlive the map.
    VdiMap(const FileWindow &file, const VdiHeader &header);

private:
    Result<MappedExtent> blockAt(qint64 begin, qint64 end) override;
    qint64 endOfRun(qint64 index) const;

    const FileWindow &m_file;
    VdiHeader m_header;
    QByteArray m_window;
    qint64 m_windowFirst = 0; ///< first block of m_window
};

} // namespace sealift
