#pragma once

#include "cli/command.h"

namespace sealift {

class Ec2ImagesCommand final : public Command
{
public:
    CommandInfo info() const override;
    Status run(const CommandContext &context) override;
};

} // namespace sealift
