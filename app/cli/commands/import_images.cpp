#include "cli/commands/import_images.h"

#include "cli/bandwidth.h"
#include "cli/commands/import_to_ec2.h"
#include "cli/console.h"
#include "cli/detached.h"
#include "cli/ec2_options.h"
#include "cli/ec2_report.h"
#include "cli/foreground.h"
#include "cli/import_options.h"
#include "cli/open_library.h"
#include "cli/preflight_report.h"
#include "cli/service_export_options.h"
#include "cli/stored_jobs.h"
#include "cli/task_report.h"
#include "cli/text_guard.h"
#include "cli/transfer_reports.h"
#include "common/task_jobs.h"
#include "common/text_rule_file.h"
#include "task/staging_folder.h"

#include <QFileInfo>

#include <optional>

namespace sealift {

namespace {

/// The images of one command line, one task after the other.
class Imports
{
public:
    /// @param warnings what was found in the texts of the command line.
    /// @param fromEc2 where the images are; nothing: they are files.
    /// @param byService how the service exports them; nothing: they are read directly.
    Imports(const CommandContext &context, ImportRequest request, std::optional<Ec2Settings> fromEc2,
            std::optional<ServiceExportSettings> byService, QJsonArray warnings)
        : m_context(context)
        , m_request(std::move(request))
        , m_fromEc2(std::move(fromEc2))
        , m_byService(std::move(byService))
        , m_openEc2(cliEc2Opener(context.console))
        , m_warnings(std::move(warnings))
        , m_paths(context.arguments.positionalArguments())
    {
    }

    Status run()
    {
        // A mistyped name is found before anybody waits for the images before it.
        for (const auto &path : m_paths)
            SEALIFT_TRY(checkName(path));
        SEALIFT_ASSIGN(m_ignored, ignoredRules(m_context.arguments));
        // Who has looked at the names has looked at those that come with the image, too.
        if (allowsSensitiveText(m_context.arguments))
            m_ignored.append(QStringLiteral("names-secret"));
        SEALIFT_ASSIGN(m_opening, openingChoices(m_context.arguments));
        SEALIFT_ASSIGN(m_access, libraryAccess(m_context));
        if (m_fromEc2) {
            // Where they come from is settled now, whoever executes it later.
            SEALIFT_ASSIGN(const auto access, m_openEc2(*m_fromEc2, m_context.stop));
            m_fromEc2->region = access->region();
        }
        if (m_byService)
            SEALIFT_TRY(checkStagingPlace(m_byService->place, m_fromEc2->region));
        if (isDetached(m_context.arguments))
            return detach();

        TaskEngineOptions options;
        options.factory = jobFactory(
            {.openLibrary = [this](const LibrarySettings &, const std::stop_token &) { return open(); },
             .imported = [this](const ImportOutcome &outcome) { m_outcome = outcome; },
             .ec2 = {.open = m_openEc2,
                     .identified =
                         [this](const Ec2Identity &identity) { m_context.console.note(identityNote(identity)); }},
             .textRules = ownTextRules});
        SEALIFT_ASSIGN(const auto foreground, Foreground::start(m_context, options));
        for (const auto &path : m_paths)
            SEALIFT_TRY(importOne(*foreground, path));
        foreground->settle();
        return {};
    }

    /// The result for machines, if there is any: an image is imported, whatever becomes of the ones after it.
    void reportAll()
    {
        if (!m_context.console.json() || m_done.isEmpty())
            return;
        auto object = m_paths.size() == 1 ? m_done.first().toObject() : QJsonObject{{QStringLiteral("images"), m_done}};
        object.insert(QStringLiteral("warnings"), m_warnings);
        m_context.console.result(object);
    }

private:
    Status checkName(const QString &path) const
    {
        if (m_fromEc2)
            return {};
        if (isRemoteImage(path))
            return remoteImageUrl(path).map([](const QUrl &) {});
        if (!QFileInfo::exists(path))
            return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no file %1").arg(path)));
        return {};
    }

    QString labelOf(const QString &path) const { return m_fromEc2 ? path : QFileInfo(path).fileName(); }

