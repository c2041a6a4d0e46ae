#pragma once

#include "image/block_source.h"
#include "image/disk_file.h"
#include "image/disk_image.h"

namespace sealift {

/// Whether a helper that reads files from elsewhere may run without bubblewrap.
enum class SandboxPolicy {
    Require,          ///< no sandbox, no helper
    AllowUnsandboxed, ///< where bubblewrap is missing or cannot work, run the helper as any other program; the user has
                      ///< agreed
};

struct OpenOptions {
    /// What to do where the sandbox cannot be had.
    SandboxPolicy sandbox = SandboxPolicy::Require;
    /// A folder of the caller's for what a helper needs for a moment (its socket); empty: the user's runtime folder,
    /// else the temporary one.
    QString helperFolder;
};

/// Opens what probeDisk() found, by the way that suits it: raw disks and fixed VHDs directly, an empty disk without
/// reading anything, everything else through a sandboxed QEMU helper. The image's files must still be what the probe
/// saw. Errors: SourceChanged; Corrupt (the format's own mark of damage is set, or QEMU says so); ToolMissing,
/// ToolFailed; Locked (open for writing elsewhere); Io and the like; Cancelled.
Result<std::unique_ptr<BlockSource>> openDisk(const DiskImage &image, const OpenOptions &options,
                                              const std::stop_token &stop);

/// The same of an image whose first file is open already: what probeDisk() looked at.
Result<std::unique_ptr<BlockSource>> openDisk(const DiskImage &image, std::unique_ptr<DiskFile> first,
                                              const OpenOptions &options, const std::stop_token &stop);

} // namespace sealift
