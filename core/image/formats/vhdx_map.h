#pragma once

#include "image/allocation_map.h"
#include "image/file_window.h"
#include "image/formats/vhdx_header.h"

namespace sealift {

/// The block allocation table of a VHDX image without a parent. Source: [MS-VHDX] 2.5.
class VhdxMap final : public BlockMap
{
public:
    /// @param file must outlive the map.
    VhdxMap(const FileWindow &file, const VhdxHeader &header);

private:
    Result<MappedExtent> blockAt(qint64 begin, qint64 end) override;
    Result<quint64> entryAt(qint64 index);

    const FileWindow &m_file;
    VhdxHeader m_header;
    qint64 m_entries = 0;
    QByteArray m_window;
    qint64 m_windowFirst = 0; ///< first entry of m_window
};

} // namespace sealift
