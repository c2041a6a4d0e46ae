#include "crypto/sha256_lanes.h"

#include <QtEndian>

#include <cstring>

#if defined(__x86_64__)

namespace sealift::lanes {

namespace {

/// Section 4.2.2.
constexpr std::array<quint32, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using Vector __attribute__((vector_size(sizeof(quint32) * kLanes))) = quint32;

// No vector passes a real function's border: all that takes one is inlined into a function whose target has the
// registers.

[[gnu::always_inline]] inline Vector rotateRight(Vector word, int bits)
{
    return (word >> bits) | (word << (32 - bits));
}

/// The sixteen words of the next block of every message (section 5.2.1).
[[gnu::always_inline]] inline void load(Vector (&schedule)[16], const uchar *const *messages, std::size_t offset)
{
    for (std::size_t t = 0; t < 16; ++t) {
        Vector words{};
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            words[lane] = qFromBigEndian<quint32>(messages[lane] + offset + 4 * t);
        schedule[t] = words;
    }
}

[[gnu::always_inline]] inline void compress(quint32 *state, const uchar *const *messages, std::size_t blocks)
{
    Vector hash[kStateWords];
    std::memcpy(hash, state, sizeof hash);
    for (std::size_t block = 0; block < blocks; ++block) {
        Vector w[16];
        load(w, messages, block * kBlock);
        Vector a = hash[0], b = hash[1], c = hash[2], d = hash[3], e = hash[4], f = hash[5], g = hash[6], h = hash[7];
        // Unrolled, so that the working variables change names instead of places.
#pragma GCC unroll 64
        for (std::size_t t = 0; t < 64; ++t) {
            auto &word = w[t % 16];
            if (t >= 16) {
                const Vector early = w[(t + 1) % 16];
                const Vector late = w[(t + 14) % 16];
                word += (rotateRight(early, 7) ^ rotateRight(early, 18) ^ (early >> 3)) + w[(t + 9) % 16] +
                        (rotateRight(late, 17) ^ rotateRight(late, 19) ^ (late >> 10));
            }
            const Vector choice = g ^ (e & (f ^ g));
            const Vector majority = (a & b) | (c & (a | b));
            const Vector first =
                h + (rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25)) + choice + kRound[t] + word;
            const Vector second = (rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22)) + majority;
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        hash[0] += a;
        hash[1] += b;
        hash[2] += c;
        hash[3] += d;
        hash[4] += e;
        hash[5] += f;
        hash[6] += g;
        hash[7] += h;
    }
    std::memcpy(state, hash, sizeof hash);
}

} // namespace

[[gnu::target("avx2")]] void compressByAvx2(quint32 *state, const uchar *const *messages, std::size_t blocks)
{
    compress(state, messages, blocks);
}

[[gnu::target("avx512f,avx512vl")]] void compressByAvx512(quint32 *state, const uchar *const *messages,
                                                          std::size_t blocks)
{
    compress(state, messages, blocks);
}

} // namespace sealift::lanes

#endif
