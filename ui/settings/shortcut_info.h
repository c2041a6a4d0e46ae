#pragma once

#include <QKeySequence>
#include <QString>

namespace sealift {

/// An action of the window that keys can be chosen for.
struct ShortcutInfo {
    QString id;         ///< stable, of the settings
    QString title;      ///< as menus have it, without the mark for the keyboard
    QKeySequence usual; ///< may be empty
};

} // namespace sealift
