#pragma once

#include "base/error.h"

#include <QList>

namespace sealift {

/// What the process tells its caller. The numbers are part of the interface: never renumbered, only added to.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    Usage = 2,
    Unreachable = 3,
    WrongPassword = 4,
    Corrupt = 5,
    NoSpace = 6,
    Locked = 7,
    Unsupported = 8,
    SourceChanged = 9,
    Exists = 10,
    Network = 11,
    CleanupUnconfirmed = 12,
    Refused = 13,
    Cancelled = 130,
};

/// The one place where an error becomes a number.
ExitCode exitCodeFor(ErrorCode code);

struct ExitCodeMeaning {
    ExitCode code;
    QString meaning;
};

/// Every exit code with its meaning, in ascending order: the table of `help` and of the manual page.
QList<ExitCodeMeaning> exitCodeTable();

} // namespace sealift
