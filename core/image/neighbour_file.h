#pragma once

#include "image/disk_file.h"
#include "image/format_fault.h"

#include <QByteArray>

namespace sealift {

/// Opens a file that an image names, and that must lie beside it: an extent, a parent. Proves that it does, whatever
/// links are in the folder, and that it is a file.
/// @param name as the image has it: a plain name, or a path whose folder is the image's own. @param role what it is to
/// the image, for errors ("extent"). @param format the image's, for errors. Errors: NotFound; Unsafe (a path, a URL, a
/// link out of the folder, a device); Unsupported (the image is in an archive); those of LocalFile::open().
Result<std::unique_ptr<LocalFile>> openNeighbour(const DiskFile &image, const QByteArray &name, const QString &role,
                                                 const QString &format);

} // namespace sealift
