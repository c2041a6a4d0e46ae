#include "task/service_export_staging.h"

#include "aws/patience.h"
#include "task/cleanup_entries.h"
#include "task/staging_folder.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr auto kBetweenLooks = std::chrono::milliseconds(1000);
/// A request that was sent by a process which then died has arrived by then, and is known of.
constexpr qint64 kAskSettling = 15;
/// How long the service may take to end a task. One that writes its last bytes cannot be cancelled, and is waited for.
constexpr auto kEnding = std::chrono::minutes(10);

bool areOver(const QList<ExportTaskFacts> &tasks)
{
    return std::all_of(tasks.begin(), tasks.end(), [](const ExportTaskFacts &task) { return task.isOver(); });
}

QString wordsOf(const QList<ExportTaskFacts> &tasks)
{
    QStringList words;
    for (const auto &task : tasks)
        words.append(QStringLiteral("%1 is %2").arg(task.id, task.status));
    return words.isEmpty() ? QStringLiteral("EC2 knows of no export of this task") : words.join(QStringLiteral(", "));
}

} // namespace

ServiceExportStaging::ServiceExportStaging(Ec2Settings settings, Ec2Opener open)
    : m_settings(std::move(settings))
    , m_open(std::move(open))
{
}

void ServiceExportStaging::setNote(const ServiceExportNote &note)
{
    const std::lock_guard lock(m_mutex);
    m_note = note;
}

ServiceExportNote ServiceExportStaging::note() const
{
    const std::lock_guard lock(m_mutex);
    return m_note;
}

QString ServiceExportStaging::place() const
{
    const auto note = this->note();
    return note.isEmpty() ? QStringLiteral("the bucket for exports") : note.folder;
}

QJsonObject ServiceExportStaging::staged() const
{
    return staysForNext() ? note().toJson() : QJsonObject();
}

Status ServiceExportStaging::reach()
{
    const auto note = this->note();
    if (!m_access) {
        auto settings = m_settings;
        settings.region = note.region;
        SEALIFT_ASSIGN(m_access, m_open(settings, {}));
    }
    if (!m_folder) {
        SEALIFT_ASSIGN(auto connection, openStaging(*m_access, note.folder, StagingSettings().encryption));
        m_folder = std::make_unique<S3Folder>(std::move(connection));
    }
    return {};
}

/// The service's tasks that export to where this one does, which no other does: one - or two, where the service was
/// asked again because its answer was lost.
Result<QList<ExportTaskFacts>> ServiceExportStaging::find()
{
    const auto note = this->note();
    QList<ExportTaskFacts> ours;
    if (!note.asked.isValid())
        return ours;
    for (;;) {
        const bool counts =
            !note.exportTask.isEmpty() || note.asked.secsTo(QDateTime::currentDateTimeUtc()) >= kAskSettling;
        SEALIFT_ASSIGN(const auto all, m_access->exports().tasks(note.kind(), {}));
        for (const auto &task : all) {
            if (task.id == note.exportTask || task.goesTo(m_folder->bucket(), m_folder->keyOf(QString())))
                ours.append(task);
        }
        if (!ours.isEmpty() || counts)
            return ours;
        SEALIFT_TRY(pauseFor(kBetweenLooks, {}));
    }
}

Result<QList<ExportTaskFacts>> ServiceExportStaging::endTasks()
{
    const auto end = std::chrono::steady_clock::now() + kEnding;
    QStringList asked;
    for (;;) {
        SEALIFT_ASSIGN(const auto found, find());
        if (areOver(found))
            return found;
        for (const auto &task : found) {
            if (task.isOver() || task.isEnding() || asked.contains(task.id))
                continue;
            SEALIFT_TRY(m_access->exports().cancel(task.id, {}));
            asked.append(task.id);
        }
        if (std::chrono::steady_clock::now() > end)
            return fail(Error(ErrorCode::Timeout, QStringLiteral("long after it was to end: %1").arg(wordsOf(found))));
        SEALIFT_TRY(pauseFor(kBetweenLooks, {}));
    }
}

QList<StepResult> ServiceExportStaging::cleanUp()
{
    const auto *const task = "export-task-ended";
    const auto *const objects = "exported-removed";
    if (note().isEmpty())
        return {cleanupEntry(objects, true, QStringLiteral("nothing was exported into %1").arg(place()))};
    if (staysForNext())
        return {
            cleanupEntry(objects, true, QStringLiteral("%1 stays for the next attempt to go on with").arg(place()))};
    if (const auto reached = reach(); !reached)
        return {failedEntry(objects, place(), reached.error())};
    QList<StepResult> steps;
    const auto ended = endTasks();
    steps.append(ended ? cleanupEntry(task, true, wordsOf(*ended))
                       : failedEntry(task, QStringLiteral("the export at EC2"), ended.error()));
    if (m_isResult && note().isKept) {
        steps.append(cleanupEntry(objects, true, QStringLiteral("kept in %1, as was asked for").arg(place())));
        return steps;
    }
    const auto emptied = m_folder->empty({});
    steps.append(emptied ? removalEntry(objects, *emptied, place()) : failedEntry(objects, place(), emptied.error()));
    return steps;
}

Result<QList<CheckResult>> ServiceExportStaging::look()
{
    const auto *const objects = "no-exported-objects";
    if (note().isEmpty())
        return QList{cleanupEntry(objects, true, QStringLiteral("none was put into %1").arg(place()))};
    if (staysForNext())
        return QList{
            cleanupEntry(objects, true, QStringLiteral("%1 stays for the next attempt to go on with").arg(place()))};
    SEALIFT_TRY(reach());
    QList<CheckResult> checks;
    SEALIFT_ASSIGN(const auto found, find());
    checks.append(cleanupEntry("no-export-task", areOver(found), wordsOf(found)));
    SEALIFT_ASSIGN(const auto content, m_folder->content({}));
    if (m_isResult && note().isKept)
        checks.append(cleanupEntry(
            "exported-objects-kept", true,
            QStringLiteral("%1 has %2, as was asked for").arg(place(), content.objects.join(QStringLiteral(", ")))));
    else
        checks.append(absenceEntry(objects, content.objects, place()));
    checks.append(absenceEntry("no-export-uploads", content.uploads, place()));
    return checks;
}

} // namespace sealift
