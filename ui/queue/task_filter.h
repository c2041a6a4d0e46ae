#pragma once

#include "ui/queue/task_columns.h"
#include "ui/queue/task_order_key.h"

#include "task/task_record.h"

#include <QAbstractProxyModel>
#include <QTimer>

#include <vector>

namespace sealift {

class TaskModel;
class TaskTraces;

/// Which tasks are shown, by what they are at.
enum class TaskGroup {
    All,
    Active,    ///< under way, paused ones included
    Waiting,   ///< queued
    Done,      ///< completed or cancelled
    Attention, ///< failed, or traces are left
};

/// True if a task belongs to the group.
bool isInGroup(const TaskRecord &record, TaskGroup group);

/// The rows of a TaskModel that a search and a group leave, in an order. Unlike QSortFilterProxyModel it tells a change
/// of the filter as one change, however many rows it shows or hides, and brings the order up to date in batches: rows
/// do not jump about while somebody aims at them. The order is kept of hidden rows, too, so that a letter more or less
/// in a search sorts nothing.
class TaskFilter : public QAbstractProxyModel
{
    Q_OBJECT

public:
    /// @param model and @param traces must outlive it.
    TaskFilter(TaskModel &model, const TaskTraces &traces, QObject *parent = nullptr);

    /// Words that must all occur in a task's title or destination, in any case.
    void setSearch(const QString &words);
    void setGroup(TaskGroup group);
    TaskGroup group() const { return m_group; }
    /// Nothing is hidden.
    bool isOff() const { return m_words.isEmpty() && m_group == TaskGroup::All; }

    void sort(int column, Qt::SortOrder order) override;
    TaskColumn sortedBy() const { return m_column; }
    /// The rows are in the order in which the tasks run, and may be dragged into another one.
    bool isInQueueOrder() const { return m_column == TaskColumn::Position && m_order == Qt::AscendingOrder; }

    TaskId idAt(int row) const;
    const TaskRecord *recordAt(int row) const;
    /// -1 if it is not shown.
    int rowOf(const TaskId &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &) const override { return {}; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override { return !parent.isValid() && !m_rows.empty(); }
    QModelIndex mapToSource(const QModelIndex &index) const override;
    QModelIndex mapFromSource(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// Tasks were dragged. @param before null: to the end.
    void moveRequested(const QList<sealift::TaskId> &ids, const sealift::TaskId &before);
    /// The number of rows has changed, or may have.
    void shownChanged();

private:
    bool accepts(int sourceRow) const;
    void sortAll();
    std::vector<int> acceptedRows() const;
    void rebuild();
    void show();
    void settle();
    void reorder(std::vector<int> rows);
    bool removeUnwanted(const std::vector<int> &wanted);
    void place(std::vector<int> rows);
    void sourceInserted(int first, int last);
    void sourceRemoved(int first, int last);
    void sourceChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);

    TaskModel &m_model;
    const TaskTraces &m_traces;
    QStringList m_words;
    TaskGroup m_group = TaskGroup::All;
    TaskColumn m_column = TaskColumn::Position;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::vector<int> m_sorted; ///< all rows of the model, in order
    std::vector<int> m_rows;   ///< those of them that are shown
    std::vector<int> m_shown;  ///< for each row of the model, where it is shown; -1: hidden
    QTimer m_settling;
};

} // namespace sealift
