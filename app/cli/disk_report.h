#pragma once

#include "image/inspect/disk_facts.h"

#include <QString>

namespace sealift {

/// What is on a disk, for people: how it is divided, boots, and what is installed; a table of its volumes; and what
/// could not be known, with the reasons. Several lines, without a line break at the end.
QString diskText(const DiskFacts &facts);

} // namespace sealift
