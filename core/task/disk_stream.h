#pragma once

#include "base/flow_control.h"
#include "image/block_source.h"
#include "image/writers/disk_writer.h"
#include "task/transfer_counters.h"

#include <stop_token>

namespace sealift {

/// Reads a source by several threads and writes it into an ordered writer, from begin() to the last chunk; finish() is
/// left to the caller. Counts what was dealt with, read and hole; the total is the caller's. Errors: those of both;
/// SourceChanged where the source is not what it was at the start; Cancelled.
Status streamDisk(BlockSource &source, const DiskPlan &plan, DiskWriter &writer, FlowControl &flow,
                  TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
