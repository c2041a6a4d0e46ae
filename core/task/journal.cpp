#include "task/journal.h"

#include "task/audit_log.h"
#include "task/journal_database.h"
#include "task/journal_opening.h"
#include "task/journal_rows.h"
#include "task/secret_guard.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace sealift {

namespace {

constexpr int kChangesAtOnce = 256;
/// Removals older than so many changes are forgotten.
constexpr qint64 kRemovalsKept = 20'000;

/// The hexadecimal digits of part of an id; empty if there is anything else in it but hyphens.
QString digitsOf(QStringView text)
{
    QString digits;
    for (const auto c : text) {
        if ((c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c >= QLatin1Char('a') && c <= QLatin1Char('f')))
            digits += c;
        else if (c != QLatin1Char('-'))
            return {};
    }
    return digits;
}

AuditEvent addedEvent(const TaskRecord &record)
{
    return {QStringLiteral("task-added"),
            record.id.text(),
            {{QStringLiteral("kind"), taskKindName(record.kind)},
             {QStringLiteral("source"), record.source},
             {QStringLiteral("destination"), record.destination}}};
}

AuditEvent stepEvent(const TaskStep &step)
{
    QJsonObject fields{{QStringLiteral("from"), taskStateName(step.from)},
                       {QStringLiteral("to"), taskStateName(step.to)}};
    if (!step.reason.isEmpty())
        fields.insert(QStringLiteral("reason"), step.reason);
    if (step.error) {
        fields.insert(QStringLiteral("error-code"), step.error->code);
        fields.insert(QStringLiteral("error"), step.error->what);
    }
    if (step.cleanup) {
        fields.insert(QStringLiteral("cleanup"), cleanupStateName(step.cleanup->state));
        if (!step.cleanup->left.isEmpty())
            fields.insert(QStringLiteral("left"), QJsonArray::fromStringList(step.cleanup->left));
    }
    if (!step.receipt.isEmpty())
        fields.insert(QStringLiteral("receipt"), step.receipt);
    return {QStringLiteral("transition"), step.task.text(), fields};
}

} // namespace

Journal::Journal(std::unique_ptr<JournalDatabase> database, AuditLog *audit)
    : m_database(std::move(database))
    , m_audit(audit)
{
}

Journal::~Journal() = default;

Result<JournalOpening> Journal::open(const QString &file, AuditLog *audit)
{
    JournalOpening opening;
    SEALIFT_ASSIGN(auto database, openJournalDatabase(file, opening.warnings));
    opening.journal.reset(new Journal(std::move(database), audit));
    SEALIFT_ASSIGN(opening.journal->m_dataVersion, opening.journal->m_database->dataVersion());
    return opening;
}

Status Journal::change(const std::function<Status()> &body)
{
    m_events.clear();
    return m_database->transaction(Durability::PowerCut, [&]() -> Status {
        SEALIFT_TRY(body());
        return m_audit == nullptr ? Status() : m_audit->append(m_events);
    });
}

Status Journal::apply(const TaskStep &step)
{
    SEALIFT_TRY(applyStep(*m_database, step));
    m_events += stepEvent(step);
    return {};
}

Result<QList<TaskLease>> Journal::add(const QList<TaskRecord> &records, const ProcessIdentity *owner)
{
    for (const auto &record : records) {
        SEALIFT_TRY(refuseSecrets(record.settings, QStringLiteral("the task's settings")));
        for (const auto &words : {record.source, record.destination})
            SEALIFT_TRY(refuseSecrets(words, QStringLiteral("the task's description")));
    }
    QList<TaskLease> leases;
    const auto body = [&]() -> Status {
        for (const auto &record : records) {
            SEALIFT_TRY(insertTask(*m_database, record));
            m_events += addedEvent(record);
            if (owner != nullptr) {
                SEALIFT_ASSIGN(auto lease, insertLease(*m_database, record.id, *owner));
                leases.push_back(std::move(lease));
            }
        }
        return {};
    };
    SEALIFT_TRY(change(body));
    return leases;
}

