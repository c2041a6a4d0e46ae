#include "ui/detail/check_list.h"

#include "ui/common/elided_label.h"
#include "ui/common/icons.h"
#include "ui/common/task_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace sealift {

namespace {

constexpr int kColumns = 3;
constexpr int kIconSize = 16;

} // namespace

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(18);
    m_grid->setVerticalSpacing(5);
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(column, 1);
    setAccessibleName(tr("Checks of the cleanup"));
}

void CheckList::clear()
{
    while (auto *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_count = 0;
}

void CheckList::setEntries(const QList<CleanupEntry> &entries)
{
    clear();
    for (const auto &entry : entries)
        add(entry.name, &entry);
}

void CheckList::setAhead()
{
    clear();
    for (const auto *name : {"key-erased", "volume-gone", "folder-gone", "no-descriptor", "no-process", "no-socket"})
        add(QLatin1String(name), nullptr);
}

void CheckList::add(const QString &name, const CleanupEntry *entry)
{
    const auto shape = entry == nullptr ? IconName::Empty : entry->ok ? IconName::Done : IconName::Failed;
    const auto tone = entry == nullptr ? Tone::Muted : entry->ok ? Tone::Good : Tone::Bad;
    const auto word = entry == nullptr ? tr("not yet") : entry->ok ? tr("yes") : tr("no");

    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *shapeLabel = new QLabel(line);
    shapeLabel->setPixmap(icon(shape, tone).pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
    auto *text = new ElidedLabel(Qt::ElideRight, line);
    text->setText(cleanupEntryText(name));
    text->setAccessibleName(tr("%1: %2", "check and result").arg(cleanupEntryText(name), word));
    if (entry == nullptr)
        text->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(shapeLabel);
    layout->addWidget(text, 1);
    line->setToolTip(entry == nullptr ? word : entry->detail);
    m_grid->addWidget(line, m_count / kColumns, m_count % kColumns);
    ++m_count;
}

} // namespace sealift
