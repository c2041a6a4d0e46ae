#include "task/import_staging.h"

#include "aws/patience.h"
#include "task/cleanup_entries.h"
#include "task/snapshot_removal.h"
#include "task/staging_folder.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr auto kBetweenLooks = std::chrono::milliseconds(1000);
/// A request that was sent by a process which then died has arrived by then, and is known of.
constexpr qint64 kAskSettling = 15;
/// How long the service may take to end a task: it gives up what it had begun.
constexpr auto kEnding = std::chrono::minutes(10);
/// How long something may still be listed after the service has said that it is deleted.
constexpr auto kDeletionShows = std::chrono::seconds(30);

} // namespace

bool isTaggedWith(const Ec2Tags &tags, const QString &task)
{
    return std::any_of(tags.begin(), tags.end(), [&task](const auto &tag) {
        return tag.first == QLatin1String(kSnapshotTag) && tag.second == task;
    });
}

ImportStaging::ImportStaging(QString task, SnapshotSettings settings, Ec2Opener open)
    : m_task(std::move(task))
    , m_settings(std::move(settings))
    , m_kind(m_settings.registration ? ImportKind::Image : ImportKind::Snapshot)
    , m_open(std::move(open))
{
}

void ImportStaging::setNote(const StagedNote &note)
{
    const std::lock_guard lock(m_mutex);
    m_note = note;
}

void ImportStaging::setResult()
{
    m_isResult = true;
}

StagedNote ImportStaging::note() const
{
    const std::lock_guard lock(m_mutex);
    return m_note;
}

QString ImportStaging::place() const
{
    const auto note = this->note();
    return note.isEmpty() ? m_settings.staging->place : note.folder;
}

QJsonObject ImportStaging::staged() const
{
    return m_isKept && !m_isResult ? note().toJson() : QJsonObject();
}

Status ImportStaging::reach()
{
    const auto note = this->note();
    if (!m_access) {
        auto settings = m_settings.ec2;
        settings.region = note.region;
        SEALIFT_ASSIGN(m_access, m_open(settings, {}));
    }
    if (!m_folder) {
        SEALIFT_ASSIGN(auto connection, openStaging(*m_access, note.folder, m_settings.staging->encryption));
        m_folder = std::make_unique<S3Folder>(std::move(connection));
    }
    return {};
}

void ImportStaging::remember(const ImportTaskFacts &facts)
{
    const std::lock_guard lock(m_mutex);
    m_note.importTask = facts.id;
    if (!facts.image.isEmpty())
        m_image = facts.image;
    for (const auto &disk : facts.disks) {
        if (!disk.snapshot.isEmpty() && !m_note.snapshots.contains(disk.snapshot))
            m_note.snapshots.append(disk.snapshot);
    }
}

/// The service's task; one whose id was never told is found by its tag. Nothing where there is none.
Result<std::optional<ImportTaskFacts>> ImportStaging::find()
{
    const auto note = this->note();
    auto &imports = m_access->imports();
    std::optional<ImportTaskFacts> found;
    if (!note.importTask.isEmpty()) {
        SEALIFT_ASSIGN(found, imports.task(m_kind, note.importTask, {}));
    } else if (note.asked.isValid()) {
        for (;;) {
            const bool counts = note.asked.secsTo(QDateTime::currentDateTimeUtc()) >= kAskSettling;
            SEALIFT_ASSIGN(const auto all, imports.tasks(m_kind, false, {}));
            const auto ours = std::find_if(all.begin(), all.end(), [this](const ImportTaskFacts &facts) {
                return isTaggedWith(facts.tags, m_task);
            });
            if (ours != all.end())
                found = *ours;
            if (found || counts)
                break;
            SEALIFT_TRY(pauseFor(kBetweenLooks, {}));
        }
    }
    if (found)
        remember(*found);
    return found;
}

Result<std::optional<ImportTaskFacts>> ImportStaging::endTask()
{
    const auto end = std::chrono::steady_clock::now() + kEnding;
    bool isAsked = false;
    for (;;) {
        SEALIFT_ASSIGN(const auto found, find());
        if (!found || found->isOver())
            return found;
        if (!std::exchange(isAsked, true) && found->status != QLatin1String("deleting"))
            SEALIFT_TRY(m_access->imports().cancel(found->id, {}));
        if (std::chrono::steady_clock::now() > end)
            return fail(Error(
                ErrorCode::Timeout,
                QStringLiteral("import task %1 is still %2, long after it was to end").arg(found->id, found->status)));
        SEALIFT_TRY(pauseFor(kBetweenLooks, {}));
    }
}

