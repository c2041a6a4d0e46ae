#pragma once

#include "cli/command.h"
#include "task/service_export_settings.h"

#include <optional>

namespace sealift {

/// --by-service and --keep-exported.
QList<QCommandLineOption> serviceExportOptions();

/// --staging, --staging-format and --role-name, for commands that have them for nothing else.
QList<QCommandLineOption> exportPlaceOptions();

/// What they say; nothing without --by-service. Errors: InvalidArgument: one of them is there without --by-service, or
/// without --from ec2; --staging is missing, or no place in a bucket.
Result<std::optional<ServiceExportSettings>> serviceExportOf(const QCommandLineParser &arguments, bool isFromEc2);

} // namespace sealift
