#pragma once

#include "image/inspect/disk_facts.h"
#include "image/inspect/disk_window.h"
#include "image/inspect/file_tree.h"

namespace sealift {

/// Finds out how the disk boots, from its boot code and its EFI system partition; partitions and their volumes are in
/// `facts` already. @param grub nothing where it is not installed: then the EFI system partition is not looked into.
/// Errors: those of reading the disk. What a tool cannot read is said in facts.boot.modeBecause.
Status scanBoot(DiskWindow &disk, const std::optional<DiskTool> &grub, DiskFacts &facts);

} // namespace sealift
