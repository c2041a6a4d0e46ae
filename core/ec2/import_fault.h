#pragma once

#include "base/error.h"

#include <QString>

namespace sealift {

/// What can be done about what VM Import/Export says; empty where nothing better than its own words is known. Source:
/// VM Import/Export User Guide, "Troubleshooting VM Import/Export".
QString importRemedy(const QString &serviceWords);

/// An error of ServiceConnection with that remedy, where there is one.
Error explainedImport(Error error);

} // namespace sealift
