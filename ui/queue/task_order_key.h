#pragma once

#include "ui/queue/task_columns.h"

#include <QString>

namespace sealift {

class TaskModel;
class TaskTraces;

/// What a row is sorted by: made once for each row, not once for each comparison.
struct TaskOrderKey {
    double number = 0;
    QString text;
    double position = 0; ///< in the queue; decides among equals

    bool operator<(const TaskOrderKey &other) const;
};

/// The key of a row of the model. Texts are in small letters; tasks that need attention, and those that run, come first
/// by state.
TaskOrderKey taskOrderKey(const TaskModel &model, const TaskTraces &traces, int row, TaskColumn column);

} // namespace sealift
