#pragma once

#include "base/result.h"

#include <QJsonArray>
#include <QStringList>

namespace sealift {

class Console;

/// Ends the report of a sweep: the list for machines, or that there was nothing. Errors: CleanupUnconfirmed, naming
/// what is left.
Status endSweep(Console &console, const QJsonArray &list, const QStringList &left);

} // namespace sealift
