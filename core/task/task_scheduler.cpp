#include "task/task_scheduler.h"

#include "task/task_operations.h"

#include <algorithm>

namespace sealift {

namespace {

using enum TaskState;
using namespace std::chrono_literals;

/// Somewhat less than ten updates a second, so that no second sees more.
constexpr auto kTick = 105ms;
/// Every so many ticks the journal gets to know how far the tasks are.
constexpr int kTicksPerNote = 10;
/// Changes within this time are told as one.
constexpr auto kFlush = 30ms;
/// How long the loop may be busy telling them at a stretch.
constexpr auto kFlushSlice = 4ms;
/// Cleanups of tasks that do not run come beside those that run: nobody is to wait for them.
constexpr int kCleanupsAtOnce = 4;
/// So many wishes are one transaction: others get to the journal in between.
constexpr qsizetype kWishesAtOnce = 250;
/// So many removals are told before the loop gets to its other events.
constexpr qsizetype kRemovedAtOnce = 250;

} // namespace

TaskScheduler::TaskScheduler(TaskQueue &queue, TaskQueueOptions options, TaskExecutor *executor)
    : m_queue(queue)
    , m_options(std::move(options))
    , m_executor(executor)
    , m_limit(m_options.bytesPerSecond)
    , m_concurrency(m_options.concurrency)
{
    m_tick.setInterval(kTick);
    m_tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_tick, &QTimer::timeout, &m_queue, [this] { tick(); });
    m_flush.setInterval(kFlush);
    m_flush.setSingleShot(true);
    QObject::connect(&m_flush, &QTimer::timeout, &m_queue, [this] { flushChanges(); });
    m_mailbox.afterSlice = [this] { settle(); };
}

TaskScheduler::~TaskScheduler()
{
    // All are asked before one is waited for.
    m_isClosing = true;
    m_isOver = true;
    for (const auto &id : m_working)
        m_board.find(id)->worker->requestStop(StopReason::Shutdown);
    for (const auto &id : m_working)
        m_board.find(id)->worker.reset();
    if (m_ledger)
        m_ledger->post([this](LedgerSeat &seat) -> TaskLedger::Answer {
            returnUnbegun(seat);
            return {};
        });
    m_ledger.reset();
}

void TaskScheduler::returnUnbegun(LedgerSeat &seat) const
{
    // Taken, but no worker has seen them: there is nothing to clean up.
    for (const auto &lease : QList(seat.held)) {
        const auto *entry = m_board.find(lease.task);
        if (entry == nullptr || !entry->isBeginning)
            continue;
        const auto record = seat.journal.load(lease.task);
        if (record && record->state == Preflight)
            static_cast<void>(finishTask(seat, lease, {Queued, {}, CleanupStatus::confirmed(), {}}));
    }
}

Status TaskScheduler::start()
{
    LedgerOptions options;
    options.file = m_options.journal;
    options.audit = m_options.audit;
    options.owner = m_options.owner;
    options.lease = m_options.lease;
    options.poll = m_options.poll;
    options.staleInterval = m_options.staleInterval;
    SEALIFT_ASSIGN(m_ledger, TaskLedger::start(options, observer()));
    return {};
}

LedgerObserver TaskScheduler::observer()
{
    LedgerObserver observer;
    observer.changed = [this](QList<TaskRecord> records) {
        tell([this, list = std::move(records)] { tasksChanged(list); });
    };
    observer.removed = [this](const QList<TaskId> &ids) {
        for (qsizetype begin = 0; begin < ids.size(); begin += kRemovedAtOnce)
            tell([this, some = ids.mid(begin, kRemovedAtOnce)] {
                for (const auto &id : some)
                    taskRemoved(id);
            });
    };
    observer.listed = [this](QList<TaskRecord> records, bool isFirst, bool isLast) {
        tell([this, list = std::move(records), isFirst, isLast] { taskListed(list, isFirst, isLast); });
    };
    observer.ready = [this] { tell([this] { ready(); }); };
    observer.lost = [this](const QList<TaskLease> &leases) { tell([this, leases] { leasesLost(leases); }); };
    observer.stale = [this](const QList<TaskId> &ids) { tell([this, ids] { tasksStale(ids); }); };
    observer.problem = [this](const QString &words) { tell([this, words] { Q_EMIT m_queue.problem(words); }); };
    return observer;
}

