#include "crypto/locked_heap.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace sealift {

namespace {

constexpr std::size_t kArenaSize = std::size_t{1} << 20;
constexpr std::size_t kSmallestBlock = 64;

// What libcrypto calls are plain functions, so what they need has to be reachable from everywhere.
std::atomic<bool> s_works = false;
std::atomic<std::uintptr_t> s_lowest = UINTPTR_MAX; ///< of all that was ever given out
std::atomic<std::uintptr_t> s_highest = 0;
thread_local int t_wanted = 0;

std::uintptr_t addressOf(const void *pointer)
{
    return reinterpret_cast<std::uintptr_t>(pointer);
}

/// Most frees are of other memory and are told apart without the arena's lock.
bool isLocked(const void *pointer)
{
    const auto address = addressOf(pointer);
    return address >= s_lowest.load() && address <= s_highest.load() && CRYPTO_secure_allocated(pointer) == 1;
}

void *allocateLocked(std::size_t size, const char *file, int line)
{
    void *pointer = CRYPTO_secure_malloc(size, file, line);
    if (pointer == nullptr)
        return nullptr;
    const auto address = addressOf(pointer);
    for (auto known = s_lowest.load(); address < known && !s_lowest.compare_exchange_weak(known, address);) {
    }
    for (auto known = s_highest.load(); address > known && !s_highest.compare_exchange_weak(known, address);) {
    }
    return pointer;
}

void *allocate(std::size_t size, const char *file, int line)
{
    if (size == 0)
        return nullptr;
    return t_wanted > 0 ? allocateLocked(size, file, line) : std::malloc(size);
}

void release(void *pointer, const char *file, int line)
{
    if (pointer == nullptr)
        return;
    if (isLocked(pointer))
        CRYPTO_secure_free(pointer, file, line);
    else
        std::free(pointer);
}

void *reallocate(void *pointer, std::size_t size, const char *file, int line)
{
    if (pointer == nullptr)
        return allocate(size, file, line);
    if (size == 0) {
        release(pointer, file, line);
        return nullptr;
    }
    if (!isLocked(pointer))
        return std::realloc(pointer, size);
    // What is locked stays so, whoever asks.
    void *moved = allocateLocked(size, file, line);
    if (moved == nullptr)
        return nullptr;
    std::memcpy(moved, pointer, std::min(size, CRYPTO_secure_actual_size(pointer)));
    CRYPTO_secure_free(pointer, file, line);
    return moved;
}

} // namespace

bool startLockedHeap()
{
    static std::once_flag once;
    // 1: made, locked, and left out of core dumps.
    std::call_once(once, [] {
        s_works = CRYPTO_set_mem_functions(allocate, reallocate, release) == 1 &&
                  CRYPTO_secure_malloc_init(kArenaSize, kSmallestBlock) == 1;
    });
    return s_works;
}

bool lockedHeapWorks()
{
    return s_works;
}

LockedAllocations::LockedAllocations()
{
    if (s_works)
        ++t_wanted;
}

LockedAllocations::~LockedAllocations()
{
    if (s_works)
        --t_wanted;
}

} // namespace sealift
