#pragma once

#include <QPalette>

class QApplication;

namespace sealift {

enum class Theme {
    System, ///< what the desktop says
    Light,
    Dark,
    HighContrast,
};

/// The palette of a theme of our own; for System that of the style.
QPalette themePalette(Theme theme);

/// Applies it to all windows, now and later. @param systemIsDark what the desktop prefers, where its palette does not
/// say so; used with Theme::System only.
void applyTheme(QApplication &application, Theme theme, bool systemIsDark = false);

} // namespace sealift
