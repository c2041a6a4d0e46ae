#include "cli/commands/evidence_export.h"

#include "cli/console.h"
#include "cli/history_options.h"
#include "common/component_versions.h"
#include "common/human_text.h"
#include "common/settings_facts.h"
#include "task/evidence_bundle.h"

#include <QFileInfo>

namespace sealift {

namespace {

const auto kOutput = QStringLiteral("output");
const auto kForce = QStringLiteral("force");
const auto kFrom = QStringLiteral("from");
const auto kTo = QStringLiteral("to");

} // namespace

CommandInfo EvidenceExportCommand::info() const
{
    return {
        .words = {QStringLiteral("evidence"), QStringLiteral("export")},
        .summary = QStringLiteral("Write a signed bundle of evidence for an auditor."),
        .description = QStringLiteral(
            "Writes a zip file with the receipts and audit entries of a time, an image or a user, what versions and "
            "settings were, a report for people, and a list of SHA-256 sums that this installation's key signs. No "
            "secret is in it. A README and a program inside say and do how to verify it with nothing but openssl and "
            "python3:\n\n"
            "unzip bundle.zip -d evidence && python3 evidence/verify.py\n\n"
            "Without options everything there is goes in."),
        .arguments = {},
        .options = historyOptions(kFrom, kTo) +
                   QList{QCommandLineOption(QStringList{QStringLiteral("o"), kOutput},
                                            QStringLiteral("The bundle to write."), QStringLiteral("FILE")),
                         QCommandLineOption(kForce, QStringLiteral("Replace a file that is there."))},
        .examples = {{QStringLiteral("A month"),
                      QStringLiteral("sealift evidence export --from 2025-05-01 --to 2025-05-31 -o may.zip")},
                     {QStringLiteral("An image"),
                      QStringLiteral("sealift evidence export --image web01 -o web01.zip")}},
    };
}

Status EvidenceExportCommand::run(const CommandContext &context)
{
    EvidenceRequest request;
    request.path = context.arguments.value(kOutput);
    if (request.path.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--output is missing"),
                          QStringLiteral("Name the bundle to write, as in -o bundle.zip.")));
    request.path = QFileInfo(request.path).absoluteFilePath();
    request.overwrite = context.arguments.isSet(kForce) ? Overwrite::Yes : Overwrite::No;
    SEALIFT_ASSIGN(request.filter, historyFilter(context.arguments, kFrom, kTo));
    SEALIFT_ASSIGN(const auto paths, statePaths());
    request.audit = paths.audit();
    request.receipts = paths.receipts();
    request.identity = paths.identity();
    request.versions = versionFacts();
    SEALIFT_ASSIGN(request.settings, settingsFacts(paths));
    SEALIFT_ASSIGN(const auto outcome, writeEvidence(request, context.stop));

    auto &console = context.console;
    for (const auto &name : outcome.invalidReceipts)
        console.warning(QStringLiteral("the receipt %1 is not valid; it is in the bundle as it is").arg(name));
    if (!outcome.auditIsWhole)
        console.warning(QStringLiteral("the audit log was changed: audit/verification.json in the bundle says where"));
    if (console.json())
        console.result(
            QJsonObject{{QStringLiteral("output"), request.path},
                        {QStringLiteral("receipts"), outcome.receipts},
                        {QStringLiteral("auditEntries"), outcome.auditEntries},
                        {QStringLiteral("files"), outcome.files},
                        {QStringLiteral("size"), outcome.bytes},
                        {QStringLiteral("auditOk"), outcome.auditIsWhole},
                        {QStringLiteral("invalidReceipts"), QJsonArray::fromStringList(outcome.invalidReceipts)},
                        {QStringLiteral("keyId"), outcome.keyId}});
    else if (!console.quiet())
        console.result(
            QStringLiteral("Written to %1: %2, %3, signed by the key %4.\n"
                           "Verify it by: unzip it, then python3 verify.py in its folder.")
                .arg(request.path, countText(outcome.receipts, QStringLiteral("receipt"), QStringLiteral("receipts")),
                     countText(outcome.auditEntries, QStringLiteral("audit entry"), QStringLiteral("audit entries")),
                     outcome.keyId));
    return {};
}

} // namespace sealift
