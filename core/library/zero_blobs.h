#pragma once

#include "crypto/digest.h"

#include <vector>

namespace sealift {

/// The ids of blobs that hold zeroes only, by size: hashing a hole again and again would cost as much as data.
/// Serves one thread.
class ZeroBlobs
{
public:
    /// The SHA-256 of `size` zero bytes; computed at the first question.
    const Digest &id(qint64 size);

    /// Whether `id` names a blob of `size` zero bytes. Says no without hashing for sizes that neither Sealift nor
    /// restic cuts holes into (they cut them into powers of two of at least 512 KiB), unless `isLast` (the rest of a
    /// file).
    bool isZero(const Digest &id, qint64 size, bool isLast);

private:
    struct Known {
        qint64 size;
        Digest id;
    };
    std::vector<Known> m_known;
};

} // namespace sealift
