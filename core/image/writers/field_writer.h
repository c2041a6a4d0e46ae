#pragma once

#include "base/bytes.h"

#include <QUuid>
#include <QtEndian>

#include <algorithm>

namespace sealift {

/// Puts the numbers of a binary structure at byte offsets: the counterpart of Fields. The caller has the whole
/// structure: an offset outside it is a programming error.
class FieldWriter
{
public:
    explicit FieldWriter(MutableBytes bytes)
        : m_bytes(bytes)
    {
    }

    void u8(std::size_t offset, quint8 value) { m_bytes[offset] = std::byte{value}; }
    void be16(std::size_t offset, quint16 value) { qToBigEndian(value, at(offset, 2)); }
    void be32(std::size_t offset, quint32 value) { qToBigEndian(value, at(offset, 4)); }
    void be64(std::size_t offset, quint64 value) { qToBigEndian(value, at(offset, 8)); }
    void le16(std::size_t offset, quint16 value) { qToLittleEndian(value, at(offset, 2)); }
    void le32(std::size_t offset, quint32 value) { qToLittleEndian(value, at(offset, 4)); }
    void le64(std::size_t offset, quint64 value) { qToLittleEndian(value, at(offset, 8)); }

    void text(std::size_t offset, QByteArrayView characters)
    {
        const auto length = static_cast<std::size_t>(characters.size());
        std::copy_n(characters.data(), length, reinterpret_cast<char *>(at(offset, length)));
    }

    /// A GUID with its first three groups little-endian, as Windows stores it in memory.
    void guid(std::size_t offset, const QUuid &id)
    {
        le32(offset, id.data1);
        le16(offset + 4, id.data2);
        le16(offset + 6, id.data3);
        std::copy_n(id.data4, 8, reinterpret_cast<uchar *>(at(offset + 8, 8)));
    }

    void fill(std::byte value) { std::fill(m_bytes.begin(), m_bytes.end(), value); }

private:
    std::byte *at(std::size_t offset, std::size_t length) const { return m_bytes.subspan(offset, length).data(); }

    MutableBytes m_bytes;
};

} // namespace sealift
