#pragma once

#include <QString>
#include <QStringList>

namespace sealift {

/// The candidate that `typed` was most likely meant to be: the one the fewest slips away (a letter missing, added,
/// wrong, or swapped with its neighbour), or one that it begins. Empty where nothing is near enough to be worth a hint.
QString closestName(const QString &typed, const QStringList &candidates);

} // namespace sealift
