#include "ui/queue/task_filter.h"

#include "ui/queue/task_model.h"
#include "ui/queue/task_traces.h"

#include <algorithm>
#include <numeric>

namespace sealift {

namespace {

constexpr int kSettleMs = 250;
constexpr int kRestlessSettleMs = 2000;
/// More rows than this are shown or hidden by a reset instead of one by one.
constexpr std::size_t kFew = 16;

} // namespace

bool isInGroup(const TaskRecord &record, TaskGroup group)
{
    switch (group) {
    case TaskGroup::All:
        return true;
    case TaskGroup::Active:
        return isUnderWay(record.state) || record.state == TaskState::Paused;
    case TaskGroup::Waiting:
        return record.state == TaskState::Queued;
    case TaskGroup::Done:
        return record.state == TaskState::Completed || record.state == TaskState::Cancelled;
    case TaskGroup::Attention:
        return record.state == TaskState::Failed;
    }
    return true;
}

TaskFilter::TaskFilter(TaskModel &model, const TaskTraces &traces, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_model(model)
    , m_traces(traces)
{
    setSourceModel(&model);
    m_settling.setSingleShot(true);
    connect(&m_settling, &QTimer::timeout, this, &TaskFilter::settle);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { sourceInserted(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { sourceRemoved(first, last); });
    connect(&model, &QAbstractItemModel::dataChanged, this, &TaskFilter::sourceChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, &TaskFilter::rebuild);
    rebuild();
}

void TaskFilter::setSearch(const QString &words)
{
    const auto list = words.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (list == m_words)
        return;
    m_words = list;
    show();
}

void TaskFilter::setGroup(TaskGroup group)
{
    if (group == m_group)
        return;
    m_group = group;
    show();
}

void TaskFilter::sort(int column, Qt::SortOrder order)
{
    m_column = column < 0 ? TaskColumn::Position : static_cast<TaskColumn>(column);
    m_order = order;
    sortAll();
    reorder(acceptedRows());
}

bool TaskFilter::accepts(int sourceRow) const
{
    const auto &text = m_model.searchTextAt(sourceRow);
    for (const auto &word : m_words) {
        if (!text.contains(word))
            return false;
    }
    if (m_group == TaskGroup::All)
        return true;
    const auto *record = m_model.recordAt(sourceRow);
    return record != nullptr && isInGroup(*record, m_group);
}

void TaskFilter::sortAll()
{
    std::vector<TaskOrderKey> keys(static_cast<std::size_t>(m_model.rowCount()));
    for (int row = 0; row < m_model.rowCount(); ++row)
        keys[static_cast<std::size_t>(row)] = taskOrderKey(m_model, m_traces, row, m_column);
    m_sorted.resize(keys.size());
    std::iota(m_sorted.begin(), m_sorted.end(), 0);
    const bool isUp = m_order == Qt::AscendingOrder;
    std::sort(m_sorted.begin(), m_sorted.end(), [&keys, isUp](int a, int b) {
        const auto &x = keys[static_cast<std::size_t>(a)];
        const auto &y = keys[static_cast<std::size_t>(b)];
        return isUp ? x < y : y < x;
    });
}

std::vector<int> TaskFilter::acceptedRows() const
{
    std::vector<int> rows;
    rows.reserve(m_sorted.size());
    for (const int row : m_sorted) {
        if (accepts(row))
            rows.push_back(row);
    }
    return rows;
}

void TaskFilter::place(std::vector<int> rows)
{
    m_rows = std::move(rows);
    m_shown.assign(static_cast<std::size_t>(m_model.rowCount()), -1);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_shown[static_cast<std::size_t>(m_rows[i])] = static_cast<int>(i);
}

void TaskFilter::rebuild()
{
    m_settling.stop();
    sortAll();
    show();
}

/// Tells all rows anew, in the order that they have.
void TaskFilter::show()
{
    beginResetModel();
    place(acceptedRows());
    endResetModel();
    Q_EMIT shownChanged();
}

void TaskFilter::reorder(std::vector<int> rows)
{
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto before = persistentIndexList();
    QModelIndexList sources;
    sources.reserve(before.size());
    for (const auto &index : before)
        sources.append(mapToSource(index));
    place(std::move(rows));
    QModelIndexList after;
    after.reserve(before.size());
    for (const auto &source : sources)
        after.append(mapFromSource(source));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

/// Hides rows that are not wanted any more. False, and nothing happens, where they are many.
bool TaskFilter::removeUnwanted(const std::vector<int> &wanted)
{
    std::vector<bool> isWanted(m_shown.size(), false);
    for (const int row : wanted)
        isWanted[static_cast<std::size_t>(row)] = true;
    std::vector<int> unwanted;
    for (std::size_t i = m_rows.size(); i-- > 0;) {
        if (!isWanted[static_cast<std::size_t>(m_rows[i])])
            unwanted.push_back(static_cast<int>(i));
    }
    if (unwanted.size() > kFew)
        return false;
    for (const int row : unwanted) {
        beginRemoveRows({}, row, row);
        auto rest = m_rows;
        rest.erase(rest.begin() + row);
        place(std::move(rest));
        endRemoveRows();
    }
    return true;
}

/// Brings what is shown, and its order, up to date.
void TaskFilter::settle()
{
    sortAll();
    auto rows = acceptedRows();
    if (rows == m_rows)
        return;
    if (!removeUnwanted(rows))
        return show();
    if (rows.size() - m_rows.size() > kFew)
        return show();
    for (const int row : rows) {
        if (m_shown[static_cast<std::size_t>(row)] >= 0)
            continue;
        const auto end = static_cast<int>(m_rows.size());
        beginInsertRows({}, end, end);
        auto more = m_rows;
        more.push_back(row);
        place(std::move(more));
        endInsertRows();
    }
    reorder(std::move(rows));
    Q_EMIT shownChanged();
}

void TaskFilter::sourceInserted(int, int)
{
    m_shown.resize(static_cast<std::size_t>(m_model.rowCount()), -1);
    settle();
}

void TaskFilter::sourceRemoved(int first, int last)
{
    const int count = last - first + 1;
    for (std::size_t i = m_rows.size(); i-- > 0;) {
        if (m_rows[i] < first || m_rows[i] > last)
            continue;
        const int row = static_cast<int>(i);
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    std::erase_if(m_sorted, [first, last](int row) { return row >= first && row <= last; });
    auto rest = m_rows;
    for (auto *rows : {&m_sorted, &rest}) {
        for (auto &row : *rows) {
            if (row > last)
                row -= count;
        }
    }
    place(std::move(rest));
    Q_EMIT shownChanged();
}

void TaskFilter::sourceChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        const int shown = m_shown[static_cast<std::size_t>(row)];
        if (shown >= 0)
            Q_EMIT dataChanged(index(shown, topLeft.column()), index(shown, bottomRight.column()));
    }
    const auto column = static_cast<int>(m_column);
    const bool mayMove = topLeft.column() <= column && column <= bottomRight.column();
    const bool mayShow = m_group != TaskGroup::All && topLeft.column() <= static_cast<int>(TaskColumn::State);
    if ((mayMove || mayShow) && !m_settling.isActive())
        m_settling.start(isRestless(m_column) && !mayShow ? kRestlessSettleMs : kSettleMs);
}

} // namespace sealift
