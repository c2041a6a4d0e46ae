#include "cli/command_list.h"

#include "cli/commands/export_image.h"
#include "cli/commands/import_images.h"
#include "cli/commands/inspect_image.h"
#include "cli/commands/key_add.h"
#include "cli/commands/key_list.h"
#include "cli/commands/key_remove.h"
#include "cli/commands/library_check.h"
#include "cli/commands/library_init.h"
#include "cli/commands/list_images.h"
#include "cli/commands/show_version.h"

namespace sealift {

CommandList allCommands()
{
    CommandList commands;
    commands.push_back(std::make_unique<LibraryInitCommand>());
    commands.push_back(std::make_unique<LibraryCheckCommand>());
    commands.push_back(std::make_unique<KeyAddCommand>());
    commands.push_back(std::make_unique<KeyListCommand>());
    commands.push_back(std::make_unique<KeyRemoveCommand>());
    commands.push_back(std::make_unique<ImportCommand>());
    commands.push_back(std::make_unique<ImagesCommand>());
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<InspectCommand>());
    commands.push_back(std::make_unique<VersionCommand>());
    return commands;
}

} // namespace sealift