Result<TaskRecord> Journal::load(const TaskId &id)
{
    return loadTask(*m_database, id);
}

Result<TaskList> Journal::list(const QList<TaskState> &states)
{
    QString names;
    for (const auto state : states)
        names += QLatin1Char(',') + taskStateName(state);
    if (!names.isEmpty())
        names += QLatin1Char(',');
    TaskList found;
    const auto keep = [&found](const QSqlQuery &row) -> Status {
        if (auto record = recordOf(row))
            found.records.push_back(std::move(*record));
        else
            found.problems.push_back(record.error().what());
        return {};
    };
    SEALIFT_TRY(m_database->each(taskQueries::kByStates, {names, names}, keep));
    return found;
}

Result<TaskId> Journal::find(QStringView text)
{
    constexpr qsizetype kFewest = 4;
    const auto digits = digitsOf(text);
    if (digits.size() < kFewest)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is no task's id").arg(text),
                          QStringLiteral("Give at least %1 digits from its beginning or its end.").arg(kFewest)));
    QList<TaskId> found;
    const auto keep = [&found](const QSqlQuery &row) -> Status {
        if (const auto id = TaskId::parse(row.value(0).toString()))
            found.push_back(*id);
        return {};
    };
    SEALIFT_TRY(m_database->each("SELECT id FROM tasks WHERE replace(id, '-', '') GLOB ? || '*' "
                                 "OR replace(id, '-', '') GLOB '*' || ? ORDER BY id",
                                 {digits, digits}, keep));
    if (found.isEmpty())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no task %1").arg(text),
                          QStringLiteral("`sealift tasks` lists the tasks with their ids.")));
    if (found.size() == 1)
        return found.front();
    constexpr qsizetype kNamed = 5;
    QStringList names;
    for (const auto &id : found.first(std::min(found.size(), kNamed)))
        names += id.text();
    if (found.size() > kNamed)
        names += QStringLiteral("...");
    return fail(Error(ErrorCode::InvalidArgument,
                      QStringLiteral("%1 could be any of %2 tasks: %3")
                          .arg(text)
                          .arg(found.size())
                          .arg(names.join(QStringLiteral(", "))),
                      QStringLiteral("Give more digits; those at the end differ most.")));
}

Result<TaskRecord> Journal::transition(const TaskStep &step, const TaskLease *lease)
{
    std::optional<TaskRecord> record;
    const auto body = [&]() -> Status {
        SEALIFT_TRY(checkLease(*m_database, step.task, lease, m_leaseTimes));
        SEALIFT_TRY(apply(step));
        SEALIFT_ASSIGN(record, loadTask(*m_database, step.task));
        return {};
    };
    SEALIFT_TRY(change(body));
    return std::move(*record);
}

Result<QList<TaskTransition>> Journal::transitions(const TaskId &id)
{
    QList<TaskTransition> found;
    const auto keep = [&found](const QSqlQuery &row) -> Status {
        TaskTransition transition;
        SEALIFT_ASSIGN(transition.from, taskStateFromName(row.value(0).toString()));
        SEALIFT_ASSIGN(transition.to, taskStateFromName(row.value(1).toString()));
        transition.attempt = row.value(2).toInt();
        transition.time = QDateTime::fromMSecsSinceEpoch(row.value(3).toLongLong(), QTimeZone::utc());
        transition.reason = row.value(4).toString();
        found.push_back(std::move(transition));
        return {};
    };
    SEALIFT_TRY(m_database->each(
        "SELECT from_state, to_state, attempt, time, reason FROM transitions WHERE task = ? ORDER BY seq", {id.text()},
        keep));
    return found;
}

