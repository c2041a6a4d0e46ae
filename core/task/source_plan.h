#pragma once

#include "image/block_source.h"
#include "image/writers/disk_writer.h"

#include <stop_token>

namespace sealift {

/// What a writer must know of a source's disk before it begins: chunks that are all zero or hole are not written. Of a
/// stream nobody knows, and all is. @param chunkSize as DiskPlan has it. Errors: those of the source.
Result<DiskPlan> diskPlanOf(BlockSource &source, qint64 chunkSize, const std::stop_token &stop);

} // namespace sealift
