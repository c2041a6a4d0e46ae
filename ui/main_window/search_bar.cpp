#include "ui/main_window/search_bar.h"

#include "ui/common/search_field.h"
#include "ui/queue/task_filter.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace sealift {

SearchBar::SearchBar(TaskFilter &filter, QWidget *parent)
    : QWidget(parent)
    , m_group(new QComboBox(this))
    , m_words(new SearchField(tr("Search tasks"), this))
{
    m_group->addItem(tr("All tasks"), static_cast<int>(TaskGroup::All));
    m_group->addItem(tr("Active"), static_cast<int>(TaskGroup::Active));
    m_group->addItem(tr("Waiting"), static_cast<int>(TaskGroup::Waiting));
    m_group->addItem(tr("Done"), static_cast<int>(TaskGroup::Done));
    m_group->addItem(tr("Needs attention"), static_cast<int>(TaskGroup::Attention));
    m_group->setAccessibleName(tr("Which tasks are shown"));
    m_group->setToolTip(tr("Show only tasks in some states"));
    m_words->setToolTip(tr("Words in a task's name or destination"));
    m_words->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    m_words->setMaximumWidth(fontMetrics().averageCharWidth() * 34);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 4, 0);
    layout->addStretch();
    layout->addWidget(m_group);
    layout->addWidget(m_words, 1);
    connect(m_group, &QComboBox::currentIndexChanged, this,
            [this, &filter] { filter.setGroup(static_cast<TaskGroup>(m_group->currentData().toInt())); });
    connect(m_words, &QLineEdit::textChanged, &filter, &TaskFilter::setSearch);
}

void SearchBar::begin()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void SearchBar::clear()
{
    m_words->clear();
    m_group->setCurrentIndex(0);
}

} // namespace sealift
