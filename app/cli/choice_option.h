#pragma once

#include "base/result.h"

#include <QCommandLineParser>
#include <QStringList>

namespace sealift {

/// What an option says, where it can be one of a few values; empty where it was not given. Errors: InvalidArgument,
/// naming the values.
Result<QString> choiceOption(const QCommandLineParser &arguments, const QString &option, const QStringList &values);

} // namespace sealift
