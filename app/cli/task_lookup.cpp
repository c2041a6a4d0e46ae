#include "cli/task_lookup.h"

#include "cli/console.h"

#include <QFileInfo>

namespace sealift {

Result<std::unique_ptr<Journal>> openJournal(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto paths, statePaths());
    SEALIFT_ASSIGN(auto opening, Journal::open(paths.journal()));
    for (const auto &warning : opening.warnings)
        context.console.warning(warning);
    return std::move(opening.journal);
}

Result<QList<TaskId>> namedTasks(const CommandContext &context, Journal &journal)
{
    QList<TaskId> ids;
    for (const auto &text : context.arguments.positionalArguments()) {
        SEALIFT_ASSIGN(const auto id, journal.find(text));
        ids.append(id);
    }
    return ids;
}

ArgumentInfo taskArgument(bool repeatable)
{
    return {
        QStringLiteral("ID"),
        QStringLiteral("A task's id, or at least four digits of its beginning or end, as \"sealift tasks\" shows it."),
        false, repeatable};
}

Result<QString> receiptPath(const CommandContext &context)
{
    const auto text = context.arguments.positionalArguments().first();
    if (QFileInfo::exists(text))
        return text;
    if (text.contains(QLatin1Char('/')))
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no file %1").arg(text)));
    SEALIFT_ASSIGN(const auto journal, openJournal(context));
    SEALIFT_ASSIGN(const auto id, journal->find(text));
    SEALIFT_ASSIGN(const auto record, journal->load(id));
    if (record.receipt.isEmpty())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("task %1 has no receipt yet").arg(id.shortText()),
                          QStringLiteral("A task gets its receipt when it ends.")));
    SEALIFT_ASSIGN(const auto paths, statePaths());
    return paths.receipts() + QLatin1Char('/') + record.receipt;
}

} // namespace sealift
