#pragma once

#include "cli/command.h"

namespace sealift {

/// --to and what only imports to Amazon EC2 have.
QList<QCommandLineOption> ec2ImportOptions();

/// Whether the command line asks for an import to EC2. Errors: InvalidArgument (no such destination; options that do
/// not go with it).
Result<bool> isEc2Import(const QCommandLineParser &arguments);

/// "sealift import --to ec2-snapshot": each image becomes an encrypted snapshot, one after the other. An import of the
/// same image in the same way whose process died is gone on with.
Status importToEc2(const CommandContext &context);

} // namespace sealift
