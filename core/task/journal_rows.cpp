#include "task/journal_rows.h"

#include "base/json.h"
#include "task/journal_database.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace sealift {

namespace {

/// The columns of COLUMNS below, in this order.
enum Column {
    Id,
    Kind,
    Settings,
    Source,
    Destination,
    State,
    Wish,
    Ending,
    Priority,
    Position,
    Attempt,
    AfterCrash,
    Created,
    Started,
    Ended,
    BytesTotal,
    BytesDone,
    BytesRead,
    BytesHole,
    BytesKnown,
    BytesWritten,
    ErrorCodeName,
    ErrorWhat,
    ErrorRemedy,
    ScratchState,
    ScratchSize,
    ScratchUsed,
    ScratchHighWater,
    ScratchPath,
    Cleanup,
    CleanupLeft,
    Findings,
    Receipt,
    Staged,
    Revision,
    OwnerHost,
    OwnerPid,
};

#define SEALIFT_SELECT_TASKS                                                                                           \
    "SELECT t.id, t.kind, t.settings, t.source, t.destination, t.state, t.wish, t.ending, t.priority, t.position, "    \
    "t.attempt, t.after_crash, t.created, t.started, t.ended, t.bytes_total, t.bytes_done, t.bytes_read, "             \
    "t.bytes_hole, t.bytes_known, t.bytes_written, t.error_code, t.error_what, t.error_remedy, t.scratch_state, "      \
    "t.scratch_size, t.scratch_used, t.scratch_high_water, t.scratch_path, t.cleanup, t.cleanup_left, t.findings, "    \
    "t.receipt, t.staged, t.revision, l.host, l.pid FROM tasks t LEFT JOIN leases l ON l.task = t.id "

QDateTime timeOf(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::utc());
}

Result<TaskRecord> readRecord(const QSqlQuery &row)
{
    const auto text = [&row](Column column) { return row.value(column).toString(); };
    const auto number = [&row](Column column) { return row.value(column).toLongLong(); };
    TaskRecord record;
    SEALIFT_ASSIGN(record.id, TaskId::parse(text(Id)));
    SEALIFT_ASSIGN(record.kind, taskKindFromName(text(Kind)));
    SEALIFT_ASSIGN(record.settings, parseJsonObject(text(Settings).toUtf8(), QStringLiteral("its settings")));
    record.source = text(Source);
    record.destination = text(Destination);
    SEALIFT_ASSIGN(record.state, taskStateFromName(text(State)));
    SEALIFT_ASSIGN(record.wish, taskWishFromName(text(Wish)));
    if (!row.value(Ending).isNull()) {
        SEALIFT_ASSIGN(record.ending, taskStateFromName(text(Ending)));
    }
    record.priority = row.value(Priority).toInt();
    record.position = row.value(Position).toDouble();
    record.attempt = row.value(Attempt).toInt();
    record.afterCrash = row.value(AfterCrash).toBool();
    record.created = timeOf(row.value(Created));
    record.started = timeOf(row.value(Started));
    record.ended = timeOf(row.value(Ended));
    record.progress = {number(BytesTotal), number(BytesDone),  number(BytesRead),
                       number(BytesHole),  number(BytesKnown), number(BytesWritten)};
    if (!row.value(ErrorCodeName).isNull())
        record.error = TaskError{text(ErrorCodeName), text(ErrorWhat), text(ErrorRemedy)};
    record.scratch = {text(ScratchState), number(ScratchSize), number(ScratchUsed), number(ScratchHighWater),
                      text(ScratchPath)};
    SEALIFT_ASSIGN(record.cleanup.state, cleanupStateFromName(text(Cleanup)));
    const auto left = QJsonDocument::fromJson(text(CleanupLeft).toUtf8());
    if (!left.isArray())
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("its list of what is left is not valid")));
    record.cleanup.left = left.toVariant().toStringList();
    SEALIFT_ASSIGN(
        record.findings,
        findingsFromJson(QJsonDocument::fromJson(text(Findings).toUtf8()).array()).map_error([](Error error) {
            return std::move(error).during(QStringLiteral("its findings"));
        }));
    record.receipt = text(Receipt);
    if (const auto staged = text(Staged); !staged.isEmpty()) {
        SEALIFT_ASSIGN(record.staged, parseJsonObject(staged.toUtf8(), QStringLiteral("what it has on the way")));
    }
    record.ownerHost = text(OwnerHost);
    record.ownerPid = number(OwnerPid);
    return record;
}

} // namespace

namespace taskQueries {
const char *const kById = SEALIFT_SELECT_TASKS "WHERE t.id = ?";
const char *const kByStates = SEALIFT_SELECT_TASKS "WHERE ? = '' OR instr(?, ',' || t.state || ',') > 0 "
                                                   "ORDER BY t.priority DESC, t.position, t.id";
const char *const kChangedSince = SEALIFT_SELECT_TASKS "WHERE t.revision > ? ORDER BY t.revision LIMIT ?";
} // namespace taskQueries

#undef SEALIFT_SELECT_TASKS

Result<TaskRecord> recordOf(const QSqlQuery &row)
{
    auto record = readRecord(row);
    if (!record)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("the journal's record of task \"%1\" is damaged: %2")
                                                  .arg(row.value(Id).toString(), record.error().what())));
    return record;
}

qint64 revisionOf(const QSqlQuery &row)
{
    return row.value(Revision).toLongLong();
}

Result<TaskRecord> loadTask(JournalDatabase &database, const TaskId &id)
{
    std::optional<TaskRecord> found;
    const auto keep = [&found](const QSqlQuery &row) -> Status {
        SEALIFT_ASSIGN(found, recordOf(row));
        return {};
    };
    SEALIFT_TRY(database.each(taskQueries::kById, {id.text()}, keep));
    if (!found)
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no task %1").arg(id.text()),
                          QStringLiteral("`sealift tasks` lists the tasks with their ids.")));
    return std::move(*found);
}

Status insertTask(JournalDatabase &database, const TaskRecord &record)
{
    SEALIFT_ASSIGN(const auto revision, nextRevision(database));
    const auto settings = QString::fromUtf8(QJsonDocument(record.settings).toJson(QJsonDocument::Compact));
    auto added = database.run(
        "INSERT INTO tasks (id, kind, settings, source, destination, state, wish, priority, position, created, "
        "revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM tasks), ?, ?)",
        {record.id.text(), taskKindName(record.kind), settings, record.source, record.destination,
         taskStateName(TaskState::Queued), taskWishName(TaskWish::Run), record.priority, timeValue(record.created),
         revision});
    if (!added && added.error().code() == ErrorCode::AlreadyExists)
        return fail(
            Error(ErrorCode::AlreadyExists, QStringLiteral("there is a task %1 already").arg(record.id.text())));
    return added;
}

Result<qint64> nextRevision(JournalDatabase &database)
{
    SEALIFT_ASSIGN(const auto revision,
                   database.value("UPDATE counters SET value = value + 1 WHERE name = 'revision' RETURNING value"));
    return revision.toLongLong();
}

Status touchTask(JournalDatabase &database, const TaskId &id)
{
    SEALIFT_ASSIGN(const auto revision, nextRevision(database));
    return database.run("UPDATE tasks SET revision = ? WHERE id = ?", {revision, id.text()});
}

QVariant timeValue(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QString listText(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QString findingsColumn(const QList<Finding> &findings)
{
    return QString::fromUtf8(QJsonDocument(findingsToJson(findings)).toJson(QJsonDocument::Compact));
}

} // namespace sealift
