#pragma once

#include "base/result.h"
#include "image/disk_file.h"
#include "image/disk_image.h"

#include <stop_token>

namespace sealift {

struct ProbeOptions {
    /// What the caller says the image is; nothing: find out. A file that is declared raw and begins like a container is
    /// refused: its guest could have written the header (CVE-2024-32498 and its kind).
    std::optional<DiskFormat> format;
    /// The largest disk that is accepted, in bytes.
    qint64 maxVirtualSize = qint64{64} << 40;
    /// What becomes of images that are only the difference to another one. qcow2 and VMDK can be followed; QEMU does
    /// not read differences of VHD, VHDX and VDI, so they are refused in any case.
    Parents parents = Parents::Refuse;
};

/// Finds out what a disk image is, by its magic numbers and nothing else, and whether it is safe to open: all tables
/// inside the file, no reference to any file out of its folder, no feature that is not understood. Reads headers only;
/// no other program sees the file. Parents that are followed are looked at likewise (followParents()). Every format's
/// rules and sources are in formats/. Errors: NotFound, PermissionDenied, Io; Unsafe, Corrupt, Unsupported,
/// LimitExceeded, naming file and field; Cancelled.
Result<DiskImage> probeDisk(const QString &path, const ProbeOptions &options, const std::stop_token &stop);

/// The same of a file that is open already; `path` of the image is what the file calls itself.
Result<DiskImage> probeDisk(const DiskFile &file, const ProbeOptions &options, const std::stop_token &stop);

/// Whether a file that begins so is in one of the container formats, by its magic number; a fixed VHD has none there.
/// @param start at least its first kPartitionTableBytes, or all there are.
bool beginsLikeContainer(ByteView start);

/// What a file that begins so seems to be: a container format, else raw. Nothing is verified, and a fixed VHD counts as
/// raw. @param path for errors. Errors: Unsafe (several at once), Unsupported (an archive, another format).
Result<DiskFormat> formatByStart(ByteView start, const QString &path);

} // namespace sealift