    TaskRecord recordOf(const QString &path) const
    {
        ImportSettings settings;
        settings.library = m_access.settings();
        const bool isRemote = !m_fromEc2 && isRemoteImage(path);
        settings.image = m_fromEc2 || isRemote ? path : QFileInfo(path).absoluteFilePath();
        settings.fromEc2 = m_fromEc2;
        settings.byService = m_byService;
        if (isRemote)
            settings.fromServer = remoteSettings(m_context);
        settings.request = m_request;
        settings.ignorePreflight = m_ignored;
        settings.textsJudged = true;
        settings.maxUnpacked = m_opening.maxUnpacked;
        settings.allowUnsandboxed = m_opening.allowUnsandboxed;
        settings.followParents = m_opening.followParents;
        return TaskRecord::create(TaskKind::Import, settings.toJson(),
                                  m_fromEc2 ? ec2SourceText(path, m_fromEc2->region) : settings.image,
                                  m_access.location);
    }

    /// On the task's thread. The password stays for the images that follow.
    Result<std::unique_ptr<Repository>> open() { return openLibrary(m_context, m_access); }

    Status detach()
    {
        QList<TaskRecord> records;
        for (const auto &path : m_paths)
            records.append(recordOf(path));
        SEALIFT_ASSIGN(m_done, startDetached(m_context, m_access, records));
        return {};
    }

    Status importOne(Foreground &foreground, const QString &path)
    {
        SEALIFT_ASSIGN(const auto end, foreground.run(recordOf(path), labelOf(path), QStringLiteral("stored")));
        if (end.failure)
            return fail(*end.failure);
        auto object = importObject(*m_outcome, path);
        addTask(object, end.record);
        m_done.append(object);
        auto &console = m_context.console;
        for (const auto &warning : m_outcome->warnings)
            console.warning(QStringLiteral("%1: %2").arg(labelOf(path), warning));
        if (!console.json() && !console.quiet())
            console.result((m_done.size() > 1 ? QStringLiteral("\n") : QString()) +
                           importReport(*m_outcome, path, end.record));
        return {};
    }

