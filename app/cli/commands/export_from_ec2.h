#pragma once

#include "cli/command.h"
#include "task/export_job.h"
#include "task/service_export_settings.h"

#include <QJsonArray>

#include <optional>

namespace sealift {

/// `export --from ec2`: a snapshot of EBS, or a disk of an image of EC2, into a file or standard output.
/// @param byService how the service exports it; nothing: it is read directly. @param ignored rules of preflight that
/// are passed over. @param warnings what was found in the texts of the command line.
Status exportFromEc2(const CommandContext &context, const ExportRequest &request,
                     const std::optional<ServiceExportSettings> &byService, const QStringList &ignored,
                     const QJsonArray &warnings);

} // namespace sealift
