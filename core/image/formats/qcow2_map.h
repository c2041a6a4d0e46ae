#pragma once

#include "image/allocation_map.h"
#include "image/file_window.h"
#include "image/formats/qcow2_header.h"

namespace sealift {

/// The L1 and L2 tables of a qcow2 image. Source: QEMU, docs/interop/qcow2.txt, "Cluster mapping" and "Extended L2
/// Entries". Reads one L2 table at a time; unallocated ones cost nothing.
class Qcow2Map final : public AllocationMap
{
public:
    /// @param file must outlive the map. Reads the L1 table. Errors: Corrupt, Io.
    static Result<std::unique_ptr<Qcow2Map>> open(const FileWindow &file, const Qcow2Header &header);

    Status forEach(qint64 offset, qint64 length, const Each &each, const std::stop_token &stop) override;

private:
    Qcow2Map(const FileWindow &file, const Qcow2Header &header, QByteArray l1);

    struct Cluster;
    Status walkL2(qint64 begin, qint64 end, const Each &each);
    Status walkSubclusters(qint64 begin, qint64 end, qint64 clusterBegin, const Cluster &cluster, const Each &each);
    Result<Cluster> clusterAt(qint64 index) const;
    Error corruptEntry(qint64 index, const QString &how) const;

    const FileWindow &m_file;
    Qcow2Header m_header;
    QByteArray m_l1;
    QByteArray m_l2;
};

} // namespace sealift
