#pragma once

#include "cli/command.h"

namespace sealift {

/// sealift copy
class CopyCommand final : public Command
{
public:
    CommandInfo info() const override;
    Status run(const CommandContext &context) override;
};

} // namespace sealift
