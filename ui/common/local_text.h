#pragma once

#include <QDateTime>
#include <QFont>
#include <QString>

#include <chrono>

namespace sealift {

/// Sizes, rates and times as the user's language writes them (QLocale's default). For the window; the command line has
/// its own, untranslated ones.

/// "3.4 GiB"; `precision` decimals from 1 KiB on.
QString localSize(qint64 bytes, int precision = 1);
/// "412 MiB/s"; without decimals from 10 of a unit on, for it changes all the time.
QString localRate(double bytesPerSecond);
/// "61 %"; never 100 before the whole is whole. Empty for a whole of nothing.
QString localPercent(qint64 part, qint64 whole);
/// "12 s", "3 min", "2 h 10 min": for what lies ahead, in steps as coarse as an estimate is.
QString localEstimate(std::chrono::milliseconds duration);
/// "0.4 s", "12 s", "3 min 5 s", "2 h 10 min": of what is over.
QString localDuration(std::chrono::milliseconds duration);
/// "16:02" of today, else with its date, in the user's time zone.
QString localMoment(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTime());
/// With seconds and date always.
QString localTimestamp(const QDateTime &time);
/// "16:02:11"
QString localClock(const QDateTime &time);

/// The share in whole per cent, 99 at most before the whole is whole; 0 for a whole of nothing.
int percentOfWhole(qint64 part, qint64 whole);

/// The font with digits of one width, where the font has them.
QFont withTabularFigures(QFont font);

} // namespace sealift
