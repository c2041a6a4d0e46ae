#pragma once

#include "library/check.h"

#include <QJsonObject>

namespace sealift {

/// What a check found, for people: one block a problem, then the totals.
QString checkText(const CheckReport &report, const QString &location, bool readData);

/// The same for machines.
QJsonObject checkObject(const CheckReport &report, const QString &location, bool readData);

/// "1 problem", "3 problems".
QString problemCount(const CheckReport &report);

} // namespace sealift