template <typename T>
void TaskScheduler::request(std::function<Result<T>(LedgerSeat &)> job, std::function<void(Result<T>)> then)
{
    ++m_asked;
    m_ledger->post([this, job = std::move(job), then = std::move(then)](LedgerSeat &seat) -> TaskLedger::Answer {
        auto result = std::make_shared<Result<T>>(job(seat));
        return [this, result, then] {
            tell([this, result, then] {
                --m_asked;
                then(std::move(*result));
            });
        };
    });
}

void TaskScheduler::ask(const QList<TaskId> &ids, std::function<Status(LedgerSeat &)> job)
{
    const std::function<Status(LedgerSeat &)> work = std::move(job);
    request<std::monostate>([work](LedgerSeat &seat) { return work(seat).map([] { return std::monostate(); }); },
                            [this, ids](const Result<std::monostate> &done) {
                                if (done)
                                    return;
                                for (const auto &id : ids)
                                    Q_EMIT m_queue.refused(id, done.error());
                            });
}

// What the journal tells

void TaskScheduler::taskListed(const QList<TaskRecord> &records, bool isFirst, bool isLast)
{
    if (isFirst)
        m_listed.clear();
    for (const auto &record : records)
        m_listed.insert(record.id);
    tasksChanged(records);
    if (!isLast)
        return;
    for (const auto &id : m_board.ids()) {
        if (!m_listed.contains(id))
            taskRemoved(id);
    }
    m_listed.clear();
}

void TaskScheduler::ready()
{
    m_isLoaded = true;
    Q_EMIT m_queue.loaded();
    schedule();
}

void TaskScheduler::tasksChanged(const QList<TaskRecord> &records)
{
    for (const auto &record : records) {
        const auto id = record.id;
        const auto change = m_board.update(record);
        auto &entry = *m_board.find(id);
        entry.isOwn = entry.isOwn || m_own.contains(id);
        if (change.isNew)
            Q_EMIT m_queue.taskAdded(id);
        if (change.isChanged)
            markChanged(id);
        if (change.hasProgressed)
            m_progressed.insert(id);
        if (change.isNew || change.isChanged) {
            reconcile(entry);
            sort(entry);
        }
        if (change.ended)
            Q_EMIT m_queue.taskEnded(id, *change.ended);
    }
    if (!m_progressed.empty() && !m_tick.isActive())
        m_tick.start();
    if (m_isLoaded)
        schedule();
}

void TaskScheduler::taskRemoved(const TaskId &id)
{
    if (m_board.find(id) == nullptr)
        return;
    m_runnable.remove(id);
    m_cleanable.remove(id);
    m_own.erase(id);
    m_working.erase(id);
    m_progressed.erase(id);
    m_board.remove(id);
    Q_EMIT m_queue.taskRemoved(id);
}

void TaskScheduler::leasesLost(const QList<TaskLease> &leases)
{
    for (const auto &lease : leases) {
        auto *entry = m_board.find(lease.task);
        if (entry == nullptr)
            continue;
        if (entry->worker && entry->worker->lease() == lease)
            entry->worker->requestStop(StopReason::Lost);
        m_own.erase(lease.task);
        entry->isOwn = false;
        sort(*entry);
    }
}

void TaskScheduler::tasksStale(const QList<TaskId> &ids)
{
    for (const auto &id : ids) {
        auto *entry = m_board.find(id);
        if (entry == nullptr || entry->worker)
            continue;
        entry->isStale = true;
        entry->isHeldBack = false;
        sort(*entry);
    }
    schedule();
}

// What is wanted