/// What the service has made before it was stopped, or without anybody who has been told of it.
Result<QStringList> ImportStaging::removeResults()
{
    QStringList removed;
    auto &ec2 = m_access->ec2();
    if (!m_image.isEmpty()) {
        SEALIFT_ASSIGN(const bool wasThere, ec2.deregisterImage(m_image, {}));
        if (wasThere)
            removed.append(m_image);
    }
    for (const auto &snapshot : note().snapshots) {
        SEALIFT_ASSIGN(const bool wasThere, removeSnapshot(ec2, snapshot));
        if (wasThere)
            removed.append(snapshot);
    }
    return removed;
}

QList<StepResult> ImportStaging::cleanUp()
{
    const auto *const task = "import-task-ended";
    const auto *const results = "import-results-removed";
    const auto *const staging = "staging-emptied";
    if (note().isEmpty())
        return {cleanupEntry(staging, true, QStringLiteral("nothing was staged in %1").arg(place()))};
    if (m_isKept && !m_isResult)
        return {
            cleanupEntry(staging, true, QStringLiteral("%1 stays for the next attempt to go on with").arg(place()))};
    if (const auto reached = reach(); !reached)
        return {failedEntry(staging, place(), reached.error())};
    QList<StepResult> steps;
    const auto ended = endTask();
    if (!ended)
        steps.append(failedEntry(task, QStringLiteral("the import at EC2"), ended.error()));
    else
        steps.append(cleanupEntry(task, true,
                                  *ended ? QStringLiteral("%1 is %2").arg((*ended)->id, (*ended)->status)
                                         : QStringLiteral("EC2 knows of no import of this task")));
    if (!m_isResult) {
        const auto removed = removeResults();
        steps.append(removed ? removalEntry(results, *removed, QStringLiteral("EC2"))
                             : failedEntry(results, note().snapshots.join(QStringLiteral(", ")), removed.error()));
    }
    const auto emptied = m_folder->empty({});
    steps.append(emptied ? removalEntry(staging, *emptied, place()) : failedEntry(staging, place(), emptied.error()));
    return steps;
}

Result<QStringList> ImportStaging::leftResults()
{
    const auto patience = std::chrono::steady_clock::now() + kDeletionShows;
    for (;;) {
        QStringList left;
        for (const auto &snapshot : note().snapshots) {
            SEALIFT_ASSIGN(const auto found, m_access->ec2().snapshot(snapshot, {}));
            if (found)
                left.append(QStringLiteral("%1 (%2)").arg(found->id, found->state));
        }
        if (left.isEmpty() || std::chrono::steady_clock::now() > patience)
            return left;
        SEALIFT_TRY(pauseFor(kBetweenLooks, {}));
    }
}

Result<QList<CheckResult>> ImportStaging::look()
{
    const auto *const objects = "no-staged-objects";
    if (note().isEmpty())
        return QList{cleanupEntry(objects, true, QStringLiteral("none was put into %1").arg(place()))};
    if (m_isKept && !m_isResult)
        return QList{cleanupEntry(
            objects, true, QStringLiteral("%1 stays, encrypted, for the next attempt to go on with").arg(place()))};
    SEALIFT_TRY(reach());
    QList<CheckResult> checks;
    SEALIFT_ASSIGN(const auto found, find());
    checks.append(cleanupEntry("no-import-task", !found || found->isOver(),
                               found ? QStringLiteral("%1 is %2").arg(found->id, found->status)
                                     : QStringLiteral("EC2 knows of no import of this task")));
    if (m_isResult) {
        checks.append(
            cleanupEntry("no-imported-snapshot", true, QStringLiteral("what was imported is the result, encrypted")));
    } else {
        SEALIFT_ASSIGN(const auto left, leftResults());
        checks.append(absenceEntry("no-imported-snapshot", left, QStringLiteral("EC2")));
    }
    SEALIFT_ASSIGN(const auto content, m_folder->content({}));
    checks.append(absenceEntry(objects, content.objects, place()));
    checks.append(absenceEntry("no-staging-uploads", content.uploads, place()));
    return checks;
}

} // namespace sealift
