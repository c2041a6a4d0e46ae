#include "ui/queue/queue_summary.h"

#include "task/task_queue.h"
#include "ui/common/local_text.h"
#include "ui/common/task_protection.h"
#include "ui/common/task_text.h"
#include "ui/queue/task_traces.h"

#include <QTimerEvent>

namespace sealift {

namespace {

constexpr int kIntervalMs = 250;

void add(QueueTotals &totals, const TaskRecord &record)
{
    const auto state = scratchStateOf(record);
    if (!state.isEmpty() && state != u"destroyed" && state != u"confirmed") {
        ++totals.scratchVolumes;
        totals.scratchUsed += record.scratch.used;
    }
    switch (record.state) {
    case TaskState::Queued:
        ++totals.queued;
        return;
    case TaskState::Completed:
    case TaskState::Cancelled:
        ++totals.done;
        return;
    case TaskState::Failed:
        ++totals.failed;
        if (record.cleanup.state == CleanupStatus::State::Unconfirmed)
            ++totals.unconfirmed;
        return;
    case TaskState::Paused:
        ++totals.paused;
        break;
    default:
        ++totals.active;
    }
    const auto protection = protectionOf(record);
    totals.plain += protection == Protection::Plain ? 1 : 0;
    totals.toEc2 += protection == Protection::Ec2 ? 1 : 0;
    totals.bytesTotal += record.progress.total;
    totals.bytesDone += record.progress.done;
}

} // namespace

int QueueTotals::percent() const
{
    return active + paused == 0 || bytesTotal <= 0 ? -1 : percentOfWhole(bytesDone, bytesTotal);
}

QueueSummary::QueueSummary(TaskQueue &queue, TaskTraces &traces, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_traces(traces)
{
    for (const auto signal : {&TaskQueue::taskAdded, &TaskQueue::taskRemoved, &TaskQueue::taskChanged})
        connect(&queue, signal, this, &QueueSummary::schedule);
    connect(&traces, &TaskTraces::ratesChanged, this, &QueueSummary::schedule);
    count();
}

void QueueSummary::schedule()
{
    if (!m_timer.isActive())
        m_timer.start(kIntervalMs, this);
}

void QueueSummary::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_timer.stop();
    count();
}

void QueueSummary::count()
{
    QueueTotals totals;
    for (const auto &id : m_queue.tasks()) {
        if (const auto *record = m_queue.task(id))
            add(totals, *record);
    }
    totals.importRate = m_traces.totalRate(TaskKind::Import);
    totals.exportRate = m_traces.totalRate(TaskKind::Export);
    if (totals == m_totals)
        return;
    m_totals = totals;
    Q_EMIT changed(m_totals);
}

} // namespace sealift