Status Journal::updateProgress(const QList<ProgressNote> &notes)
{
    if (notes.isEmpty())
        return {};
    return m_database->transaction(Durability::Crash, [&]() -> Status {
        for (const auto &[lease, progress, scratch] : notes) {
            SEALIFT_ASSIGN(const auto revision, nextRevision(*m_database));
            SEALIFT_TRY(m_database->run(
                "UPDATE tasks SET bytes_total = ?, bytes_done = ?, bytes_read = ?, bytes_hole = ?, bytes_known = ?, "
                "bytes_written = ?, scratch_state = ?, scratch_size = ?, scratch_used = ?, scratch_high_water = ?, "
                "scratch_path = ?, revision = ? "
                "WHERE id = ? AND EXISTS (SELECT 1 FROM leases WHERE task = tasks.id AND token = ?)",
                {progress.total, progress.done, progress.bytesRead, progress.bytesHole, progress.bytesKnown,
                 progress.bytesWritten, scratch.state, scratch.size, scratch.used, scratch.highWater, scratch.path,
                 revision, lease.task.text(), lease.token}));
        }
        return {};
    });
}

Status Journal::setFindings(const TaskLease &lease, const QList<Finding> &findings)
{
    SEALIFT_TRY(refuseSecrets(findingsToJson(findings), QStringLiteral("what preflight found")));
    return m_database->transaction(Durability::Crash, [&]() -> Status {
        SEALIFT_TRY(checkLease(*m_database, lease.task, &lease, m_leaseTimes));
        SEALIFT_TRY(m_database->run("UPDATE tasks SET findings = ? WHERE id = ?",
                                    {findingsColumn(findings), lease.task.text()}));
        return touchTask(*m_database, lease.task);
    });
}

Status Journal::keepStaged(const TaskLease &lease, const QJsonObject &staged)
{
    SEALIFT_TRY(refuseSecrets(staged, QStringLiteral("what task %1 has on the way").arg(lease.task.shortText())));
    const auto text =
        staged.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(staged).toJson(QJsonDocument::Compact));
    return m_database->transaction(Durability::PowerCut, [&]() -> Status {
        SEALIFT_TRY(checkLease(*m_database, lease.task, &lease, m_leaseTimes));
        SEALIFT_TRY(m_database->run("UPDATE tasks SET staged = ? WHERE id = ?", {text, lease.task.text()}));
        return touchTask(*m_database, lease.task);
    });
}

Status Journal::place(const TaskId &id, double position, int priority)
{
    SEALIFT_ASSIGN(const auto revision, nextRevision(*m_database));
    return m_database->run("UPDATE tasks SET position = ?, priority = ?, revision = ? WHERE id = ?",
                           {position, priority, revision, id.text()});
}

Status Journal::move(const TaskId &id, QueueMove where)
{
    return m_database->transaction(Durability::Crash, [&]() -> Status {
        SEALIFT_ASSIGN(const auto moved, loadTask(*m_database, id));
        if (moved.state != TaskState::Queued && moved.state != TaskState::Paused)
            return {};
        if (where == QueueMove::Top || where == QueueMove::Bottom) {
            SEALIFT_ASSIGN(const auto end, where == QueueMove::Top
                                               ? m_database->value("SELECT min(position) - 1 FROM tasks")
                                               : m_database->value("SELECT max(position) + 1 FROM tasks"));
            return place(id, end.toDouble(), moved.priority);
        }
        std::optional<std::pair<TaskId, double>> neighbour;
        const auto keep = [&neighbour](const QSqlQuery &row) -> Status {
            SEALIFT_ASSIGN(const auto other, TaskId::parse(row.value(0).toString()));
            neighbour = {other, row.value(1).toDouble()};
            return {};
        };
        if (where == QueueMove::Up)
            SEALIFT_TRY(m_database->each("SELECT id, position FROM tasks WHERE state IN ('queued', 'paused') AND "
                                         "priority = ? AND position < ? ORDER BY position DESC LIMIT 1",
                                         {moved.priority, moved.position}, keep));
        else
            SEALIFT_TRY(m_database->each("SELECT id, position FROM tasks WHERE state IN ('queued', 'paused') AND "
                                         "priority = ? AND position > ? ORDER BY position LIMIT 1",
                                         {moved.priority, moved.position}, keep));
        if (!neighbour)
            return {};
        SEALIFT_TRY(place(neighbour->first, moved.position, moved.priority));
        return place(id, neighbour->second, moved.priority);
    });
}

