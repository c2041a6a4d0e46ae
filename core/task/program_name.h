#pragma once

#include <QString>

namespace sealift {

/// "sealift 0.1.0": what stored images and snapshots name as their maker.
QString programNameAndVersion();

} // namespace sealift
