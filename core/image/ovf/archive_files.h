#pragma once

#include "image/archive/archive_reader.h"
#include "image/archive/compressed_disk.h"
#include "image/ovf/package_files.h"

namespace sealift {

/// The members of an archive that cannot be read in place (zip, 7z, compressed tar): each that is asked for is unpacked
/// into the room, once. @param names as listArchive() has them. The room outlives the files.
std::unique_ptr<PackageFiles> openArchiveFiles(std::shared_ptr<const DiskFile> archive, ArchiveKind kind,
                                               const QStringList &names, const ArchiveLimits &limits,
                                               const Unpacking &unpacking, const std::stop_token &stop);

} // namespace sealift
