#include "task/task_step.h"

#include "task/journal_database.h"
#include "task/journal_rows.h"

namespace sealift {

namespace {

using enum TaskState;

tl::unexpected<Error> refused(const TaskStep &step, const QString &why)
{
    return fail(Error(ErrorCode::InvalidArgument,
                      QStringLiteral("task %1 cannot go from %2 to %3: %4")
                          .arg(step.task.shortText(), taskStateName(step.from), taskStateName(step.to), why)));
}

Status checkStep(const TaskStep &step, const TaskRecord &after)
{
    if (!mayFollow(step.from, step.to))
        return refused(step, QStringLiteral("there is no such transition"));
    const auto cleanup = after.cleanup.state;
    if (step.to == CleaningUp) {
        if (!after.ending || !mayFollow(CleaningUp, *after.ending))
            return refused(step, QStringLiteral("it is not known where its cleanup leads to"));
        return {};
    }
    if (step.from == CleaningUp) {
        if (step.to == Failed) {
            if (cleanup == CleanupStatus::State::Pending)
                return refused(step, QStringLiteral("its cleanup is still open"));
            return {};
        }
        if (cleanup != CleanupStatus::State::Confirmed)
            return refused(step, QStringLiteral("its cleanup is not confirmed"));
        if (after.ending != step.to)
            return refused(step, QStringLiteral("its cleanup was to lead to %1")
                                     .arg(after.ending ? taskStateName(*after.ending) : QStringLiteral("nothing")));
    }
    if (isEnd(step.from) && step.to == Queued && cleanup != CleanupStatus::State::Confirmed)
        return refused(step, QStringLiteral("its cleanup is not confirmed"));
    return {};
}

/// The record of a task that begins anew.
void beginAnew(TaskRecord &record)
{
    ++record.attempt;
    record.ending.reset();
    record.started = {};
    record.ended = {};
    record.progress = {};
    record.error.reset();
    record.findings.clear();
    record.scratch = {};
    record.cleanup = {};
}

} // namespace

Status applyStep(JournalDatabase &database, const TaskStep &step)
{
    SEALIFT_ASSIGN(auto record, loadTask(database, step.task));
    if (record.state != step.from)
        return refused(step, QStringLiteral("it is %1").arg(taskStateName(record.state)));
    if (step.ending)
        record.ending = step.ending;
    if (step.error)
        record.error = step.error;
    if (step.to == CleaningUp)
        record.cleanup = {};
    if (step.cleanup)
        record.cleanup = *step.cleanup;
    if (!step.receipt.isEmpty())
        record.receipt = step.receipt;
    record.afterCrash = record.afterCrash || step.afterCrash;
    SEALIFT_TRY(checkStep(step, record));

    const auto now = QDateTime::currentDateTimeUtc();
    const auto attempt = record.attempt;
    const bool isRetry = isEnd(step.from) && step.to == Queued;
    if (isRetry)
        record.wish = TaskWish::Run;
    if (step.to == Queued && (isRetry || step.from == CleaningUp))
        beginAnew(record);
    if (step.to == Preflight)
        record.started = now;
    if (isEnd(step.to))
        record.ended = now;

    SEALIFT_ASSIGN(const auto revision, nextRevision(database));
    const auto &progress = record.progress;
    const auto &scratch = record.scratch;
    const auto orNull = [](bool has, const QString &text) { return has ? QVariant(text) : QVariant(); };
    const auto error = record.error.value_or(TaskError());
    const bool hasError = record.error.has_value();
    SEALIFT_TRY(database.run(
        "UPDATE tasks SET state = ?, wish = ?, ending = ?, attempt = ?, after_crash = ?, started = ?, ended = ?, "
        "bytes_total = ?, bytes_done = ?, bytes_read = ?, bytes_hole = ?, bytes_known = ?, bytes_written = ?, "
        "error_code = ?, error_what = ?, error_remedy = ?, scratch_state = ?, scratch_size = ?, scratch_used = ?, "
        "scratch_high_water = ?, scratch_path = ?, cleanup = ?, cleanup_left = ?, findings = ?, receipt = ?, "
        "revision = ? WHERE id = ?",
        {taskStateName(step.to),
         taskWishName(record.wish),
         orNull(record.ending.has_value(), taskStateName(record.ending.value_or(Queued))),
         record.attempt,
         record.afterCrash,
         timeValue(record.started),
         timeValue(record.ended),
         progress.total,
         progress.done,
         progress.bytesRead,
         progress.bytesHole,
         progress.bytesKnown,
         progress.bytesWritten,
         orNull(hasError, error.code),
         orNull(hasError, error.what),
         orNull(hasError, error.remedy),
         scratch.state,
         scratch.size,
         scratch.used,
         scratch.highWater,
         scratch.path,
         cleanupStateName(record.cleanup.state),
         listText(record.cleanup.left),
         findingsColumn(record.findings),
         record.receipt,
         revision,
         step.task.text()}));
    if (isRetry)
        SEALIFT_TRY(database.run("UPDATE tasks SET position = (SELECT max(position) + 1 FROM tasks) WHERE id = ?",
                                 {step.task.text()}));
    return database.run(
        "INSERT INTO transitions (task, from_state, to_state, attempt, time, reason) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        {step.task.text(), taskStateName(step.from), taskStateName(step.to), attempt, timeValue(now), step.reason});
}

} // namespace sealift
