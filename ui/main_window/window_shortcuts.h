#pragma once

#include "ui/settings/shortcut_info.h"

#include <QHash>
#include <QList>

class QAction;

namespace sealift {

/// The keys of the window's actions: those that they come with, and the user's in their place.
class WindowShortcuts
{
public:
    /// @param actions with object names, which are their ids; must outlive the object.
    explicit WindowShortcuts(const QList<QAction *> &actions);

    QList<ShortcutInfo> list() const;
    /// @param chosen keys as portable texts, by ids; an empty text: none. Actions that are not in it have their usual
    /// ones.
    void apply(const QHash<QString, QString> &chosen) const;

private:
    QList<QAction *> m_actions;
    QHash<QAction *, QList<QKeySequence>> m_usual;
};

} // namespace sealift
