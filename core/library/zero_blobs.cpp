#include "library/zero_blobs.h"

#include <algorithm>
#include <bit>

namespace sealift {

namespace {
// restic's chunker makes no chunk of zeroes smaller than its minimum (doc/design.rst, "Backups and Deduplication").
constexpr qint64 kSmallestHole = 512 * 1024;
} // namespace

const Digest &ZeroBlobs::id(qint64 size)
{
    const auto known = std::find_if(m_known.begin(), m_known.end(), [size](const Known &k) { return k.size == size; });
    if (known != m_known.end())
        return known->id;
    const std::vector<std::byte> zeroes(static_cast<std::size_t>(std::min<qint64>(size, 64 * 1024)));
    Sha256 sha;
    for (qint64 left = size; left > 0; left -= static_cast<qint64>(zeroes.size()))
        sha.add(ByteView(zeroes).first(
            static_cast<std::size_t>(std::min<qint64>(left, static_cast<qint64>(zeroes.size())))));
    m_known.push_back({size, sha.finish()});
    return m_known.back().id;
}

bool ZeroBlobs::isZero(const Digest &candidate, qint64 size, bool isLast)
{
    const bool holeSize = size >= kSmallestHole && std::has_single_bit(static_cast<quint64>(size));
    return (holeSize || isLast) && size > 0 && candidate == id(size);
}

} // namespace sealift
