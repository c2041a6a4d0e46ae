#include "ui/main_window/window_shortcuts.h"

#include <QAction>

namespace sealift {

namespace {

/// "&Open" is "Open", and "Bed && Breakfast" is "Bed & Breakfast".
QString withoutMarks(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&')
            text.remove(i, 1); // of two the second one stays
    }
    if (text.endsWith(QLatin1String("...")))
        text.chop(3);
    return text;
}

} // namespace

WindowShortcuts::WindowShortcuts(const QList<QAction *> &actions)
    : m_actions(actions)
{
    for (auto *action : actions)
        m_usual.insert(action, action->shortcuts());
}

QList<ShortcutInfo> WindowShortcuts::list() const
{
    QList<ShortcutInfo> list;
    for (auto *action : m_actions)
        list.append({action->objectName(), withoutMarks(action->text()), m_usual.value(action).value(0)});
    return list;
}

void WindowShortcuts::apply(const QHash<QString, QString> &chosen) const
{
    for (auto *action : m_actions) {
        const auto found = chosen.constFind(action->objectName());
        if (found == chosen.cend())
            action->setShortcuts(m_usual.value(action));
        else
            action->setShortcut(QKeySequence(*found, QKeySequence::PortableText));
    }
}

} // namespace sealift
