#pragma once

#include "task/snapshot_task.h"
#include "task/task_record.h"

#include <QJsonObject>

namespace sealift {

/// What an import as a snapshot of EBS has done, in aligned lines. @param source the image's path as the user named it.
/// @param task the one that did it, ended.
QString snapshotReport(const SnapshotOutcome &outcome, const QString &source, const TaskRecord &task);
/// The same for machines; sizes in bytes, `seconds` as a number.
QJsonObject snapshotObject(const SnapshotOutcome &outcome, const QString &source);

} // namespace sealift
