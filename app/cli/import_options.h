#pragma once

#include "policy/text/named_text.h"
#include "task/import_job.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QStringList>

namespace sealift {

/// The options of imports that say what becomes of an image, and how it is opened.
QList<QCommandLineOption> importOptions();

/// Those of them that have no meaning for what is no file.
QStringList importOptionsOfFiles();

/// What they say of the image in the library. Errors: InvalidArgument.
Result<ImportRequest> importRequest(const QCommandLineParser &arguments);

/// How images are opened.
struct OpeningChoices {
    bool allowUnsandboxed = false;
    bool followParents = false;
    qint64 maxUnpacked = 0; ///< bytes; 0: what is usual
};

/// What they say of that. Errors: those of sizeOption().
Result<OpeningChoices> openingChoices(const QCommandLineParser &arguments);

/// Whether the import is left to a process of its own.
bool isDetached(const QCommandLineParser &arguments);

/// What of the command line will be kept.
QList<NamedText> keptImportTexts(const QCommandLineParser &arguments);

} // namespace sealift
