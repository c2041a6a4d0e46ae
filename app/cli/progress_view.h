#pragma once

#include "task/service_state.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace sealift {

/// How far something is, at one moment. In bytes; `total` and `done` may count other things, as ProgressView::unit
/// says.
struct ProgressSample {
    qint64 total = 0; ///< 0: not known yet
    qint64 done = 0;
    qint64 read = 0;           ///< bytes read so far
    qint64 holes = 0;          ///< of `done`: holes and zeroes
    qint64 known = 0;          ///< of `done`: in the library already
    qint64 stored = 0;         ///< bytes written so far
    ServiceState service = {}; ///< of a service that works for the task beside
};

/// A sample with what only several samples together tell.
struct ProgressView {
    QString label;      ///< what is on its way: a file's name
    QString storedWord; ///< "stored" or "written"; empty: nothing is written
    QString unit;       ///< what `total` and `done` count ("packs"); empty: bytes
    ProgressSample sample;
    double rate = 0; ///< of `done`, a second
    std::optional<std::chrono::milliseconds> timeLeft;
    std::chrono::milliseconds elapsed{0};
};

/// One line for a terminal of so many columns, at most columns - 1 of them wide:
/// `web01.qcow2   42 % [########------------] 1.70 GiB of 4.00 GiB  512 MiB/s  0:05 left  400.12 MiB stored`.
/// Where there is too little room the label is shortened, then the last parts are left out one by one, then the bar.
QString progressLine(const ProgressView &view, int columns);

/// The same facts for machines: bytes (or what `unit` says), seconds, and bytes a second; `secondsLeft` is null while
/// there is no good estimate.
QJsonObject progressObject(const ProgressView &view);

} // namespace sealift
