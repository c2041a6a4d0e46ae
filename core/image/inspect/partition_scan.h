#pragma once

#include "image/inspect/disk_facts.h"
#include "image/inspect/disk_window.h"

namespace sealift {

/// Reads the partition table into the facts: scheme, sector size, states of both GPT headers, partitions. What is in
/// them is left for later. MBR: UEFI Specification 2.10, 5.2; extended partitions as Linux follows them.
/// Errors: those of reading the disk. A table that does not add up is no error, but a fact.
Status scanPartitions(DiskWindow &disk, DiskFacts &facts);

/// Reads an MBR's table once more, as if it counted in sectors of that size.
Status rescanMbr(DiskWindow &disk, int sectorSize, DiskFacts &facts);

} // namespace sealift
