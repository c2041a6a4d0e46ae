#pragma once

#include "base/bytes.h"

namespace sealift {

/// Whether all byte values are about equally frequent in samples taken all over `bytes`, as in random, encrypted and
/// well compressed data: what zstd can't make smaller, and spends half a millisecond a MiB to find out. An eighth of
/// anything else, in one piece, is enough for false. Data that is flat and repeats itself (the same random block
/// several times) is called flat too. False for less than 64 KiB, where compressing is the cheaper look.
///
/// Pearson's chi-squared test on a sixty-fourth of the bytes, at least 16 KiB of them: random bytes stay under the
/// bound but for one time in more than ten thousand, and then are merely compressed in vain.
bool looksFlat(ByteView bytes);

} // namespace sealift
