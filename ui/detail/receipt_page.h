#pragma once

#include "task/task_record.h"
#include "ui/services/receipt_service.h"

#include <QWidget>

class QTextBrowser;
class QToolButton;

namespace sealift {

class FileService;
class MessagePanel;

/// The chosen task's receipt: whether it is valid, what it says, and ways to take it along.
class ReceiptPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ReceiptPage(ReceiptService &receipts, FileService &files, QWidget *parent = nullptr);

    void setTask(const TaskRecord &record);
    void setView(const ReceiptView &view);
    /// Reads and verifies the file again.
    void verify();

private:
    enum class SaveAs { Json, Html, Pdf };

    void save(SaveAs form);
    void showEmpty();

    ReceiptService &m_receipts;
    FileService &m_files;
    TaskId m_task;
    QString m_fileName;
    std::optional<ReceiptView> m_view;
    MessagePanel *m_message;
    QTextBrowser *m_text;
    QToolButton *m_verify;
    QToolButton *m_save;
};

} // namespace sealift
