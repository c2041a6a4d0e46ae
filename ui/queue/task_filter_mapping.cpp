#include "ui/queue/task_filter.h"
#include "ui/queue/task_model.h"

#include <QMimeData>

#include <algorithm>

namespace sealift {

namespace {

const auto kMimeType = QStringLiteral("application/x-sealift-tasks");

QList<TaskId> idsIn(const QMimeData &data)
{
    QList<TaskId> ids;
    for (const auto &text : QString::fromLatin1(data.data(kMimeType)).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (const auto id = TaskId::parse(text))
            ids.append(*id);
    }
    return ids;
}

} // namespace

TaskId TaskFilter::idAt(int row) const
{
    return m_model.idAt(m_rows[static_cast<std::size_t>(row)]);
}

const TaskRecord *TaskFilter::recordAt(int row) const
{
    return m_model.recordAt(m_rows[static_cast<std::size_t>(row)]);
}

int TaskFilter::rowOf(const TaskId &id) const
{
    const int row = m_model.rowOf(id);
    return row < 0 || row >= static_cast<int>(m_shown.size()) ? -1 : m_shown[static_cast<std::size_t>(row)];
}

QModelIndex TaskFilter::index(int row, int column, const QModelIndex &parent) const
{
    if (parent.isValid() || row < 0 || row >= rowCount() || column < 0 || column >= kTaskColumns)
        return {};
    return createIndex(row, column);
}

int TaskFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TaskFilter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kTaskColumns;
}

QModelIndex TaskFilter::mapToSource(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    return m_model.index(m_rows[static_cast<std::size_t>(index.row())], index.column());
}

QModelIndex TaskFilter::mapFromSource(const QModelIndex &source) const
{
    if (!source.isValid() || source.row() >= static_cast<int>(m_shown.size()))
        return {};
    return index(m_shown[static_cast<std::size_t>(source.row())], source.column());
}

QVariant TaskFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

QStringList TaskFilter::mimeTypes() const
{
    return {kMimeType};
}

QMimeData *TaskFilter::mimeData(const QModelIndexList &indexes) const
{
    std::vector<int> rows;
    for (const auto &index : indexes)
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QStringList lines;
    for (const int row : rows)
        lines += idAt(row).text();
    auto *data = new QMimeData;
    data->setData(kMimeType, lines.join(QLatin1Char('\n')).toLatin1());
    return data;
}

bool TaskFilter::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int, const QModelIndex &) const
{
    return isInQueueOrder() && action == Qt::MoveAction && data->hasFormat(kMimeType);
}

bool TaskFilter::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                              const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    const auto ids = idsIn(*data);
    TaskId target;
    // The first row behind the place that is not itself dragged.
    for (int i = before; i < rowCount() && target.isNull(); ++i) {
        if (!ids.contains(idAt(i)))
            target = idAt(i);
    }
    if (!ids.isEmpty())
        Q_EMIT moveRequested(ids, target);
    // The queue tells of the new order; the view must not remove the rows.
    return false;
}

} // namespace sealift
