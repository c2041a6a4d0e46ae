#pragma once

#include "image/ovf/package_files.h"
#include "task/import_source.h"

namespace sealift {

/// Opens what lies in a zip, 7z or compressed tar archive: a package, whose files are unpacked into the room; else the
/// disk images in it, each as openStreamedDisk() does it. Errors: those of ArchiveReader and of opening the disks;
/// NotFound (no disk in it).
Result<ImportSource> openArchiveSource(const QString &path, ArchiveKind kind, const ImportOpening &options,
                                       const std::stop_token &stop);

/// Opens the disk images in a plain tar archive without a description, where they lie. Errors: as above.
Result<ImportSource> openTarSource(const QString &path, PackageFiles &files, const ImportOpening &options,
                                   const std::stop_token &stop);

} // namespace sealift
