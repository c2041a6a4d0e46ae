#include "image/archive/told_size.h"

#include "image/fields.h"

#include <QByteArray>

#include <algorithm>
#include <limits>

#include <lzma.h>
#include <zstd.h>

namespace sealift {

namespace {

using Told = Result<std::optional<qint64>>;

/// More than that is no index of a disk: it is not worth the memory.
constexpr qint64 kLargestIndex = qint64{16} << 20;
constexpr std::uint64_t kIndexMemory = std::uint64_t{64} << 20;

const std::uint8_t *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const std::uint8_t *>(bytes.constData());
}

Told ofGzip(const DiskFile &packed)
{
    constexpr qint64 kField = 4;
    if (packed.size() < kField)
        return std::nullopt;
    SEALIFT_ASSIGN(const auto bytes, packed.read(packed.size() - kField, kField, QStringLiteral("the trailer")));
    const auto rest = static_cast<qint64>(Fields{viewOf(bytes)}.le32(0));
    // What cannot be compressed becomes longer by 5 bytes for each 64 KiB. A content shorter than that is one of more
    // than 4 GiB, or of several members: nobody knows.
    constexpr qint64 kGrowth = 1000;
    constexpr qint64 kFrame = 64;
    if (rest < packed.size() - packed.size() / kGrowth - kFrame)
        return std::nullopt;
    return rest;
}

Told ofXz(const DiskFile &packed)
{
    if (packed.size() < LZMA_STREAM_HEADER_SIZE)
        return std::nullopt;
    const qint64 footerAt = packed.size() - LZMA_STREAM_HEADER_SIZE;
    SEALIFT_ASSIGN(const auto footer, packed.read(footerAt, LZMA_STREAM_HEADER_SIZE, QStringLiteral("the footer")));
    lzma_stream_flags flags{};
    if (::lzma_stream_footer_decode(&flags, bytesOf(footer)) != LZMA_OK)
        return std::nullopt;
    const auto length = static_cast<qint64>(std::min<lzma_vli>(flags.backward_size, kLargestIndex + 1));
    if (length > std::min(kLargestIndex, footerAt))
        return std::nullopt;
    SEALIFT_ASSIGN(const auto bytes, packed.read(footerAt - length, length, QStringLiteral("the index")));
    lzma_index *index = nullptr;
    auto memory = kIndexMemory;
    std::size_t at = 0;
    if (::lzma_index_buffer_decode(&index, &memory, nullptr, bytesOf(bytes), &at,
                                   static_cast<std::size_t>(bytes.size())) != LZMA_OK)
        return std::nullopt;
    const auto size = ::lzma_index_uncompressed_size(index);
    ::lzma_index_end(index, nullptr);
    return static_cast<qint64>(size); // below 2^63 by the format
}

Told ofZstd(const DiskFile &packed)
{
    constexpr qint64 kLongestHeader = 18;
    SEALIFT_ASSIGN(const auto bytes,
                   packed.read(0, std::min(kLongestHeader, packed.size()), QStringLiteral("the header")));
    const auto size = ::ZSTD_getFrameContentSize(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    // Both of zstd's words for "not known" are above it.
    if (size > static_cast<unsigned long long>(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return static_cast<qint64>(size);
}

} // namespace

Result<std::optional<qint64>> toldSize(const DiskFile &packed, Packing packing)
{
    switch (packing) {
    case Packing::Gzip:
        return ofGzip(packed);
    case Packing::Xz:
        return ofXz(packed);
    case Packing::Zstd:
        return ofZstd(packed);
    default:
        return std::nullopt;
    }
}

} // namespace sealift
