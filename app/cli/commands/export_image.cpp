#include "cli/commands/export_image.h"

#include "cli/bandwidth.h"
#include "cli/commands/export_from_ec2.h"
#include "cli/console.h"
#include "cli/ec2_options.h"
#include "cli/export_options.h"
#include "cli/foreground.h"
#include "cli/open_library.h"
#include "cli/ova_options.h"
#include "cli/preflight_report.h"
#include "cli/task_report.h"
#include "cli/text_guard.h"
#include "cli/transfer_reports.h"
#include "common/task_jobs.h"

#include <QFileInfo>

#include <optional>

#include <unistd.h>

namespace sealift {

namespace {

const auto kOutput = QStringLiteral("output");
const auto kDisk = QStringLiteral("disk");
const auto kForce = QStringLiteral("force");
const auto kStandardOutput = QStringLiteral("standard output");
const QStringList kNotFromEc2{QStringLiteral("library"), QStringLiteral("password-file"), QStringLiteral("s3-sse"),
                              QStringLiteral("allow-insecure-loopback")};

Result<ExportRequest> requestOf(const QCommandLineParser &arguments, Console &console)
{
    ExportRequest request;
    request.image = arguments.positionalArguments().first();
    request.disk = arguments.value(kDisk);
    request.overwrite = arguments.isSet(kForce) ? Overwrite::Yes : Overwrite::No;
    request.path = arguments.value(kOutput);
    if (request.path.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--output is missing"),
                          QStringLiteral("Name the file to write, or \"-\" for standard output.")));
    SEALIFT_ASSIGN(request.ova, ovaChoice(arguments, request.path));
    if (!request.ova || arguments.isSet(QStringLiteral("for"))) {
        SEALIFT_ASSIGN(const auto choice, formatChoice(arguments, request.path));
        request.format = choice.format;
        request.options = choice.options;
        request.target = choice.target;
        if (choice.guessed)
            console.note(QStringLiteral("The format is %1, by the file's name.").arg(writeFormatName(choice.format)));
    }
    if (request.path == QLatin1String("-")) {
        if (!request.ova)
            SEALIFT_TRY(checkStreamable(request.format, request.options));
        if (::isatty(STDOUT_FILENO) == 1)
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("standard output is a terminal, which cannot take a disk image"),
                              QStringLiteral("Send it into a pipe or a file.")));
        request.path = kStandardOutput;
        request.descriptor = STDOUT_FILENO;
    }
    return request;
}

/// What of the command line will be kept.
QList<NamedText> keptTexts(const ExportRequest &request)
{
    if (request.descriptor >= 0)
        return {};
    return {{QStringLiteral("--output"), QFileInfo(request.path).absoluteFilePath(), TextKind::Path}};
}

/// The task that the journal is to have of it.
TaskRecord recordOf(const ExportRequest &request, const LibraryAccess &access, const QStringList &ignored)
{
    ExportSettings settings;
    settings.library = access.settings();
    settings.request = request;
    settings.ignorePreflight = ignored;
    settings.textsJudged = true;
    settings.request.path = request.descriptor >= 0 ? QStringLiteral("-") : QFileInfo(request.path).absoluteFilePath();
    return TaskRecord::create(TaskKind::Export, settings.toJson(),
                              QStringLiteral("%1 in %2").arg(request.image, access.location), request.path);
}

} // namespace

