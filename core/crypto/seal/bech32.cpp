#include "crypto/seal/bech32.h"

#include <array>

namespace sealift {

namespace {

constexpr char kCharacters[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr qsizetype kChecksumLength = 6;

Error wrong(const QString &what)
{
    return {ErrorCode::InvalidArgument, what};
}

/// One step of the checksum: BIP 173, "Checksum".
quint32 step(quint32 checksum, quint32 value)
{
    constexpr std::array<quint32, 5> kGenerator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    const auto top = checksum >> 25;
    checksum = (checksum & 0x1ffffff) << 5 ^ value;
    for (std::size_t i = 0; i < kGenerator.size(); ++i)
        checksum ^= (top >> i & 1) != 0 ? kGenerator[i] : 0;
    return checksum;
}

bool checksumHolds(const QByteArray &prefix, const QByteArray &values)
{
    quint32 checksum = 1;
    for (const char c : prefix)
        checksum = step(checksum, static_cast<quint32>(static_cast<uchar>(c)) >> 5);
    checksum = step(checksum, 0);
    for (const char c : prefix)
        checksum = step(checksum, static_cast<quint32>(static_cast<uchar>(c)) & 31);
    for (const char value : values)
        checksum = step(checksum, static_cast<quint32>(value));
    return checksum == 1;
}

/// Groups of five bits as bytes; what is left over must be fewer than five bits, and zero.
Result<QByteArray> bytesOf(const QByteArray &values)
{
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const char value : values) {
        bits = (bits << 5 | static_cast<quint32>(value)) & 0xfff;
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.append(static_cast<char>(bits >> count & 0xff));
        }
    }
    if (count >= 5 || (bits & ((1U << count) - 1)) != 0)
        return fail(wrong(QStringLiteral("it does not end with a whole byte")));
    return bytes;
}

} // namespace

Result<Bech32> decodeBech32(const QByteArray &text)
{
    const auto lower = text.toLower();
    if (text != lower && text != text.toUpper())
        return fail(wrong(QStringLiteral("it mixes small and capital letters")));
    const auto separator = lower.lastIndexOf('1');
    if (separator < 1 || lower.size() - separator - 1 < kChecksumLength)
        return fail(wrong(QStringLiteral("it is too short")));
    QByteArray values;
    for (const char c : lower.mid(separator + 1)) {
        const auto value = QByteArrayView(kCharacters).indexOf(c);
        if (value < 0)
            return fail(wrong(QStringLiteral("it holds a character that cannot be in it")));
        values.append(static_cast<char>(value));
    }
    Bech32 decoded;
    decoded.prefix = lower.left(separator);
    if (!checksumHolds(decoded.prefix, values))
        return fail(wrong(QStringLiteral("its checksum is wrong: a character was changed or left out")));
    SEALIFT_ASSIGN(decoded.data, bytesOf(values.chopped(kChecksumLength)));
    return decoded;
}

} // namespace sealift
