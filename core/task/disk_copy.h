#pragma once

#include "base/flow_control.h"
#include "image/block_source.h"
#include "image/writers/disk_writer.h"
#include "task/transfer_counters.h"

#include <stop_token>

namespace sealift {

/// Writes a source's disk into `writer`, from begin() to the last chunk; finish() is left to the caller. Each chunk is
/// read once, about in order, on several threads where the writer allows it. `counters.total` grows by the bytes of the
/// chunks that are written. Errors: those of source and writer; Cancelled.
Status copyDisk(BlockSource &source, const DiskPlan &plan, DiskWriter &writer, FlowControl &flow,
                TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
