#pragma once

#include "base/result.h"
#include "image/writers/write_options.h"
#include "policy/finding.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>

#include <optional>

namespace sealift {

/// What the arguments of `export` say of the file's format.
struct FormatChoice {
    WriteFormat format = WriteFormat::Raw;
    WriteOptions options;
    bool guessed = false;              ///< from the file's name
    std::optional<Destination> target; ///< what --for says
};

/// --format, --for, and the options of formats.
QList<QCommandLineOption> formatOptions();

/// Which format offers what, as paragraphs for the help.
QString formatHelp();

/// @param file the output; "-" has no suffix that could name a format. Errors: InvalidArgument, naming the option.
Result<FormatChoice> formatChoice(const QCommandLineParser &arguments, const QString &file);

} // namespace sealift
