#pragma once

#include "task/task_record.h"

#include <QTreeView>

namespace sealift {

class TaskActions;
class TaskFilter;

/// The table of tasks.
class TaskView : public QTreeView
{
    Q_OBJECT

public:
    /// @param filter and @param actions must outlive it.
    TaskView(TaskFilter &filter, TaskActions &actions, QWidget *parent = nullptr);

    /// The chosen tasks, in the order shown.
    QList<TaskId> chosen() const;
    void choose(const QList<TaskId> &ids);

    /// Columns, their order and widths, and what it is sorted by.
    QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state);

Q_SIGNALS:
    void choiceChanged(const QList<sealift::TaskId> &ids);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    void setUpHeader();
    void showColumnMenu(const QPoint &at);
    void tellChoice();

    TaskFilter &m_filter;
    TaskActions &m_actions;
    QList<TaskId> m_kept; ///< chosen before a reset
};

} // namespace sealift
