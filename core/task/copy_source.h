#pragma once

#include "task/import_task.h"

namespace sealift {

/// Opens an image of another library for ImportTask, which then copies it. @param image its name (the latest of that
/// name), or a snapshot's id, long or short. Errors of the opener: those of `openLibrary` and of StoredImage::open().
ImportTask::SourceOpener copySourceOpener(QString image, LibraryOpener openLibrary);

} // namespace sealift
