#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace sealift {

/// Reads a JSON file of the user's; an empty object where there is none. Errors: Corrupt, LimitExceeded; those of
/// reading.
Result<QJsonObject> readConfigFile(const QString &path);

/// Replaces the file as a whole, or not at all; mode 0600, in a folder that is made where it is missing (0700).
/// Errors: those of core/base's OutputFile.
Status writeConfigFile(const QString &path, const QJsonObject &content);

} // namespace sealift
