#include "ui/settings/shortcut_form.h"

#include "ui/common/field_note.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sealift {

ShortcutForm::ShortcutForm(const QList<ShortcutInfo> &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_keys(actions.size())
    , m_list(new QTreeWidget(this))
    , m_edit(new QKeySequenceEdit(this))
    , m_none(new QPushButton(tr("&No Keys"), this))
    , m_usual(new QPushButton(tr("&As Usual"), this))
    , m_note(new FieldNote(m_edit, this))
{
    m_list->setObjectName(QStringLiteral("shortcuts"));
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setStretchLastSection(true);
    for (const auto &action : m_actions)
        new QTreeWidgetItem(m_list, QStringList{action.title, QString()});
    m_list->resizeColumnToContents(0);
    m_list->setColumnWidth(0, m_list->columnWidth(0) + fontMetrics().height());
    m_edit->setObjectName(QStringLiteral("shortcutKeys"));
    m_edit->setAccessibleName(tr("Keys of the chosen action"));
    m_none->setObjectName(QStringLiteral("noKeys"));
    m_usual->setObjectName(QStringLiteral("usualKeys"));
    auto *label = new QLabel(tr("&Press the keys:"), this);
    label->setBuddy(m_edit);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_edit, 1);
    row->addWidget(m_none);
    row->addWidget(m_usual);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addWidget(m_note);

    const auto current = [this] { return m_list->indexOfTopLevelItem(m_list->currentItem()); };
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this, current] { showAction(current()); });
    // Of several strokes the first counts: menus show no more.
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this,
            [this](const QKeySequence &keys) { take(keys.isEmpty() ? keys : QKeySequence(keys[0])); });
    connect(m_none, &QPushButton::clicked, this, [this] { take({}); });
    connect(m_usual, &QPushButton::clicked, this, [this, current] {
        if (const int which = current(); which >= 0)
            take(m_actions.at(which).usual);
    });
    set({});
}

void ShortcutForm::set(const QHash<QString, QString> &chosen)
{
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const auto &action = m_actions.at(i);
        const auto found = chosen.constFind(action.id);
        m_keys[i] = found == chosen.cend() ? action.usual : QKeySequence(*found, QKeySequence::PortableText);
    }
    judge();
    if (m_list->currentItem() == nullptr && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    showAction(m_list->indexOfTopLevelItem(m_list->currentItem()));
}

QHash<QString, QString> ShortcutForm::chosen() const
{
    QHash<QString, QString> chosen;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        if (m_keys.at(i) != m_actions.at(i).usual)
            chosen.insert(m_actions.at(i).id, m_keys.at(i).toString(QKeySequence::PortableText));
    }
    return chosen;
}

void ShortcutForm::showAction(int row)
{
    const QSignalBlocker silent(m_edit);
    m_edit->setEnabled(row >= 0);
    m_edit->setKeySequence(row >= 0 ? m_keys.at(row) : QKeySequence());
}

void ShortcutForm::take(const QKeySequence &keys)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0)
        return;
    m_keys[row] = keys;
    showAction(row);
    judge();
}

void ShortcutForm::judge()
{
    m_clash.clear();
    QHash<QKeySequence, qsizetype> owners;
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const auto &keys = m_keys.at(i);
        m_list->topLevelItem(static_cast<int>(i))->setText(1, keys.toString(QKeySequence::NativeText));
        if (keys.isEmpty())
            continue;
        if (const auto other = owners.constFind(keys); other != owners.cend())
            m_clash =
                tr("\"%1\" and \"%2\" have the same keys: %3.")
                    .arg(m_actions.at(*other).title, m_actions.at(i).title, keys.toString(QKeySequence::NativeText));
        owners.insert(keys, i);
    }
    if (m_clash.isEmpty())
        m_note->clear();
    else
        m_note->setNote(FieldNote::Kind::Problem, m_clash);
    Q_EMIT changed();
}

} // namespace sealift
