#pragma once

#include "cli/command.h"

namespace sealift {

/// `task pause` and `task resume`: asks whoever executes the tasks.
class TaskPauseCommand final : public Command
{
public:
    enum class Direction { Pause, Resume };

    explicit TaskPauseCommand(Direction direction)
        : m_direction(direction)
    {
    }

    CommandInfo info() const override;
    Status run(const CommandContext &context) override;

private:
    const Direction m_direction;
};

} // namespace sealift
