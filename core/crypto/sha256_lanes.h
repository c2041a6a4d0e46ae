#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

/// SHA-256's compression function over several messages at once (FIPS 180-4, section 6.2.2). Each vector holds the same
/// word of every message. Internal to sha256Each().
namespace sealift::lanes {

constexpr std::size_t kBlock = 64;
constexpr std::size_t kStateWords = 8;

/// Messages side by side. Fewer lanes would be narrower registers, and no faster for each message.
constexpr std::size_t kLanes = 8;

/// Takes `blocks` blocks of 64 bytes from each message. State: word w of message l at [w * kLanes + l].
using Compress = void (*)(quint32 *state, const uchar *const *messages, std::size_t blocks);

/// The initial hash value (section 5.3.3).
inline constexpr std::array<quint32, kStateWords> kInitialState = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                                   0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/// For processors that have what the name says.
void compressByAvx2(quint32 *state, const uchar *const *messages, std::size_t blocks);
void compressByAvx512(quint32 *state, const uchar *const *messages, std::size_t blocks);

} // namespace sealift::lanes
