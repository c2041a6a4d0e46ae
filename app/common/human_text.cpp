#include "common/human_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <cwchar>

namespace sealift {

using std::chrono::milliseconds;

QString rateText(double bytesPerSecond)
{
    // Beyond 2^62 bytes a second no number is meant.
    const auto bytes = static_cast<qint64>(std::clamp(bytesPerSecond, 0.0, 0x1p62));
    qint64 unit = 1;
    while (bytes / unit >= 1024)
        unit *= 1024;
    const int decimals = unit > 1 && bytes / unit < 10 ? 1 : 0;
    return QLocale::c().formattedDataSize(bytes, decimals, QLocale::DataSizeIecFormat) + QStringLiteral("/s");
}

QString clockText(milliseconds duration)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(std::max(duration, milliseconds(0))).count();
    const auto twoDigits = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(QString::number(seconds / 60), twoDigits(seconds % 60));
    return QStringLiteral("%1:%2:%3")
        .arg(QString::number(seconds / 3600), twoDigits(seconds / 60 % 60), twoDigits(seconds % 60));
}

QString durationText(milliseconds duration)
{
    const auto count = std::max<qint64>(duration.count(), 0);
    if (count < 59'950)
        return QStringLiteral("%1 s").arg(static_cast<double>(count) / 1000, 0, 'f', 1);
    const auto seconds = (count + 500) / 1000;
    if (seconds < 3600)
        return QStringLiteral("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return QStringLiteral("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
}

QString localTimeText(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString countText(qint64 count, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(QString::number(count), count == 1 ? one : many);
}

int percentOf(qint64 part, qint64 whole)
{
    if (part >= whole)
        return 100;
    return static_cast<int>(std::clamp(100.0 * static_cast<double>(part) / static_cast<double>(whole), 0.0, 99.0));
}

static bool isHidden(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString printable(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const uint character : text.toUcs4()) {
        if (!isHidden(character))
            shown += QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
        else if (character < 0x100)
            shown += QStringLiteral("\\x%1").arg(character, 2, 16, QLatin1Char('0'));
        else
            shown += QStringLiteral("\\u%1").arg(character, 4, 16, QLatin1Char('0'));
    }
    return shown;
}

int displayWidth(const QString &text)
{
    int columns = 0;
    for (const uint character : text.toUcs4())
        columns += std::max(0, ::wcwidth(static_cast<wchar_t>(character)));
    return columns;
}

QString elided(const QString &text, int columns)
{
    if (displayWidth(text) <= columns)
        return text;
    const auto dots = QStringLiteral("...");
    if (columns <= dots.size())
        return dots.left(std::max(columns, 0));

    const auto characters = text.toUcs4();
    const auto piece = [&characters](qsizetype from, qsizetype count) {
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()) + from, count);
    };
    const int room = columns - static_cast<int>(dots.size());
    qsizetype head = 0;
    while (head < characters.size() && displayWidth(piece(0, head + 1)) <= (room + 1) / 2)
        ++head;
    qsizetype tail = 0;
    const int tailRoom = room - displayWidth(piece(0, head));
    while (head + tail < characters.size() && displayWidth(piece(characters.size() - tail - 1, tail + 1)) <= tailRoom)
        ++tail;
    return piece(0, head) + dots + piece(characters.size() - tail, tail);
}

QString padded(const QString &text, int columns)
{
    return text + QString(std::max(0, columns - displayWidth(text)), QLatin1Char(' '));
}

} // namespace sealift
