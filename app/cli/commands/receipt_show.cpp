#include "cli/commands/receipt_show.h"

#include "cli/console.h"
#include "cli/receipt_file.h"
#include "cli/task_lookup.h"
#include "common/human_text.h"
#include "common/text_table.h"

#include <QJsonDocument>

namespace sealift {

namespace {

void addCleanup(FactList &facts, const CleanupAttempt &attempt)
{
    bool isFirst = true;
    for (const auto &entries : {attempt.steps, attempt.checks}) {
        for (const auto &entry : entries) {
            const auto line =
                QStringLiteral("%1  %2: %3")
                    .arg(entry.ok ? QStringLiteral("ok    ") : QStringLiteral("FAILED"), entry.name, entry.detail);
            if (std::exchange(isFirst, false))
                facts.add(attempt.isConfirmed() ? QStringLiteral("Confirmed") : QStringLiteral("Not confirmed"), line);
            else
                facts.more(line);
        }
    }
}

QString factsOf(const Receipt &receipt)
{
    FactList facts;
    facts.add(QStringLiteral("Task"), receipt.taskId);
    facts.add(QStringLiteral("Kind"), receipt.taskKind);
    facts.add(QStringLiteral("Ended"), QStringLiteral("%1, %2").arg(receipt.endState, localTimeText(receipt.ended)));
    if (receipt.afterCrash)
        facts.more(QStringLiteral("after a crash: another process cleaned up"));
    facts.add(QStringLiteral("Image"), receipt.image.name);
    facts.add(QStringLiteral("Content hash"), receipt.image.sourceHash);
    facts.add(QStringLiteral("Destination"), receipt.destination);
    facts.add(QStringLiteral("Encryption"), receipt.encryption);
    if (receipt.volume) {
        facts.add(QStringLiteral("Scratch"), QStringLiteral("%1, %2").arg(receipt.volume->id, receipt.volume->cipher));
        facts.more(QStringLiteral("%1 of %2 used at most")
                       .arg(sizeText(receipt.volume->highWater), sizeText(receipt.volume->quota)));
    }
    for (const auto &attempt : receipt.cleanup)
        addCleanup(facts, attempt);
    facts.add(QStringLiteral("Audit log"),
              QStringLiteral("%1 entries, hash %2").arg(receipt.auditEntries).arg(receipt.auditHash));
    facts.add(QStringLiteral("Issued"), QStringLiteral("%1 by %2").arg(localTimeText(receipt.issued), receipt.issuer));
    return facts.text();
}

} // namespace

CommandInfo ReceiptShowCommand::info() const
{
    return {
        .words = {QStringLiteral("receipt"), QStringLiteral("show")},
        .summary = QStringLiteral("Show a task's receipt."),
        .description =
            QStringLiteral("Shows what a task did and the evidence that nothing of it rests in scratch any more. "
                           "The receipt is verified first; with --json its file is printed as it is."),
        .arguments = {receiptArgument()},
        .options = {},
        .examples = {{QStringLiteral("Show a receipt"), QStringLiteral("sealift receipt show 4f0a2d3c")}},
    };
}

Status ReceiptShowCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto path, receiptPath(context));
    SEALIFT_ASSIGN(const auto file, readReceiptFile(path));
    SEALIFT_ASSIGN(const auto verified, verifiedReceipt(file, path));
    if (context.console.json())
        context.console.result(QJsonDocument::fromJson(file).object());
    else
        context.console.result(factsOf(verified.receipt) + QLatin1Char('\n') + signerText(verified));
    return {};
}

} // namespace sealift
