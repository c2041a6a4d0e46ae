#pragma once

#include "base/error.h"
#include "policy/finding.h"
#include "task/task_id.h"
#include "task/task_state.h"
#include "task/transfer_counters.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace sealift {

enum class TaskKind { Import, Export, Verify };

/// The stable name of a kind ("import").
QString taskKindName(TaskKind kind);
/// Errors: Corrupt, for a name that is none.
Result<TaskKind> taskKindFromName(QStringView name);

/// What people want of a task, whoever executes it. A wish outlives the process that made it.
enum class TaskWish { Run, Pause, Cancel };

/// The stable name of a wish ("pause").
QString taskWishName(TaskWish wish);
/// Errors: Corrupt, for a name that is none.
Result<TaskWish> taskWishFromName(QStringView name);

/// The counters of a transfer at one moment (see TransferCounters).
struct TransferProgress {
    qint64 total = 0;
    qint64 done = 0;
    qint64 bytesRead = 0;
    qint64 bytesHole = 0;
    qint64 bytesKnown = 0;
    qint64 bytesWritten = 0;

    static TransferProgress of(const TransferCounters &counters);
    bool operator==(const TransferProgress &) const = default;
};

/// Why a task failed, as it was known when it did.
struct TaskError {
    QString code; ///< errorCodeName()
    QString what;
    QString remedy;

    static TaskError of(const Error &error);
    bool operator==(const TaskError &) const = default;
};

/// The task's scratch volume as it was last reported.
struct ScratchStatus {
    QString state; ///< "creating", "ready", ...; empty: there was none yet
    qint64 size = 0;
    qint64 used = 0;
    qint64 highWater = 0;
    QString path;

    bool operator==(const ScratchStatus &) const = default;
};

/// Whether the task's traces are known to be gone.
struct CleanupStatus {
    enum class State { Pending, Confirmed, Unconfirmed };

    State state = State::Pending;
    QStringList left; ///< what is left and where, if unconfirmed

    static CleanupStatus confirmed() { return {State::Confirmed, {}}; }
    static CleanupStatus unconfirmed(QStringList left) { return {State::Unconfirmed, std::move(left)}; }
    bool operator==(const CleanupStatus &) const = default;
};

/// The stable name of a cleanup's state ("unconfirmed").
QString cleanupStateName(CleanupStatus::State state);
/// Errors: Corrupt, for a name that is none.
Result<CleanupStatus::State> cleanupStateFromName(QStringView name);

/// All that is known of a task: a line of the journal. Holds no secret and no content of an image. Value type.
struct TaskRecord {
    TaskId id;
    TaskKind kind = TaskKind::Import;
    /// What to do, for the executor of this kind; nobody else looks into it. A password file's path may be in it, a
    /// password never: the journal refuses it.
    QJsonObject settings;
    QString source;      ///< in words, for people ("/srv/images/web.vmdk")
    QString destination; ///< in words, for people ("library /srv/library")

    TaskState state = TaskState::Queued;
    TaskWish wish = TaskWish::Run;
    /// Where the cleanup that has begun leads to: Completed, Cancelled, Failed or Queued.
    std::optional<TaskState> ending;
    int priority = 0;    ///< tasks of a higher one run first
    double position = 0; ///< order among those of the same priority: lower ones run first
    int attempt = 1;
    bool afterCrash = false; ///< the process that executed it died, in this attempt or an earlier one

    QDateTime created;
    QDateTime started; ///< of the present attempt
    QDateTime ended;

    TransferProgress progress;
    std::optional<TaskError> error;
    QList<Finding> findings; ///< what preflight found in the present attempt
    ScratchStatus scratch;
    CleanupStatus cleanup;
    QString receipt; ///< file name of the receipt, once there is one
    /// What the task has at its destination beside its result, for whoever goes on with it or cleans up after it: the
    /// executor's, and no secret. Empty: nothing.
    QJsonObject staged;

    QString ownerHost;   ///< where it is executed; empty: nowhere
    qint64 ownerPid = 0; ///< by which process

    /// A new task, to be added to the journal or a queue.
    static TaskRecord create(TaskKind kind, QJsonObject settings, QString source, QString destination);

    /// How it ended; nothing while it has not.
    std::optional<TaskEnd> end() const;
};

} // namespace sealift
