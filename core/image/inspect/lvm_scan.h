#pragma once

#include "image/inspect/disk_facts.h"
#include "image/inspect/disk_view.h"

namespace sealift {

/// A logical volume, and where its bytes are if that can be told.
struct FoundLogicalVolume {
    LogicalVolumeFacts facts;
    QList<DiskView::Segment> segments; ///< empty: not readable
};

struct LvmScan {
    QList<FoundLogicalVolume> volumes;
    bool incomplete = false; ///< some group has a physical volume elsewhere
};

/// Reads the metadata of the physical volumes at those places and maps the logical volumes that they hold: the linear
/// ones on the disk; of others only the names. Format: lvm2's lib/format_text (layout.h, format-text.c).
/// @param physical the disk's partitions or itself, as found by libblkid. Errors: those of reading the disk. Metadata
/// that cannot be understood is said in `notes`.
Result<LvmScan> scanLvm(DiskWindow &disk, const QList<DiskView::Segment> &physical, QStringList &notes);

} // namespace sealift
