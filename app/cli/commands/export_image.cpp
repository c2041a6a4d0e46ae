#include "cli/commands/export_image.h"

#include "cli/bandwidth.h"
#include "cli/commands/export_from_ec2.h"
#include "cli/console.h"
#include "cli/ec2_options.h"
#include "cli/export_options.h"
#include "cli/foreground.h"
#include "cli/interrupted_tasks.h"
#include "cli/open_library.h"
#include "cli/ova_options.h"
#include "cli/preflight_report.h"
#include "cli/seal_options.h"
#include "cli/service_export_options.h"
#include "cli/store_access.h"
#include "cli/stored_jobs.h"
#include "cli/task_report.h"
#include "cli/text_guard.h"
#include "cli/transfer_reports.h"
#include "common/task_jobs.h"
#include "storage/s3/s3_location.h"
#include "task/export_output.h"

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

/// A bucket keeps its location as it is.
QString absolutePath(const QString &path)
{
    return isS3Location(path) ? path : QFileInfo(path).absoluteFilePath();
}

Result<ExportRequest> requestOf(const CommandContext &context)
{
    const auto &arguments = context.arguments;
    auto &console = context.console;
    ExportRequest request;
    request.image = arguments.positionalArguments().first();
    request.disk = arguments.value(kDisk);
    request.overwrite = arguments.isSet(kForce) ? Overwrite::Yes : Overwrite::No;
    request.path = arguments.value(kOutput);
    if (request.path.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--output is missing"),
                          QStringLiteral("Name the file to write, or \"-\" for standard output.")));
    if (isS3Location(request.path)) {
        SEALIFT_TRY(parseS3Location(request.path));
        SEALIFT_ASSIGN(request.store, storeSettings(context, request.path));
    }
    SEALIFT_ASSIGN(request.seal, sealChoice(arguments));
    const auto file = request.seal.isEmpty() ? request.path : withoutSealSuffix(request.path);
    SEALIFT_ASSIGN(request.ova, ovaChoice(arguments, file));
    if (!request.ova || arguments.isSet(QStringLiteral("for"))) {
        SEALIFT_ASSIGN(const auto choice, formatChoice(arguments, file));
        request.format = choice.format;
        request.options = choice.options;
        request.target = choice.target;
        if (choice.guessed)
            console.note(QStringLiteral("The format is %1, by the file's name.").arg(writeFormatName(choice.format)));
    }
    if (request.path == QLatin1String("-")) {
        if (::isatty(STDOUT_FILENO) == 1)
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("standard output is a terminal, which cannot take a disk image"),
                              QStringLiteral("Send it into a pipe or a file.")));
        request.path = kStandardOutput;
        request.descriptor = STDOUT_FILENO;
    }
    if (request.descriptor >= 0 || !request.seal.isEmpty() || isS3Location(request.path))
        SEALIFT_TRY(checkExportForm(request));
    return request;
}

/// What of the command line will be kept.
QList<NamedText> keptTexts(const ExportRequest &request)
{
    QList<NamedText> texts;
    if (request.descriptor < 0)
        texts.append({QStringLiteral("--output"), absolutePath(request.path), TextKind::Path});
    for (const auto &path : request.seal.certificates)
        texts.append({QStringLiteral("--seal-for"), path, TextKind::Path});
    return texts;
}

/// The task that the journal is to have of it.
TaskRecord recordOf(const ExportRequest &request, const LibraryAccess &access, const QStringList &ignored)
{
    ExportSettings settings;
    settings.library = access.settings();
    settings.request = request;
    settings.ignorePreflight = ignored;
    settings.textsJudged = true;
    settings.request.path = request.descriptor >= 0 ? QStringLiteral("-") : absolutePath(request.path);
    return TaskRecord::create(TaskKind::Export, settings.toJson(),
                              QStringLiteral("%1 in %2").arg(request.image, access.location), request.path);
}

