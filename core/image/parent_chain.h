#pragma once

#include "image/disk_file.h"
#include "image/disk_image.h"

#include <functional>
#include <optional>

namespace sealift {

/// How many images may lie below one another, the first one not counted.
inline constexpr int kMostParents = 32;

/// Looks at one image of a chain as it stands there, without its parent.
using LayerProbe = std::function<Result<DiskImage>(const DiskFile &file, const std::optional<DiskFormat> &format)>;

/// Follows the parents of an image that is only a difference (`image.parent`), and adds each to `image.parents` and its
/// files to `image.files`. Every parent lies in the image's folder, is of the format that its child says, and is
/// probed as any image.
/// Errors: those of openNeighbour() and of `probe`; Unsafe (a loop, a parent whose format nobody says); Corrupt (a
/// parent that was written to since); LimitExceeded (more than kMostParents).
Status followParents(const DiskFile &file, DiskImage &image, const LayerProbe &probe);

} // namespace sealift
