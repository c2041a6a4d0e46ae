#include "base/bytes.h"

#include <cstdint>
#include <cstring>

namespace sealift {

bool isAllZero(ByteView bytes)
{
    // Whole blocks are OR-ed together without a branch, which the compiler turns into vector code; the branch
    // between blocks ends the look at data soon.
    constexpr std::size_t kWords = 64;
    constexpr std::size_t kBlock = kWords * sizeof(std::uint64_t);
    while (bytes.size() >= kBlock) {
        std::uint64_t words[kWords];
        std::memcpy(words, bytes.data(), kBlock);
        std::uint64_t any = 0;
        for (const auto word : words)
            any |= word;
        if (any != 0)
            return false;
        bytes = bytes.subspan(kBlock);
    }
    for (const auto byte : bytes) {
        if (byte != std::byte{0})
            return false;
    }
    return true;
}

} // namespace sealift
