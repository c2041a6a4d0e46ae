#include "task/task_record.h"

#include <array>
#include <utility>

namespace sealift {

namespace {

template <typename Value, std::size_t N>
using Names = std::array<std::pair<Value, const char *>, N>;

constexpr Names<TaskKind, 3> kKinds{
    {{TaskKind::Import, "import"}, {TaskKind::Export, "export"}, {TaskKind::Verify, "verify"}}};
constexpr Names<TaskWish, 3> kWishes{
    {{TaskWish::Run, "run"}, {TaskWish::Pause, "pause"}, {TaskWish::Cancel, "cancel"}}};
constexpr Names<CleanupStatus::State, 3> kCleanups{{{CleanupStatus::State::Pending, "pending"},
                                                    {CleanupStatus::State::Confirmed, "confirmed"},
                                                    {CleanupStatus::State::Unconfirmed, "unconfirmed"}}};

template <typename Value, std::size_t N>
QString nameOf(const Names<Value, N> &names, Value value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return QString::fromLatin1(name);
    }
    return {};
}

template <typename Value, std::size_t N>
Result<Value> valueOf(const Names<Value, N> &names, QStringView text, const char *what)
{
    for (const auto &[known, name] : names) {
        if (text == QLatin1String(name))
            return known;
    }
    return fail(Error(ErrorCode::Corrupt, QStringLiteral("\"%1\" is no %2").arg(text, QLatin1String(what))));
}

} // namespace

QString taskKindName(TaskKind kind)
{
    return nameOf(kKinds, kind);
}

Result<TaskKind> taskKindFromName(QStringView name)
{
    return valueOf(kKinds, name, "kind of task");
}

QString taskWishName(TaskWish wish)
{
    return nameOf(kWishes, wish);
}

Result<TaskWish> taskWishFromName(QStringView name)
{
    return valueOf(kWishes, name, "wish");
}

QString cleanupStateName(CleanupStatus::State state)
{
    return nameOf(kCleanups, state);
}

Result<CleanupStatus::State> cleanupStateFromName(QStringView name)
{
    return valueOf(kCleanups, name, "state of a cleanup");
}

TransferProgress TransferProgress::of(const TransferCounters &counters)
{
    return {counters.total.load(),     counters.done.load(),       counters.bytesRead.load(),
            counters.bytesHole.load(), counters.bytesKnown.load(), counters.bytesWritten.load()};
}

TaskError TaskError::of(const Error &error)
{
    return {errorCodeName(error.code()), error.what(), error.remedy()};
}

TaskRecord TaskRecord::create(TaskKind kind, QJsonObject settings, QString source, QString destination)
{
    TaskRecord record;
    record.id = TaskId::create();
    record.kind = kind;
    record.settings = std::move(settings);
    record.source = std::move(source);
    record.destination = std::move(destination);
    record.created = QDateTime::currentDateTimeUtc();
    return record;
}

std::optional<TaskEnd> TaskRecord::end() const
{
    switch (state) {
    case TaskState::Completed:
        return TaskEnd::Completed;
    case TaskState::Cancelled:
        return TaskEnd::Cancelled;
    case TaskState::Failed:
        return cleanup.state == CleanupStatus::State::Unconfirmed ? TaskEnd::CleanupUnconfirmed : TaskEnd::Failed;
    default:
        return std::nullopt;
    }
}

} // namespace sealift
