#pragma once

#include "image/inspect/disk_facts.h"

#include <QJsonObject>

namespace sealift {

/// The facts as `sealift inspect --json` prints them. What is not known is {"unknown": "why"}.
QJsonObject factsToJson(const DiskFacts &facts);

} // namespace sealift
