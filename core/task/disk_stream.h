#pragma once

#include "base/flow_control.h"
#include "image/block_source.h"
#include "image/writers/disk_writer.h"
#include "task/transfer_counters.h"

#include <stop_token>

namespace sealift {

/// What a writer must know of a source's disk before it begins: what is neither hole nor zero is allocated, in chunks
/// of 1 MiB. Of a stream nobody knows, and all is. Errors: those of the source.
Result<DiskPlan> diskPlanOf(BlockSource &source, const std::stop_token &stop);

/// Reads a source by several threads and writes it into an ordered writer, from begin() to the last chunk; finish() is
/// left to the caller. Counts what was dealt with, read and hole; the total is the caller's. Errors: those of both;
/// SourceChanged where the source is not what it was at the start; Cancelled.
Status streamDisk(BlockSource &source, const DiskPlan &plan, DiskWriter &writer, FlowControl &flow,
                  TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
