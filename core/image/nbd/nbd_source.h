#pragma once

#include "image/block_source.h"
#include "image/disk_file.h"
#include "image/disk_image.h"
#include "image/open_image.h"

namespace sealift {

/// A disk in any container format that QEMU reads, through a sandboxed `qemu-nbd` and libnbd. What is allocated comes
/// out of the format's own tables where we read them (ContainerMap), else out of NBD block status.
/// @param files the image's files, open, in the image's order. Errors: as NbdServer and NbdConnection; Corrupt,
/// Unsupported (QEMU refuses the image; its words are in the error); Cancelled.
Result<std::unique_ptr<BlockSource>> openNbdSource(const DiskImage &image, std::vector<std::unique_ptr<DiskFile>> files,
                                                   const OpenOptions &options, const std::stop_token &stop);

} // namespace sealift
