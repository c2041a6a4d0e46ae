#include "cli/commands/audit_verify.h"

#include "cli/console.h"
#include "common/human_text.h"
#include "common/state_paths.h"
#include "task/audit_verify.h"

#include <QJsonArray>

namespace sealift {

static QString wholeText(const AuditReport &report)
{
    auto text = QStringLiteral("%1 in %2: the chain is whole.")
                    .arg(countText(report.entries, QStringLiteral("entry"), QStringLiteral("entries")),
                         countText(report.files, QStringLiteral("file"), QStringLiteral("files")));
    if (report.removed > 0)
        text += QStringLiteral("\nIt begins after entry %1: what was before was removed because of its age.")
                    .arg(report.removed);
    if (report.clockChanges > 0)
        text += QStringLiteral("\nThis machine's clock was changed %1: times before and after do not go together.")
                    .arg(countText(report.clockChanges, QStringLiteral("time"), QStringLiteral("times")));
    return text;
}

CommandInfo AuditVerifyCommand::info() const
{
    return {
        .words = {QStringLiteral("audit"), QStringLiteral("verify")},
        .summary = QStringLiteral("Verify that nothing in the audit log was changed or removed."),
        .description =
            QStringLiteral("Verifies the chain of hashes through the whole audit log: a changed bit, a line that was "
                           "removed, doubled or "
                           "moved, an end that was cut off. What is wrong is listed, and the exit code is 5."),
        .arguments = {},
        .options = {},
        .examples = {{QStringLiteral("Verify the log"), QStringLiteral("sealift audit verify")}},
    };
}

Status AuditVerifyCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto paths, statePaths());
    SEALIFT_ASSIGN(const auto report, verifyAudit(paths.audit(), context.stop));
    auto &console = context.console;
    QJsonArray problems;
    QStringList lines;
    for (const auto &problem : report.problems) {
        problems.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                    {QStringLiteral("line"), problem.line},
                                    {QStringLiteral("what"), problem.what}});
        lines.append(QStringLiteral("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.what));
    }
    if (console.json())
        console.result(QJsonObject{{QStringLiteral("entries"), report.entries},
                                   {QStringLiteral("files"), report.files},
                                   {QStringLiteral("recovered"), report.recovered},
                                   {QStringLiteral("removed"), report.removed},
                                   {QStringLiteral("clockChanges"), report.clockChanges},
                                   {QStringLiteral("ok"), report.ok()},
                                   {QStringLiteral("problems"), problems}});
    else if (!lines.isEmpty())
        console.result(lines.join(QLatin1Char('\n')));
    else if (!console.quiet())
        console.result(wholeText(report));
    if (report.ok())
        return {};
    return fail(
        Error(ErrorCode::Corrupt, QStringLiteral("the audit log in %1 was changed").arg(paths.audit()),
              QStringLiteral("Compare it with a copy of your own; receipts name the hashes of their entries.")));
}

} // namespace sealift
