#pragma once

#include <QString>

#include <array>

namespace sealift {

/// The columns of the queue, from the left.
enum class TaskColumn {
    Position, ///< the order in which tasks run
    Name,
    Kind,
    Destination,
    State,
    Progress, ///< once a task has ended: what became of it
    Rate,
    TimeLeft,
    Size,
    Encryption,
    Scratch,
    Cleanup,
    Added,
    Ended,
};

inline constexpr int kTaskColumns = static_cast<int>(TaskColumn::Ended) + 1;

/// Its title.
QString columnTitle(TaskColumn column);
/// What it shows, in a sentence.
QString columnHint(TaskColumn column);
/// Shown unless the user has chosen otherwise.
bool isShownAtFirst(TaskColumn column);
/// Values are numbers, and stand on the right.
bool isNumeric(TaskColumn column);
/// Values move while a task runs: the order by this column is brought up to date only now and then.
bool isRestless(TaskColumn column);
/// A value as wide as the widest usual one.
QString usualText(TaskColumn column);
/// Values have a shape beside them, and perhaps a frame around both.
bool hasShape(TaskColumn column);

} // namespace sealift
