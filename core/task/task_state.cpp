#include "task/task_state.h"

#include <algorithm>

namespace sealift {

namespace {

struct Step {
    TaskState from;
    TaskState to;
};

using enum TaskState;

/// Every transition there is. Whatever stops a task that has begun leads through CleaningUp, and nothing else leads to
/// an end.
constexpr std::array kSteps = {
    Step{Queued, Preflight},        Step{Queued, Paused},           Step{Queued, Cancelling},
    Step{Preflight, Transferring},  Step{Preflight, CleaningUp}, // it failed, or its process did
    Step{Preflight, Cancelling},    Step{Transferring, Finalizing}, Step{Transferring, Paused},
    Step{Transferring, CleaningUp}, // it failed, or its process did
    Step{Transferring, Cancelling}, Step{Finalizing, CleaningUp},   Step{Finalizing, Cancelling},
    Step{CleaningUp, Completed},    Step{CleaningUp, Cancelled},    Step{CleaningUp, Failed},
    Step{CleaningUp, Queued},   // interrupted by the end of its process, or to be tried again: begins anew
    Step{Paused, Queued},       // resumed where no process keeps its place
    Step{Paused, Transferring}, // resumed where one does
    Step{Paused, CleaningUp},   // it failed while it was paused, or its process did
    Step{Paused, Cancelling},       Step{Cancelling, CleaningUp},   Step{Cancelled, Queued}, // retry
    Step{Failed, Queued},                                                                    // retry
    Step{Failed, CleaningUp}, // the cleanup that was not confirmed, again
};

constexpr auto kEndNames = std::to_array<std::pair<TaskEnd, const char *>>({
    {TaskEnd::Completed, "completed"},
    {TaskEnd::Cancelled, "cancelled"},
    {TaskEnd::Failed, "failed"},
    {TaskEnd::CleanupUnconfirmed, "cleanup-unconfirmed"},
});

} // namespace

QString taskStateName(TaskState state)
{
    switch (state) {
    case Queued:
        return QStringLiteral("queued");
    case Preflight:
        return QStringLiteral("preflight");
    case Transferring:
        return QStringLiteral("transferring");
    case Finalizing:
        return QStringLiteral("finalizing");
    case CleaningUp:
        return QStringLiteral("cleaning-up");
    case Completed:
        return QStringLiteral("completed");
    case Paused:
        return QStringLiteral("paused");
    case Cancelling:
        return QStringLiteral("cancelling");
    case Cancelled:
        return QStringLiteral("cancelled");
    case Failed:
        return QStringLiteral("failed");
    }
    return {};
}

Result<TaskState> taskStateFromName(QStringView name)
{
    for (const auto state : kTaskStates) {
        if (name == taskStateName(state))
            return state;
    }
    return fail(Error(ErrorCode::Corrupt, QStringLiteral("\"%1\" is no state of a task").arg(name)));
}

bool mayFollow(TaskState from, TaskState to)
{
    return std::any_of(kSteps.begin(), kSteps.end(),
                       [=](const Step &step) { return step.from == from && step.to == to; });
}

bool isEnd(TaskState state)
{
    return state == Completed || state == Cancelled || state == Failed;
}

bool isUnderWay(TaskState state)
{
    return state == Preflight || state == Transferring || state == Finalizing || state == CleaningUp ||
           state == Cancelling;
}

QString taskEndName(TaskEnd end)
{
    for (const auto &[known, name] : kEndNames) {
        if (known == end)
            return QString::fromLatin1(name);
    }
    return {};
}

} // namespace sealift
