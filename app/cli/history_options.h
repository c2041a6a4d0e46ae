#pragma once

#include "cli/command.h"
#include "task/history_search.h"

namespace sealift {

/// --image, --user, and the two that say the time, for commands that search the audit log and the receipts.
/// @param since and @param until are the names of the last two.
QList<QCommandLineOption> historyOptions(const QString &since, const QString &until);

/// What those options ask for. Errors: InvalidArgument, also where the time ends before it begins.
Result<HistoryFilter> historyFilter(const QCommandLineParser &arguments, const QString &since, const QString &until);

} // namespace sealift
