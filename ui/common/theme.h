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

/// Applies it to all windows, now and later. With System that is the palette of the desktop.
void applyTheme(QApplication &application, Theme theme);

} // namespace sealift
