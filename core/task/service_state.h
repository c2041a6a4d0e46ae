#pragma once

#include "ec2/export_answers.h"
#include "ec2/import_answers.h"

#include <QJsonObject>
#include <QString>

#include <chrono>

namespace sealift {

struct TaskRecord;

/// What a service that works for a task said last, beside the task's own state.
struct ServiceState {
    QString task;      ///< the service's id of it
    QString status;    ///< in its words, known or not
    QString message;   ///< likewise; may be empty
    int progress = -1; ///< percent; -1: not told
    QString remark;    ///< what Sealift has to say about that: it stalls, it begins again; may be empty
    QList<ImportedDiskFacts> disks;

    bool isEmpty() const { return task.isEmpty(); }
    QJsonObject toJson() const;
    static ServiceState of(const ImportTaskFacts &facts);
    static ServiceState of(const ExportTaskFacts &facts);
    /// Of the task; empty where no service is at work for it.
    static ServiceState of(const TaskRecord &record);
    /// One line for people: "active, converting, 45 %".
    QString text() const;
};

/// Watches how an import or export goes on: when to look again, and what is strange about it. For one thread.
class ImportWatch
{
public:
    using Time = std::chrono::steady_clock::time_point;
    /// What takes longer than that without any change is told to stall.
    static constexpr std::chrono::minutes kUsualPatience{45};

    explicit ImportWatch(Time begin, std::chrono::milliseconds patience = kUsualPatience)
        : m_changed(begin)
        , m_patience(patience)
    {
    }

    /// Takes what the service says now, and returns a remark about it; empty: there is nothing to remark.
    QString seen(const ServiceState &state, bool isOver, Time now);
    QString seen(const ImportTaskFacts &facts, Time now) { return seen(ServiceState::of(facts), facts.isOver(), now); }

    /// How long to wait before the next look: the longer, the longer nothing has changed.
    std::chrono::milliseconds pause() const { return m_pause; }

private:
    static constexpr std::chrono::milliseconds kFirstPause{1000};
    static constexpr std::chrono::milliseconds kLongestPause{15'000};

    Time m_changed;
    const std::chrono::milliseconds m_patience;
    std::chrono::milliseconds m_pause = kFirstPause;
    QString m_last;       ///< everything that shows progress
    QString m_phase;      ///< that it is in
    QStringList m_phases; ///< that it has left
    int m_turns = 0;      ///< how often it came back to one of them
};

} // namespace sealift
