#pragma once

#include "task/task_record.h"

#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace sealift {

/// Which of the tasks that may run is next: the highest priority first, then the lowest position, then the oldest.
class TaskOrder
{
public:
    /// Puts the task in, or to where it belongs by now.
    void put(const TaskRecord &record)
    {
        const Key key{-record.priority, record.position, record.id};
        const auto known = m_keys.find(record.id);
        if (known != m_keys.end() && known->second == key)
            return;
        remove(record.id);
        m_order.insert(key);
        m_keys.emplace(record.id, key);
    }

    void remove(const TaskId &id)
    {
        const auto known = m_keys.find(id);
        if (known == m_keys.end())
            return;
        m_order.erase(known->second);
        m_keys.erase(known);
    }

    /// The next one; stays in.
    std::optional<TaskId> first() const
    {
        return m_order.empty() ? std::nullopt : std::optional(std::get<TaskId>(*m_order.begin()));
    }

    bool isEmpty() const { return m_order.empty(); }

private:
    using Key = std::tuple<int, double, TaskId>;

    std::set<Key> m_order;
    std::unordered_map<TaskId, Key> m_keys;
};

} // namespace sealift
