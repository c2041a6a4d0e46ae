#pragma once

#include "task/ec2_export_task.h"
#include "task/task_record.h"

#include <QJsonObject>

namespace sealift {

/// "snap-0123 at EC2 in eu-central-1".
QString ec2SourceText(const QString &what, const QString &region);

/// Tags for machines, by their keys.
QJsonObject ec2TagsObject(const Ec2Tags &tags);

/// Who fetches what from where, before that happens.
QString identityNote(const Ec2Identity &identity);

/// What an export out of EC2 has done, in aligned lines. @param task the one that did it, ended.
QString ec2ExportReport(const Ec2ExportOutcome &outcome, const ExportRequest &request, const TaskRecord &task);
/// The same for machines; sizes in bytes.
QJsonObject ec2ExportObject(const Ec2ExportOutcome &outcome, const ExportRequest &request);

} // namespace sealift
