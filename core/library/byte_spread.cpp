#include "library/byte_spread.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cmath>

namespace sealift {

namespace {

constexpr std::size_t kSmallest = 64 * 1024;
constexpr std::size_t kSample = 1024;
constexpr std::size_t kFewestSamples = 16;
constexpr std::size_t kShare = 64;
// The golden ratio: its multiples' fractions are spread as evenly as any.
constexpr double kStride = 0.618'033'988'749'894'9;
constexpr std::size_t kValues = 256;
// 255 degrees of freedom: mean 255, standard deviation 22.6.
constexpr double kBound = 255 + 4 * 22.6;

} // namespace

bool looksFlat(ByteView bytes)
{
    if (bytes.size() < kSmallest)
        return false;
    const auto samples = std::max(kFewestSamples, bytes.size() / kShare / kSample);
    // One in each of as many equal stretches, and each time at another place in it: what recurs at a fixed distance,
    // like the headers of a database's pages, must not be met, or missed, every time.
    const auto stretch = bytes.size() / samples;
    // Two tables, so that equal neighbours do not wait for one another.
    std::array<std::array<quint32, kValues>, 2> counts{};
    for (std::size_t i = 0; i < samples; ++i) {
        double whole = 0;
        const auto place = std::modf(static_cast<double>(i) * kStride, &whole) * static_cast<double>(stretch - kSample);
        const auto sample = bytes.subspan(i * stretch + static_cast<std::size_t>(place), kSample);
        for (std::size_t at = 0; at < kSample; at += 2) {
            ++counts[0][std::to_integer<std::size_t>(sample[at])];
            ++counts[1][std::to_integer<std::size_t>(sample[at + 1])];
        }
    }
    const auto expected = static_cast<double>(samples * kSample) / kValues;
    double chiSquared = 0;
    for (std::size_t value = 0; value < kValues; ++value) {
        const auto off = static_cast<double>(counts[0][value] + counts[1][value]) - expected;
        chiSquared += off * off / expected;
    }
    return chiSquared < kBound;
}

} // namespace sealift
