#pragma once

#include "image/disk_image.h"

namespace sealift {

/// What tells one state of an image's files from another, for whoever goes on with it later: SHA-256, hexadecimal.
QString fingerprintOf(const DiskImage &image);

} // namespace sealift
