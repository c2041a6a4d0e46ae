#include "task/task_board.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace sealift {

namespace {

/// True if two versions of a record differ in nothing that people see but the progress.
bool looksTheSame(const TaskRecord &a, const TaskRecord &b)
{
    const auto fields = [](const TaskRecord &r) {
        return std::tie(r.state, r.wish, r.ending, r.priority, r.position, r.attempt, r.afterCrash, r.started, r.ended,
                        r.error, r.findings, r.scratch, r.cleanup, r.receipt, r.ownerHost, r.ownerPid);
    };
    return fields(a) == fields(b);
}

} // namespace

TaskBoard::Change TaskBoard::update(TaskRecord record)
{
    Change change;
    const auto [place, isNew] = m_entries.try_emplace(record.id);
    auto &entry = place->second;
    if (isNew) {
        change.isNew = true;
        entry.record = std::move(record);
        return change;
    }
    const auto &old = entry.record;
    if (entry.wishesPending > 0)
        record.wish = old.wish;
    if (entry.worker && !isEnd(record.state)) {
        // What the worker reports is newer than what the journal has of it.
        record.progress = old.progress;
        record.scratch = old.scratch;
    }
    change.isChanged = !looksTheSame(old, record);
    // What a service says that works for the task is kept in what is staged.
    change.hasProgressed = old.progress != record.progress || old.staged != record.staged;
    if (record.end() && (!old.end() || old.attempt != record.attempt))
        change.ended = record.end();
    if (change.isChanged)
        entry.isHeldBack = false;
    if (record.ownerPid != old.ownerPid || record.ownerHost != old.ownerHost)
        entry.isStale = false;
    entry.record = std::move(record);
    return change;
}

void TaskBoard::remove(const TaskId &id)
{
    m_entries.erase(id);
}

TaskEntry *TaskBoard::find(const TaskId &id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

const TaskEntry *TaskBoard::find(const TaskId &id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

QList<TaskId> TaskBoard::ids() const
{
    QList<TaskId> all;
    all.reserve(count());
    for (const auto &[id, entry] : m_entries)
        all.push_back(id);
    return all;
}

QList<TaskId> TaskBoard::ordered() const
{
    std::vector<std::tuple<int, double, TaskId>> keys;
    keys.reserve(m_entries.size());
    for (const auto &[id, entry] : m_entries)
        keys.emplace_back(-entry.record.priority, entry.record.position, id);
    std::sort(keys.begin(), keys.end());
    QList<TaskId> all;
    all.reserve(count());
    for (const auto &key : keys)
        all.push_back(std::get<TaskId>(key));
    return all;
}

} // namespace sealift