Result<double> Journal::positionBefore(const TaskRecord &other, const TaskId &moved)
{
    SEALIFT_ASSIGN(const auto before,
                   m_database->value("SELECT max(position) FROM tasks WHERE position < ? AND id <> ?",
                                     {other.position, moved.text()}));
    if (before.isNull())
        return other.position - 1;
    return (before.toDouble() + other.position) / 2;
}

Status Journal::moveBefore(const TaskId &id, const TaskId &other)
{
    return m_database->transaction(Durability::Crash, [&]() -> Status {
        SEALIFT_ASSIGN(const auto moved, loadTask(*m_database, id));
        SEALIFT_ASSIGN(auto next, loadTask(*m_database, other));
        if (id == other || (moved.state != TaskState::Queued && moved.state != TaskState::Paused))
            return {};
        SEALIFT_ASSIGN(auto position, positionBefore(next, id));
        if (position >= next.position || next.position - position < 1e-6) {
            // The gaps are used up: number all tasks anew, in the order they have.
            SEALIFT_TRY(m_database->run(
                "UPDATE tasks SET position = numbered.place FROM (SELECT id, row_number() OVER (ORDER BY position, id) "
                "AS place FROM tasks) AS numbered WHERE numbered.id = tasks.id"));
            SEALIFT_TRY(m_database->run("UPDATE tasks SET revision = (SELECT value FROM counters WHERE name = "
                                        "'revision') + position WHERE state IN ('queued', 'paused')"));
            SEALIFT_TRY(m_database->run("UPDATE counters SET value = (SELECT max(revision) FROM tasks) "
                                        "WHERE name = 'revision'"));
            SEALIFT_ASSIGN(next, loadTask(*m_database, other));
            SEALIFT_ASSIGN(position, positionBefore(next, id));
        }
        return place(id, position, next.priority);
    });
}

Status Journal::setPriority(const QList<TaskId> &ids, int priority)
{
    return m_database->transaction(Durability::Crash, [&]() -> Status {
        for (const auto &id : ids) {
            SEALIFT_ASSIGN(const auto record, loadTask(*m_database, id));
            SEALIFT_TRY(place(id, record.position, priority));
        }
        return {};
    });
}

Status Journal::removeOne(const TaskId &id, Removal removal)
{
    SEALIFT_ASSIGN(const auto record, loadTask(*m_database, id));
    const auto refused = [&id](const QString &why, const QString &remedy) {
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("task %1 %2").arg(id.shortText(), why), remedy));
    };
    if (removal == Removal::Ended && !isEnd(record.state))
        return refused(QStringLiteral("has not ended: it is %1").arg(taskStateName(record.state)),
                       QStringLiteral("Cancel it first."));
    if (removal == Removal::Ended && record.end() == TaskEnd::CleanupUnconfirmed)
        return refused(QStringLiteral("has left something behind: %1").arg(record.cleanup.left.join(u", ")),
                       QStringLiteral("Have its cleanup tried again first."));
    SEALIFT_TRY(checkLease(*m_database, id, nullptr, m_leaseTimes));
    SEALIFT_TRY(m_database->run("DELETE FROM tasks WHERE id = ?", {id.text()}));
    m_events +=
        AuditEvent{QStringLiteral("task-removed"), id.text(), {{QStringLiteral("state"), taskStateName(record.state)}}};
    SEALIFT_ASSIGN(const auto revision, nextRevision(*m_database));
    return m_database->run("INSERT INTO removals (revision, task) VALUES (?, ?)", {revision, id.text()});
}

Status Journal::remove(const QList<TaskId> &ids, Removal removal)
{
    return change([&]() -> Status {
        for (const auto &id : ids)
            SEALIFT_TRY(removeOne(id, removal));
        return {};
    });
}

