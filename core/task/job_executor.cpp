#include "task/job_executor.h"

#include "scratch/scratch_root.h"
#include "scratch/scratch_volume.h"
#include "task/receipt_book.h"
#include "task/scratch_room.h"
#include "task/task_cleanup.h"

#include <algorithm>

namespace sealift {

namespace {

/// One attempt of one task.
class JobAttempt
{
public:
    JobAttempt(const TaskRecord &record, TaskContext &context, const ExecutorServices &services)
        : m_record(record)
        , m_context(context)
        , m_services(services)
    {
    }

    TaskOutcome run(const JobExecutor::Factory &factory)
    {
        m_services.receipts.prepareKey();
        auto job = factory(m_record);
        auto done = job ? openScratch().and_then([&] { return work(**job); }) : fail(std::move(job).error());
        AttemptRemains remains;
        if (!done)
            remains.error = std::move(done).error();
        if (job) {
            remains.facts = (*job)->facts();
            remains.staging = (*job)->staging();
            // What helper programs had to say on their way out counts only where nothing else went wrong.
            if (auto released = (*job)->release(); !released && !remains.error)
                remains.error = std::move(released).error();
        }
        remains.ending = m_context.endingAfter(remains.error);
        // Whoever has taken the task over works with what is there.
        const bool goesOn = remains.ending == TaskState::Queued || m_context.stopReason() == StopReason::Lost;
        if (goesOn && remains.staging != nullptr)
            remains.staging->keepForNextAttempt();
        const auto begun = m_context.beginCleanup(remains.ending, remains.error);
        if (!begun && !remains.error)
            remains.error = begun.error();
        // Somebody may have cancelled it until the moment above.
        if (m_context.stopReason() == StopReason::Cancel)
            remains.ending = TaskState::Cancelled;
        if (remains.ending == TaskState::Cancelled && remains.staging != nullptr)
            remains.staging->giveUpResult();
        remains.folder = m_folder.get();
        remains.volume = m_volume.get();
        remains.helpers = m_helpers;
        return cleanUpAttempt(m_record, m_context, m_services, remains);
    }

private:
    Status openScratch()
    {
        SEALIFT_ASSIGN(m_folder, m_services.scratch.create(m_record.id.text()));
        ScratchVolumeOptions options;
        options.quota = m_services.scratchQuota;
        options.expected = 0;
        options.observer = [this](const ScratchStateChange &) { reportScratch(); };
        SEALIFT_ASSIGN(m_volume, ScratchVolume::create(*m_folder, m_services.space, options));
        reportScratch();
        return m_context.audit(QStringLiteral("scratch-created"), {{QStringLiteral("volume"), m_volume->id()},
                                                                   {QStringLiteral("cipher"), ScratchVolume::kCipher},
                                                                   {QStringLiteral("quota"), m_volume->quota()},
                                                                   {QStringLiteral("path"), m_volume->path()}});
    }

    Status work(TaskJob &job)
    {
        SEALIFT_ASSIGN(const auto helperFolder, m_folder->helperFolder());
        ScratchRoom room(*m_folder, *m_volume, m_services.scratchPlugin,
                         [this](pid_t process) { rememberHelper(process); });
        const JobTools tools{
            .flow = m_context.flow(),
            .counters = m_context.counters(),
            .stop = m_context.stop(),
            .helperFolder = helperFolder,
            .helperStarted = [this](pid_t process) { rememberHelper(process); },
            .room = &room,
            .finalizing = [this] { return m_context.enter(TaskState::Finalizing); },
            .found = [this](const QList<Finding> &findings) { return m_context.reportFindings(findings); },
            .scratchFree = std::min(m_services.space.available().value_or(m_volume->quota()), m_volume->quota()),
            .staged = m_record.staged,
            .keepStaged = [this](const QJsonObject &staged) { return m_context.keepStaged(staged); },
            .audit = [this](const QString &event, const QJsonObject &fields) { return m_context.audit(event, fields); },
        };
        SEALIFT_TRY(job.prepare(tools));
        SEALIFT_TRY(m_context.enter(TaskState::Transferring));
        return job.transfer(tools);
    }

    void rememberHelper(pid_t process)
    {
        // One that has ended already leaves nothing to look for.
        if (const auto helper = HelperProcess::of(process))
            m_helpers.append(*helper);
    }

    void reportScratch()
    {
        if (!m_volume)
            return;
        m_context.reportScratch({scratchStateName(m_volume->lifecycle().state()), m_volume->quota(), m_volume->used(),
                                 m_volume->highWater(), m_volume->path()});
    }

    const TaskRecord &m_record;
    TaskContext &m_context;
    const ExecutorServices &m_services;
    std::unique_ptr<ScratchFolder> m_folder;
    std::unique_ptr<ScratchVolume> m_volume;
    QList<HelperProcess> m_helpers;
};

/// What an attempt of another process has at its destination, where this program cannot find out about it.
class UnknownStaging final : public JobStaging
{
public:
    explicit UnknownStaging(Error why)
        : m_why(std::move(why))
    {
    }
    QString place() const override { return QStringLiteral("the task's destination"); }
    QList<StepResult> cleanUp() override { return {}; }
    Result<QList<CheckResult>> look() override { return fail(m_why); }

private:
    const Error m_why;
};

/// Null where the task has nothing there.
std::unique_ptr<JobStaging> leftoversOf(const TaskRecord &record, const ExecutorServices &services)
{
    if (record.staged.isEmpty())
        return nullptr;
    if (!services.leftovers)
        return std::make_unique<UnknownStaging>(Error(
            ErrorCode::Unsupported, QStringLiteral("this program cannot look for what the task has at its destination"),
            QStringLiteral("Use \"sealift scratch sweep\".")));
    auto staging = services.leftovers(record);
    if (!staging)
        return std::make_unique<UnknownStaging>(std::move(staging).error());
    return std::move(*staging);
}

/// The folder that a process left behind; null where there is none any more.
Result<std::unique_ptr<ScratchFolder>> orphanedFolder(const ScratchRoot &root, const QString &task)
{
    auto folder = root.takeOver(task);
    if (!folder && folder.error().code() == ErrorCode::NotFound)
        return std::unique_ptr<ScratchFolder>();
    return folder;
}

} // namespace

JobExecutor::JobExecutor(const ExecutorServices &services, Factory factory)
    : m_services(services)
    , m_factory(std::move(factory))
{
}

TaskOutcome JobExecutor::run(const TaskRecord &record, TaskContext &context)
{
    return JobAttempt(record, context, m_services).run(m_factory);
}

TaskOutcome JobExecutor::cleanUp(const TaskRecord &record, TaskContext &context)
{
    AttemptRemains remains;
    remains.ending = record.ending.value_or(TaskState::Failed);
    const bool resumes = m_services.resumesAfterCrash && m_services.resumesAfterCrash(record);
    if (record.afterCrash && remains.ending == TaskState::Queued && !resumes) {
        remains.ending = TaskState::Failed;
        remains.error =
            Error(ErrorCode::Io, QStringLiteral("the process that executed the task ended before it was done"),
                  QStringLiteral("Try the task again: what had arrived in a library is used."));
    }
    auto folder = orphanedFolder(m_services.scratch, record.id.text());
    if (folder)
        remains.folder = folder->get();
    const auto staging = leftoversOf(record, m_services);
    remains.staging = staging.get();
    if (staging && remains.ending == TaskState::Queued)
        staging->keepForNextAttempt();
    // What cannot be taken over is found by the checks, which say that it is still there.
    return cleanUpAttempt(record, context, m_services, remains);
}

} // namespace sealift
