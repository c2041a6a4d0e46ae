#include "ui/queue/task_order_key.h"

#include "ui/queue/task_model.h"
#include "ui/queue/task_traces.h"

namespace sealift {

namespace {

double stateRank(const TaskRecord &record)
{
    switch (record.state) {
    case TaskState::Failed:
        return record.cleanup.state == CleanupStatus::State::Unconfirmed ? 0 : 1;
    case TaskState::Transferring:
        return 2;
    case TaskState::Finalizing:
        return 3;
    case TaskState::CleaningUp:
        return 4;
    case TaskState::Preflight:
        return 5;
    case TaskState::Cancelling:
        return 6;
    case TaskState::Paused:
        return 7;
    case TaskState::Queued:
        return 8;
    case TaskState::Completed:
        return 9;
    case TaskState::Cancelled:
        return 10;
    }
    return 11;
}

double share(qint64 part, qint64 whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

double moment(const QDateTime &time)
{
    return time.isValid() ? static_cast<double>(time.toMSecsSinceEpoch()) : 0;
}

} // namespace

bool TaskOrderKey::operator<(const TaskOrderKey &other) const
{
    if (number != other.number)
        return number < other.number;
    if (const int order = text.compare(other.text); order != 0)
        return order < 0;
    return position < other.position;
}

TaskOrderKey taskOrderKey(const TaskModel &model, const TaskTraces &traces, int row, TaskColumn column)
{
    TaskOrderKey key;
    const auto *record = model.recordAt(row);
    if (record == nullptr)
        return key;
    key.position = record->position;
    switch (column) {
    case TaskColumn::Position:
        key.number = -record->priority;
        break;
    case TaskColumn::Name:
        key.text = model.searchTextAt(row);
        break;
    case TaskColumn::Destination:
        key.text = model.placeAt(row).toCaseFolded();
        break;
    case TaskColumn::Kind:
    case TaskColumn::Encryption:
        key.number = static_cast<double>(record->kind);
        break;
    case TaskColumn::State:
        key.number = stateRank(*record);
        break;
    case TaskColumn::Progress:
        key.number = isEnd(record->state) ? 2 : share(record->progress.done, record->progress.total);
        break;
    case TaskColumn::Rate:
        key.number = traces.rate(record->id);
        break;
    case TaskColumn::TimeLeft: {
        const auto left = traces.timeLeft(record->id);
        key.number = left ? static_cast<double>(left->count()) : 1e18;
        break;
    }
    case TaskColumn::Size:
        key.number = static_cast<double>(record->progress.total);
        break;
    case TaskColumn::Scratch:
        key.number = static_cast<double>(record->scratch.used);
        break;
    case TaskColumn::Cleanup:
        key.number = record->cleanup.state == CleanupStatus::State::Unconfirmed
                         ? 0
                         : static_cast<double>(record->cleanup.state) + 1;
        break;
    case TaskColumn::Added:
        key.number = moment(record->created);
        break;
    case TaskColumn::Ended:
        key.number = moment(record->ended);
        break;
    }
    return key;
}

} // namespace sealift
