#include "ui/common/local_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

QString localSize(qint64 bytes, int precision)
{
    return QLocale().formattedDataSize(bytes, precision, QLocale::DataSizeIecFormat);
}

QString localRate(double bytesPerSecond)
{
    double scaled = std::max(0.0, bytesPerSecond);
    while (scaled >= 1024)
        scaled /= 1024;
    const int precision = scaled < 9.95 && bytesPerSecond >= 1024 ? 1 : 0;
    return Text::tr("%1/s", "a rate").arg(localSize(static_cast<qint64>(std::max(0.0, bytesPerSecond)), precision));
}

int percentOfWhole(qint64 part, qint64 whole)
{
    if (whole <= 0 || part <= 0)
        return 0;
    if (part >= whole)
        return 100;
    return std::min(99, static_cast<int>(static_cast<double>(part) / static_cast<double>(whole) * 100));
}

QString localPercent(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return {};
    return Text::tr("%1 %", "per cent").arg(number(percentOfWhole(part, whole)));
}

QString localEstimate(std::chrono::milliseconds duration)
{
    const auto seconds = std::max<qint64>(1, (duration.count() + 999) / 1000);
    if (seconds < 60)
        return Text::tr("%1 s", "seconds").arg(number(seconds <= 10 ? seconds : (seconds + 4) / 5 * 5));
    const auto minutes = (seconds + 30) / 60;
    if (minutes < 60)
        return Text::tr("%1 min", "minutes").arg(number(minutes));
    return Text::tr("%1 h %2 min", "hours and minutes").arg(number(minutes / 60), number(minutes % 60));
}

QString localDuration(std::chrono::milliseconds duration)
{
    const auto seconds = static_cast<double>(duration.count()) / 1000;
    if (seconds < 9.95)
        return Text::tr("%1 s", "seconds").arg(QLocale().toString(std::max(0.0, seconds), 'f', 1));
    const auto whole = static_cast<qint64>(std::lround(seconds));
    if (whole < 60)
        return Text::tr("%1 s", "seconds").arg(number(whole));
    if (whole < 3600)
        return Text::tr("%1 min %2 s", "minutes and seconds").arg(number(whole / 60), number(whole % 60));
    return Text::tr("%1 h %2 min", "hours and minutes").arg(number(whole / 3600), number(whole % 3600 / 60));
}

QString localMoment(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const auto local = time.toLocalTime();
    const QLocale locale;
    // The C locale's short times have seconds.
    const auto clock = locale.language() == QLocale::C ? local.time().toString(QStringLiteral("HH:mm"))
                                                       : locale.toString(local.time(), QLocale::ShortFormat);
    if (local.date() == now.toLocalTime().date())
        return clock;
    return Text::tr("%1 %2", "date and time").arg(locale.toString(local.date(), QLocale::ShortFormat), clock);
}

QString localTimestamp(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return Text::tr("%1 %2", "date and time")
        .arg(QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat), localClock(time));
}

QString localClock(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime().time(), QStringLiteral("HH:mm:ss")) : QString();
}

QFont withTabularFigures(QFont font)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

} // namespace sealift
