#pragma once

#include "task/task_executor.h"

#include <QStringList>

#include <atomic>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace sealift::test {

/// Does what a task's settings say, and keeps a log of it. Settings:
///  - name: in the log
///  - pieces, pieceBytes, pieceMs: the transfer; pieces below zero: it goes on until it is stopped
///  - preflightMs
///  - end: "complete" (also if unset), "fail", "fail-preflight", "unconfirmed", "throw", "say-nothing" (makes none of
///  the
///    transitions itself), "never-look" (says nothing of its cleanup)
class ScriptedExecutor : public TaskExecutor
{
public:
    TaskOutcome run(const TaskRecord &record, TaskContext &context) override
    {
        note(QStringLiteral("run"), record);
        const auto peak = ++active;
        auto seen = mostActive.load();
        while (peak > seen && !mostActive.compare_exchange_weak(seen, peak)) {
        }
        auto outcome = attempt(record, context);
        --active;
        return outcome;
    }

    TaskOutcome cleanUp(const TaskRecord &record, TaskContext &context) override
    {
        note(QStringLiteral("clean up"), record);
        context.log(QStringLiteral("cleaning up"));
        TaskOutcome outcome{*record.ending};
        outcome.cleanup = cleanupWorks ? CleanupStatus::confirmed()
                                       : CleanupStatus::unconfirmed({QStringLiteral("/scratch/stubborn")});
        outcome.receipt = QStringLiteral("cleanup.json");
        return outcome;
    }

    QStringList calls() const
    {
        const std::lock_guard lock(m_mutex);
        return m_calls;
    }

    std::atomic<bool> cleanupWorks = true;
    std::atomic<int> active = 0;
    std::atomic<int> mostActive = 0;
    std::atomic<qint64> piecesDone = 0;

private:
    void note(const QString &what, const TaskRecord &record)
    {
        const std::lock_guard lock(m_mutex);
        m_calls += what + u' ' + record.settings.value(u"name").toString();
    }

    TaskOutcome attempt(const TaskRecord &record, TaskContext &context)
    {
        const auto end = record.settings.value(u"end").toString(QStringLiteral("complete"));
        if (end == u"throw")
            throw std::runtime_error("nobody has thought of this");
        std::optional<Error> error;
        if (const auto status = transfer(record, context, end); !status)
            error = status.error();
        TaskOutcome outcome{context.endingAfter(error), error};
        const bool fails = end == u"unconfirmed" && !error;
        outcome.cleanup =
            fails ? CleanupStatus::unconfirmed({QStringLiteral("/scratch/stubborn")}) : CleanupStatus::confirmed();
        outcome.receipt = record.id.text() + QStringLiteral(".json");
        if (end == u"never-look")
            outcome.cleanup = {};
        if (end != u"say-nothing")
            static_cast<void>(context.beginCleanup(outcome.ending, error));
        return outcome;
    }

    Status transfer(const TaskRecord &record, TaskContext &context, const QString &end)
    {
        const auto number = [&record](const char *name, int fallback) {
            return record.settings.value(QLatin1String(name)).toInt(fallback);
        };
        const auto sleep = [&context](int ms) {
            for (int slept = 0; slept < ms && !context.stop().stop_requested(); slept += 5)
                std::this_thread::sleep_for(std::chrono::milliseconds(std::min(5, ms - slept)));
        };
        sleep(number("preflightMs", 0));
        if (context.stop().stop_requested())
            return fail(Error::cancelled());
        if (end == u"fail-preflight")
            return fail(Error(ErrorCode::Unsupported, QStringLiteral("this image cannot be moved")));
        if (end != u"say-nothing")
            SEALIFT_TRY(context.enter(TaskState::Transferring));
        const auto pieces = number("pieces", 1);
        const auto bytes = number("pieceBytes", 1000);
        context.counters().total = std::max(pieces, 0) * static_cast<qint64>(bytes);
        for (int i = 0; pieces < 0 || i < pieces; ++i) {
            const auto passage = context.flow().enter(bytes, context.stop());
            if (!passage)
                return fail(Error::cancelled());
            sleep(number("pieceMs", 0));
            context.counters().done += bytes;
            ++piecesDone;
        }
        if (end == u"fail")
            return fail(Error(ErrorCode::Io, QStringLiteral("the disk is broken"), QStringLiteral("Mend it.")));
        return end == u"say-nothing" ? Status() : context.enter(TaskState::Finalizing);
    }

    mutable std::mutex m_mutex;
    QStringList m_calls;
};

} // namespace sealift::test
