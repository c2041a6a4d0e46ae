#include "library/polynomial.h"

#include "crypto/random.h"

#include <array>
#include <bit>
#include <cstring>

namespace sealift {

namespace {

/// -1 for zero.
int degreeOf(quint64 polynomial)
{
    return 63 - std::countl_zero(polynomial);
}

quint64 remainder(quint64 value, quint64 modulus)
{
    const int degree = degreeOf(modulus);
    for (int d = degreeOf(value); d >= degree; d = degreeOf(value))
        value ^= modulus << (d - degree);
    return value;
}

/// a*b modulo `modulus`; both factors are of a lower degree than it.
quint64 product(quint64 a, quint64 b, quint64 modulus)
{
    const quint64 top = quint64{1} << (degreeOf(modulus) - 1);
    quint64 sum = 0;
    for (; b != 0; b >>= 1) {
        if ((b & 1) != 0)
            sum ^= a;
        const bool carries = (a & top) != 0;
        a = (a << 1) ^ (carries ? modulus : 0);
    }
    return sum;
}

quint64 commonDivisor(quint64 a, quint64 b)
{
    while (b != 0) {
        const auto rest = remainder(a, b);
        a = b;
        b = rest;
    }
    return a;
}

} // namespace

bool isIrreducible(quint64 polynomial)
{
    const int degree = degreeOf(polynomial);
    if (degree < 1)
        return false;
    if (degree == 1)
        return true;
    constexpr quint64 kX = 2;
    quint64 power = kX; // x^(2^i)
    for (int i = 1; i <= degree / 2; ++i) {
        power = product(power, power, polynomial);
        if (commonDivisor(polynomial, power ^ kX) != 1)
            return false;
    }
    return true;
}

quint64 randomChunkerPolynomial()
{
    constexpr quint64 kTop = quint64{1} << kChunkerDegree;
    for (;;) {
        std::array<std::byte, sizeof(quint64)> bytes;
        fillRandom(bytes);
        quint64 candidate = 0;
        std::memcpy(&candidate, bytes.data(), sizeof(candidate));
        candidate = (candidate & (kTop - 1)) | kTop | 1;
        if (isIrreducible(candidate))
            return candidate;
    }
}

} // namespace sealift
