#include "cli/commands/receipt_list.h"

#include "base/json.h"
#include "cli/console.h"
#include "cli/history_options.h"
#include "common/human_text.h"
#include "common/state_paths.h"
#include "common/text_table.h"

#include <QJsonArray>

namespace sealift {

namespace {

const auto kSince = QStringLiteral("since");
const auto kUntil = QStringLiteral("until");

QJsonObject objectOf(const StoredReceipt &stored)
{
    QJsonObject object{{QStringLiteral("id"), stored.task()},
                       {QStringLiteral("file"), stored.fileName},
                       {QStringLiteral("valid"), stored.verified.has_value()}};
    if (!stored.verified) {
        object.insert(QStringLiteral("problem"), stored.problem);
        return object;
    }
    const auto &receipt = stored.verified->receipt;
    object.insert(QStringLiteral("kind"), receipt.taskKind);
    object.insert(QStringLiteral("image"), receipt.image.name);
    object.insert(QStringLiteral("destination"), receipt.destination);
    object.insert(QStringLiteral("endState"), receipt.endState);
    object.insert(QStringLiteral("ended"), toRfc3339(receipt.ended));
    object.insert(QStringLiteral("confirmed"), receipt.isConfirmed());
    object.insert(QStringLiteral("ownKey"), stored.verified->signer == ReceiptSigner::ThisInstallation);
    return object;
}

QStringList cellsOf(const StoredReceipt &stored)
{
    const auto id = stored.task().right(8);
    if (!stored.verified)
        return {id, QStringLiteral("not valid"), {}, {}, {}, stored.problem};
    const auto &receipt = stored.verified->receipt;
    return {id,
            receipt.taskKind,
            localTimeText(receipt.ended),
            receipt.endState,
            receipt.isConfirmed() ? QStringLiteral("confirmed") : QStringLiteral("unconfirmed"),
            receipt.image.name};
}

} // namespace

CommandInfo ReceiptListCommand::info() const
{
    return {
        .words = {QStringLiteral("receipt"), QStringLiteral("list")},
        .summary = QStringLiteral("List receipts, by image, user and time."),
        .description = QStringLiteral("Lists the receipts of this installation, oldest first. The signature of each is "
                                      "verified. A task that was tried again has a receipt for each attempt."),
        .arguments = {},
        .options = historyOptions(kSince, kUntil),
        .examples = {{QStringLiteral("What was done with an image"),
                      QStringLiteral("sealift receipt list --image web01")},
                     {QStringLiteral("The last month"), QStringLiteral("sealift receipt list --since 30d")}},
    };
}

Status ReceiptListCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto filter, historyFilter(context.arguments, kSince, kUntil));
    SEALIFT_ASSIGN(const auto paths, statePaths());
    SEALIFT_ASSIGN(const auto own, InstallationKey::publicKeyIn(paths.identity()));
    SEALIFT_ASSIGN(const auto history,
                   History::read(paths.audit(), paths.receipts(), own ? &*own : nullptr, context.stop));
    QJsonArray list;
    TextTable table({{QStringLiteral("ID")},
                     {QStringLiteral("KIND")},
                     {QStringLiteral("ENDED")},
                     {QStringLiteral("STATE")},
                     {QStringLiteral("CLEANUP")},
                     {QStringLiteral("IMAGE")}});
    for (const auto &receipt : history.receipts()) {
        if (!history.matches(receipt.task(), filter))
            continue;
        list.append(objectOf(receipt));
        table.add(cellsOf(receipt));
    }
    if (context.console.json())
        context.console.result(list);
    else
        context.console.result(table.text());
    return {};
}

} // namespace sealift
