#pragma once

#include "cli/command.h"
#include "common/bandwidth_keeper.h"
#include "common/task_engine.h"

namespace sealift {

/// How a task that this process waited for has ended.
struct ForegroundEnd {
    TaskRecord record;
    std::optional<Error> failure; ///< set unless it is completed
};

/// Executes a task in this process and waits for its end: progress is shown, a stop request (Ctrl-C) cancels it, and
/// wishes of other processes are followed. Afterwards traces of processes that died over their tasks are gone, too.
class Foreground
{
public:
    /// Whether the command moves images, or only ends and cleans up.
    enum class Moves { Images, Nothing };

    /// Where images are moved the limit of --bandwidth holds, else that of the settings with its hours, which is said.
    /// Errors: those of TaskEngine::start() and of bandwidthOf().
    static Result<std::unique_ptr<Foreground>> start(const CommandContext &context, TaskEngineOptions options,
                                                     Moves moves = Moves::Images);
    ~Foreground();
    Foreground(const Foreground &) = delete;
    Foreground &operator=(const Foreground &) = delete;

    TaskEngine &engine() { return *m_engine; }

    /// Adds the task and waits. @param label names it beside its progress. @param storedWord says what the last number
    /// of the progress means ("stored"). Errors: the task could not be added or was removed.
    Result<ForegroundEnd> run(const TaskRecord &record, const QString &label, const QString &storedWord);

    enum class Awaited {
        End,     ///< that it has ended, be it long ago
        NextEnd, ///< the end of an attempt that is still to come
    };
    /// Waits for a task that is there already, wherever it is executed.
    Result<ForegroundEnd> wait(const TaskId &id, const QString &label, const QString &storedWord,
                               Awaited awaited = Awaited::End);

    /// Waits until nothing runs here any more, recovery included.
    void settle();

private:
    Foreground(const CommandContext &context, std::unique_ptr<TaskEngine> engine);
    Result<ForegroundEnd> endOf(const TaskId &id) const;
    void keepToSettings(const StatePaths &paths);

    const CommandContext &m_context;
    std::unique_ptr<TaskEngine> m_engine;
    std::unique_ptr<BandwidthKeeper> m_bandwidth; ///< where the settings say how much
    bool m_hasRested = false;                     ///< all that others left behind was dealt with
};

/// The error of a task that has ended, as the command reports it; success for a completed one.
/// @param known the error with all its facts, where this process saw it happen.
std::optional<Error> failureOf(const TaskRecord &record, const std::optional<Error> &known);

} // namespace sealift
