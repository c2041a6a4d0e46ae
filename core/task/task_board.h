#pragma once

#include "task/task_order.h"
#include "task/task_record.h"
#include "task/task_worker.h"

#include <QList>

#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace sealift {

/// What a queue knows of one task beyond its record.
struct TaskEntry {
    TaskRecord record;
    std::unique_ptr<TaskWorker> worker;
    bool isOwn = false;       ///< added, retried or cancelled through this queue
    bool isBeginning = false; ///< it is being taken; the worker comes next
    bool isSetAside = false;  ///< it was set aside while it was being taken
    bool isStepping = false;  ///< a step from or to Paused is on its way to the journal
    bool isStale = false;     ///< the process that executed it has died
    bool isHeldBack = false;  ///< it could not be taken: not to be tried again before something has changed
    int wishesPending = 0;    ///< wishes of this queue that the journal does not have yet: they count, not the record's
    std::optional<TaskState> cleanupEnding; ///< its cleanup is to be tried again, and leads here
    qint64 bytesPerSecond = 0;
    TransferProgress noted; ///< progress that the journal has
    ScratchStatus notedScratch;
};

/// The tasks as the journal has told them: a mirror, with no thread or disk behind it. It finds out what a new version
/// of a record means; what is to be done about it is the queue's business.
class TaskBoard
{
public:
    /// What became of a task by one update.
    struct Change {
        bool isNew = false;
        bool isChanged = false; ///< anything but its progress
        bool hasProgressed = false;
        std::optional<TaskEnd> ended;
    };

    Change update(TaskRecord record);
    /// Does nothing for a task that is not there.
    void remove(const TaskId &id);

    TaskEntry *find(const TaskId &id);
    const TaskEntry *find(const TaskId &id) const;
    qsizetype count() const { return static_cast<qsizetype>(m_entries.size()); }
    QList<TaskId> ids() const;
    /// In the order of priority and position.
    QList<TaskId> ordered() const;

private:
    std::unordered_map<TaskId, TaskEntry> m_entries;
};

} // namespace sealift