    const CommandContext &m_context;
    const ImportRequest m_request;
    std::optional<Ec2Settings> m_fromEc2;
    const std::optional<ServiceExportSettings> m_byService;
    const Ec2Opener m_openEc2;
    const QJsonArray m_warnings;
    const QStringList m_paths;
    QStringList m_ignored;
    OpeningChoices m_opening;
    LibraryAccess m_access;
    std::optional<ImportOutcome> m_outcome; // written by the task's thread before its end is signalled
    QJsonArray m_done;
};

} // namespace

CommandInfo ImportCommand::info() const
{
    return {
        .words = {QStringLiteral("import")},
        .summary = QStringLiteral("Bring disk images into a library, or to Amazon EC2."),
        .description = QStringLiteral(
            "Reads disk images - raw, qcow2, VMDK, VHD, VHDX or VDI, told by their content - and stores each in a "
            "library, "
            "compressed and encrypted. What the library has already is not stored again; empty stretches are not even "
            "read.\n\n"
            "An appliance - an OVA, or the OVF description in a folder - becomes one image with all its disks and its "
            "description. Its manifest is verified before anything is imported. So does a machine of VirtualBox or "
            "VMware: "
            "its .vbox or .vmx file, with the disks in the same folder.\n\n"
            "Of an archive (tar, tar.gz and the like, zip, 7z) the OVF description in it is imported, else all disk "
            "images "
            "in it, as one image. Compressed disk images (gzip, xz, bzip2, zstd) are unpacked on the way: raw disks in "
            "memory, others in "
            "the "
            "task's encrypted scratch volume.\n\n"
            "A disk image may also lie on a web server that serves ranges: https://HOST/disk.qcow2. Raw disks are read "
            "from there; others are fetched into the scratch volume first. No credentials are sent, and a file that "
            "changes meanwhile is noticed. --ca-file and --allow-insecure-loopback hold for the server, too.\n\n"
            "An import that was interrupted is simply started again: what had arrived is used. Nothing of an image is "
            "listed before all of it is stored.\n\n"
            "Before anything is stored, preflight looks at the image; what it finds is shown, and may refuse the "
            "import. What is on the disk is looked at while the import begins.\n\n"
            "The disk must not change meanwhile: stop its virtual machine, or take a snapshot.\n\n"
            "Names, tags and paths are looked at first: what seems to be a secret in them is refused, personal data "
            "and addresses are warned of. So are the names that an appliance or an archive brings along.\n\n"
            "With --to ec2-snapshot each image becomes an encrypted snapshot of Amazon EBS, written block by block "
            "without a bucket in between. Every block is sent. If that fails or is cancelled the unfinished snapshot "
            "is "
            "deleted, and Sealift looks that it is gone; where the process died, the same command goes on where it "
            "was, "
            "and any other removes it.\n\n"
            "With --staging the disks go through a bucket instead, encrypted there, and VM Import/Export makes an "
            "image or a snapshot of them. Nothing stays in the bucket.\n\n"
            "With --from ec2 snapshots of EBS and images of EC2 come into the library, block by block likewise; also "
            "encrypted ones. Blocks that a snapshot does not have were never written, and become empty stretches. "
            "With --by-service EC2 itself exports the image (or a stopped instance) into a bucket, from where it is "
            "fetched; nothing stays there, unless --keep-exported says so."),
        .arguments = {{QStringLiteral("IMAGE"),
                       QStringLiteral(
                           "A disk image, its https URL, an OVA, or an OVF description, .vbox or .vmx; several are "
                           "imported one after the other. "
                           "With --from ec2 the id of a snapshot, or the id or name of an image."),
                       false, true}},
        .options = libraryOptions() + importOptions() +
                   QList{fromOption(), ignorePreflightOption(), allowSensitiveTextOption(), bandwidthOption(),
                         progressOption()} +
                   ec2ImportOptions() + serviceExportOptions(),
        .examples = {{QStringLiteral("Import an image under the name web01"),
                      QStringLiteral("sealift import --library /srv/library --name web01 disk.vmdk")},
                     {QStringLiteral("Import a machine with all its disks"),
                      QStringLiteral("sealift import --library /srv/library web.ova")},
                     {QStringLiteral("Import an image from a web server"),
                      QStringLiteral("sealift import -l /srv/library https://images.example.org/web01.qcow2")},
                     {QStringLiteral("Import several, tagged"),
                      QStringLiteral("sealift import --library /srv/library --tag june a.qcow2 b.vhdx")},
                     {QStringLiteral("Make an encrypted snapshot of Amazon EBS of one"),
                      QStringLiteral("sealift import --to ec2-snapshot --region eu-central-1 disk.vmdk")},
                     {QStringLiteral("Make an image of EC2 of a machine, through a bucket"),
                      QStringLiteral("sealift import --to ec2-image --staging s3:eu-central-1/bucket web.ova")},
                     {QStringLiteral("Bring an image of EC2 into a library"),
                      QStringLiteral("sealift import --from ec2 -l /srv/library ami-0123456789abcdef0")},
                     {QStringLiteral("The same, exported by EC2 itself"),
                      QStringLiteral("sealift import --from ec2 --by-service --staging s3:eu-central-1/bucket web01")}},
    };
}

Status ImportCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(auto warnings, judgeTexts(context, QStringLiteral("import"), keptImportTexts(context.arguments)));
    SEALIFT_ASSIGN(const bool isFromEc2, sealift::isFromEc2(context.arguments, importOptionsOfFiles()));
    SEALIFT_ASSIGN(const bool isEc2, isEc2Import(context.arguments));
    if (isEc2 && isFromEc2)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("--from ec2 goes with --to library, not from EC2 to EC2"),
                          QStringLiteral("EC2 copies there itself: aws ec2 copy-snapshot, aws ec2 copy-image.")));
    if (isEc2 && context.arguments.isSet(QStringLiteral("by-service")))
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--by-service is for --from ec2")));
    if (isEc2) {
        SEALIFT_ASSIGN(const auto opening, openingChoices(context.arguments));
        if (opening.followParents)
            return fail(Error(ErrorCode::InvalidArgument,
                              QStringLiteral("--follow-parents is for imports into a library"),
                              QStringLiteral("Flatten the image first: qemu-img convert -O qcow2 IMAGE NEW.qcow2")));
        return importToEc2(context);
    }
    SEALIFT_ASSIGN(auto byService, serviceExportOf(context.arguments, isFromEc2));
    SEALIFT_ASSIGN(auto request, importRequest(context.arguments));
    std::optional<Ec2Settings> fromEc2;
    if (isFromEc2) {
        SEALIFT_ASSIGN(fromEc2, ec2SettingsOf(context.arguments));
    }
    Imports imports(context, std::move(request), std::move(fromEc2), std::move(byService), std::move(warnings));
    auto status = imports.run();
    imports.reportAll();
    return status;
}

} // namespace sealift
