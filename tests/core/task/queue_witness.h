#pragma once

#include "task/task_queue.h"

#include <QHash>

namespace sealift::test {

/// Keeps all that a queue tells.
class QueueWitness
{
public:
    explicit QueueWitness(TaskQueue &queue)
    {
        QObject::connect(&queue, &TaskQueue::taskAdded, [this](const TaskId &id) { added += id; });
        QObject::connect(&queue, &TaskQueue::taskRemoved, [this](const TaskId &id) { removed += id; });
        QObject::connect(&queue, &TaskQueue::taskChanged, [this](const TaskId &id) { ++changed[id]; });
        QObject::connect(&queue, &TaskQueue::tasksProgressed, [this](const QList<TaskId> &ids) {
            for (const auto &id : ids)
                ++progressed[id];
        });
        QObject::connect(&queue, &TaskQueue::taskEnded, [this](const TaskId &id, TaskEnd end) {
            m_ends[id] += taskEndName(end);
            ++ended;
        });
        QObject::connect(&queue, &TaskQueue::refused, [this](const TaskId &id, const Error &error) {
            refused.push_back({id, error.code()});
        });
        QObject::connect(&queue, &TaskQueue::problem, [this](const QString &words) { problems += words; });
        QObject::connect(&queue, &TaskQueue::queueIdle, [this] { ++idle; });
        QObject::connect(&queue, &TaskQueue::closed, [this] { ++closed; });
    }

    QStringList ends(const TaskId &id) const { return m_ends.value(id); }

    QList<TaskId> added;
    QList<TaskId> removed;
    QHash<TaskId, int> changed;
    QHash<TaskId, int> progressed;
    QList<std::pair<TaskId, ErrorCode>> refused;
    QStringList problems;
    int ended = 0;
    int idle = 0;
    int closed = 0;

private:
    QHash<TaskId, QStringList> m_ends;
};

} // namespace sealift::test
