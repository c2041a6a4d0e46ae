#include "crypto/scrypt.h"

#include <sodium.h>

#include <algorithm>
#include <bit>

namespace sealift {

namespace {
constexpr quint64 kMemoryLimit = 1ULL << 30;

quint64 memoryOf(const ScryptParameters &parameters)
{
    return 128 * parameters.N * parameters.r;
}
} // namespace

Result<QCA::SecureArray> scrypt(const QCA::SecureArray &password, const QByteArray &salt,
                                const ScryptParameters &parameters, int size)
{
    const bool sane = parameters.N > 1 && std::has_single_bit(parameters.N) && parameters.N <= (1ULL << 26) &&
                      parameters.r >= 1 && parameters.r <= 64 && parameters.p >= 1 && parameters.p <= 64 && size > 0;
    if (!sane || memoryOf(parameters) > kMemoryLimit)
        return fail(
            Error(ErrorCode::InvalidArgument, QStringLiteral("scrypt parameters out of bounds: N=%1, r=%2, p=%3")
                                                  .arg(parameters.N)
                                                  .arg(parameters.r)
                                                  .arg(parameters.p)));
    QCA::SecureArray derived(size);
    // libsodium: its SSE2 code takes half the time of libcrypto's for the same work.
    const int status = crypto_pwhash_scryptsalsa208sha256_ll(
        reinterpret_cast<const unsigned char *>(password.constData()), static_cast<std::size_t>(password.size()),
        reinterpret_cast<const unsigned char *>(salt.constData()), static_cast<std::size_t>(salt.size()), parameters.N,
        parameters.r, parameters.p, reinterpret_cast<unsigned char *>(derived.data()), static_cast<std::size_t>(size));
    if (status != 0)
        return fail(Error(ErrorCode::Internal, QStringLiteral("scrypt failed"),
                          QStringLiteral("Free some memory and try again.")));
    return derived;
}

ScryptParameters calibrateScrypt(std::chrono::milliseconds target, quint64 maxMemory)
{
    using Clock = std::chrono::steady_clock;
    ScryptParameters parameters;
    const ScryptParameters probe{4096, 8, 1};
    const auto start = Clock::now();
    if (!scrypt(QCA::SecureArray("calibration"), QByteArray(16, '\0'), probe, 32))
        return parameters;
    const auto measured = std::max(Clock::now() - start, Clock::duration(1));
    auto expected = measured * static_cast<qint64>(parameters.N / probe.N);
    while (expected * 2 <= target && memoryOf(parameters) * 2 <= maxMemory) {
        parameters.N *= 2;
        expected *= 2;
    }
    while (expected * (parameters.p + 1) / parameters.p <= target && parameters.p < 16) {
        expected = expected / parameters.p * (parameters.p + 1);
        ++parameters.p;
    }
    return parameters;
}

} // namespace sealift
