#pragma once

#include "task/task_record.h"

#include <QBasicTimer>
#include <QObject>

namespace sealift {

class TaskQueue;
class TaskTraces;

/// All tasks in a few numbers, for status bar, side panel and tray.
struct QueueTotals {
    int active = 0; ///< under way
    int paused = 0;
    int queued = 0;
    int done = 0;
    int failed = 0; ///< traces left included
    int unconfirmed = 0;
    // Of what is under way or paused; the rest of it is encrypted before it leaves memory.
    int plain = 0; ///< plain exports
    int toEc2 = 0;
    qint64 bytesTotal = 0; ///< of what is under way or paused
    qint64 bytesDone = 0;
    double importRate = 0; ///< bytes a second
    double exportRate = 0;
    qint64 scratchUsed = 0;
    int scratchVolumes = 0; ///< that exist

    int count() const { return active + paused + queued + done + failed; }
    /// Of what is under way, in whole per cent; -1 where nothing is.
    int percent() const;
    bool operator==(const QueueTotals &) const = default;
};

/// Counts a queue's tasks, twice a second at most, and tells when a number has changed.
class QueueSummary : public QObject
{
    Q_OBJECT

public:
    /// @param queue and @param traces must outlive it.
    QueueSummary(TaskQueue &queue, TaskTraces &traces, QObject *parent = nullptr);

    const QueueTotals &totals() const { return m_totals; }

Q_SIGNALS:
    void changed(const sealift::QueueTotals &totals);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void schedule();
    void count();

    TaskQueue &m_queue;
    TaskTraces &m_traces;
    QueueTotals m_totals;
    QBasicTimer m_timer;
};

} // namespace sealift
