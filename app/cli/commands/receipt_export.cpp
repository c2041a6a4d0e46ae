#include "cli/commands/receipt_export.h"

#include "cli/console.h"
#include "cli/receipt_file.h"
#include "cli/task_lookup.h"

#include <QFileInfo>

namespace sealift {

namespace {

const auto kOutput = QStringLiteral("output");

} // namespace

CommandInfo ReceiptExportCommand::info() const
{
    return {
        .words = {QStringLiteral("receipt"), QStringLiteral("export")},
        .summary = QStringLiteral("Take a receipt apart for verification by openssl."),
        .description = QStringLiteral("Writes what was signed, the signature and the public key as three files into a "
                                      "folder, so that everybody can "
                                      "verify the receipt without Sealift:\n\n"
                                      "openssl dgst -sha256 -verify key.pem -signature receipt.sig receipt.payload"),
        .arguments = {receiptArgument()},
        .options = {QCommandLineOption(QStringList{QStringLiteral("o"), kOutput},
                                       QStringLiteral("The folder to write to; it must exist."),
                                       QStringLiteral("FOLDER"))},
        .examples = {{QStringLiteral("For an auditor"), QStringLiteral("sealift receipt export 4f0a2d3c -o evidence")}},
    };
}

Status ReceiptExportCommand::run(const CommandContext &context)
{
    const auto folder = context.arguments.value(kOutput);
    if (folder.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--output is missing"),
                          QStringLiteral("Name the folder to write to.")));
    if (!QFileInfo(folder).isDir())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no folder %1").arg(folder)));
    SEALIFT_ASSIGN(const auto path, receiptPath(context));
    SEALIFT_ASSIGN(const auto file, readReceiptFile(path));
    SEALIFT_TRY(exportForOpenssl(file, folder));
    auto &console = context.console;
    if (console.json())
        console.result(QJsonObject{{QStringLiteral("folder"), folder}});
    else if (!console.quiet())
        console.result(QStringLiteral("Written to %1. Verify it there by\n"
                                      "  openssl dgst -sha256 -verify key.pem -signature receipt.sig receipt.payload")
                           .arg(folder));
    return {};
}

} // namespace sealift
