#pragma once

#include "base/flow_control.h"
#include "base/result.h"
#include "policy/finding.h"
#include "scratch/confirmation.h"
#include "scratch/receipt.h"
#include "task/transfer_counters.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include <sys/types.h>

namespace sealift {

class Repository;
class UnpackRoom;

/// What a job works with. Everything outlives the job's calls.
struct JobTools {
    FlowControl &flow;
    TransferCounters &counters;
    std::stop_token stop;
    /// A folder in the task's scratch, for what helper programs need for a moment.
    QString helperFolder;
    /// Told the process id of each helper program once it runs, so that its end can be confirmed. On the job's thread.
    std::function<void(pid_t)> helperStarted;
    /// Room in the task's scratch volume, for what must be unpacked; null: there is none.
    UnpackRoom *room = nullptr;
    /// To be called once: when all data is there, before the result becomes visible. An error ends the job, and the
    /// result does not become visible.
    std::function<Status()> finalizing;
    /// Keeps what preflight found with the task; the last call counts. From any thread.
    std::function<Status(const QList<Finding> &)> found;
    std::optional<qint64> scratchFree; ///< bytes that the task's scratch volume may take
    /// What an earlier attempt of the task has left at its destination to go on with; empty: nothing.
    QJsonObject staged;
    /// Writes down what the task has at its destination from now on: before it is made, or as soon as its name is
    /// known. Any thread.
    std::function<Status(const QJsonObject &)> keepStaged;
    /// Writes to the audit log, in the task's name. What cannot be written down must not be done.
    std::function<Status(const QString &event, const QJsonObject &fields)> audit;
};

/// What came of a job, for the journal, the audit log and the receipt.
struct JobFacts {
    ReceiptImage image;
    QString encryption; ///< how the data is protected where it goes, in words for people
};

/// What a job has on the way at its destination, beside its result: cleaned up and looked for like scratch. Used after
/// release(), on the task's thread.
class JobStaging : public RemoteStaging
{
public:
    /// Called before cleanUp() where the task will be tried again: what it can go on with then may stay, and look()
    /// says so. Does nothing where nothing of it can be used.
    virtual void keepForNextAttempt() {}
    /// Called before cleanUp() where the task ends cancelled although its work was done: what would be its result is
    /// removed as well. Does nothing where the result is not there to be removed.
    virtual void giveUpResult() {}
    /// Removes what is left. Every step is named, also one that had nothing to do.
    virtual QList<StepResult> cleanUp() = 0;
    /// What stays at the destination, for the journal, after look() found nothing that should not be there.
    virtual QJsonObject staged() const { return {}; }
};

/// What a task does, without its life: one import, one export. Made for one attempt. Called by one thread at a time, in
/// this order: prepare(), transfer() if that succeeded, and release() in any case.
class TaskJob
{
public:
    TaskJob() = default;
    virtual ~TaskJob() = default;
    TaskJob(const TaskJob &) = delete;
    TaskJob &operator=(const TaskJob &) = delete;

    /// Looks at source and destination and opens both. Moves no data.
    virtual Status prepare(const JobTools &tools) = 0;
    /// Does the work, from the first byte to the visible result.
    virtual Status transfer(const JobTools &tools) = 0;
    /// Closes everything: helper programs end, connections close. An error says what did not.
    [[nodiscard]] virtual Status release() = 0;

    /// What it may have left at its destination; null where it leaves nothing there. Lives as long as the job.
    virtual JobStaging *staging() { return nullptr; }

    /// What is known at this moment.
    virtual JobFacts facts() const = 0;
};

/// The audit event of a library that was opened: which one, and by which of its keys.
Status auditLibrary(const JobTools &tools, Repository &repository);

/// Opens the library that a task's settings name. Passed in by whoever knows where its password comes from.
using LibraryOpener = std::function<Result<std::unique_ptr<Repository>>(const std::stop_token &stop)>;

} // namespace sealift
