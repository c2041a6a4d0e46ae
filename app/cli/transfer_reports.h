#pragma once

#include "task/export_job.h"
#include "task/import_job.h"

#include <QJsonObject>

namespace sealift {

/// What an import has done, in aligned lines. @param source the image's path as the user named it.
QString importReport(const ImportOutcome &outcome, const QString &source);
/// The same for machines; sizes in bytes, `seconds` as a number.
QJsonObject importObject(const ImportOutcome &outcome, const QString &source);

/// What an export has done. @param target where it went, in words.
QString exportReport(const ExportOutcome &outcome, WriteFormat format, const QString &target);
QJsonObject exportObject(const ExportOutcome &outcome, WriteFormat format, const QString &target);

/// The name of a format on the command line ("qcow2").
QString writeFormatName(WriteFormat format);

} // namespace sealift
