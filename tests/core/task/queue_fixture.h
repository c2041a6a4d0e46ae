#pragma once

#include "core/task/queue_witness.h"
#include "core/task/scripted_executor.h"
#include "core/task/task_fixtures.h"
#include "task/task_queue.h"

#include <QTest>

#include <functional>
#include <memory>

namespace sealift::test {

inline TaskRecord namedTask(const QString &name, QJsonObject settings = {})
{
    settings.insert(QStringLiteral("name"), name);
    return TaskRecord::create(TaskKind::Import, settings, QStringLiteral("/srv/%1.vmdk").arg(name),
                              QStringLiteral("library /srv/library"));
}

inline TaskRecord endlessTask(const QString &name, int pieceMs = 5)
{
    return namedTask(name, {{QStringLiteral("pieces"), -1}, {QStringLiteral("pieceMs"), pieceMs}});
}

/// A queue with its executor and all that it has told.
struct Fixture {
    explicit Fixture(const std::function<void(TaskQueueOptions &)> &adapt = {}, bool begin = true)
    {
        options.journal = folder.path();
        options.concurrency = 1;
        options.staleInterval = std::chrono::milliseconds(200);
        if (adapt)
            adapt(options);
        if (begin)
            open();
    }

    void open()
    {
        auto opened = TaskQueue::open(options, &executor);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().what()));
        queue = std::move(*opened);
        witness = std::make_unique<QueueWitness>(*queue);
    }

    TaskState state(const TaskId &id) const
    {
        const auto *record = queue->task(id);
        return record == nullptr ? TaskState(-1) : record->state;
    }

    QStringList history(const TaskId &id) const
    {
        const auto transitions = folder.open()->transitions(id);
        QStringList states;
        for (const auto &transition : *transitions)
            states += taskStateName(transition.to);
        return states;
    }

    JournalFolder folder;
    TaskQueueOptions options;
    ScriptedExecutor executor;
    std::unique_ptr<TaskQueue> queue;
    std::unique_ptr<QueueWitness> witness;
};

} // namespace sealift::test
