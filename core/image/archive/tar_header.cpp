#include "image/archive/tar_header.h"

#include <QtEndian>

namespace sealift {

namespace {

constexpr qsizetype kNameSize = 100;
constexpr qsizetype kSizeAt = 124;
constexpr qsizetype kSizeDigits = 11;
constexpr qsizetype kChecksumAt = 148;
constexpr qint64 kMostOctal = qint64{1} << 33;

QByteArray octal(qint64 number, qsizetype digits)
{
    return QByteArray::number(number, 8).rightJustified(digits, '0');
}

/// The highest bit says that the other bytes are the number.
QByteArray base256(qint64 number)
{
    QByteArray field(kSizeDigits + 1, '\0');
    field[0] = '\x80';
    qToBigEndian(number, field.data() + field.size() - static_cast<qsizetype>(sizeof number));
    return field;
}

} // namespace

Result<QByteArray> tarHeader(const QString &name, qint64 size, qint64 modified)
{
    const auto encoded = name.toUtf8();
    if (encoded.isEmpty() || encoded.size() > kNameSize || size < 0)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 cannot be a file's name in an OVA: it is too long").arg(name),
                          QStringLiteral("Give the image a shorter name.")));
    QByteArray header(kTarBlock, '\0');
    const auto put = [&header](qsizetype at, const QByteArray &text) { header.replace(at, text.size(), text); };
    put(0, encoded);
    put(100, "0000644");
    put(108, "0000000"); // owner and group: root
    put(116, "0000000");
    put(kSizeAt, size < kMostOctal ? octal(size, kSizeDigits) : base256(size));
    put(136, octal(modified, kSizeDigits));
    put(kChecksumAt, "        ");
    header[156] = '0';
    put(257, QByteArray("ustar\0", 6) + "00");
    put(329, "0000000");
    put(337, "0000000");
    qint64 sum = 0;
    for (const auto byte : std::as_const(header))
        sum += static_cast<quint8>(byte);
    put(kChecksumAt, octal(sum, 6) + '\0' + ' ');
    return header;
}

qint64 tarRoom(qint64 size)
{
    return (size + kTarBlock - 1) / kTarBlock * kTarBlock;
}

} // namespace sealift
