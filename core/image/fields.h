#pragma once

#include "base/bytes.h"

#include <QString>
#include <QtEndian>

namespace sealift {

/// The numbers of a binary structure, by byte offset. The caller has read the whole structure: an offset outside it is
/// a programming error.
class Fields
{
public:
    explicit Fields(ByteView bytes)
        : m_bytes(bytes)
    {
    }

    quint8 u8(std::size_t offset) const { return std::to_integer<quint8>(m_bytes[offset]); }
    quint16 be16(std::size_t offset) const { return qFromBigEndian<quint16>(at(offset, 2)); }
    quint32 be32(std::size_t offset) const { return qFromBigEndian<quint32>(at(offset, 4)); }
    quint64 be64(std::size_t offset) const { return qFromBigEndian<quint64>(at(offset, 8)); }
    quint16 le16(std::size_t offset) const { return qFromLittleEndian<quint16>(at(offset, 2)); }
    quint32 le32(std::size_t offset) const { return qFromLittleEndian<quint32>(at(offset, 4)); }
    quint64 le64(std::size_t offset) const { return qFromLittleEndian<quint64>(at(offset, 8)); }
    ByteView bytes(std::size_t offset, std::size_t length) const { return m_bytes.subspan(offset, length); }
    bool startsWith(const char *magic, std::size_t offset = 0) const;
    std::size_t size() const { return m_bytes.size(); }

private:
    const std::byte *at(std::size_t offset, std::size_t length) const { return m_bytes.subspan(offset, length).data(); }

    ByteView m_bytes;
};

/// Text out of a foreign file for an error or a label: up to the first NUL, printable ASCII only (the rest becomes
/// '?'), trailing blanks cut, at most `limit` characters.
QString printableText(ByteView bytes, std::size_t limit = 120);

} // namespace sealift
