#include "task/task_worker.h"

#include "task/audit_log.h"
#include "task/task_ledger.h"

#include <exception>

namespace sealift {

namespace {

constexpr qsizetype kMaxLines = 500;
constexpr int kFinishAttempts = 6;

} // namespace

TaskWorker::TaskWorker(Beginning beginning, Links links)
    : m_beginning(std::move(beginning))
    , m_links(std::move(links))
    , m_flow(m_links.shared)
    , m_scratch(m_beginning.record.scratch)
    , m_staged(m_beginning.record.staged)
    , m_thread([this] { work(); })
{
}

TaskWorker::~TaskWorker()
{
    requestStop(StopReason::Shutdown);
}

void TaskWorker::requestStop(StopReason reason)
{
    auto none = StopReason::None;
    if (reason == StopReason::Lost)
        m_reason = reason;
    else
        m_reason.compare_exchange_strong(none, reason);
    m_stop.request_stop();
}

void TaskWorker::work()
{
    TaskOutcome outcome;
    // Wrapped libraries' exceptions are caught where they are called; this is for what nobody has thought of.
    try {
        outcome = m_beginning.onlyCleanUp ? m_links.executor.cleanUp(m_beginning.record, *this)
                                          : m_links.executor.run(m_beginning.record, *this);
    } catch (const std::exception &exception) {
        outcome = {TaskState::Failed, Error(ErrorCode::Internal, QString::fromUtf8(exception.what()))};
        outcome.cleanup = CleanupStatus::unconfirmed({QStringLiteral("unknown: the task ended unexpectedly")});
    }
    const auto finished = finish(outcome);
    m_links.finished(m_beginning.record.id, finished ? std::nullopt : std::optional(finished.error()));
}

Status TaskWorker::finish(const TaskOutcome &outcome)
{
    const auto progress = onlyCleansUp() ? m_beginning.record.progress : TransferProgress::of(m_counters);
    const std::function<Result<std::monostate>(LedgerSeat &)> job = [&](LedgerSeat &seat) -> Result<std::monostate> {
        SEALIFT_TRY(seat.journal.updateProgress({{m_beginning.lease, progress, scratch()}}));
        return finishTask(seat, m_beginning.lease, outcome).map([] { return std::monostate(); });
    };
    auto pause = std::chrono::milliseconds(100);
    for (int attempt = 1;; ++attempt) {
        auto done = m_links.ledger.call(job);
        if (done)
            return {};
        // A full disk may be freed, a hanging process may be ended; a lost lease stays lost.
        const auto code = done.error().code();
        const bool mayPass = code == ErrorCode::NoSpace || code == ErrorCode::Io ||
                             (code == ErrorCode::Locked && done.error().retry() == Retry::Transient);
        if (!mayPass || attempt == kFinishAttempts)
            return fail(std::move(done).error());
        std::this_thread::sleep_for(pause);
        pause *= 2;
    }
}

Status TaskWorker::enter(TaskState state)
{
    // A pause that was asked for before comes first; not in a preflight, though, which leads to where it can be shown.
    if (state != TaskState::Transferring) {
        const auto passage = m_flow.enter(0, stop());
        if (!passage)
            return fail(Error::cancelled());
    }
    if (stop().stop_requested())
        return fail(Error::cancelled());
    return m_links.ledger
        .call<std::monostate>([&](LedgerSeat &seat) {
            return advanceTask(seat, m_beginning.lease, state).map([] { return std::monostate(); });
        })
        .map([](std::monostate) {});
}

Status TaskWorker::beginCleanup(TaskState ending, const std::optional<Error> &error)
{
    return m_links.ledger
        .call<std::monostate>([&](LedgerSeat &seat) {
            return beginTaskCleanup(seat, m_beginning.lease, ending, error).map([] { return std::monostate(); });
        })
        .map([](std::monostate) {});
}

Status TaskWorker::audit(const QString &event, const QJsonObject &fields)
{
    if (m_links.audit == nullptr)
        return {};
    return m_links.audit->append(AuditEvent{event, m_beginning.record.id.text(), fields});
}

Status TaskWorker::reportFindings(const QList<Finding> &findings)
{
    return m_links.ledger
        .call<std::monostate>([&](LedgerSeat &seat) {
            return seat.journal.setFindings(m_beginning.lease, findings).map([] { return std::monostate(); });
        })
        .map([](std::monostate) {});
}

Status TaskWorker::keepStaged(const QJsonObject &staged)
{
    {
        const std::lock_guard lock(m_mutex);
        if (staged == m_staged)
            return {};
    }
    SEALIFT_TRY(m_links.ledger.call<std::monostate>([&](LedgerSeat &seat) {
        return seat.journal.keepStaged(m_beginning.lease, staged).map([] { return std::monostate(); });
    }));
    const std::lock_guard lock(m_mutex);
    m_staged = staged;
    return {};
}

void TaskWorker::reportScratch(const ScratchStatus &status)
{
    const std::lock_guard lock(m_mutex);
    m_scratch = status;
}

ScratchStatus TaskWorker::scratch() const
{
    const std::lock_guard lock(m_mutex);
    return m_scratch;
}

void TaskWorker::log(const QString &line)
{
    const std::lock_guard lock(m_mutex);
    if (m_lines.size() == kMaxLines)
        m_lines.removeFirst();
    m_lines.push_back(line);
}

QStringList TaskWorker::takeLog()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_lines, {});
}

} // namespace sealift