void TaskScheduler::add(const QList<TaskRecord> &records)
{
    QList<TaskId> ids;
    for (const auto &record : records) {
        ids.push_back(record.id);
        if (m_options.pick == TaskPick::Own)
            m_own.insert(record.id);
    }
    const auto isOwn = m_options.pick == TaskPick::Own;
    ask(ids, [records, isOwn](LedgerSeat &seat) -> Status {
        SEALIFT_ASSIGN(const auto leases, seat.journal.add(records, isOwn ? &seat.leases.owner() : nullptr));
        seat.held += leases;
        return {};
    });
}

void TaskScheduler::wishAll(TaskWish wish)
{
    // What runs comes first, and at once; the others in slices, so that the loop gets to its other events in between.
    wishEach({m_working.begin(), m_working.end()}, wish);
    const auto all = m_board.ids();
    for (qsizetype begin = 0; begin < all.size(); begin += kWishesAtOnce) {
        ++m_slices;
        tell([this, wish, some = all.mid(begin, kWishesAtOnce)] {
            --m_slices;
            wishEach(some, wish);
            schedule();
        });
    }
}

void TaskScheduler::wishEach(const QList<TaskId> &ids, TaskWish wish)
{
    QList<TaskId> some;
    for (const auto &id : ids) {
        auto *entry = m_board.find(id);
        if (entry == nullptr || isEnd(entry->record.state) || entry->record.wish == TaskWish::Cancel ||
            entry->record.wish == wish)
            continue;
        entry->record.wish = wish;
        ++entry->wishesPending;
        entry->isOwn = entry->isOwn || wish == TaskWish::Cancel;
        reconcile(*entry);
        sort(*entry);
        some.push_back(id);
        if (some.size() == kWishesAtOnce)
            wishSome(std::exchange(some, {}), wish);
    }
    if (!some.isEmpty())
        wishSome(some, wish);
}

void TaskScheduler::wishSome(const QList<TaskId> &ids, TaskWish wish)
{
    request<std::monostate>(
        [ids, wish](LedgerSeat &seat) { return wishTasks(seat, ids, wish).map([] { return std::monostate(); }); },
        [this, ids](const Result<std::monostate> &done) {
            for (const auto &id : ids) {
                auto *entry = m_board.find(id);
                if (entry == nullptr)
                    continue;
                --entry->wishesPending;
                markChanged(id);
                reconcile(*entry);
                sort(*entry);
                if (!done)
                    Q_EMIT m_queue.refused(id, done.error());
            }
            schedule();
        });
}

void TaskScheduler::retry(const QList<TaskId> &ids)
{
    const bool isOwn = m_options.pick == TaskPick::Own;
    for (const auto &id : ids) {
        auto *entry = m_board.find(id);
        if (entry == nullptr)
            continue;
        if (isOwn) {
            m_own.insert(id);
            entry->isOwn = true;
        }
        if (entry->record.end() == TaskEnd::CleanupUnconfirmed)
            askForCleanup(*entry, Queued);
        else
            ask({id}, [id, isOwn](LedgerSeat &seat) { return retryTask(seat, id, isOwn); });
    }
    schedule();
}

void TaskScheduler::retryCleanup(const QList<TaskId> &ids)
{
    for (const auto &id : ids) {
        auto *entry = m_board.find(id);
        if (entry != nullptr && entry->record.end() == TaskEnd::CleanupUnconfirmed)
            askForCleanup(*entry, entry->record.ending.value_or(Failed));
    }
    schedule();
}

void TaskScheduler::askForCleanup(TaskEntry &entry, TaskState ending)
{
    entry.isOwn = true;
    entry.isHeldBack = false;
    entry.cleanupEnding = ending;
    sort(entry);
}

void TaskScheduler::setConcurrency(int tasks)
{
    m_concurrency = tasks;
    schedule();
}

void TaskScheduler::reconsider()
{
    for (const auto &id : m_board.ids())
        sort(*m_board.find(id));
    schedule();
}

void TaskScheduler::setAside(const QList<TaskId> &ids)
{
    for (const auto &id : ids) {
        auto *entry = m_board.find(id);
        if (entry == nullptr)
            continue;
        entry->isSetAside = entry->isBeginning;
        if (entry->worker && !entry->worker->onlyCleansUp())
            entry->worker->requestStop(StopReason::Shutdown);
        // One that would have begun next must ask the executor first.
        sort(*entry);
    }
}

