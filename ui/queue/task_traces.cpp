#include "ui/queue/task_traces.h"

#include "task/task_queue.h"

namespace sealift {

namespace {

using std::chrono::milliseconds;

constexpr int kMaxTraces = 200;

} // namespace

TaskTraces::TaskTraces(TaskQueue &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    m_clock.start();
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &TaskTraces::tick);
    connect(&queue, &TaskQueue::taskAdded, this, &TaskTraces::look);
    connect(&queue, &TaskQueue::taskChanged, this, &TaskTraces::look);
    connect(&queue, &TaskQueue::taskRemoved, this, &TaskTraces::forget);
    connect(&queue, &TaskQueue::tasksProgressed, this, [this](const QList<TaskId> &ids) {
        for (const auto &id : ids)
            look(id);
    });
    connect(&queue, &TaskQueue::taskLogged, this, &TaskTraces::listen);
    for (const auto &id : queue.tasks())
        look(id);
}

double TaskTraces::rate(const TaskId &id) const
{
    return m_active.contains(id) ? m_traces.value(id).meter.rate() : 0;
}

std::optional<milliseconds> TaskTraces::timeLeft(const TaskId &id) const
{
    const auto *record = m_queue.task(id);
    const auto *seen = trace(id);
    if (record == nullptr || seen == nullptr || !m_active.contains(id) || record->progress.total <= 0)
        return std::nullopt;
    return seen->meter.timeFor(record->progress.total - record->progress.done);
}

double TaskTraces::totalRate(TaskKind kind) const
{
    double total = 0;
    for (const auto &id : m_active) {
        const auto *record = m_queue.task(id);
        const auto *seen = trace(id);
        if (record != nullptr && seen != nullptr && record->kind == kind)
            total += seen->meter.rate();
    }
    return total;
}

const TaskTrace *TaskTraces::trace(const TaskId &id) const
{
    const auto found = m_traces.constFind(id);
    return found == m_traces.cend() ? nullptr : &*found;
}

void TaskTraces::look(const TaskId &id)
{
    const auto *record = m_queue.task(id);
    if (record == nullptr)
        return;
    const bool isTransferring = record->state == TaskState::Transferring;
    auto found = m_traces.find(id);
    if (!isTransferring && (found == m_traces.end() || isEnd(record->state)) && !isUnderWay(record->state)) {
        m_active.removeOne(id);
        if (found == m_traces.end())
            return;
    }
    if (found == m_traces.end()) {
        found = m_traces.insert(id, {});
        m_order.append(id);
        if (m_order.size() > kMaxTraces)
            m_traces.remove(m_order.takeFirst());
        found = m_traces.find(id);
    }
    auto &trace = *found;
    if (trace.attempt != record->attempt) {
        trace = {};
        trace.attempt = record->attempt;
    }
    const auto &scratch = record->scratch.state;
    if (!scratch.isEmpty() && (trace.scratch.isEmpty() || trace.scratch.last().state != scratch))
        trace.scratch.append({scratch, QDateTime::currentDateTimeUtc()});
    if (!isTransferring) {
        m_active.removeOne(id);
        return;
    }
    if (!m_active.contains(id))
        m_active.append(id);
    addSample(trace, milliseconds(m_clock.elapsed()), record->progress.done);
    if (!m_timer.isActive())
        m_timer.start();
}

void TaskTraces::addSample(TaskTrace &trace, milliseconds now, qint64 bytes) const
{
    trace.meter.add(now, bytes);
    if (trace.begun < milliseconds(0)) {
        trace.begun = now;
        trace.begunAt = bytes;
        trace.first = now;
        return;
    }
    const auto passed = now - trace.begun;
    if (passed < trace.stretch)
        return;
    const double seconds = static_cast<double>(passed.count()) / 1000;
    trace.samples.append({now - trace.first, static_cast<double>(bytes - trace.begunAt) / seconds});
    trace.begun = now;
    trace.begunAt = bytes;
    if (trace.samples.size() < TaskTrace::kMaxSamples)
        return;
    // Two neighbours become one, and stretches twice as long from now on.
    QList<TaskTrace::Sample> half;
    for (qsizetype i = 1; i < trace.samples.size(); i += 2)
        half.append({trace.samples[i].at, (trace.samples[i - 1].bytesPerSecond + trace.samples[i].bytesPerSecond) / 2});
    trace.samples = half;
    trace.stretch *= 2;
}

void TaskTraces::listen(const TaskId &id, const QStringList &words)
{
    look(id);
    const auto found = m_traces.find(id);
    if (found == m_traces.end())
        return;
    for (const auto &line : words)
        found->lines.append({QDateTime::currentDateTimeUtc(), line});
    if (found->lines.size() > TaskTrace::kMaxLines)
        found->lines.remove(0, found->lines.size() - TaskTrace::kMaxLines);
    Q_EMIT spoken(id);
}

void TaskTraces::forget(const TaskId &id)
{
    m_traces.remove(id);
    m_order.removeOne(id);
    m_active.removeOne(id);
}

void TaskTraces::tick()
{
    const auto ids = m_active;
    const milliseconds now(m_clock.elapsed());
    for (const auto &id : ids) {
        const auto *record = m_queue.task(id);
        const auto found = m_traces.find(id);
        // A transfer that stands still has a sample, too: its rate falls to nothing.
        if (record != nullptr && found != m_traces.end())
            addSample(*found, now, record->progress.done);
    }
    if (ids.isEmpty())
        m_timer.stop();
    Q_EMIT ratesChanged(ids);
}

} // namespace sealift
