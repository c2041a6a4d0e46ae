#include "cli/commands/show_version.h"

#include "cli/console.h"
#include "common/component_versions.h"
#include "common/text_table.h"

namespace sealift {

CommandInfo VersionCommand::info() const
{
    return {
        .words = {QStringLiteral("version")},
        .summary = QStringLiteral("Show the versions of Sealift and of what it runs on."),
        .description = QStringLiteral(
            "Shows the versions of Sealift and of the libraries in use, and whether the programs that it starts "
            "for disk images other than raw ones (qemu-nbd, bwrap) are there."),
        .arguments = {},
        .options = {},
        .examples = {{QStringLiteral("Everything that a bug report needs"), QStringLiteral("sealift version")}},
    };
}

Status VersionCommand::run(const CommandContext &context)
{
    if (context.console.json()) {
        context.console.result(versionFacts());
        return {};
    }
    const auto components = libraryComponents() + programComponents();
    FactList facts;
    for (const auto &component : components) {
        const auto where = component.path.isEmpty() ? QString() : QStringLiteral("  (%1)").arg(component.path);
        const auto version = component.version.isEmpty() ? QStringLiteral("of unknown version") : component.version;
        facts.add(component.name, component.found ? version + where : QStringLiteral("not found"));
    }
    context.console.result(facts.text());
    return {};
}

} // namespace sealift