void TaskScheduler::setTaskBytesPerSecond(const TaskId &id, qint64 bytesPerSecond)
{
    auto *entry = m_board.find(id);
    if (entry == nullptr)
        return;
    entry->bytesPerSecond = bytesPerSecond;
    if (entry->worker)
        entry->worker->flow().limit().setRate(bytesPerSecond);
}

void TaskScheduler::shutdown()
{
    m_isClosing = true;
    for (const auto &id : m_working)
        m_board.find(id)->worker->requestStop(StopReason::Shutdown);
    // Told from the event loop, as all that follows.
    tell([] {});
}

// What runs when

bool TaskScheduler::mayTake(const TaskEntry &entry) const
{
    if (m_isClosing || m_executor == nullptr || m_options.pick == TaskPick::None)
        return false;
    if (entry.worker || entry.isBeginning || entry.isHeldBack)
        return false;
    const bool isFree = entry.record.ownerPid == 0 || entry.isStale || m_own.contains(entry.record.id);
    return isFree;
}

bool TaskScheduler::isRunnable(const TaskEntry &entry) const
{
    const bool isPicked = m_options.pick == TaskPick::All || m_own.contains(entry.record.id);
    return entry.record.state == Queued && entry.record.wish == TaskWish::Run && entry.wishesPending == 0 && isPicked &&
           mayTake(entry) && m_executor->accepts(entry.record);
}

bool TaskScheduler::isCleanable(const TaskEntry &entry) const
{
    const auto mayClean = [this, &entry] { return mayTake(entry) && m_executor->cleansUp(entry.record); };
    const auto &record = entry.record;
    if (record.state == Failed)
        return entry.cleanupEnding && mayClean();
    // Whose process died before it began it: one that takes all tasks will execute it, one that does not ends it.
    if (record.state == Queued && entry.isStale && m_options.pick == TaskPick::Own && !m_own.contains(record.id))
        return m_options.recover && mayClean();
    if (record.state == Queued || (record.state == Paused && !entry.isStale))
        return record.wish == TaskWish::Cancel && entry.wishesPending == 0 &&
               (m_options.pick == TaskPick::All || entry.isOwn) && mayClean();
    return !isEnd(record.state) && entry.isStale && m_options.recover && mayClean();
}

void TaskScheduler::sort(const TaskEntry &entry)
{
    const auto put = [&entry](TaskOrder &order, bool belongs) {
        if (belongs)
            order.put(entry.record);
        else
            order.remove(entry.record.id);
    };
    put(m_runnable, isRunnable(entry));
    put(m_cleanable, isCleanable(entry));
}

void TaskScheduler::reconcile(TaskEntry &entry)
{
    if (!entry.worker)
        fulfilOwnWish(entry);
    if (!entry.worker || entry.worker->onlyCleansUp())
        return;
    auto &flow = entry.worker->flow();
    const auto state = entry.record.state;
    switch (entry.record.wish) {
    case TaskWish::Cancel:
        if (entry.worker->stopReason() == StopReason::None) {
            entry.worker->requestStop(StopReason::Cancel);
            step(entry, Cancelling);
        }
        break;
    case TaskWish::Pause:
        // Once the transfer is over there is nothing to hold back but the end.
        if (state == Preflight || state == Transferring)
            flow.pause();
        else if (state != Paused)
            flow.resume();
        break;
    case TaskWish::Run:
        if (state != Paused && !entry.isStepping)
            flow.resume();
        break;
    }
}

void TaskScheduler::fulfilOwnWish(TaskEntry &entry)
{
    const auto &record = entry.record;
    const bool isToPause = record.state == Queued && record.wish == TaskWish::Pause;
    const bool isToQueue = record.state == Paused && record.wish == TaskWish::Run && !record.started.isValid();
    if ((!isToPause && !isToQueue) || entry.wishesPending > 0 || entry.isBeginning || !m_own.contains(record.id))
        return;
    ++entry.wishesPending;
    wishSome({record.id}, record.wish);
}

