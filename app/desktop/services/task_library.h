#pragma once

#include "task/task_record.h"
#include "task/task_settings.h"

#include <QList>

namespace sealift {

/// The libraries that a task works on: none, or one, or for a copy both. None for a task whose settings cannot be read:
/// such a task fails when it begins, and says why.
QList<LibrarySettings> librariesOfTask(const TaskRecord &record);

} // namespace sealift
