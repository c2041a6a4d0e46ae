#pragma once

#include "task/export_job.h"
#include "task/import_job.h"
#include "task/task_record.h"
#include "task/verify_task.h"

#include <QJsonObject>

namespace sealift {

/// What an import has done, in aligned lines. @param source the image's path as the user named it.
/// @param task the one that did it, ended. @param done in one word.
QString importReport(const ImportOutcome &outcome, const QString &source, const TaskRecord &task,
                     const QString &done = QStringLiteral("Imported"));
/// The same for machines; sizes in bytes, `seconds` as a number. `disk` and `format` are the first disk's, `disks` has
/// all.
QJsonObject importObject(const ImportOutcome &outcome, const QString &source);

/// What an export has done. @param target where it went, in words.
QString exportReport(const ExportOutcome &outcome, const ExportRequest &request, const QString &target,
                     const TaskRecord &task);
QJsonObject exportObject(const ExportOutcome &outcome, const ExportRequest &request, const QString &target);

/// What a verification has seen.
QString verifyReport(const VerifyOutcome &outcome, const TaskRecord &task);
QJsonObject verifyObject(const VerifyOutcome &outcome);

} // namespace sealift
