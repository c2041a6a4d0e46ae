#include "image/formats/crc32c.h"

#include <array>

namespace sealift {

namespace {

constexpr quint32 kPolynomial = 0x82f63b78; // 0x1edc6f41, bits reversed

constexpr std::array<quint32, 256> makeTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? (value >> 1) ^ kPolynomial : value >> 1;
        table.at(i) = value;
    }
    return table;
}

constexpr auto kTable = makeTable();

} // namespace

quint32 crc32c(ByteView bytes, quint32 before)
{
    quint32 value = ~before;
    for (const auto byte : bytes)
        value = (value >> 8) ^ kTable[(value ^ std::to_integer<quint32>(byte)) & 0xff];
    return ~value;
}

} // namespace sealift
