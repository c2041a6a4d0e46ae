#pragma once

#include "task/journal.h"
#include "ui/common/icons.h"
#include "ui/queue/task_selection.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QMenu;

namespace sealift {

class FileService;
class TaskQueue;

/// What can be done with tasks: one action each, for menus, tool bar and keyboard alike, allowed where it makes sense.
class TaskActions : public QObject
{
    Q_OBJECT

public:
    /// @param queue and @param files must outlive it.
    TaskActions(TaskQueue &queue, FileService &files, QObject *parent = nullptr);

    /// The tasks that the actions are about, in the order shown. They are looked at again whenever they change.
    void choose(const QList<TaskId> &ids);
    const TaskChoice &choice() const { return m_choice; }

    /// Adds all actions to a menu, in groups.
    void fill(QMenu &menu) const;

    /// All of them; their object names are their ids.
    QList<QAction *> all() const;

    QAction *pause;
    QAction *resume;
    QAction *cancel;
    QAction *retry;
    QAction *top;
    QAction *up;
    QAction *down;
    QAction *bottom;
    QAction *receipt;
    QAction *folder;
    QAction *copy;
    QAction *remove;
    QAction *pauseAll;
    QAction *resumeAll;

Q_SIGNALS:
    void receiptRequested(const sealift::TaskId &id);

private:
    QAction *make(IconName shape, const QString &text, const QString &hint, const QKeySequence &keys);
    void connectQueue();
    void update();
    void move(bool isReversed, QueueMove where);
    void copyDetails() const;

    TaskQueue &m_queue;
    FileService &m_files;
    TaskChoice m_choice;
};

} // namespace sealift
