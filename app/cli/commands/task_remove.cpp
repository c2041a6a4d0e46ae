#include "cli/commands/task_remove.h"

#include "cli/console.h"
#include "cli/task_lookup.h"

#include <QJsonArray>

namespace sealift {

CommandInfo TaskRemoveCommand::info() const
{
    return {
        .words = {QStringLiteral("task"), QStringLiteral("remove")},
        .summary = QStringLiteral("Remove ended tasks from the list."),
        .description = QStringLiteral("Removes tasks that have ended from the list. Their receipts and the audit log "
                                      "stay. A task whose cleanup is "
                                      "not confirmed stays, too: \"sealift scratch sweep\" tries that again."),
        .arguments = {taskArgument(true)},
        .options = {},
        .examples = {{QStringLiteral("Remove a task"), QStringLiteral("sealift task remove 4f0a2d3c")}},
    };
}

Status TaskRemoveCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto journal, openJournal(context));
    SEALIFT_ASSIGN(const auto ids, namedTasks(context, *journal));
    SEALIFT_TRY(journal->remove(ids));
    QJsonArray list;
    for (const auto &id : ids)
        list.append(QJsonObject{{QStringLiteral("id"), id.text()}});
    if (context.console.json())
        context.console.result(list);
    else if (!context.console.quiet())
        context.console.result(
            QStringLiteral("Removed %1 from the list.")
                .arg(ids.size() == 1 ? QStringLiteral("the task") : QStringLiteral("%1 tasks").arg(ids.size())));
    return {};
}

} // namespace sealift
