#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QString>

#include <array>
#include <compare>
#include <cstring>
#include <memory>

namespace sealift {

/// A SHA-256 value (FIPS 180-4): the name of a blob, a pack, a file of the library.
class Digest
{
public:
    static constexpr std::size_t kSize = 32;

    /// All zero: no digest of anything known.
    Digest() = default;
    /// From exactly 32 bytes.
    explicit Digest(std::span<const std::byte, kSize> bytes) { std::memcpy(m_bytes.data(), bytes.data(), kSize); }

    /// From 64 lower-case hexadecimal digits. Errors: InvalidArgument.
    static Result<Digest> fromHex(QStringView text);
    static Result<Digest> fromHex(QByteArrayView text);

    QString hex() const;
    /// The first eight hexadecimal digits, as people are shown them.
    QString shortHex() const { return hex().left(8); }
    ByteView bytes() const { return m_bytes; }
    MutableBytes mutableBytes() { return m_bytes; }
    bool isNull() const { return *this == Digest(); }

    auto operator<=>(const Digest &) const = default;

private:
    std::array<std::byte, kSize> m_bytes{};
};

/// Any 8 bytes of a digest are as good a hash as any other.
inline std::size_t hashValue(const Digest &digest)
{
    std::size_t value = 0;
    std::memcpy(&value, digest.bytes().data(), sizeof(value));
    return value;
}

/// For QHash and std::unordered_map.
inline std::size_t qHash(const Digest &digest, std::size_t seed = 0)
{
    return hashValue(digest) ^ seed;
}

/// SHA-256 of one stretch of memory after the other, by libcrypto (SHA extensions where the processor has them).
/// One object serves one thread; it can be reused.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(ByteView bytes);
    /// The digest of all that was added; starts anew.
    Digest finish();

    /// The digest of one stretch.
    Digest of(ByteView bytes);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// SHA-256 of one stretch of memory; for the odd one: a loop keeps a Sha256.
Digest sha256(ByteView bytes);

} // namespace sealift

template <>
struct std::hash<sealift::Digest> {
    std::size_t operator()(const sealift::Digest &digest) const noexcept { return sealift::hashValue(digest); }
};
