#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>
#include <cstddef>

namespace sealift::test {

/// Half of an AES-256 key as a test keeps it: masked, so that what is looked for does not lie in memory by the looking.
class MaskedKey
{
public:
    static constexpr std::size_t kSize = 32;

    explicit MaskedKey(const unsigned char *plain);
    /// True if one of its two halves begins there; 16 bytes must be readable.
    bool halfIsAt(const unsigned char *memory) const;
    void unmask(unsigned char *to) const;
    bool operator==(const MaskedKey &) const = default;

private:
    std::array<unsigned char, kSize> m_bytes{};
};

/// Looks through memory, or a file made of it, piece by piece in a buffer that is itself left out, and wiped at the
/// end.
class MemorySearch
{
public:
    MemorySearch();
    ~MemorySearch();
    MemorySearch(const MemorySearch &) = delete;
    MemorySearch &operator=(const MemorySearch &) = delete;

    /// Every AES-256 key whose expanded form (FIPS 197, section 5.2) lies in this process's memory.
    QList<MaskedKey> expandedKeys();

    /// How many halves of these keys lie anywhere in this process's memory.
    int countInMemory(const QList<MaskedKey> &keys);
    /// The same for a core file.
    int countInFile(const QString &path, const QList<MaskedKey> &keys);
    /// Whether the file holds these bytes.
    bool fileHolds(const QString &path, const QByteArray &bytes);

private:
    template <typename Each>
    void forEachPiece(int file, qint64 begin, qint64 end, const Each &each);
    template <typename Each>
    void forEachOwnPiece(const Each &each);

    unsigned char *m_buffer;
};

} // namespace sealift::test
