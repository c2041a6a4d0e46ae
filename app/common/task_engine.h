#pragma once

#include "common/state_paths.h"
#include "scratch/scratch_root.h"
#include "scratch/space_ledger.h"
#include "task/audit_log.h"
#include "task/job_executor.h"
#include "task/receipt_book.h"
#include "task/stray_scratch.h"
#include "task/task_queue.h"

#include <functional>
#include <memory>
#include <optional>

namespace sealift {

struct TaskEngineOptions {
    TaskPick pick = TaskPick::Own;
    int concurrency = 1;
    qint64 bytesPerSecond = 0;                           ///< of all tasks together; 0: no limit
    qint64 scratchQuota = ExecutorServices::kUsualQuota; ///< bytes, of each task's scratch volume
    /// Makes the jobs of tasks; may be empty where none is executed.
    JobExecutor::Factory factory = {};
    /// Which tasks this process executes, of those that `pick` allows; empty: all.
    std::function<bool(const TaskRecord &)> accepts = {};
    /// It cleans up after all tasks that `pick` allows, also after those that it does not accept.
    bool cleansUpAll = false;
    /// Which tasks whose process died over them are executed anew; the others fail, and may be tried again. Empty:
    /// none.
    std::function<bool(const TaskRecord &)> resumesAfterCrash = {};
    /// What tasks that are only cleaned up after have at their destinations (ExecutorServices::leftovers).
    std::function<Result<std::unique_ptr<JobStaging>>(const TaskRecord &)> leftovers = {};
};

/// Everything that executing tasks takes, wired together: scratch root, audit log, receipts, executor, queue. Made and
/// used on one thread with an event loop.
class TaskEngine
{
public:
    /// Errors: those of opening the folders, the log and the journal.
    static Result<std::unique_ptr<TaskEngine>> start(const StatePaths &paths, const TaskEngineOptions &options);
    ~TaskEngine();
    TaskEngine(const TaskEngine &) = delete;
    TaskEngine &operator=(const TaskEngine &) = delete;

    TaskQueue &queue() { return *m_queue; }
    ReceiptBook &receipts() { return m_receipts; }
    const ScratchRoot &scratch() const { return m_scratch; }

    /// Destroys scratch of dead processes that no task stands for any more (task/stray_scratch.h).
    Result<QList<StrayScratch>> sweepStrays();

    /// Why a task that was executed here failed, with all facts; nothing where it did not, or was executed elsewhere.
    std::optional<Error> failureOf(const TaskId &task) const;

private:
    class Executor;
    TaskEngine(const StatePaths &paths, ScratchRoot scratch, std::unique_ptr<AuditLog> audit);

    ScratchRoot m_scratch;
    SpaceLedger m_space;
    ReceiptBook m_receipts;
    std::unique_ptr<AuditLog> m_audit;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<TaskQueue> m_queue;
};

} // namespace sealift
