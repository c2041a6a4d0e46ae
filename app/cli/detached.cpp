#include "cli/detached.h"

#include "cli/bandwidth.h"
#include "cli/console.h"
#include "cli/task_lookup.h"
#include "cli/task_report.h"

#include <QCoreApplication>
#include <QProcess>

namespace sealift {

namespace {

/// A process without a terminal, whose output nobody reads: what it does is in the journal.
Status startRunner(const QStringList &options, const QStringList &ids)
{
    QProcess runner;
    runner.setProgram(QCoreApplication::applicationFilePath());
    runner.setArguments(QStringList{QStringLiteral("task"), QStringLiteral("run"), QStringLiteral("--quiet")} +
                        options + ids);
    runner.setStandardInputFile(QProcess::nullDevice());
    runner.setStandardOutputFile(QProcess::nullDevice());
    runner.setStandardErrorFile(QProcess::nullDevice());
    if (!runner.startDetached())
        return fail(Error(ErrorCode::Io, QStringLiteral("cannot start a process for it: %1").arg(runner.errorString()),
                          QStringLiteral("The task is queued; \"sealift task run\" executes it.")));
    return {};
}

} // namespace

Result<QJsonArray> startDetached(const CommandContext &context, const LibraryAccess &access,
                                 const QList<TaskRecord> &records)
{
    if (access.password.typed)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("--detach needs the password in a file: nobody can be asked for it later"),
                          QStringLiteral("Use --password-file FILE or SEALIFT_PASSWORD_FILE.")));
    return startDetached(context, records);
}

Result<QJsonArray> startDetached(const CommandContext &context, const QList<TaskRecord> &records)
{
    // A mistake is found here: nobody would see it later.
    SEALIFT_ASSIGN(const auto bandwidth, bandwidthOf(context.arguments));
    QStringList options;
    if (bandwidth)
        options << QStringLiteral("--bandwidth")
                << (*bandwidth > 0 ? QString::number(*bandwidth) : QStringLiteral("none"));
    SEALIFT_ASSIGN(const auto journal, openJournal(context));
    SEALIFT_TRY(journal->add(records));

    QStringList ids;
    QJsonArray list;
    for (const auto &record : records) {
        ids.append(record.id.text());
        list.append(taskObject(record));
    }
    SEALIFT_TRY(startRunner(options, ids));
    if (!context.console.json() && !context.console.quiet()) {
        for (const auto &record : records)
            context.console.result(QStringLiteral("Task %1 imports %2. See \"sealift task show %1\".")
                                       .arg(record.id.shortText(), record.source));
    }
    return list;
}

} // namespace sealift
