#pragma once

#include "common/state_paths.h"

namespace sealift {

/// The folders and files of the desktop application.
struct DesktopPaths {
    StatePaths state;
    QString config; ///< $SEALIFT_CONFIG, else $XDG_CONFIG_HOME/sealift, else ~/.config/sealift
    QString home;   ///< the user's
    QString sample; ///< the sample image that app/sample-image.sh made last; empty: none

    QString settings() const { return config + QStringLiteral("/settings.json"); }
    QString libraries() const { return config + QStringLiteral("/libraries.json"); }
    QString newLibrary() const { return home + QStringLiteral("/Sealift"); }
    QString window() const { return config + QStringLiteral("/window.ini"); }
};

/// Errors: those of statePaths().
Result<DesktopPaths> desktopPaths();

} // namespace sealift
