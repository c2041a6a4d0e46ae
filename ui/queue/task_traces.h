#pragma once

#include "base/rate_meter.h"
#include "task/task_record.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <optional>

namespace sealift {

class TaskQueue;

/// What was seen of a task while it ran: the window's own memory, gone with it.
struct TaskTrace {
    /// Throughput over a stretch of time, for a chart.
    struct Sample {
        std::chrono::milliseconds at; ///< since the first one, its end
        double bytesPerSecond;
    };
    /// A state of its scratch volume, when it was first seen.
    struct ScratchStep {
        QString state;
        QDateTime at;
    };

    int attempt = 0;
    RateMeter meter;
    QList<Sample> samples; ///< kMaxSamples at most: the stretches grow
    QList<ScratchStep> scratch;
    QList<std::pair<QDateTime, QString>> lines; ///< what it said, kMaxLines at most

    static constexpr int kMaxLines = 500;

    static constexpr int kMaxSamples = 240;

    // Of the stretch under way.
    std::chrono::milliseconds begun{-1};
    qint64 begunAt = 0;
    std::chrono::milliseconds stretch{1000};
    std::chrono::milliseconds first{-1};
};

/// Watches what runs in a queue, and remembers how fast it went. Lives on the queue's thread.
class TaskTraces : public QObject
{
    Q_OBJECT

public:
    /// @param queue must outlive it.
    explicit TaskTraces(TaskQueue &queue, QObject *parent = nullptr);

    /// Smoothed, in bytes a second; 0 for a task that does not transfer.
    double rate(const TaskId &id) const;
    /// Nothing where it cannot be told yet.
    std::optional<std::chrono::milliseconds> timeLeft(const TaskId &id) const;
    /// Of all tasks of that kind together.
    double totalRate(TaskKind kind) const;
    /// Null if nothing was seen of it. Valid until control returns to the event loop.
    const TaskTrace *trace(const TaskId &id) const;

Q_SIGNALS:
    /// Twice a second, the tasks that transfer and those that just ceased to.
    void ratesChanged(const QList<sealift::TaskId> &ids);
    /// There are new lines.
    void spoken(const sealift::TaskId &id);

private:
    void look(const TaskId &id);
    void listen(const TaskId &id, const QStringList &words);
    void forget(const TaskId &id);
    void addSample(TaskTrace &trace, std::chrono::milliseconds now, qint64 bytes) const;
    void tick();

    TaskQueue &m_queue;
    QHash<TaskId, TaskTrace> m_traces;
    QList<TaskId> m_order;  ///< of m_traces, the oldest first
    QList<TaskId> m_active; ///< transfer at this moment
    QTimer m_timer;
    QElapsedTimer m_clock;
};

} // namespace sealift
