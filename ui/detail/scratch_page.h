#pragma once

#include "task/task_record.h"
#include "ui/services/receipt_service.h"

#include <QWidget>

class QLabel;

namespace sealift {

class CheckList;
class FactList;
class ScratchGauge;
class StateTimeline;
class TaskTraces;

/// The chosen task's scratch volume: how full it is, what it went through, and whether it is gone.
class ScratchPage : public QWidget
{
    Q_OBJECT

public:
    /// @param traces must outlive it.
    explicit ScratchPage(const TaskTraces &traces, QWidget *parent = nullptr);

    void setTask(const TaskRecord &record);
    /// What the task's receipt says; nothing while there is none.
    void setReceipt(const std::optional<Receipt> &receipt);

private:
    void showChecks(const TaskRecord &record);

    const TaskTraces &m_traces;
    std::optional<Receipt> m_receipt;
    TaskId m_task;
    QString m_shownChecks;
    FactList *m_facts;
    ScratchGauge *m_gauge;
    StateTimeline *m_timeline;
    QLabel *m_promise;
    CheckList *m_checks;
};

} // namespace sealift
