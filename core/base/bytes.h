#pragma once

#include <QByteArray>

#include <cstddef>
#include <span>

namespace sealift {

/// Bytes of somebody else, to read. Valid as long as their owner.
using ByteView = std::span<const std::byte>;
/// Bytes of somebody else, to write.
using MutableBytes = std::span<std::byte>;

inline ByteView viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::byte *>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

/// The bytes of an array to write into; detaches it first.
inline MutableBytes mutableViewOf(QByteArray &bytes)
{
    return {reinterpret_cast<std::byte *>(bytes.data()), static_cast<std::size_t>(bytes.size())};
}

/// A copy of the bytes.
inline QByteArray toByteArray(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

inline const unsigned char *uchars(ByteView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

inline unsigned char *uchars(MutableBytes bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

/// True if every byte is zero (also for no bytes). Runs at memory speed and stops at the first other byte's block.
bool isAllZero(ByteView bytes);

} // namespace sealift