Result<int> Journal::prune(const QDateTime &endedBefore)
{
    int count = 0;
    const auto body = [&]() -> Status {
        QList<TaskId> old;
        const auto keep = [&old](const QSqlQuery &row) -> Status {
            if (const auto id = TaskId::parse(row.value(0).toString()))
                old.push_back(*id);
            return {};
        };
        SEALIFT_TRY(m_database->each("SELECT id FROM tasks WHERE state IN ('completed', 'cancelled', 'failed') AND "
                                     "cleanup <> 'unconfirmed' AND ended < ?",
                                     {timeValue(endedBefore)}, keep));
        for (const auto &id : old)
            count += removeOne(id, Removal::Ended) ? 1 : 0;
        SEALIFT_ASSIGN(const auto now, revision());
        const auto forgotten = now - kRemovalsKept;
        SEALIFT_TRY(m_database->run("DELETE FROM removals WHERE revision <= ?", {forgotten}));
        if (m_database->changedRows() == 0)
            return {};
        return m_database->run("UPDATE counters SET value = ? WHERE name = 'forgotten'", {forgotten});
    };
    SEALIFT_TRY(change(body));
    return count;
}

QString Journal::interruptedReason()
{
    return QStringLiteral("its process died");
}

Status Journal::markAfterCrash(const TaskLease &lease)
{
    return m_database->transaction(Durability::PowerCut, [&]() -> Status {
        SEALIFT_TRY(checkLease(*m_database, lease.task, &lease, m_leaseTimes));
        SEALIFT_TRY(m_database->run("UPDATE tasks SET after_crash = 1 WHERE id = ?", {lease.task.text()}));
        return touchTask(*m_database, lease.task);
    });
}

Result<int> Journal::interruptions(const TaskId &id)
{
    SEALIFT_ASSIGN(const auto count, m_database->value("SELECT count(*) FROM transitions WHERE task = ? AND reason = ?",
                                                       {id.text(), interruptedReason()}));
    return count.toInt();
}

Result<TaskChanges> Journal::changesSince(qint64 since)
{
    TaskChanges changes;
    changes.revision = since;
    const auto body = [&]() -> Status {
        SEALIFT_ASSIGN(const auto forgotten, m_database->value("SELECT value FROM counters WHERE name = 'forgotten'"));
        if (forgotten.toLongLong() > since) {
            changes.gap = true;
            return {};
        }
        int rows = 0;
        const auto keep = [&](const QSqlQuery &row) -> Status {
            ++rows;
            changes.revision = revisionOf(row);
            if (auto record = recordOf(row))
                changes.records.push_back(std::move(*record));
            else
                changes.problems.push_back(record.error().what());
            return {};
        };
        SEALIFT_TRY(m_database->each(taskQueries::kChangedSince, {since, kChangesAtOnce}, keep));
        changes.more = rows == kChangesAtOnce;
        const auto upTo = changes.more ? changes.revision : std::numeric_limits<qint64>::max();
        return m_database->each("SELECT task, revision FROM removals WHERE revision > ? AND revision <= ? "
                                "ORDER BY revision",
                                {since, upTo}, [&changes](const QSqlQuery &row) -> Status {
                                    if (const auto id = TaskId::parse(row.value(0).toString()))
                                        changes.removed.push_back(*id);
                                    changes.revision = std::max(changes.revision, row.value(1).toLongLong());
                                    return {};
                                });
    };
    SEALIFT_TRY(m_database->snapshot(body));
    return changes;
}

Result<qint64> Journal::revision()
{
    SEALIFT_ASSIGN(const auto revision, m_database->value("SELECT value FROM counters WHERE name = 'revision'"));
    return revision.toLongLong();
}

Result<bool> Journal::changedByOthers()
{
    SEALIFT_ASSIGN(const auto version, m_database->dataVersion());
    const bool changed = version != m_dataVersion;
    m_dataVersion = version;
    return changed;
}

} // namespace sealift
