#include "task/task_ledger.h"

namespace sealift {

namespace {

using Clock = std::chrono::steady_clock;

constexpr qsizetype kListedAtOnce = 256;

} // namespace

TaskLedger::TaskLedger(LedgerOptions options, LedgerObserver observer)
    : m_options(std::move(options))
    , m_observer(std::move(observer))
{
}

TaskLedger::~TaskLedger() = default; // the thread is the last member: it ends first

Result<std::unique_ptr<TaskLedger>> TaskLedger::start(const LedgerOptions &options, LedgerObserver observer)
{
    std::unique_ptr<TaskLedger> ledger(new TaskLedger(options, std::move(observer)));
    std::promise<Status> opened;
    auto result = opened.get_future();
    ledger->m_thread =
        std::jthread([self = ledger.get(), &opened](const std::stop_token &stop) { self->work(stop, opened); });
    SEALIFT_TRY(result.get());
    return ledger;
}

void TaskLedger::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_arrived.notify_one();
}

void TaskLedger::work(const std::stop_token &stop, std::promise<Status> &opened)
{
    auto opening = Journal::open(m_options.file, m_options.audit);
    if (!opening) {
        opened.set_value(fail(std::move(opening).error()));
        return;
    }
    auto &journal = *opening->journal;
    journal.setLeaseTimes(m_options.lease);
    TaskLeases leases(journal, m_options.owner, m_options.lease);
    TaskControl control(journal);
    LedgerSeat seat{journal, leases, control, {}};
    opened.set_value({}); // not to be touched from here on
    for (const auto &warning : opening->warnings)
        m_observer.problem(warning);
    list(journal);
    lookForStale(seat);
    m_observer.ready();
    serve(seat, stop);
    for (const auto &lease : seat.held) {
        // One that is under way is left to be found: somebody has to clean up after it.
        const auto record = journal.load(lease.task);
        const bool hasBegun = record && record->started.isValid() && !isEnd(record->state);
        if (!hasBegun)
            static_cast<void>(leases.release(lease));
    }
}

void TaskLedger::serve(LedgerSeat &seat, const std::stop_token &stop)
{
    auto beatAt = Clock::now() + m_options.lease.heartbeat;
    auto staleAt = Clock::now() + m_options.staleInterval;
    for (;;) {
        auto jobs = waitForJobs(stop);
        const bool isOver = jobs.empty() && stop.stop_requested();
        for (const auto &job : jobs) {
            const auto answer = job(seat);
            follow(seat.journal);
            if (answer)
                answer();
        }
        if (isOver)
            return;
        const auto changed = seat.journal.changedByOthers();
        if (!changed)
            report(changed.error());
        else if (*changed)
            follow(seat.journal);
        const auto now = Clock::now();
        if (now >= beatAt) {
            beat(seat);
            beatAt = now + m_options.lease.heartbeat;
        }
        if (now >= staleAt) {
            lookForStale(seat);
            staleAt = now + m_options.staleInterval;
        }
    }
}

std::deque<TaskLedger::Job> TaskLedger::waitForJobs(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait_for(lock, stop, m_options.poll, [this] { return !m_jobs.empty(); });
    return std::exchange(m_jobs, {});
}

void TaskLedger::follow(Journal &journal)
{
    for (bool more = true; more;) {
        auto changes = journal.changesSince(m_revision);
        if (!changes) {
            report(changes.error());
            return;
        }
        if (changes->gap) {
            list(journal);
            return;
        }
        m_revision = changes->revision;
        more = changes->more;
        for (const auto &problem : changes->problems)
            m_observer.problem(problem);
        if (!changes->records.isEmpty())
            m_observer.changed(std::move(changes->records));
        if (!changes->removed.isEmpty())
            m_observer.removed(std::move(changes->removed));
    }
}

void TaskLedger::list(Journal &journal)
{
    // What is changed in between is told twice, which does no harm.
    const auto revision = journal.revision();
    auto all = journal.list();
    if (!revision || !all) {
        report(revision ? all.error() : revision.error());
        return;
    }
    m_revision = *revision;
    for (const auto &problem : all->problems)
        m_observer.problem(problem);
    const auto &records = all->records;
    qsizetype begin = 0;
    do {
        const auto count = std::min(kListedAtOnce, records.size() - begin);
        m_observer.listed(records.mid(begin, count), begin == 0, begin + count == records.size());
        begin += count;
    } while (begin < records.size());
}

void TaskLedger::lookForStale(LedgerSeat &seat)
{
    const auto stale = seat.leases.stale();
    if (!stale)
        report(stale.error());
    else if (!stale->isEmpty())
        m_observer.stale(*stale);
}

void TaskLedger::beat(LedgerSeat &seat)
{
    const auto lost = seat.leases.renew(seat.held);
    if (!lost) {
        report(lost.error());
        return;
    }
    if (lost->isEmpty())
        return;
    for (const auto &lease : *lost)
        seat.held.removeOne(lease);
    m_observer.lost(*lost);
}

void TaskLedger::report(const Error &error)
{
    // A journal that cannot be read stays so for a while: it is said once.
    if (error.what() == m_lastProblem)
        return;
    m_lastProblem = error.what();
    m_observer.problem(error.what());
}

} // namespace sealift
