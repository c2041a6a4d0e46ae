#include "ui/queue/task_view.h"

#include "ui/queue/task_actions.h"
#include "ui/queue/task_columns.h"
#include "ui/queue/task_delegate.h"
#include "ui/queue/task_filter.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QProxyStyle>

#include <algorithm>

namespace sealift {

namespace {

/// Titles begin where the texts of the cells begin.
class HeaderStyle final : public QProxyStyle
{
public:
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        constexpr int kMargin = 6;
        return metric == PM_HeaderMargin ? kMargin : QProxyStyle::pixelMetric(metric, option, widget);
    }
};

} // namespace

TaskView::TaskView(TaskFilter &filter, TaskActions &actions, QWidget *parent)
    : QTreeView(parent)
    , m_filter(filter)
    , m_actions(actions)
{
    setModel(&filter);
    setItemDelegate(new TaskDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    setDropIndicatorShown(true);
    setAccessibleName(tr("Tasks"));
    setAccessibleDescription(tr("Imports and exports that run, wait or have ended"));
    setUpHeader();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &TaskView::tellChoice);
    connect(&filter, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_kept = chosen(); });
    connect(&filter, &QAbstractItemModel::modelReset, this, [this] { choose(m_kept); });
}

void TaskView::setUpHeader()
{
    auto *head = header();
    head->setSectionsMovable(true);
    head->setStretchLastSection(true);
    auto *style = new HeaderStyle;
    style->setParent(this);
    head->setStyle(style);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    head->setSortIndicator(static_cast<int>(TaskColumn::Position), Qt::AscendingOrder);
    head->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    connect(head, &QWidget::customContextMenuRequested, this, &TaskView::showColumnMenu);
    for (int i = 0; i < kTaskColumns; ++i) {
        const auto column = static_cast<TaskColumn>(i);
        setColumnHidden(i, !isShownAtFirst(column));
        head->resizeSection(i, CellPainter::usualWidth(fontMetrics(), column));
    }
}

QList<TaskId> TaskView::chosen() const
{
    auto rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<TaskId> ids;
    for (const auto &index : rows)
        ids.append(m_filter.idAt(index.row()));
    return ids;
}

void TaskView::choose(const QList<TaskId> &ids)
{
    QItemSelection selection;
    QModelIndex first;
    for (const auto &id : ids) {
        const int row = m_filter.rowOf(id);
        if (row < 0)
            continue;
        selection.select(m_filter.index(row, 0), m_filter.index(row, kTaskColumns - 1));
        if (!first.isValid())
            first = m_filter.index(row, static_cast<int>(TaskColumn::Name));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first.isValid())
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    tellChoice();
}

void TaskView::tellChoice()
{
    const auto ids = chosen();
    m_actions.choose(ids);
    Q_EMIT choiceChanged(ids);
}

QByteArray TaskView::saveColumns() const
{
    return header()->saveState();
}

bool TaskView::restoreColumns(const QByteArray &state)
{
    if (!header()->restoreState(state))
        return false;
    m_filter.sort(header()->sortIndicatorSection(), header()->sortIndicatorOrder());
    return true;
}

void TaskView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    m_actions.fill(menu);
    menu.exec(event->globalPos());
}

void TaskView::startDrag(Qt::DropActions actions)
{
    if (m_filter.isInQueueOrder())
        QTreeView::startDrag(actions);
}

void TaskView::showColumnMenu(const QPoint &at)
{
    QMenu menu(this);
    for (int i = 0; i < kTaskColumns; ++i) {
        const auto column = static_cast<TaskColumn>(i);
        auto *action = menu.addAction(columnTitle(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(i));
        action->setEnabled(column != TaskColumn::Name);
        connect(action, &QAction::toggled, this, [this, i](bool isOn) { setColumnHidden(i, !isOn); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Sort in the Order of the Queue")), &QAction::triggered, this,
            [this] { sortByColumn(static_cast<int>(TaskColumn::Position), Qt::AscendingOrder); });
    menu.exec(header()->mapToGlobal(at));
}

} // namespace sealift
