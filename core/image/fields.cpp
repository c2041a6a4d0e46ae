#include "image/fields.h"

#include <cstring>

namespace sealift {

bool Fields::startsWith(const char *magic, std::size_t offset) const
{
    const auto length = std::strlen(magic);
    return offset + length <= m_bytes.size() && std::memcmp(m_bytes.data() + offset, magic, length) == 0;
}

QString printableText(ByteView bytes, std::size_t limit)
{
    QString text;
    for (const auto byte : bytes.first(std::min(bytes.size(), limit))) {
        const auto character = std::to_integer<unsigned char>(byte);
        if (character == 0)
            break;
        text.append(character >= 0x20 && character < 0x7f ? QChar(QLatin1Char(static_cast<char>(character)))
                                                          : QChar(QLatin1Char('?')));
    }
    while (text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text;
}

} // namespace sealift