CommandInfo ExportCommand::info() const
{
    return {
        .words = {QStringLiteral("export")},
        .summary = QStringLiteral("Write a disk image out of a library."),
        .description =
            QStringLiteral(
                "Writes a disk of an image out of a library. Every piece is verified before it is written; the file "
                "appears under "
                "its name when it is complete, or not at all. Empty stretches stay holes in the file.\n\n"
                "Before that the disk is looked at: what speaks against running it where it is to run is shown, and "
                "may "
                "refuse the export. Without --for that goes by the format, and refuses less.\n\n"
                "What leaves the library is not encrypted any more. The file is readable for its owner only.\n\n"
                "With \"-o -\" the image goes to standard output, and the summary to standard error. A pipe has no "
                "holes: "
                "a raw image, or a fixed one, then has its full size.\n\n"
                "With --from ec2 it comes straight out of Amazon EC2, without a library: a snapshot of EBS, or a disk "
                "of an image, read block by block, also encrypted ones. Blocks that the snapshot does not have were "
                "never written, and become empty stretches.\n\n") +
            formatHelp(),
        .arguments = {{QStringLiteral("NAME|ID"),
                       QStringLiteral(
                           "An image's name (the latest of that name), or its id, or the first digits of it. With "
                           "--from ec2 the id of a snapshot, or the id or name of an image of EC2.")}},
        .options =
            libraryOptions() + formatOptions() + ovaOptions() +
            QList{QCommandLineOption(QStringList{QStringLiteral("o"), kOutput},
                                     QStringLiteral("The file to write; \"-\" is standard output."),
                                     QStringLiteral("FILE")),
                  QCommandLineOption(
                      kDisk,
                      QStringLiteral("Which disk, where the image has several: its name, as in the image; of one of "
                                     "EC2 its device (\"/dev/sda1\")."),
                      QStringLiteral("DISK")),
                  QCommandLineOption(kForce, QStringLiteral("Replace the file where it exists.")), fromOption(),
                  ec2EndpointOption(), ignorePreflightOption(), allowSensitiveTextOption(), bandwidthOption(),
                  progressOption()},
        .examples = {{QStringLiteral("Export the latest web01"),
                      QStringLiteral("sealift export web01 -l /srv/library -f qcow2 -o web01.qcow2")},
                     {QStringLiteral("A disk that Azure takes"),
                      QStringLiteral("sealift export web01 -l /srv/library --for azure -o web01.vhd")},
                     {QStringLiteral("A whole machine for ESXi"),
                      QStringLiteral("sealift export web01 -l /srv/library --for esxi -o web01.ova")},
                     {QStringLiteral("Straight to another machine's volume"),
                      QStringLiteral("sealift export web01 -f raw -o - | ssh host 'cat > /dev/vg/web01'")},
                     {QStringLiteral("A snapshot of EBS as a file"),
                      QStringLiteral("sealift export --from ec2 snap-0123456789abcdef0 -o web.qcow2")}},
    };
}

Status ExportCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    SEALIFT_ASSIGN(const bool isFromEc2, sealift::isFromEc2(context.arguments, kNotFromEc2));
    if (!isFromEc2 && context.arguments.isSet(QStringLiteral("endpoint")))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--endpoint is for --from ec2")));
    SEALIFT_ASSIGN(const auto request, requestOf(context.arguments, console));
    if (request.descriptor >= 0)
        console.keepOutputClear();
    SEALIFT_ASSIGN(const auto ignored, ignoredRules(context.arguments));
    SEALIFT_ASSIGN(const auto warnings, judgeTexts(context, QStringLiteral("export"), keptTexts(request)));
    if (isFromEc2)
        return exportFromEc2(context, request, ignored, warnings);
    SEALIFT_ASSIGN(auto access, libraryAccess(context));

    std::optional<ExportOutcome> outcome; // written by the task's thread before its end is signalled
    TaskEngineOptions options;
    options.factory = jobFactory(
        {.openLibrary = [&](const LibrarySettings &, const std::stop_token &) { return openLibrary(context, access); },
         .exported = [&](const ExportOutcome &exported) { outcome = exported; },
         .standardOutput = request.descriptor});
    SEALIFT_ASSIGN(const auto foreground, Foreground::start(context, options));
    SEALIFT_ASSIGN(const auto end,
                   foreground->run(recordOf(request, access, ignored), request.image, QStringLiteral("written")));
    if (end.failure && end.failure->code() == ErrorCode::AlreadyExists)
        return fail(
            Error(*end.failure).advising(QStringLiteral("Choose another name, or replace the file with --force.")));
    if (end.failure)
        return fail(*end.failure);
    foreground->settle();

    for (const auto &warning : outcome->warnings)
        console.warning(warning);
    if (console.json()) {
        auto object = exportObject(*outcome, request, request.path);
        addTask(object, end.record);
        object.insert(QStringLiteral("warnings"), warnings);
        console.result(object);
    } else if (!console.quiet()) {
        console.result(exportReport(*outcome, request, request.path, end.record));
    }
    return {};
}

} // namespace sealift
