#pragma once

#include "ui/common/task_text.h"
#include "ui/services/library_service.h"

namespace sealift {

/// The state of a library: word, shape and colour.
Look libraryLook(LibraryState state);

/// What it is at, in a line: "unlocked, 214 images".
QString libraryLine(const LibraryInfo &library);

/// Whether it lies on another computer.
bool isRemoteLibrary(const LibraryInfo &library);

} // namespace sealift
