#pragma once

#include "task/import_task.h"
#include "task/remote_settings.h"

namespace sealift {

/// Opens a disk image on a web server for ImportTask. A raw disk is read from there, in the order of the import; what
/// must be read in any order - another format, a compressed image - is fetched once, into the task's scratch volume.
/// Archives and appliances are refused. Errors of the opener: those of remoteImageUrl(), RangedFile::open(),
/// probeDisk(), openCompressedDisk() and UnpackRoom::keep().
ImportTask::SourceOpener remoteSourceOpener(RemoteSettings settings, QString url);

} // namespace sealift
