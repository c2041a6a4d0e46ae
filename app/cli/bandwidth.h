#pragma once

#include "base/result.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QStringView>

#include <optional>

namespace sealift {

/// The option "--bandwidth": a rate, or "none".
QCommandLineOption bandwidthOption();

/// Bytes per second as a person writes them: "500k", "1.5 MB/s", "10MiB"; k, M, G are powers of 1000, Ki, Mi, Gi of
/// 1024. Errors: InvalidArgument - no such number, or less than 1 kB/s.
Result<qint64> parseBandwidth(QStringView text);

/// What the option says: 0 for "none"; nothing where it was not given, and the settings hold. Errors: those of
/// parseBandwidth().
Result<std::optional<qint64>> bandwidthOf(const QCommandLineParser &arguments);

} // namespace sealift
