#pragma once

#include "base/result.h"
#include "task/export_job.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>

#include <optional>

namespace sealift {

/// The options of `export` that an OVA has.
QList<QCommandLineOption> ovaOptions();

/// What the arguments say of an OVA; nothing where the output is to be a disk image. @param file the output, whose
/// suffix counts where no option names a format. Errors: InvalidArgument, naming the option.
Result<std::optional<OvaOptions>> ovaChoice(const QCommandLineParser &arguments, const QString &file);

} // namespace sealift
