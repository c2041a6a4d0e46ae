#pragma once

#include "image/inspect/guest_root.h"
#include "image/inspect/os_facts.h"

namespace sealift {

/// Describes the Windows whose system volume that is: its version by the resources of ntdll.dll, whether it is
/// hibernated by the first bytes of hiberfil.sys, drivers by their files. The registry is not read.
/// @param top the entries of the volume's root. Errors: those of reading.
Result<OsFacts> describeWindows(const GuestRoot &root, const QList<FileTree::Entry> &top);

} // namespace sealift
