#include "cli/foreground.h"

#include "cli/bandwidth.h"
#include "cli/console.h"
#include "cli/preflight_report.h"
#include "cli/stored_jobs.h"
#include "cli/transfer_progress.h"
#include "common/bandwidth_settings.h"
#include "common/human_text.h"
#include "common/task_leftovers.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <mutex>

namespace sealift {

namespace {

ProgressSample sampleOf(const TaskRecord &record)
{
    const auto &progress = record.progress;
    ProgressSample sample;
    sample.total = progress.total;
    sample.done = progress.done;
    sample.read = progress.bytesRead;
    sample.holes = progress.bytesHole;
    sample.known = progress.bytesKnown;
    sample.stored = progress.bytesWritten;
    sample.service = ServiceState::of(record);
    return sample;
}

/// The last known progress: written by the queue's thread, read by the reporter's.
class SharedSample
{
public:
    void set(const ProgressSample &sample)
    {
        const std::lock_guard lock(m_mutex);
        m_sample = sample;
    }
    ProgressSample get() const
    {
        const std::lock_guard lock(m_mutex);
        return m_sample;
    }

private:
    mutable std::mutex m_mutex;
    ProgressSample m_sample;
};

} // namespace

std::optional<Error> failureOf(const TaskRecord &record, const std::optional<Error> &known)
{
    const auto end = record.end();
    if (end == TaskEnd::Completed)
        return std::nullopt;
    if (end == TaskEnd::Cancelled)
        return Error::cancelled();
    if (end == TaskEnd::CleanupUnconfirmed)
        return Error(ErrorCode::CleanupUnconfirmed,
                     QStringLiteral("the cleanup of task %1 is not confirmed: %2")
                         .arg(record.id.shortText(), record.cleanup.left.join(QStringLiteral("; "))));
    if (known)
        return known;
    if (record.error)
        return Error(errorCodeFromName(record.error->code).value_or(ErrorCode::Internal), record.error->what,
                     record.error->remedy);
    return Error(ErrorCode::Internal, QStringLiteral("task %1 has failed").arg(record.id.shortText()));
}

Foreground::Foreground(const CommandContext &context, std::unique_ptr<TaskEngine> engine)
    : m_context(context)
    , m_engine(std::move(engine))
{
}

Foreground::~Foreground() = default;

Result<std::unique_ptr<Foreground>> Foreground::start(const CommandContext &context, TaskEngineOptions options,
                                                      Moves moves)
{
    if (!options.leftovers)
        options.leftovers = taskLeftovers(cliEc2Opener(context.console), cliUploadOpener(context.console));
    SEALIFT_ASSIGN(const auto asked, bandwidthOf(context.arguments));
    options.bytesPerSecond = asked.value_or(0);
    SEALIFT_ASSIGN(const auto paths, statePaths());
    SEALIFT_ASSIGN(auto engine, TaskEngine::start(paths, options));
    QObject::connect(&engine->queue(), &TaskQueue::problem, &engine->queue(),
                     [&context](const QString &words) { context.console.warning(words); });
    std::unique_ptr<Foreground> foreground(new Foreground(context, std::move(engine)));
    if (!asked && moves == Moves::Images)
        foreground->keepToSettings(paths);
    auto &queue = foreground->m_engine->queue();
    QObject::connect(&queue, &TaskQueue::queueIdle, &queue, [one = foreground.get()] { one->m_hasRested = true; });
    // What is there already must be known before anything can be asked of it.
    QEventLoop loading;
    QObject::connect(&queue, &TaskQueue::loaded, &loading, &QEventLoop::quit);
    loading.exec();
    return foreground;
}

void Foreground::keepToSettings(const StatePaths &paths)
{
    const auto saved = savedBandwidth(paths);
    if (!saved) {
        m_context.console.warning(
            QStringLiteral("No bandwidth limit holds: %1. %2").arg(saved.error().what(), saved.error().remedy()));
        return;
    }
    if (*saved == BandwidthSettings())
        return;
    m_bandwidth = std::make_unique<BandwidthKeeper>(
        [saved = *saved](const QDateTime &moment) { return saved.limitAt(moment); },
        [&queue = m_engine->queue(), &console = m_context.console](qint64 bytesPerSecond) {
            queue.setBytesPerSecond(bytesPerSecond);
            if (bytesPerSecond > 0)
                console.note(QStringLiteral("note: Limited to %1 by the settings; \"--bandwidth none\" lifts that.")
                                 .arg(rateText(static_cast<double>(bytesPerSecond))));
        });
}

Result<ForegroundEnd> Foreground::run(const TaskRecord &record, const QString &label, const QString &storedWord)
{
    return wait(m_engine->queue().add(record), label, storedWord, Awaited::NextEnd);
}

Result<ForegroundEnd> Foreground::wait(const TaskId &id, const QString &label, const QString &storedWord,
                                       Awaited awaited)
{
    auto &queue = m_engine->queue();
    if (const auto *record = queue.task(id); awaited == Awaited::End && record != nullptr && isEnd(record->state))
        return endOf(id);
    SharedSample shared;
    std::optional<Error> refusal;
    QEventLoop loop;
    QObject listener;
    QObject::connect(&queue, &TaskQueue::tasksProgressed, &listener, [&](const QList<TaskId> &ids) {
        if (ids.contains(id))
            shared.set(sampleOf(*queue.task(id)));
    });
    QList<Finding> shown;
    const auto showNew = [&] {
        const auto *record = queue.task(id);
        if (record == nullptr || record->findings == shown)
            return;
        shown = record->findings;
        showFindings(m_context.console, shown);
    };
    QObject::connect(&queue, &TaskQueue::taskChanged, &listener, [&](const TaskId &changed) {
        if (changed == id)
            showNew();
    });
    QObject::connect(&queue, &TaskQueue::taskEnded, &listener, [&](const TaskId &ended) {
        if (ended != id)
            return;
        showNew();
        loop.quit();
    });
    QObject::connect(&queue, &TaskQueue::taskRemoved, &listener, [&](const TaskId &removed) {
        if (removed == id)
            loop.quit();
    });
    QObject::connect(&queue, &TaskQueue::refused, &listener, [&](const TaskId &refused, const Error &error) {
        if (refused == id) {
            refusal = error;
            loop.quit();
        }
    });
    const std::stop_callback cancel(m_context.stop, [&queue, id] {
        QMetaObject::invokeMethod(
            &queue, [&queue, id] { queue.cancel({id}); }, Qt::QueuedConnection);
    });
    {
        const auto progress = reportProgress(
            m_context,
            {.label = label, .storedWord = storedWord, .unit = {}, .sample = [&shared] { return shared.get(); }});
        loop.exec();
        // What is shown last is how far it came.
        if (const auto *record = queue.task(id))
            shared.set(sampleOf(*record));
    }
    if (refusal)
        return fail(*refusal);
    return endOf(id);
}

Result<ForegroundEnd> Foreground::endOf(const TaskId &id) const
{
    const auto *record = m_engine->queue().task(id);
    if (record == nullptr)
        return fail(Error(ErrorCode::NotFound, QStringLiteral("task %1 was removed").arg(id.shortText())));
    return ForegroundEnd{*record, failureOf(*record, m_engine->failureOf(id))};
}

void Foreground::settle()
{
    constexpr std::chrono::milliseconds kPause{20};
    const auto &queue = m_engine->queue();
    const auto isAtWork = [&queue] {
        const auto ids = queue.tasks();
        return std::any_of(ids.begin(), ids.end(), [&queue](const TaskId &id) { return queue.isExecutedHere(id); });
    };
    while (!m_hasRested || isAtWork()) {
        QEventLoop loop;
        QTimer::singleShot(kPause, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

} // namespace sealift
