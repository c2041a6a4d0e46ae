#pragma once

#include "base/result.h"

#include <QCommandLineParser>
#include <QString>

namespace sealift {

/// The value of an option that is a size, in bytes: "512", "64KiB", "1MiB", "2 GiB", "3T"; the iB may be missing.
/// Errors: InvalidArgument, naming the option.
Result<qint64> sizeOption(const QCommandLineParser &arguments, const QString &option);

} // namespace sealift
