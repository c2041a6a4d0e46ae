#pragma once

#include "image/inspect/disk_facts.h"
#include "image/inspect/disk_window.h"

namespace sealift {

/// What both copies of a GUID partition table say (UEFI Specification 2.10, 5.3).
struct GptScan {
    int sectorSize = 512;
    GptHeaderState primary = GptHeaderState::Absent;
    GptHeaderState backup = GptHeaderState::Absent;
    QString diskId;
    QList<PartitionFacts> partitions; ///< of the primary copy, if that is good, else of the other
};

/// Looks for a GPT that counts in sectors of 512 or 4096 bytes, at the disk's begin and its end.
/// Errors: those of reading the disk.
Result<GptScan> scanGpt(DiskWindow &disk);

} // namespace sealift
