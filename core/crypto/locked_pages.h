#pragma once

namespace sealift {

/// Leaves every page of this process that is locked (mlock(2)) out of core dumps from now on, those that a debugger
/// writes included (MADV_DONTDUMP). QCA locks its memory for keys, and does not do this. Does nothing where /proc
/// cannot be read: the process is not to be dumped in the first place (CryptoSession).
void leaveLockedPagesOutOfDumps();

} // namespace sealift
