#pragma once

#include "task/task_executor.h"
#include "task/task_job.h"

#include <functional>
#include <memory>

namespace sealift {

class ReceiptBook;
class ScratchRoot;
class SpaceLedger;

/// What the executor works with. All of it outlives the executor.
struct ExecutorServices {
    const ScratchRoot &scratch;
    SpaceLedger &space;
    ReceiptBook &receipts;
    QString auditFolder; ///< of the log that the tasks' contexts write to
    /// Whether a task whose process died is queued again, for this process to execute it; else it fails, and is tried
    /// again when somebody asks for that. Empty: none is.
    std::function<bool(const TaskRecord &)> resumesAfterCrash = {};
    /// What a task that this process does not execute has at its destination (TaskRecord::staged), for its cleanup. May
    /// be empty: then such a cleanup is not confirmed.
    std::function<Result<std::unique_ptr<JobStaging>>(const TaskRecord &)> leftovers = {};
    static constexpr qint64 kUsualQuota = 8LL << 30;
    qint64 scratchQuota = kUsualQuota; ///< size of each task's volume, bytes
    QString scratchPlugin = {};        ///< path of the nbdkit plugin that serves a volume to QEMU
};

/// Executes imports and exports: gives each its scratch volume, drives the job through its states, and at every end
/// destroys the scratch, looks that it is gone, and writes the receipt. Thread-safe: tasks run side by side.
class JobExecutor final : public TaskExecutor
{
public:
    /// Makes the job of a task. Called on the task's thread.
    using Factory = std::function<Result<std::unique_ptr<TaskJob>>(const TaskRecord &)>;

    JobExecutor(const ExecutorServices &services, Factory factory);

    TaskOutcome run(const TaskRecord &record, TaskContext &context) override;
    TaskOutcome cleanUp(const TaskRecord &record, TaskContext &context) override;

private:
    const ExecutorServices m_services;
    const Factory m_factory;
};

} // namespace sealift
