#include "common/task_engine.h"

#include "base/private_folder.h"
#include "common/audit_settings.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <map>
#include <mutex>

namespace sealift {

namespace {

/// The nbdkit plugin that serves scratch volumes: where it was installed, else where it was built.
QString scratchPlugin()
{
    const auto own = QCoreApplication::applicationDirPath();
    const auto installed = own + QStringLiteral("/../libexec/sealift/sealift-scratch.so");
    return QFileInfo::exists(installed) ? installed
                                        : own + QStringLiteral("/../../core/scratch/nbdkit/sealift-scratch.so");
}

} // namespace

/// Executes jobs, and remembers errors whole: the journal keeps their words only.
class TaskEngine::Executor final : public TaskExecutor
{
public:
    Executor(const ExecutorServices &services, const TaskEngineOptions &options)
        : m_jobs(services, options.factory)
        , m_accepts(options.accepts)
        , m_cleansUpAll(options.cleansUpAll)
    {
    }

    bool accepts(const TaskRecord &record) const override { return !m_accepts || m_accepts(record); }

    bool cleansUp(const TaskRecord &record) const override { return m_cleansUpAll || accepts(record); }

    TaskOutcome run(const TaskRecord &record, TaskContext &context) override
    {
        return remembered(record, m_jobs.run(record, context));
    }

    TaskOutcome cleanUp(const TaskRecord &record, TaskContext &context) override
    {
        return remembered(record, m_jobs.cleanUp(record, context));
    }

    std::optional<Error> failureOf(const TaskId &task) const
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_failures.find(task);
        return found == m_failures.end() ? std::nullopt : std::optional(found->second);
    }

private:
    TaskOutcome remembered(const TaskRecord &record, TaskOutcome outcome)
    {
        const std::lock_guard lock(m_mutex);
        m_failures.erase(record.id);
        if (outcome.error)
            m_failures.emplace(record.id, *outcome.error);
        return outcome;
    }

    JobExecutor m_jobs;
    const std::function<bool(const TaskRecord &)> m_accepts;
    const bool m_cleansUpAll;
    mutable std::mutex m_mutex;
    std::map<TaskId, Error> m_failures;
};

TaskEngine::TaskEngine(const StatePaths &paths, ScratchRoot scratch, std::unique_ptr<AuditLog> audit)
    : m_scratch(std::move(scratch))
    , m_space(m_scratch.path())
    , m_receipts(paths.receipts(), paths.identity())
    , m_audit(std::move(audit))
{
}

TaskEngine::~TaskEngine() = default;

Result<std::unique_ptr<TaskEngine>> TaskEngine::start(const StatePaths &paths, const TaskEngineOptions &options)
{
    SEALIFT_TRY(makePrivateFolder(paths.state, OpenToOthers::Close));
    SEALIFT_ASSIGN(auto scratch, ScratchRoot::open(paths.scratch));
    SEALIFT_ASSIGN(auto audit, openAudit(paths));
    std::unique_ptr<TaskEngine> engine(new TaskEngine(paths, std::move(scratch), std::move(audit)));
    engine->m_executor = std::make_unique<Executor>(
        ExecutorServices{engine->m_scratch, engine->m_space, engine->m_receipts, paths.audit(),
                         options.resumesAfterCrash, options.leftovers, options.scratchQuota, scratchPlugin()},
        options);

    TaskQueueOptions queue;
    queue.journal = paths.journal();
    queue.audit = engine->m_audit.get();
    queue.pick = options.pick;
    queue.concurrency = options.concurrency;
    queue.bytesPerSecond = options.bytesPerSecond;
    SEALIFT_ASSIGN(engine->m_queue, TaskQueue::open(queue, engine->m_executor.get()));
    return engine;
}

Result<QList<StrayScratch>> TaskEngine::sweepStrays()
{
    QSet<QString> spared;
    for (const auto &id : m_queue->tasks()) {
        const auto *task = m_queue->task(id);
        // One that has not ended, or not for good, gets its cleanup and its receipt from the queue.
        if (!isEnd(task->state) || task->end() == TaskEnd::CleanupUnconfirmed)
            spared.insert(id.text());
    }
    return sweepStrayScratch(m_scratch, *m_audit, spared);
}

std::optional<Error> TaskEngine::failureOf(const TaskId &task) const
{
    return m_executor->failureOf(task);
}

} // namespace sealift
