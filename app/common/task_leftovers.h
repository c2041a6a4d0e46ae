#pragma once

#include "common/ec2_opener.h"
#include "task/export_task.h"

namespace sealift {

/// What tasks have at their destinations, for their cleanup by this process (TaskEngineOptions::leftovers): snapshots
/// of imports at EC2, exports that EC2 makes, uploads of exports in buckets.
std::function<Result<std::unique_ptr<JobStaging>>(const TaskRecord &)> taskLeftovers(Ec2Opener openEc2,
                                                                                     UploadOpener openUpload);

} // namespace sealift
