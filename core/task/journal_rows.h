#pragma once

#include "base/result.h"
#include "task/task_record.h"

#include <QSqlQuery>

namespace sealift {

class JournalDatabase;

/// How records lie in the journal's tables. The functions that write are to be called inside a transaction.

/// Queries whose rows recordOf() reads.
namespace taskQueries {
/// One task: id.
extern const char *const kById;
/// All tasks of the states named in a list (",queued,paused,"), or all for an empty one; the list is bound twice. In
/// the order they run.
extern const char *const kByStates;
/// What has changed since: revision, and how many at most; in the order it changed.
extern const char *const kChangedSince;
} // namespace taskQueries

/// Errors: Corrupt, naming the task and what is wrong with it.
Result<TaskRecord> recordOf(const QSqlQuery &row);

/// The revision in a row of one of these queries.
qint64 revisionOf(const QSqlQuery &row);

/// Errors: NotFound; Corrupt.
Result<TaskRecord> loadTask(JournalDatabase &database, const TaskId &id);

/// Adds a task at the end of those of its priority; position and revision of the record do not count.
/// Errors: AlreadyExists; those of the database.
Status insertTask(JournalDatabase &database, const TaskRecord &record);

/// A number greater than that of every change before.
Result<qint64> nextRevision(JournalDatabase &database);

/// Gives the task the next revision: those who follow the journal look at it.
Status touchTask(JournalDatabase &database, const TaskId &id);

/// For columns that hold a time.
QVariant timeValue(const QDateTime &time);

/// For columns that hold a list of texts.
QString listText(const QStringList &list);

/// For the column of findings.
QString findingsColumn(const QList<Finding> &findings);

} // namespace sealift
