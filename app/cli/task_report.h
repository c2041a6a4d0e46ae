#pragma once

#include "task/task_record.h"

#include <QJsonObject>
#include <QString>

namespace sealift {

class Console;
class FactList;

/// Adds how a task's cleanup went.
void addTaskFacts(FactList &facts, const TaskRecord &record);

/// Adds the task's id, cleanup and receipt to a command's result for machines.
void addTask(QJsonObject &object, const TaskRecord &record);

/// A task as lists and `task show` have it, for machines.
QJsonObject taskObject(const TaskRecord &record);

/// A task's state for people: "failed (cleanup-unconfirmed)", "transferring, pausing".
QString taskStateText(const TaskRecord &record);

/// Says in one line, for people, what a task is at now.
void reportTaskState(Console &console, const TaskRecord &record);

} // namespace sealift
