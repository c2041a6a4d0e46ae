#pragma once

#include "base/error.h"

#include <QString>

namespace sealift {

/// What can be done about what VM Import/Export says of an export. Source: VM Import/Export User Guide, "Limitations"
/// of exports of images and instances. Where nothing better is known: that Sealift can read the snapshots itself.
QString exportRemedy(const QString &serviceWords);

/// An error of ServiceConnection with that remedy, where the service has refused the export itself.
Error explainedExport(Error error);

} // namespace sealift
