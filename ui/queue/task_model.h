#pragma once

#include "task/task_record.h"
#include "ui/queue/row_text.h"
#include "ui/queue/task_columns.h"

#include <QAbstractTableModel>
#include <QBasicTimer>
#include <QHash>

#include <memory>
#include <unordered_map>
#include <vector>

namespace sealift {

class TaskQueue;
class TaskTraces;

/// The tasks of a queue as rows, in the order in which they became known. Changes come in batches: whatever the queue
/// tells within a sixtieth of a second becomes one.
class TaskModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        RecordRole = Qt::UserRole, ///< const TaskRecord *, valid until control returns to the event loop
        TextRole,                  ///< const RowText *, likewise
    };

    /// @param queue and @param traces must outlive it.
    TaskModel(TaskQueue &queue, TaskTraces &traces, QObject *parent = nullptr);
    ~TaskModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// What the user calls places: names by the locations that tasks have as their destination.
    void setPlaceNames(const QHash<QString, QString> &names);
    /// The destination by the user's name, if it has one.
    const QString &placeAt(int row) const { return m_rows[static_cast<std::size_t>(row)].place; }

    TaskId idAt(int row) const { return m_rows[static_cast<std::size_t>(row)].id; }
    /// Null where the queue has just forgotten it; so below.
    const TaskRecord *recordAt(int row) const;
    const RowText &textAt(int row) const;
    /// The title and the destination, in small letters: what a search looks into.
    const QString &searchTextAt(int row) const { return m_rows[static_cast<std::size_t>(row)].search; }
    const QString &titleAt(int row) const { return m_rows[static_cast<std::size_t>(row)].title; }
    /// -1 if there is none.
    int rowOf(const TaskId &id) const;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Row {
        TaskId id;
        QString title;
        QString place;
        QString search;
        bool isWaiting = false;                ///< and can be dragged into another place
        mutable std::unique_ptr<RowText> text; ///< made when it is first needed after a change
    };
    Row makeRow(const TaskId &id) const;
    QVariant display(int row, TaskColumn column) const;
    QString placeOf(const TaskRecord &record) const;
    void note(std::vector<TaskId> &list, const TaskId &id);
    void flush();
    void insertNew();
    void removeGone();
    void tellChanged(std::vector<TaskId> &ids, TaskColumn first, TaskColumn last);
    void renumber(std::size_t from);

    TaskQueue &m_queue;
    TaskTraces &m_traces;
    QHash<QString, QString> m_placeNames;
    std::vector<Row> m_rows;
    std::unordered_map<TaskId, int> m_index;
    std::vector<TaskId> m_added;
    std::vector<TaskId> m_removed;
    std::vector<TaskId> m_changed;
    std::vector<TaskId> m_progressed;
    QBasicTimer m_timer;
};

} // namespace sealift
