#pragma once

#include "common/state_paths.h"

#include <QJsonObject>

namespace sealift {

/// The settings of this user: where Sealift's folders are, and each JSON file of the configuration folder. What a rule
/// about texts takes for a secret is replaced by its pseudonym. Errors: those of reading, naming the file; Corrupt.
Result<QJsonObject> settingsFacts(const StatePaths &paths);

} // namespace sealift
