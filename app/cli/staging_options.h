#pragma once

#include "cli/command.h"
#include "task/staging_settings.h"

#include <optional>

namespace sealift {

/// --staging and what only imports through a bucket have.
QList<QCommandLineOption> stagingOptions();
/// Their names.
QStringList stagingOptionNames();

/// Errors: InvalidArgument for options that do not go together. @param toImage an image is to be made.
Status checkStagingOptions(const QCommandLineParser &arguments, bool toImage);

/// What they say; nothing without --staging. Errors: InvalidArgument.
Result<std::optional<StagingSettings>> stagingOf(const QCommandLineParser &arguments);

} // namespace sealift
