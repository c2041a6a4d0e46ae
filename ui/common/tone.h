#pragma once

#include <QColor>

class QPalette;

namespace sealift {

/// What a colour says. It only repeats what a word or a shape beside it says already.
enum class Tone {
    Plain,  ///< as text
    Muted,  ///< less important than its surroundings; still readable
    Accent, ///< something is going on
    Good,
    Warning,
    Bad,
};

/// The colour for text and strokes on the palette's base: a contrast of 4.5 : 1 or more in the light and the dark
/// theme; in high contrast all but Accent are the text's.
QColor toneColor(const QPalette &palette, Tone tone);

/// A faint background that goes with it, for chips and panels.
QColor toneFill(const QPalette &palette, Tone tone);

/// The base of the palette is darker than its text.
bool isDark(const QPalette &palette);

/// Borders are as strong as text: nothing may be told by shades.
bool isHighContrast(const QPalette &palette);

} // namespace sealift
