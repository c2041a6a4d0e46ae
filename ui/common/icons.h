#pragma once

#include "ui/common/tone.h"

#include <QIcon>

namespace sealift {

/// Sealift's own icons (resources/icons): what they show, not where they are used.
enum class IconName {
    Add,
    Bottom,
    Cancel,
    Cleanup,
    Cloud,
    Copy,
    Disk,
    Done,
    Down,
    Empty,
    Export,
    Failed,
    Finalize,
    Folder,
    Image,
    Import,
    Info,
    Inspect,
    Key,
    Library,
    Lock,
    LockOpen,
    Paste,
    Pause,
    Quit,
    Receipt,
    Remove,
    Resume,
    Retry,
    Save,
    Scratch,
    Seal,
    Settings,
    Shield,
    Speed,
    Stopped,
    Tick,
    Top,
    Transfer,
    Unreachable,
    Up,
    Waiting,
    Warning,
};

/// Drawn in the text colour of the palette at the moment it is painted, so that it follows a change of the theme, and
/// sharp at every scale. @param tone another colour of the theme instead.
QIcon icon(IconName name, Tone tone = Tone::Plain);

/// The program's own, in its colours.
QIcon applicationIcon();

} // namespace sealift
