#include "cli/interrupted_tasks.h"

#include "cli/task_lookup.h"
#include "task/journal.h"
#include "task/process_identity.h"
#include "task/task_lease.h"

#include <algorithm>

namespace sealift {

Result<QSet<TaskId>> adoptInterrupted(const CommandContext &context, QList<TaskRecord> &records)
{
    SEALIFT_ASSIGN(const auto journal, openJournal(context));
    TaskLeases leases(*journal, ProcessIdentity::current());
    SEALIFT_ASSIGN(const auto stale, leases.stale());
    SEALIFT_ASSIGN(const auto list, journal->list());
    QSet<TaskId> adopted;
    for (const auto &old : list.records) {
        const bool isLeft =
            stale.contains(old.id) || (old.state == TaskState::Queued && old.ownerPid == 0 && !old.staged.isEmpty());
        if (!isLeft || old.wish != TaskWish::Run || adopted.contains(old.id))
            continue;
        const auto same = std::find_if(records.begin(), records.end(),
                                       [&old](const TaskRecord &record) { return record.settings == old.settings; });
        if (same == records.end() || adopted.contains(same->id))
            continue;
        *same = old;
        adopted.insert(old.id);
    }
    return adopted;
}

void executeAdopted(TaskEngineOptions &options, const QList<TaskRecord> &records, const QSet<TaskId> &adopted)
{
    options.resumesAfterCrash = [adopted](const TaskRecord &record) { return adopted.contains(record.id); };
    if (adopted.isEmpty())
        return;
    QSet<TaskId> ours;
    for (const auto &record : records)
        ours.insert(record.id);
    options.pick = TaskPick::All;
    options.accepts = [ours](const TaskRecord &record) { return ours.contains(record.id); };
    options.cleansUpAll = true;
}

} // namespace sealift
