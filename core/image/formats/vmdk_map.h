#pragma once

#include "image/allocation_map.h"
#include "image/file_window.h"
#include "image/formats/vmdk_sparse_header.h"

namespace sealift {

/// The grain directory and grain tables of one sparse VMDK extent. Source: VMware, "Virtual Disk Format 5.0", "Grain
/// Directory" and "Grain Table". Reads one grain table at a time; those in a hole of the file cost nothing.
class VmdkMap final : public AllocationMap
{
public:
    /// @param file must outlive the map. Reads the grain directory. Errors: Corrupt, Io.
    static Result<std::unique_ptr<VmdkMap>> open(const FileWindow &file, const VmdkSparseHeader &header);

    Status forEach(qint64 offset, qint64 length, const Each &each, const std::stop_token &stop) override;

private:
    VmdkMap(const FileWindow &file, const VmdkSparseHeader &header, QByteArray directory);

    Result<bool> readTable(qint64 tableOffset);
    Status walkTable(qint64 begin, qint64 end, const Each &each);

    const FileWindow &m_file;
    VmdkSparseHeader m_header;
    QByteArray m_directory;
    QByteArray m_table;
    qint64 m_holeBegin = 0; ///< a known hole of the file, where tables are all zero
    qint64 m_holeEnd = 0;
};

} // namespace sealift
