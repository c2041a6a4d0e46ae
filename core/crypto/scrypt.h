#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QtCrypto>

#include <chrono>

namespace sealift {

/// Cost parameters of scrypt (RFC 7914 section 2): N is a power of two.
struct ScryptParameters {
    quint64 N = 32768;
    quint32 r = 8;
    quint32 p = 1;

    bool operator==(const ScryptParameters &) const = default;
};

/// Derives `size` bytes from a password by scrypt (RFC 7914), in locked memory. Takes 128*N*r bytes of memory.
/// @param salt any bytes. Errors: InvalidArgument for parameters outside the RFC or above 1 GiB of memory (a hostile
/// key file must not take the machine down).
Result<QCA::SecureArray> scrypt(const QCA::SecureArray &password, const QByteArray &salt,
                                const ScryptParameters &parameters, int size);

/// Parameters that take about `target` on this machine and no more than `maxMemory` bytes; never weaker than
/// N=32768, r=8, p=1. Measures once for some 20 ms.
ScryptParameters calibrateScrypt(std::chrono::milliseconds target, quint64 maxMemory);

} // namespace sealift
