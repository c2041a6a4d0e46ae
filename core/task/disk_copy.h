#pragma once

#include "base/flow_control.h"
#include "image/block_source.h"
#include "image/writers/disk_writer.h"
#include "task/transfer_counters.h"

#include <stop_token>

namespace sealift {

/// What a writer must know of a source's disk before it begins: chunks that are all zero or hole are not written.
/// @param chunkSize as DiskPlan has it. Errors: those of the source.
Result<DiskPlan> diskPlanOf(BlockSource &source, qint64 chunkSize, const std::stop_token &stop);

/// Writes a source's disk into `writer`, from begin() to the last chunk; finish() is left to the caller. Each chunk is
/// read once, about in order, on several threads where the writer allows it. `counters.total` grows by the bytes of the
/// chunks that are written. Errors: those of source and writer; Cancelled.
Status copyDisk(BlockSource &source, const DiskPlan &plan, DiskWriter &writer, FlowControl &flow,
                TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
