#pragma once

#include "crypto/digest.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sealift {

/// How SHA-256 is computed.
enum class HashUnit {
    Single,     ///< one message after the other by libcrypto, with SHA extensions where the processor has them
    Avx2Lanes,  ///< up to eight messages side by side, one in each lane of a vector register
    Avx512Lanes ///< the same with AVX-512VL, which rotates in one instruction and has twice the registers
};

/// The units that this processor has, Single first.
std::vector<HashUnit> availableHashUnits();

/// The fastest of them: Single wherever there are SHA extensions, as no lane beats those.
HashUnit fastestHashUnit();

/// How many messages are best brought together for one call of sha256Each().
std::size_t lanesOf(HashUnit unit);

/// The SHA-256 (FIPS 180-4) of each message: digests[i] is that of messages[i]. Any number of messages of any length,
/// best of about the same, because a lane whose message has ended is idle once there are no more to begin.
///
/// SHA-256 depends on itself from step to step, so that one message leaves most of a processor idle. Several messages
/// side by side do not: 1.9 GB/s a core where libcrypto has 0.4 (Intel Xeon 2.5 GHz without SHA extensions, measured).
/// libcrypto has no such call, and no packaged library takes messages of more than 64 KiB.
///
/// Thread-safe. `digests` has the size of `messages`; `unit` is one of availableHashUnits().
void sha256Each(std::span<const ByteView> messages, std::span<Digest> digests, HashUnit unit = fastestHashUnit());

} // namespace sealift
