#pragma once

#include "task/task_id.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace sealift {

class DetailPane;
class EmptyPage;
class MessagePanel;
class TaskFilter;
class TaskQueue;
class TaskView;

/// The queue with what belongs to it: notices above, details below, and what is shown while there is nothing.
class QueuePage : public QWidget
{
    Q_OBJECT

public:
    /// @param view and @param detail become its children. @param queue and @param filter must outlive it.
    QueuePage(TaskQueue &queue, TaskFilter &filter, TaskView *view, DetailPane *detail, QWidget *parent = nullptr);

    void showNotice(const QString &title, const QString &detail);
    void setDetailShown(bool isShown);

    QByteArray saveSplitter() const;
    bool restoreSplitter(const QByteArray &state);

Q_SIGNALS:
    void importRequested();
    void sampleRequested();
    void filterCleared();

private:
    void choosePage();

    TaskQueue &m_queue;
    TaskFilter &m_filter;
    DetailPane *m_detail;
    MessagePanel *m_notice;
    QStackedWidget *m_pages;
    QSplitter *m_splitter;
    EmptyPage *m_empty;
    QWidget *m_nothing; ///< there are tasks, but the search hides all of them
};

} // namespace sealift
