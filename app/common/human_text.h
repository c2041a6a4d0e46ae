#pragma once

#include "base/size_text.h"

#include <QDateTime>
#include <QString>

#include <chrono>

namespace sealift {

/// "512 MiB/s": a rate changes all the time, so it has no decimals from 10 of a unit on.
QString rateText(double bytesPerSecond);

/// "0:07", "12:30", "3:05:00": whole seconds, rounded up.
QString clockText(std::chrono::milliseconds duration);

/// "0.4 s", "12.3 s", "3 min 5 s", "2 h 10 min".
QString durationText(std::chrono::milliseconds duration);

/// "2024-05-06 07:08:09", in the user's time zone.
QString localTimeText(const QDateTime &time);

/// "1 disk", "3 disks".
QString countText(qint64 count, const QString &one, const QString &many);

/// A share of a whole in per cent, never rounded up to 100 % before it is whole; 100 for a whole of nothing.
int percentOf(qint64 part, qint64 whole);

/// Text of unknown origin (names of files, tags, host names), fit for a terminal: control characters, and invisible
/// characters that reorder a line, are shown as escapes ("\x1b", "\u202e"), so that a name can neither move the cursor
/// nor pose as another.
QString printable(const QString &text);

/// Columns that the text takes on a terminal: wide East Asian characters take two, combining marks none.
/// Wants the process's locale to be set to a UTF-8 one.
int displayWidth(const QString &text);

/// The text, shortened in the middle by "..." to at most `columns`.
QString elided(const QString &text, int columns);

/// The text followed by spaces up to `columns`; longer text stays as it is.
QString padded(const QString &text, int columns);

} // namespace sealift
