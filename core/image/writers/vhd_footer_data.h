#pragma once

#include "base/bytes.h"

#include <array>

namespace sealift {

/// Source of everything here: Microsoft, "Virtual Hard Disk Image Format Specification", version 1.0.
constexpr qint64 kVhdFooterSize = 512;
constexpr qint64 kVhdSparseHeaderSize = 1024;

using VhdFooterBytes = std::array<std::byte, kVhdFooterSize>;
using VhdSparseHeaderBytes = std::array<std::byte, kVhdSparseHeaderSize>;

struct VhdGeometry {
    quint16 cylinders = 0;
    quint8 heads = 0;
    quint8 sectors = 0; ///< of a track

    bool operator==(const VhdGeometry &) const = default;
};

/// Appendix "CHS Calculation". The product is at most the disk's size, often less; disks over 127 GiB have the largest
/// one.
VhdGeometry vhdGeometry(qint64 diskSize);

/// "Hard Disk Footer Format", with a fresh unique id and the time of now. The creator application is "win ": QEMU takes
/// the size of such an image from the footer's field, as Hyper-V does, and of one by an unknown creator from the
/// geometry, which is smaller (block/vpc.c).
VhdFooterBytes makeVhdFooter(qint64 diskSize, bool dynamic);

/// "Dynamic Disk Header Format", of an image whose block allocation table is at `tableOffset`.
VhdSparseHeaderBytes makeVhdSparseHeader(qint64 tableOffset, qint64 blocks, qint64 blockSize);

} // namespace sealift
