#pragma once

#include <cstddef>

namespace sealift {

/// Leaves the pages that a key lies on out of core dumps from now on, those that a debugger writes included
/// (MADV_DONTDUMP). Best effort: the process is not to be dumped in the first place (CryptoSession).
void leaveOutOfDumps(const void *key, std::size_t size);

/// The same for every page of this process that is locked (mlock(2)) now. QCA locks its memory for keys, and does not
/// do this. Does nothing where /proc cannot be read.
void leaveLockedPagesOutOfDumps();

} // namespace sealift
