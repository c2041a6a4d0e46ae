#pragma once

namespace sealift {

/// Memory for what libcrypto derives from keys: locked, left out of core dumps, wiped when it is freed. libcrypto
/// itself keeps the schedules of symmetric keys, which begin with the key, on the ordinary heap; so its allocations are
/// taken over, and those made while a LockedAllocations lives go there.

/// Takes libcrypto's allocations over and makes the arena. Called by CryptoSession::start() before anything else uses
/// libcrypto, and harmless afterwards. False where libcrypto was in use already, or the memory cannot be locked.
bool startLockedHeap();

/// Whether the locked heap can be used.
bool lockedHeapWorks();

/// While one lives, libcrypto's allocations on this thread lie in the locked heap; one that does not fit there fails.
/// Does nothing where the locked heap does not work: whoever relies on it asks first.
class LockedAllocations
{
public:
    LockedAllocations();
    ~LockedAllocations();
    LockedAllocations(const LockedAllocations &) = delete;
    LockedAllocations &operator=(const LockedAllocations &) = delete;
};

} // namespace sealift
