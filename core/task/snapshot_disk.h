#pragma once

#include "base/flow_control.h"
#include "ec2/ec2_access.h"
#include "ec2/snapshot_blocks.h"
#include "image/block_source.h"

#include <memory>

namespace sealift {

/// A snapshot of EBS as a source of blocks; its holes are the blocks that it does not have. For whoever reads all of it
/// once, about in order: its blocks are fetched ahead, many at once, from the first that is read. @param access,
/// @param blocks are kept. @param flow must outlive the source; what is fetched counts for its bandwidth.
std::unique_ptr<BlockSource> openSnapshotDisk(std::shared_ptr<Ec2Access> access, std::shared_ptr<SnapshotBlocks> blocks,
                                              FlowControl &flow);

/// The same for whoever reads here and there in it: block by block, and a reader keeps those that it read last.
std::unique_ptr<BlockSource> openSnapshotPreview(std::shared_ptr<Ec2Access> access,
                                                 std::shared_ptr<SnapshotBlocks> blocks, FlowControl &flow);

} // namespace sealift