void TaskScheduler::step(TaskEntry &entry, TaskState to)
{
    entry.isStepping = true;
    const auto lease = entry.worker->lease();
    request<std::monostate>(
        [lease, to](LedgerSeat &seat) {
            return advanceTask(seat, lease, to, QStringLiteral("asked for")).map([] { return std::monostate(); });
        },
        [this, id = lease.task](const Result<std::monostate> &) {
            // Where it failed the task has moved on by itself; what there is to be done shows in its record.
            auto *known = m_board.find(id);
            if (known == nullptr)
                return;
            known->isStepping = false;
            reconcile(*known);
            schedule();
        });
}

void TaskScheduler::resumePaused(int &slots)
{
    TaskOrder waiting;
    for (const auto &id : m_working) {
        const auto &entry = *m_board.find(id);
        if (entry.record.state == Paused && entry.record.wish == TaskWish::Run && !entry.isStepping)
            waiting.put(entry.record);
    }
    while (slots > 0 && !waiting.isEmpty()) {
        const auto id = *waiting.first();
        waiting.remove(id);
        // It flows once the journal says so: see reconcile().
        step(*m_board.find(id), Transferring);
        --slots;
    }
}

void TaskScheduler::schedule()
{
    // While not all have been told that they are to pause, none begins.
    if (m_isClosing || !m_isLoaded || m_slices > 0)
        return;
    int slots = m_concurrency - m_beginningRuns;
    int cleanups = kCleanupsAtOnce - m_beginningCleanups;
    for (const auto &id : m_working) {
        const auto &entry = *m_board.find(id);
        if (entry.worker->onlyCleansUp())
            --cleanups;
        else if (entry.record.state != Paused || entry.isStepping)
            --slots;
    }
    resumePaused(slots);
    while (slots > 0 && !m_runnable.isEmpty()) {
        begin(*m_runnable.first(), false);
        --slots;
    }
    while (cleanups > 0 && !m_cleanable.isEmpty()) {
        begin(*m_cleanable.first(), true);
        --cleanups;
    }
}

void TaskScheduler::begin(const TaskId &id, bool onlyCleanUp)
{
    auto &entry = *m_board.find(id);
    entry.isBeginning = true;
    auto &count = onlyCleanUp ? m_beginningCleanups : m_beginningRuns;
    ++count;
    const BeginningWish wish{onlyCleanUp, std::exchange(entry.cleanupEnding, std::nullopt)};
    sort(entry);
    request<std::optional<Beginning>>(
        [this, id, wish](LedgerSeat &seat) -> Result<std::optional<Beginning>> {
            // Nobody is left to execute it.
            if (m_isOver)
                return std::optional<Beginning>();
            return beginTask(seat, id, wish);
        },
        [this, id, &count](Result<std::optional<Beginning>> result) {
            --count;
            begun(id, std::move(result));
            schedule();
        });
}

void TaskScheduler::begun(const TaskId &id, Result<std::optional<Beginning>> result)
{
    auto *entry = m_board.find(id);
    if (entry == nullptr)
        return;
    entry->isBeginning = false;
    const bool isSetAside = std::exchange(entry->isSetAside, false);
    if (!result || !*result) {
        entry->isHeldBack = true;
        sort(*entry);
        // That somebody else was quicker is no failure.
        if (!result && result.error().code() != ErrorCode::Locked)
            Q_EMIT m_queue.refused(id, result.error());
        return;
    }
    TaskWorker::Links links{*m_executor, *m_ledger, m_options.audit, &m_limit,
                            [this](const TaskId &task, const std::optional<Error> &error) {
                                tell([this, task, error] { workerFinished(task, error); });
                            }};
    entry->worker = std::make_unique<TaskWorker>(std::move(**result), std::move(links));
    entry->worker->flow().limit().setRate(entry->bytesPerSecond);
    if (m_isClosing || (isSetAside && !entry->worker->onlyCleansUp()))
        entry->worker->requestStop(StopReason::Shutdown);
    entry->noted = entry->record.progress;
    entry->notedScratch = entry->record.scratch;
    m_working.insert(id);
    reconcile(*entry);
    sort(*entry);
    if (!m_tick.isActive())
        m_tick.start();
}

