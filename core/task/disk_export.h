#pragma once

#include "base/flow_control.h"
#include "image/writers/disk_writer.h"
#include "library/fetch_plan.h"
#include "task/transfer_counters.h"

#include <stop_token>

namespace sealift {

/// The chunk size in which a file of the library is written out: the one it was cut into where it was cut into fixed
/// chunks, else 1 MiB.
qint64 exportChunkSize(const FetchPlan &plan);

/// What a writer must know of the disk before it begins.
DiskPlan diskPlanOf(const FetchPlan &plan);

/// Writes the disk that `plan` describes into `writer`, from begin() to the last chunk; finish() is left to the caller.
/// Verified pieces only: a damaged blob ends the export before anything of it is written. Several threads where the
/// writer and the plan allow it. `counters.total` grows by the bytes to fetch: holes are not work here.
Status exportDisk(Repository &repository, const FetchPlan &plan, DiskWriter &writer, FlowControl &flow,
                  TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
