#pragma once

#include "base/flow_control.h"
#include "image/block_source.h"
#include "library/fetch_plan.h"

#include <memory>

namespace sealift {

class Repository;

/// A disk as it lies in a library, as a source of blocks: for whoever reads here and there in it, not all of it. Every
/// blob is verified; a reader keeps those that it read last. Bulk goes through blob_reader.
/// @param repository, @param plan and @param flow must outlive the source. What is fetched counts for the flow's
/// bandwidth.
std::unique_ptr<BlockSource> openStoredDisk(const Repository &repository, const FetchPlan &plan, FlowControl &flow);

} // namespace sealift
