#pragma once

#include "task/task_record.h"

#include <QWidget>

class QLabel;

namespace sealift {

class FindingsView;
class MessagePanel;

/// What the look before the transfer found.
class PreflightPage : public QWidget
{
    Q_OBJECT

public:
    explicit PreflightPage(QWidget *parent = nullptr);

    void setTask(const TaskRecord &record);

private:
    QLabel *m_words;
    MessagePanel *m_failure; ///< what ended the task before anything was moved
    FindingsView *m_findings;
};

} // namespace sealift
