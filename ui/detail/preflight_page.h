#pragma once

#include "task/task_record.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace sealift {

class MessagePanel;

/// What the look before the transfer found.
class PreflightPage : public QWidget
{
    Q_OBJECT

public:
    explicit PreflightPage(QWidget *parent = nullptr);

    void setTask(const TaskRecord &record);

private:
    void setFindings(const QList<Finding> &findings);

    QLabel *m_words;
    MessagePanel *m_failure; ///< what ended the task before anything was moved
    QVBoxLayout *m_list;
    QList<Finding> m_findings;
};

} // namespace sealift
