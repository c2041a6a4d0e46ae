#pragma once

#include "task/task_executor.h"
#include "task/task_operations.h"

#include <QStringList>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace sealift {

class AuditLog;
class TaskLedger;

/// One attempt of one task on a thread of its own. It knows neither the queue nor the other tasks.
class TaskWorker final : public TaskContext
{
public:
    struct Links {
        TaskExecutor &executor;
        TaskLedger &ledger;
        AuditLog *audit = nullptr;
        RateLimiter *shared = nullptr;
        /// Called on the worker's thread when the attempt is over and journaled; with an error, where it could not be.
        std::function<void(const TaskId &, std::optional<Error>)> finished;
    };

    /// Starts the thread. @param links must outlive the worker.
    TaskWorker(Beginning beginning, Links links);
    /// Asks it to stop for good and waits.
    ~TaskWorker() override;
    TaskWorker(const TaskWorker &) = delete;
    TaskWorker &operator=(const TaskWorker &) = delete;

    bool onlyCleansUp() const { return m_beginning.onlyCleanUp; }
    const TaskLease &lease() const { return m_beginning.lease; }

    /// The first reason counts, except that a lost lease overrules all.
    void requestStop(StopReason reason);

    ScratchStatus scratch() const;
    /// The lines logged since the last call.
    QStringList takeLog();

    FlowControl &flow() override { return m_flow; }
    TransferCounters &counters() override { return m_counters; }
    std::stop_token stop() const override { return m_stop.get_token(); }
    StopReason stopReason() const override { return m_reason.load(); }
    Status enter(TaskState state) override;
    Status beginCleanup(TaskState ending, const std::optional<Error> &error) override;
    Status audit(const QString &event, const QJsonObject &fields) override;
    Status reportFindings(const QList<Finding> &findings) override;
    Status keepStaged(const QJsonObject &staged) override;
    void reportScratch(const ScratchStatus &status) override;
    void log(const QString &line) override;

private:
    void work();
    Status finish(const TaskOutcome &outcome);

    const Beginning m_beginning;
    const Links m_links;
    FlowControl m_flow;
    TransferCounters m_counters;
    std::stop_source m_stop;
    std::atomic<StopReason> m_reason = StopReason::None;
    mutable std::mutex m_mutex; // for what follows
    ScratchStatus m_scratch;
    QJsonObject m_staged;
    QStringList m_lines;
    std::jthread m_thread; // last: it uses all others
};

} // namespace sealift
