#include "cli/commands/receipt_verify.h"

#include "cli/console.h"
#include "cli/receipt_file.h"
#include "cli/task_lookup.h"

namespace sealift {

CommandInfo ReceiptVerifyCommand::info() const
{
    return {
        .words = {QStringLiteral("receipt"), QStringLiteral("verify")},
        .summary = QStringLiteral("Verify a receipt's signature."),
        .description = QStringLiteral("Verifies that a receipt is, to the last byte, what was signed, and says by "
                                      "whose key. The exit code is 5 if it "
                                      "is not. How to do the same without Sealift is in the manual page."),
        .arguments = {receiptArgument()},
        .options = {},
        .examples = {{QStringLiteral("Verify a file"), QStringLiteral("sealift receipt verify receipt.json")}},
    };
}

Status ReceiptVerifyCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto path, receiptPath(context));
    SEALIFT_ASSIGN(const auto file, readReceiptFile(path));
    SEALIFT_ASSIGN(const auto verified, verifiedReceipt(file, path));
    auto &console = context.console;
    if (console.json())
        console.result(QJsonObject{{QStringLiteral("id"), verified.receipt.taskId},
                                   {QStringLiteral("valid"), true},
                                   {QStringLiteral("confirmed"), verified.receipt.isConfirmed()},
                                   {QStringLiteral("ownKey"), verified.signer == ReceiptSigner::ThisInstallation},
                                   {QStringLiteral("keyId"), verified.keyId}});
    else if (!console.quiet())
        console.result(signerText(verified));
    return {};
}

} // namespace sealift
