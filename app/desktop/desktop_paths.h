#pragma once

#include "common/state_paths.h"

namespace sealift {

/// The folders and files of the desktop application.
struct DesktopPaths {
    StatePaths state;
    QString config; ///< $XDG_CONFIG_HOME/sealift, else ~/.config/sealift
    QString sample; ///< where app/sample-image.sh keeps the sample image

    QString settings() const { return config + QStringLiteral("/settings.json"); }
    QString libraries() const { return config + QStringLiteral("/libraries.json"); }
    QString window() const { return config + QStringLiteral("/window.ini"); }
};

/// Errors: those of statePaths().
Result<DesktopPaths> desktopPaths();

} // namespace sealift
