#pragma once

#include "base/result.h"
#include "cli/command.h"
#include "task/seal_settings.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>

namespace sealift {

/// The options of `export` that say for whom the output is sealed.
QList<QCommandLineOption> sealOptions();

/// What they say, with absolute paths; empty: the output is plain. Errors: InvalidArgument, naming the option.
Result<SealSettings> sealChoice(const QCommandLineParser &arguments);

/// A file's name without the suffix that a sealed file may have behind that of its format (".age", ".cms", ".p7m").
QString withoutSealSuffix(const QString &path);

/// Reads passphrases by the rules for password files; what looks odd about one is said as a warning.
PassphraseReader passphraseReader(Console &console);

} // namespace sealift
