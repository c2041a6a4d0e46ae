#pragma once

#include "base/bytes.h"

namespace sealift {

/// The library that disk_preload.cpp becomes, as bytes: built into this program, so that it is found wherever that is.
ByteView preloadLibrary();

} // namespace sealift
