#pragma once

#include "task/task_job.h"

namespace sealift {

/// Removes what an earlier attempt of a task has left at its destination, and looks that it is gone, before the task
/// begins anew. Errors: CleanupUnconfirmed, naming what is left; those of JobStaging::look().
Status removeEarlierAttempt(JobStaging &staging);

} // namespace sealift