void TaskScheduler::workerFinished(const TaskId &id, const std::optional<Error> &error)
{
    auto *entry = m_board.find(id);
    if (entry == nullptr)
        return;
    if (const auto lines = entry->worker->takeLog(); !lines.isEmpty())
        Q_EMIT m_queue.taskLogged(id, lines);
    entry->worker.reset();
    entry->isStepping = false;
    m_working.erase(id);
    if (error)
        Q_EMIT m_queue.refused(id, *error);
    sort(*entry);
    schedule();
}

// What is told, and how often

void TaskScheduler::markChanged(const TaskId &id)
{
    if (!m_changedOnes.insert(id).second)
        return;
    m_changed.push_back(id);
    if (!m_flush.isActive())
        m_flush.start(kFlush);
}

void TaskScheduler::flushChanges()
{
    const auto end = std::chrono::steady_clock::now() + kFlushSlice;
    while (!m_changed.empty()) {
        if (std::chrono::steady_clock::now() >= end) {
            m_flush.start(0ms);
            return;
        }
        const auto id = m_changed.front();
        m_changed.pop_front();
        m_changedOnes.erase(id);
        if (m_board.find(id) != nullptr)
            Q_EMIT m_queue.taskChanged(id);
    }
}

void TaskScheduler::sample(const TaskId &id, TaskEntry &entry)
{
    auto &worker = *entry.worker;
    if (!worker.onlyCleansUp()) {
        const auto progress = TransferProgress::of(worker.counters());
        if (progress != entry.record.progress) {
            entry.record.progress = progress;
            m_progressed.insert(id);
        }
    }
    if (auto scratch = worker.scratch(); scratch != entry.record.scratch) {
        entry.record.scratch = std::move(scratch);
        markChanged(id);
    }
    if (const auto lines = worker.takeLog(); !lines.isEmpty())
        Q_EMIT m_queue.taskLogged(id, lines);
    // A pause is shown once nothing moves any more.
    const bool isPausing = entry.record.wish == TaskWish::Pause && entry.record.state == Transferring;
    if (isPausing && !entry.isStepping && worker.flow().isPaused() && worker.flow().waitIdle(0ms))
        step(entry, Paused);
}

void TaskScheduler::tick()
{
    for (const auto &id : std::vector(m_working.begin(), m_working.end())) {
        auto *entry = m_board.find(id);
        if (entry != nullptr && entry->worker && !isEnd(entry->record.state))
            sample(id, *entry);
    }
    if (++m_ticks % kTicksPerNote == 0)
        noteProgress();
    const QList<TaskId> moved(m_progressed.begin(), m_progressed.end());
    m_progressed.clear();
    if (!moved.isEmpty())
        Q_EMIT m_queue.tasksProgressed(moved);
    if (m_working.empty())
        m_tick.stop();
}

void TaskScheduler::noteProgress()
{
    QList<ProgressNote> notes;
    for (const auto &id : m_working) {
        auto &entry = *m_board.find(id);
        const auto &record = entry.record;
        if (entry.noted == record.progress && entry.notedScratch == record.scratch)
            continue;
        entry.noted = record.progress;
        entry.notedScratch = record.scratch;
        notes.push_back({entry.worker->lease(), record.progress, record.scratch});
    }
    if (!notes.isEmpty())
        ask({}, [notes](LedgerSeat &seat) { return seat.journal.updateProgress(notes); });
}

void TaskScheduler::settle()
{
    const bool isBusy = !m_working.empty() || m_beginningRuns > 0 || m_beginningCleanups > 0;
    if (m_isClosing && !isBusy && m_asked == 0 && !std::exchange(m_isClosed, true))
        Q_EMIT m_queue.closed();
    if (isBusy || !m_isLoaded || m_slices > 0 || !m_runnable.isEmpty() || !m_cleanable.isEmpty())
        m_isIdle = false;
    else if (m_asked == 0 && !std::exchange(m_isIdle, true))
        Q_EMIT m_queue.queueIdle();
}

} // namespace sealift
