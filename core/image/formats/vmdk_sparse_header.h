#pragma once

#include "image/file_window.h"

namespace sealift {

/// The header of one sparse extent of a VMDK, checked. Sources: VMware, "Virtual Disk Format 5.0" (technical note),
/// "Hosted Sparse Extents", "Stream-Optimized Compressed Sparse Extents" and "ESX Server Sparse Extents".
struct VmdkSparseHeader {
    bool cowd = false; ///< an ESX Server sparse extent ("COWD"), else a hosted one ("KDMV")
    quint32 version = 0;
    qint64 capacity = 0;  ///< bytes
    qint64 grainSize = 0; ///< bytes
    qint64 grainsPerTable = 0;
    qint64 directoryOffset = 0; ///< bytes
    bool compressed = false;    ///< grains are deflated, each behind a marker
    bool zeroGrains = false;    ///< a table entry of 1 is a zeroed grain
    bool unclean = false;
    bool footer = false;         ///< the directory is at the end, where a footer tells
    qint64 descriptorOffset = 0; ///< bytes; 0 where the descriptor is elsewhere
    qint64 descriptorSize = 0;
};

enum class VmdkMagic { None, HostedSparse, EsxSparse, SeSparse, Descriptor };

/// What a file is, by its first bytes. @param start the file's first 512 bytes, or all there are.
VmdkMagic vmdkMagic(ByteView start);

/// A footer, where the header announces one, takes the header's place, and must agree with it.
/// Errors: Corrupt, Unsupported (version, grain table size), Io.
Result<VmdkSparseHeader> readVmdkSparseHeader(const FileWindow &file);

} // namespace sealift
