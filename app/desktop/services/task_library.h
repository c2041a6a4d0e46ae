#pragma once

#include "task/task_record.h"
#include "task/task_settings.h"

#include <optional>

namespace sealift {

/// The library that a task works on. Nothing for a task that has none, or whose settings cannot be read: such a task
/// fails when it begins, and says why.
std::optional<LibrarySettings> libraryOfTask(const TaskRecord &record);

} // namespace sealift
