#pragma once

#include "common/package_inspection.h"

#include <QJsonObject>

namespace sealift {

/// An appliance for people: its machines, its manifest, a table of its disks, and what is on each. Without a line break
/// at the end.
QString packageText(const PackageInspection &inspection);

/// The same for machines; sizes in bytes.
QJsonObject packageObject(const PackageInspection &inspection);

/// A disk image by its headers, for machines: what `sealift inspect --json` says of one.
QJsonObject imageObject(const DiskImage &image);

/// "vmdk version 3, streamOptimized, compressed".
QString imageFormatText(const DiskImage &image);

} // namespace sealift
