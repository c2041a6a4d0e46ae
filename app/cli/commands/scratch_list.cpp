#include "cli/commands/scratch_list.h"

#include "base/json.h"
#include "cli/console.h"
#include "common/human_text.h"
#include "common/state_paths.h"
#include "common/text_table.h"
#include "scratch/scratch_root.h"

#include <QJsonArray>

namespace sealift {

CommandInfo ScratchListCommand::info() const
{
    return {
        .words = {QStringLiteral("scratch"), QStringLiteral("list")},
        .summary = QStringLiteral("List the scratch volumes that are there."),
        .description = QStringLiteral(
            "Lists the scratch volumes on this machine: those of running tasks, and orphans, whose process died. An "
            "orphan's key died with its process, so that nobody can read it; \"sealift scratch sweep\" removes it."),
        .arguments = {},
        .options = {},
        .examples = {{QStringLiteral("What lies in scratch"), QStringLiteral("sealift scratch list")}},
    };
}

Status ScratchListCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto paths, statePaths());
    SEALIFT_ASSIGN(const auto root, ScratchRoot::open(paths.scratch));
    SEALIFT_ASSIGN(const auto entries, root.list());
    auto &console = context.console;
    if (console.json()) {
        QJsonArray list;
        for (const auto &entry : entries)
            list.append(QJsonObject{{QStringLiteral("id"), entry.taskId},
                                    {QStringLiteral("live"), entry.isLive},
                                    {QStringLiteral("size"), entry.size},
                                    {QStringLiteral("allocated"), entry.allocated},
                                    {QStringLiteral("changed"), toRfc3339(entry.changed)},
                                    {QStringLiteral("path"), root.path() + QLatin1Char('/') + entry.taskId}});
        console.result(list);
        return {};
    }
    if (entries.isEmpty()) {
        console.note(QStringLiteral("There is no scratch volume in %1.").arg(root.path()));
        return {};
    }
    TextTable table({{QStringLiteral("TASK")},
                     {QStringLiteral("OWNER")},
                     {QStringLiteral("USED"), TextTable::Align::Right},
                     {QStringLiteral("SIZE"), TextTable::Align::Right},
                     {QStringLiteral("CHANGED")}});
    for (const auto &entry : entries)
        table.add({entry.taskId, entry.isLive ? QStringLiteral("alive") : QStringLiteral("gone"),
                   sizeText(entry.allocated), sizeText(entry.size), localTimeText(entry.changed)});
    console.result(table.text());
    return {};
}

} // namespace sealift
