#include "cli/commands/export_from_ec2.h"

#include "cli/console.h"
#include "cli/ec2_options.h"
#include "cli/ec2_report.h"
#include "cli/foreground.h"
#include "cli/interrupted_tasks.h"
#include "cli/stored_jobs.h"
#include "cli/task_report.h"
#include "common/task_jobs.h"
#include "task/staging_folder.h"

#include <QFileInfo>

#include <optional>

namespace sealift {

namespace {

TaskRecord recordOf(const ExportRequest &request, const Ec2Settings &ec2,
                    const std::optional<ServiceExportSettings> &byService, const QStringList &ignored)
{
    ExportSettings settings;
    settings.fromEc2 = ec2;
    settings.byService = byService;
    settings.request = request;
    settings.ignorePreflight = ignored;
    settings.textsJudged = true;
    settings.request.path = request.descriptor >= 0 ? QStringLiteral("-") : QFileInfo(request.path).absoluteFilePath();
    return TaskRecord::create(TaskKind::Export, settings.toJson(), ec2SourceText(request.image, ec2.region),
                              request.path);
}

} // namespace

Status exportFromEc2(const CommandContext &context, const ExportRequest &request,
                     const std::optional<ServiceExportSettings> &byService, const QStringList &ignored,
                     const QJsonArray &warnings)
{
    auto &console = context.console;
    if (request.ova)
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("an appliance is not made out of EC2 at once"),
                          QStringLiteral("Import it into a library (sealift import --from ec2), and export it from "
                                         "there.")));
    SEALIFT_TRY(Ec2ExportTask::checkRequest(request));
    const auto open = cliEc2Opener(console);
    SEALIFT_ASSIGN(auto settings, ec2SettingsOf(context.arguments));
    // Where it comes from is settled now, whoever executes it later.
    SEALIFT_ASSIGN(const auto access, open(settings, context.stop));
    settings.region = access->region();
    if (byService)
        SEALIFT_TRY(checkStagingPlace(byService->place, settings.region));
    QList<TaskRecord> records{recordOf(request, settings, byService, ignored)};
    QSet<TaskId> adopted;
    // What the service is at, or has exported, is gone on with.
    if (byService && request.descriptor < 0) {
        SEALIFT_ASSIGN(adopted, adoptInterrupted(context, records));
    }

    std::optional<Ec2ExportOutcome> outcome; // written by the task's thread before its end is signalled
    TaskEngineOptions options;
    options.factory = jobFactory(
        {.ec2 = {.open = open,
                 .identified = [&console](const Ec2Identity &identity) { console.note(identityNote(identity)); }},
         .exportedFromEc2 = [&outcome](const Ec2ExportOutcome &exported) { outcome = exported; },
         .standardOutput = request.descriptor});
    executeAdopted(options, records, adopted);
    SEALIFT_ASSIGN(const auto foreground, Foreground::start(context, options));
    const auto word = QStringLiteral("written");
    if (!adopted.isEmpty())
        console.note(QStringLiteral("Going on with task %1.").arg(records.first().id.shortText()));
    SEALIFT_ASSIGN(const auto end, adopted.isEmpty() ? foreground->run(records.first(), request.image, word)
                                                     : foreground->wait(records.first().id, request.image, word,
                                                                        Foreground::Awaited::NextEnd));
    if (end.failure && end.failure->code() == ErrorCode::AlreadyExists)
        return fail(
            Error(*end.failure).advising(QStringLiteral("Choose another name, or replace the file with --force.")));
    if (end.failure)
        return fail(*end.failure);
    foreground->settle();

    if (console.json()) {
        auto object = ec2ExportObject(*outcome, request);
        addTask(object, end.record);
        object.insert(QStringLiteral("warnings"), warnings);
        console.result(object);
    } else if (!console.quiet()) {
        console.result(ec2ExportReport(*outcome, request, end.record));
    }
    return {};
}

} // namespace sealift
