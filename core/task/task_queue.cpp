#include "task/task_queue.h"

#include "task/task_scheduler.h"

namespace sealift {

class TaskQueue::Private
{
public:
    std::unique_ptr<TaskScheduler> scheduler;
};

TaskQueue::TaskQueue(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

TaskQueue::~TaskQueue() = default;

Result<std::unique_ptr<TaskQueue>> TaskQueue::open(const TaskQueueOptions &options, TaskExecutor *executor)
{
    Q_ASSERT(executor != nullptr || options.pick == TaskPick::None);
    std::unique_ptr<TaskQueue> queue(new TaskQueue(std::make_unique<Private>()));
    queue->d->scheduler = std::make_unique<TaskScheduler>(*queue, options, executor);
    SEALIFT_TRY(queue->d->scheduler->start());
    return queue;
}

QList<TaskId> TaskQueue::tasks() const
{
    return d->scheduler->board().ordered();
}

const TaskRecord *TaskQueue::task(const TaskId &id) const
{
    const auto *entry = d->scheduler->board().find(id);
    return entry == nullptr ? nullptr : &entry->record;
}

qsizetype TaskQueue::count() const
{
    return d->scheduler->board().count();
}

bool TaskQueue::isExecutedHere(const TaskId &id) const
{
    const auto *entry = d->scheduler->board().find(id);
    return entry != nullptr && entry->worker != nullptr;
}

QList<TaskId> TaskQueue::add(const QList<TaskRecord> &records)
{
    QList<TaskId> ids;
    for (const auto &record : records)
        ids.push_back(record.id);
    d->scheduler->add(records);
    return ids;
}

void TaskQueue::pause(const QList<TaskId> &ids)
{
    d->scheduler->wishEach(ids, TaskWish::Pause);
}

void TaskQueue::pauseAll()
{
    d->scheduler->wishAll(TaskWish::Pause);
}

void TaskQueue::resume(const QList<TaskId> &ids)
{
    d->scheduler->wishEach(ids, TaskWish::Run);
}

void TaskQueue::resumeAll()
{
    d->scheduler->wishAll(TaskWish::Run);
}

void TaskQueue::cancel(const QList<TaskId> &ids)
{
    d->scheduler->wishEach(ids, TaskWish::Cancel);
}

void TaskQueue::retry(const QList<TaskId> &ids)
{
    d->scheduler->retry(ids);
}

void TaskQueue::retryCleanup(const QList<TaskId> &ids)
{
    d->scheduler->retryCleanup(ids);
}

void TaskQueue::remove(const QList<TaskId> &ids, Removal removal)
{
    d->scheduler->ask(ids, [ids, removal](LedgerSeat &seat) { return seat.journal.remove(ids, removal); });
}

void TaskQueue::move(const TaskId &id, QueueMove where)
{
    d->scheduler->ask({id}, [id, where](LedgerSeat &seat) { return seat.journal.move(id, where); });
}

void TaskQueue::moveBefore(const TaskId &id, const TaskId &other)
{
    d->scheduler->ask({id}, [id, other](LedgerSeat &seat) { return seat.journal.moveBefore(id, other); });
}

void TaskQueue::setPriority(const QList<TaskId> &ids, int priority)
{
    d->scheduler->ask(ids, [ids, priority](LedgerSeat &seat) { return seat.journal.setPriority(ids, priority); });
}

void TaskQueue::setConcurrency(int tasks)
{
    d->scheduler->setConcurrency(tasks);
}

void TaskQueue::reconsider()
{
    d->scheduler->reconsider();
}

void TaskQueue::setAside(const QList<TaskId> &ids)
{
    d->scheduler->setAside(ids);
}

void TaskQueue::setBytesPerSecond(qint64 bytesPerSecond)
{
    d->scheduler->setBytesPerSecond(bytesPerSecond);
}

void TaskQueue::setTaskBytesPerSecond(const TaskId &id, qint64 bytesPerSecond)
{
    d->scheduler->setTaskBytesPerSecond(id, bytesPerSecond);
}

void TaskQueue::shutdown()
{
    d->scheduler->shutdown();
}

} // namespace sealift
