#pragma once

#include "image/disk_image.h"
#include "image/file_window.h"

#include <QStringList>

#include <optional>

namespace sealift {

/// The header of a qcow2 image, checked: every table lies inside the file, nothing but a backing file that is followed
/// is another file, and every incompatible feature is understood. Source: QEMU, docs/interop/qcow2.txt, "Header" and
/// "Header extensions"; the upper bounds of table sizes are those of QEMU's own reader, so that what passes here opens
/// there.
struct Qcow2Header {
    quint32 version = 0; ///< 2 or 3
    qint64 virtualSize = 0;
    int clusterBits = 0;
    qint64 l1Offset = 0;
    qint64 l1Entries = 0;
    int snapshots = 0;
    bool extendedL2 = false;
    bool dirty = false;
    bool corrupt = false;
    bool zstd = false;                     ///< compressed clusters are zstd, not zlib
    QStringList unknownFeatures;           ///< compatible features and header extensions that may be ignored
    std::optional<ParentReference> parent; ///< the backing file, where that is not refused

    qint64 clusterSize() const { return qint64{1} << clusterBits; }
};

/// True if the file begins as qcow2 of any version does.
bool looksLikeQcow2(ByteView start);

/// Errors: Corrupt; Unsupported (version 1, encryption, unknown incompatible features, sizes that are no whole
/// sectors); Unsafe (a backing file, unless parents are followed; an external data file).
Result<Qcow2Header> readQcow2Header(const FileWindow &file, Parents parents = Parents::Refuse);

} // namespace sealift
