#pragma once

#include "task/task_executor.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace sealift::test {

/// Brings tasks to where their settings say, with the speed that they say, and keeps them there. Moves no data: only
/// the counters count. Settings:
///  - size: of the disk, in bytes; rate: bytes a second; share: of the disk at which it halts (default 1: it goes on)
///  - halt: the state in which it stays ("preflight", "transferring", "finalizing", "cleaning-up"); else it ends
///  - error: code and words it fails with after its share ("no-space: the disk is full")
///  - unconfirmed: what is left
///  - staged: what the task has at its destination from the transfer on
class StagedExecutor : public TaskExecutor
{
public:
    TaskOutcome run(const TaskRecord &record, TaskContext &context) override
    {
        const auto &settings = record.settings;
        const auto error = attempt(record, context);
        TaskOutcome outcome{context.endingAfter(error), error};
        const auto left = settings.value(u"unconfirmed").toString();
        outcome.cleanup = left.isEmpty() ? CleanupStatus::confirmed() : CleanupStatus::unconfirmed({left});
        static_cast<void>(context.beginCleanup(outcome.ending, error));
        report(record, context, QStringLiteral("destroying"));
        haltIn(record, context, "cleaning-up");
        report(record, context, left.isEmpty() ? QStringLiteral("confirmed") : QStringLiteral("unconfirmed"));
        outcome.receipt = record.id.text() + QStringLiteral(".json");
        return outcome;
    }

    TaskOutcome cleanUp(const TaskRecord &record, TaskContext &) override
    {
        TaskOutcome outcome{*record.ending};
        outcome.cleanup = CleanupStatus::confirmed();
        return outcome;
    }

private:
    static constexpr std::chrono::milliseconds kStep{20};

    static void report(const TaskRecord &record, TaskContext &context, const QString &state)
    {
        const auto done = context.counters().done.load();
        ScratchStatus status{state, qint64{8} << 30, done / 11, done / 9,
                             QStringLiteral("/home/ada/.cache/sealift/scratch/") + record.id.text()};
        if (state == u"confirmed")
            status.used = 0;
        context.reportScratch(status);
    }

    static void haltIn(const TaskRecord &record, TaskContext &context, const char *state)
    {
        while (record.settings.value(u"halt").toString() == QLatin1String(state) && !context.stop().stop_requested())
            std::this_thread::sleep_for(kStep);
    }

    static std::optional<Error> attempt(const TaskRecord &record, TaskContext &context)
    {
        const auto &settings = record.settings;
        context.counters().total = settings.value(u"size").toInteger(1 << 20);
        context.counters().done = static_cast<qint64>(settings.value(u"begin").toDouble() *
                                                      static_cast<double>(context.counters().total.load()));
        report(record, context, QStringLiteral("creating"));
        report(record, context, QStringLiteral("ready"));
        context.log(QStringLiteral("looking at the image"));
        haltIn(record, context, "preflight");
        if (const auto entered = context.enter(TaskState::Transferring); !entered)
            return entered.error();
        if (const auto kept = context.keepStaged(settings.value(u"staged").toObject()); !kept)
            return kept.error();
        if (auto failure = transfer(record, context))
            return failure;
        const auto words = settings.value(u"error").toString();
        if (!words.isEmpty())
            return Error(errorCodeFromName(words.section(QLatin1String(": "), 0, 0)).value_or(ErrorCode::Io),
                         words.section(QLatin1String(": "), 1));
        if (const auto entered = context.enter(TaskState::Finalizing); !entered)
            return entered.error();
        haltIn(record, context, "finalizing");
        return context.stop().stop_requested() ? std::optional(Error::cancelled()) : std::nullopt;
    }

    static std::optional<Error> transfer(const TaskRecord &record, TaskContext &context)
    {
        const auto &settings = record.settings;
        auto &counters = context.counters();
        const auto size = settings.value(u"size").toInteger(1 << 20);
        const auto rate = settings.value(u"rate").toDouble(1e12);
        const auto goal = static_cast<qint64>(settings.value(u"share").toDouble(1) * static_cast<double>(size));
        const bool halts = settings.value(u"halt").toString() == u"transferring";
        auto before = std::chrono::steady_clock::now();
        while (counters.done < goal || halts) {
            const auto passage = context.flow().enter(1, context.stop());
            if (!passage)
                return Error::cancelled();
            std::this_thread::sleep_for(kStep);
            const auto now = std::chrono::steady_clock::now();
            const auto more = static_cast<qint64>(rate * std::chrono::duration<double>(now - before).count());
            before = now;
            counters.done = std::min(goal, counters.done + more);
            counters.bytesRead = counters.done * 7 / 10;
            counters.bytesHole = counters.done * 3 / 10;
            counters.bytesWritten = counters.done * 4 / 10;
            report(record, context, QStringLiteral("in-use"));
        }
        return std::nullopt;
    }
};

} // namespace sealift::test
