#pragma once

#include "base/bytes.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace sealift {

/// The fixed parts of a stream-optimized VMDK. Source: VMware, "Virtual Disk Format 5.0" (technical note), "The
/// Descriptor File", "Hosted Sparse Extents" (SparseExtentHeader), "Stream-Optimized Compressed Sparse Extents".
constexpr qint64 kVmdkSector = 512;
constexpr qint64 kVmdkGrain = 64LL << 10;           ///< what ESXi takes
constexpr qint64 kVmdkGrainsPerTable = 512;         ///< numGTEsPerGT
constexpr qint64 kVmdkOverhead = 128 * kVmdkSector; ///< header, descriptor and padding up to the first grain

using VmdkSector = std::array<std::byte, kVmdkSector>;

/// Types of the markers that stand before a table or the footer.
enum class VmdkMarker : quint32 {
    EndOfStream = 0,
    GrainTable = 1,
    GrainDirectory = 2,
    Footer = 3,
};

/// SparseExtentHeader, version 3. @param directory byte at which the grain directory begins; nothing (-1) in the header
/// of a stream, where the footer tells.
VmdkSector makeVmdkHeader(qint64 diskSize, qint64 directory);

/// @param length bytes of what follows the marker.
VmdkSector makeVmdkMarker(VmdkMarker type, qint64 length);

/// The descriptor that is embedded behind the header. @param name the file's own; what could not stand in a descriptor
/// is replaced.
QByteArray makeVmdkDescriptor(qint64 diskSize, const QString &name);

} // namespace sealift
