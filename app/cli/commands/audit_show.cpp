#include "cli/commands/audit_show.h"

#include "cli/console.h"
#include "cli/history_options.h"
#include "cli/task_lookup.h"
#include "task/audit_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sealift {

namespace {

const auto kTask = QStringLiteral("task");
const auto kSince = QStringLiteral("since");
const auto kUntil = QStringLiteral("until");

QString lineOf(const AuditEntry &entry)
{
    auto line = QStringLiteral("%1  %2").arg(entry.time, entry.what.event);
    if (!entry.what.task.isEmpty())
        line += QStringLiteral("  task %1").arg(entry.what.task.right(8));
    if (!entry.what.fields.isEmpty())
        line +=
            QStringLiteral("  ") + QString::fromUtf8(QJsonDocument(entry.what.fields).toJson(QJsonDocument::Compact));
    return line;
}

QJsonObject objectOf(const AuditEntry &entry)
{
    return {{QStringLiteral("id"), entry.seq},         {QStringLiteral("time"), entry.time},
            {QStringLiteral("host"), entry.host},      {QStringLiteral("pid"), entry.pid},
            {QStringLiteral("user"), entry.user},      {QStringLiteral("event"), entry.what.event},
            {QStringLiteral("task"), entry.what.task}, {QStringLiteral("fields"), entry.what.fields},
            {QStringLiteral("hash"), entry.hash.hex()}};
}

} // namespace

CommandInfo AuditShowCommand::info() const
{
    return {
        .words = {QStringLiteral("audit"), QStringLiteral("show")},
        .summary = QStringLiteral("Show the audit log."),
        .description =
            QStringLiteral("Shows what Sealift did, oldest first: each state of each task, each library that was "
                           "opened, each step and check of a cleanup. No secret is in it."),
        .arguments = {},
        .options =
            QList{QCommandLineOption(kTask, QStringLiteral("Only the entries of this task."), QStringLiteral("ID"))} +
            historyOptions(kSince, kUntil),
        .examples = {{QStringLiteral("What a task did"), QStringLiteral("sealift audit show --task 4f0a2d3c")},
                     {QStringLiteral("What was done with an image this year"),
                      QStringLiteral("sealift audit show --image web01 --since 2025-01-01")}},
    };
}

Status AuditShowCommand::run(const CommandContext &context)
{
    QString task;
    if (context.arguments.isSet(kTask)) {
        SEALIFT_ASSIGN(const auto journal, openJournal(context));
        SEALIFT_ASSIGN(const auto id, journal->find(context.arguments.value(kTask)));
        task = id.text();
    }
    SEALIFT_ASSIGN(const auto filter, historyFilter(context.arguments, kSince, kUntil));
    SEALIFT_ASSIGN(const auto paths, statePaths());
    History history;
    if (!filter.image.isEmpty()) {
        SEALIFT_ASSIGN(history, History::read(paths.audit(), paths.receipts(), nullptr, context.stop));
    }
    auto &console = context.console;
    QJsonArray list;
    const auto show = [&](const AuditEntry &entry) -> Status {
        if (context.stop.stop_requested())
            return fail(Error::cancelled());
        if (!history.matches(entry, filter))
            return {};
        if (console.json())
            list.append(objectOf(entry));
        else
            console.result(lineOf(entry));
        return {};
    };
    SEALIFT_TRY(forEachAuditEntry(paths.audit(), task, show));
    if (console.json())
        console.result(list);
    return {};
}

} // namespace sealift
