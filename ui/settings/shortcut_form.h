#pragma once

#include "ui/settings/shortcut_info.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QKeySequenceEdit;
class QPushButton;
class QTreeWidget;

namespace sealift {

class FieldNote;

/// Which keys the window's actions have; says where two have the same.
class ShortcutForm : public QWidget
{
    Q_OBJECT

public:
    explicit ShortcutForm(const QList<ShortcutInfo> &actions, QWidget *parent = nullptr);

    /// @param chosen as AppSettings has it.
    void set(const QHash<QString, QString> &chosen);
    /// Those that are not the usual ones.
    QHash<QString, QString> chosen() const;
    /// No two actions have the same keys.
    bool isComplete() const { return m_clash.isEmpty(); }

Q_SIGNALS:
    void changed();

private:
    void showAction(int row);
    void take(const QKeySequence &keys);
    void judge();

    const QList<ShortcutInfo> m_actions;
    QList<QKeySequence> m_keys; ///< of each action
    QString m_clash;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_edit;
    QPushButton *m_none;
    QPushButton *m_usual;
    FieldNote *m_note;
};

} // namespace sealift
