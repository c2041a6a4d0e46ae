#pragma once

#include "base/bytes.h"

namespace sealift {

/// What differs between the headers that Sealift writes.
struct Qcow2HeaderData {
    qint64 virtualSize = 0;
    qint64 l1Entries = 0;
    qint64 l1Offset = 0; ///< bytes, like the other offsets
    qint64 refcountTableOffset = 0;
    qint64 refcountTableClusters = 0;
    qint64 cryptHeaderOffset = 0; ///< of a LUKS header, by which the data is encrypted; 0: it is plain
    qint64 cryptHeaderSize = 0;   ///< bytes
    bool zstd = false;            ///< compressed clusters are zstd frames, else deflated
};

/// Fills in the first cluster of a qcow2 file, version 3: clusters of 64 KiB, refcounts of 16 bits. Source: QEMU,
/// docs/interop/qcow2.txt, "Header" and "Full
/// disk encryption header pointer".
void fillQcow2Header(MutableBytes cluster, const Qcow2HeaderData &data);

} // namespace sealift
