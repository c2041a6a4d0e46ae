#pragma once

#include "task/task_id.h"
#include "ui/services/receipt_service.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTabWidget;

namespace sealift {

class AuditService;
class FileService;
class LogPage;
class OverviewPage;
class PreflightPage;
class ReceiptPage;
class ScratchPage;
class TaskActions;
class TaskQueue;
class TaskTraces;

/// The chosen task in detail, a page for each side of it.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Sources {
        TaskQueue &queue;
        TaskTraces &traces;
        TaskActions &actions;
        ReceiptService &receipts;
        AuditService &audit;
        FileService &files;
    };

    explicit DetailPane(const Sources &sources, QWidget *parent = nullptr);

    /// Null: nothing is chosen, or several tasks are. @param count how many.
    void setTask(const TaskId &id, qsizetype count);
    /// Brings the receipt's page to the front.
    void showReceipt();
    /// The number of the page in front, and back.
    int page() const;
    void setPage(int page);

private:
    void update(const TaskId &id);
    void receive(const ReceiptView &view);

    TaskQueue &m_queue;
    TaskId m_task;
    QString m_receiptName;
    QStackedLayout *m_stack;
    QLabel *m_hint;
    QTabWidget *m_tabs;
    OverviewPage *m_overview;
    ScratchPage *m_scratch;
    PreflightPage *m_preflight;
    LogPage *m_log;
    ReceiptPage *m_receipt;
};

} // namespace sealift
