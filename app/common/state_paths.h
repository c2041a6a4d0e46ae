#pragma once

#include "base/result.h"

#include <QString>

namespace sealift {

/// The folders in which Sealift keeps what it knows of its tasks, never anything of an image's content in the clear.
/// The one place that reads the environment for them.
struct StatePaths {
    QString state;   ///< $SEALIFT_STATE, else $XDG_STATE_HOME/sealift, else ~/.local/state/sealift
    QString scratch; ///< $SEALIFT_SCRATCH, else $XDG_CACHE_HOME/sealift/scratch, else ~/.cache/sealift/scratch
    /// $SEALIFT_CONFIG, else $XDG_CONFIG_HOME/sealift, else ~/.config/sealift. What the user sets; only read. Empty
    /// where no variable names a home.
    QString config;

    QString settings() const { return config + QStringLiteral("/settings.json"); }
    QString journal() const { return state + QStringLiteral("/journal.sqlite"); }
    QString audit() const { return state + QStringLiteral("/audit"); }
    QString receipts() const { return state + QStringLiteral("/receipts"); }
    QString identity() const { return state + QStringLiteral("/identity"); }
};

/// Errors: InvalidArgument for a path that is not absolute; NotFound where no variable names a home.
Result<StatePaths> statePaths();

} // namespace sealift
