#pragma once

#include "task/task_record.h"

#include <QWidget>

namespace sealift {

class FactList;
class MessagePanel;
class TaskActions;
class TaskTraces;
class ThroughputChart;

/// The chosen task at a glance: what went wrong, if anything, then facts and the throughput.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    /// @param traces and @param actions must outlive it.
    OverviewPage(const TaskTraces &traces, TaskActions &actions, QWidget *parent = nullptr);

    void setTask(const TaskRecord &record);

private:
    void showProblem(const TaskRecord &record);

    const TaskTraces &m_traces;
    MessagePanel *m_message;
    FactList *m_left;
    FactList *m_right;
    ThroughputChart *m_chart;
};

} // namespace sealift