Result<ForegroundEnd> execute(Foreground &foreground, const TaskRecord &record, bool goesOn,
                              const ExportRequest &request, Console &console)
{
    const auto word = QStringLiteral("written");
    if (!goesOn)
        return foreground.run(record, request.image, word);
    console.note(request.seal.isEmpty()
                     ? QStringLiteral("Going on with task %1.").arg(record.id.shortText())
                     : QStringLiteral("Task %1 begins anew: a sealed export has fresh keys each time, so what had "
                                      "arrived is of no use.")
                           .arg(record.id.shortText()));
    return foreground.wait(record.id, request.image, word, Foreground::Awaited::NextEnd);
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
                "What leaves the library is not encrypted any more, unless it is sealed. The file is readable for its "
                "owner only.\n\n"
                "Sealed output can be opened only by whom it is for: the owner of a certificate's key (--seal-for; "
                "\"openssl cms -decrypt -inform DER -binary\" opens it), of an age recipient's (--age-recipient), or "
                "whoever knows a passphrase (--age-passphrase-file). It is encrypted in memory, piece by piece; "
                "nothing "
                "plain is written anywhere. It has no holes: qcow2 and vmdk hold least. CMS ends at 64 GiB, and "
                "openssl opens up to 1.5 GiB of it; age has no such limits.\n\n"
                "With \"-o -\" the image goes to standard output, and the summary to standard error. A pipe has no "
                "holes: "
                "a raw image, or a fixed one, then has its full size.\n\n"
                "An object in a bucket is sent in parts while it is written, and appears when it is complete; the "
                "options "
                "for buckets hold for it as for a library. What has arrived is removed where the export fails or is "
                "cancelled. After a crash the same command goes on with it, unless it is sealed: then it begins "
                "anew.\n\n"
                "With --from ec2 it comes straight out of Amazon EC2, without a library: a snapshot of EBS, or a disk "
                "of an image, read block by block, also encrypted ones. Blocks that the snapshot does not have were "
                "never written, and become empty stretches. With --by-service EC2 itself exports the image (or a "
                "stopped "
                "instance) into a bucket, from where it is fetched into the task's encrypted scratch volume and "
                "written in the format that is wanted; nothing stays in the bucket, unless --keep-exported says "
                "so.\n\n") +
            formatHelp(),
        .arguments = {{QStringLiteral("NAME|ID"),
                       QStringLiteral(
                           "An image's name (the latest of that name), or its id, or the first digits of it. With "
                           "--from ec2 the id of a snapshot, or the id or name of an image of EC2.")}},
        .options =
            libraryOptions() + formatOptions() + ovaOptions() + sealOptions() +
            QList{QCommandLineOption(
                      QStringList{QStringLiteral("o"), kOutput},
                      QStringLiteral(
                          "The file to write; \"-\" is standard output; s3:https://HOST/BUCKET/KEY is an object in a "
                          "bucket."),
                      QStringLiteral("FILE")),
                  QCommandLineOption(
                      kDisk,
                      QStringLiteral("Which disk, where the image has several: its name, as in the image; of one of "
                                     "EC2 its device (\"/dev/sda1\")."),
                      QStringLiteral("DISK")),
                  QCommandLineOption(kForce, QStringLiteral("Replace the file where it exists.")), fromOption(),
                  ec2EndpointOption(), ignorePreflightOption(), allowSensitiveTextOption(), bandwidthOption(),
                  progressOption()} +
            serviceExportOptions() + exportPlaceOptions(),
        .examples = {{QStringLiteral("Export the latest web01"),
                      QStringLiteral("sealift export web01 -l /srv/library -f qcow2 -o web01.qcow2")},
                     {QStringLiteral("A disk that Azure takes"),
                      QStringLiteral("sealift export web01 -l /srv/library --for azure -o web01.vhd")},
                     {QStringLiteral("A whole machine for ESXi"),
                      QStringLiteral("sealift export web01 -l /srv/library --for esxi -o web01.ova")},
                     {QStringLiteral("A disk that only the owner of an age key can open"),
                      QStringLiteral("sealift export web01 --age-recipient age1... -o web01.qcow2.age")},
                     {QStringLiteral("Into a bucket"),
                      QStringLiteral("sealift export web01 -f vmdk -o s3:eu-central-1/images/web01.vmdk")},
                     {QStringLiteral("Straight to another machine's volume"),
                      QStringLiteral("sealift export web01 -f raw -o - | ssh host 'cat > /dev/vg/web01'")},
                     {QStringLiteral("A snapshot of EBS as a file"),
                      QStringLiteral("sealift export --from ec2 snap-0123456789abcdef0 -o web.qcow2")},
                     {QStringLiteral("An image of EC2, exported by EC2 itself"),
                      QStringLiteral("sealift export --from ec2 --by-service --staging $PLACE web01 -o web01.vmdk")}},
    };
}

Status ExportCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    SEALIFT_ASSIGN(const bool isFromEc2, sealift::isFromEc2(context.arguments, kNotFromEc2));
    if (!isFromEc2 && context.arguments.isSet(QStringLiteral("endpoint")))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--endpoint is for --from ec2")));
    SEALIFT_ASSIGN(const auto byService, serviceExportOf(context.arguments, isFromEc2));
    SEALIFT_ASSIGN(const auto request, requestOf(context));
    if (request.descriptor >= 0)
        console.keepOutputClear();
    // Whom it is for is known, and can receive it, before anything else is asked or done.
    SEALIFT_TRY(loadRecipients(request.seal, passphraseReader(console)));
    SEALIFT_ASSIGN(const auto ignored, ignoredRules(context.arguments));
    SEALIFT_ASSIGN(const auto warnings, judgeTexts(context, QStringLiteral("export"), keptTexts(request)));
    if (isFromEc2)
        return exportFromEc2(context, request, byService, ignored, warnings);
    SEALIFT_ASSIGN(auto access, libraryAccess(context));

    QList<TaskRecord> records{recordOf(request, access, ignored)};
    QSet<TaskId> adopted;
    if (isS3Location(request.path)) {
        SEALIFT_ASSIGN(adopted, adoptInterrupted(context, records));
    }
    std::optional<ExportOutcome> outcome; // written by the task's thread before its end is signalled
    TaskEngineOptions options;
    options.factory = jobFactory(
        {.openLibrary = [&](const LibrarySettings &, const std::stop_token &) { return openLibrary(context, access); },
         .exported = [&](const ExportOutcome &exported) { outcome = exported; },
         .readPassphrase = passphraseReader(console),
         .openUpload = cliUploadOpener(console),
         .standardOutput = request.descriptor});
    executeAdopted(options, records, adopted);
    SEALIFT_ASSIGN(const auto foreground, Foreground::start(context, options));
    SEALIFT_ASSIGN(const auto end, execute(*foreground, records.first(), !adopted.isEmpty(), request, console));
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
