#pragma once

#include "task/task_id.h"

#include <QWidget>

class QSortFilterProxyModel;
class QTreeView;

namespace sealift {

class AuditService;
class LogModel;
class MessagePanel;
class SearchField;
class TaskTraces;

/// The chosen task's log, with a search.
class LogPage : public QWidget
{
    Q_OBJECT

public:
    /// @param traces and @param audit must outlive it.
    LogPage(TaskTraces &traces, AuditService &audit, QWidget *parent = nullptr);

    void setTask(const TaskId &id);
    /// Reads the audit log again if the page is shown, else once it is.
    void refresh();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void copy() const;
    void showLines();

    TaskTraces &m_traces;

    AuditService &m_audit;
    TaskId m_task;
    bool m_isStale = false;
    LogModel *m_model;
    QSortFilterProxyModel *m_filter;
    SearchField *m_search;
    QTreeView *m_view;
    MessagePanel *m_message;
};

} // namespace sealift
