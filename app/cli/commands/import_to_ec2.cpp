#include "cli/commands/import_to_ec2.h"

#include "cli/choice_option.h"
#include "cli/console.h"
#include "cli/detached.h"
#include "cli/ec2_options.h"
#include "cli/foreground.h"
#include "cli/interrupted_tasks.h"
#include "cli/preflight_report.h"
#include "cli/service_export_options.h"
#include "cli/snapshot_report.h"
#include "cli/staging_options.h"
#include "cli/stored_jobs.h"
#include "cli/task_report.h"
#include "common/task_jobs.h"
#include "ec2/image_name.h"
#include "task/staging_folder.h"

#include <QFileInfo>
#include <QSet>

namespace sealift {

namespace {

const auto kTo = QStringLiteral("to");
const auto kLibrary = QStringLiteral("library");
const auto kSnapshot = QStringLiteral("ec2-snapshot");
const auto kImage = QStringLiteral("ec2-image");
const auto kName = QStringLiteral("name");
const auto kBootMode = QStringLiteral("boot-mode");
const auto kArchitecture = QStringLiteral("architecture");
const auto kKmsKey = QStringLiteral("kms-key");
const auto kDescription = QStringLiteral("description");
const auto kEndpoint = QStringLiteral("endpoint");
const auto kOmitUnwritten = QStringLiteral("omit-unwritten");
constexpr qsizetype kLongestDescription = 255;
constexpr qsizetype kLongestTagKey = 127;
constexpr qsizetype kLongestTagValue = 255;
constexpr qsizetype kMostTags = 49; // of 50: one is ours

Error wrongOption(const QString &option, const QString &why)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("--%1 is for %2").arg(option, why)};
}

Result<Ec2Tags> tagsOf(const QStringList &texts)
{
    Ec2Tags tags;
    for (const auto &text : texts) {
        const auto equals = text.indexOf(QLatin1Char('='));
        const auto key = text.left(equals);
        const auto value = text.mid(equals + 1);
        if (equals < 1 || key.size() > kLongestTagKey || value.size() > kLongestTagValue ||
            key.startsWith(QLatin1String("aws:")) || key == QLatin1String(kSnapshotTag))
            return fail(
                Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" cannot be a tag of a snapshot").arg(text),
                      QStringLiteral("A tag looks like KEY=VALUE, with up to 127 characters before the \"=\" and "
                                     "255 after it; keys do not begin with \"aws:\".")));
        tags.append({key, value});
    }
    if (tags.size() > kMostTags)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("a snapshot has at most %1 tags beside Sealift's own").arg(kMostTags)));
    return tags;
}

Result<RegistrationSettings> registrationOf(const QCommandLineParser &arguments)
{
    RegistrationSettings registration;
    registration.name = arguments.value(kName);
    if (arguments.isSet(kName) && arguments.positionalArguments().size() > 1)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--name names one image, and there are several"),
                          QStringLiteral("Import them one by one, or leave the name out.")));
    SEALIFT_ASSIGN(registration.bootMode, choiceOption(arguments, kBootMode,
                                                       {QStringLiteral("uefi"), QStringLiteral("legacy-bios"),
                                                        QStringLiteral("uefi-preferred")}));
    SEALIFT_ASSIGN(registration.architecture,
                   choiceOption(arguments, kArchitecture, {QStringLiteral("x86_64"), QStringLiteral("arm64")}));
    return registration;
}

Result<SnapshotSettings> settingsOf(const QCommandLineParser &arguments)
{
    SnapshotSettings settings;
    SEALIFT_ASSIGN(settings.ec2, ec2SettingsOf(arguments));
    settings.kmsKey = arguments.value(kKmsKey);
    settings.description = arguments.value(kDescription);
    if (settings.description.size() > kLongestDescription)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("a description has at most %1 characters").arg(kLongestDescription)));
    SEALIFT_ASSIGN(settings.tags, tagsOf(arguments.values(QStringLiteral("tag"))));
    SEALIFT_ASSIGN(settings.ignorePreflight, ignoredRules(arguments));
    if (arguments.value(kTo) == kImage) {
        SEALIFT_ASSIGN(settings.registration, registrationOf(arguments));
    }
    SEALIFT_ASSIGN(settings.staging, stagingOf(arguments));
    settings.omitUnwritten = arguments.isSet(kOmitUnwritten);
    settings.allowUnsandboxed = arguments.isSet(QStringLiteral("allow-unsandboxed"));
    return settings;
}

/// The images of one command line, one task after the other.
class SnapshotImports
{
public:
    SnapshotImports(const CommandContext &context, SnapshotSettings settings)
        : m_context(context)
        , m_settings(std::move(settings))
        , m_paths(context.arguments.positionalArguments())
        , m_open(cliEc2Opener(context.console))
    {
    }

    Status run()
    {
        for (const auto &path : m_paths) {
            if (!QFileInfo::exists(path))
                return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no file %1").arg(path)));
        }
        // Where it goes is settled now, whoever executes it later.
        SEALIFT_ASSIGN(const auto access, m_open(m_settings.ec2, m_context.stop));
        m_settings.ec2.region = access->region();
        if (m_settings.staging)
            SEALIFT_TRY(checkStagingPlace(m_settings.staging->place, m_settings.ec2.region));
        QList<TaskRecord> records;
        for (const auto &path : m_paths) {
            if (m_settings.registration)
                SEALIFT_TRY(checkEc2ImageName(imageName(path)));
            records.append(recordOf(path));
        }
        if (m_context.arguments.isSet(QStringLiteral("detach"))) {
            SEALIFT_ASSIGN(m_done, startDetached(m_context, records));
            return {};
        }
        SEALIFT_ASSIGN(m_interrupted, adoptInterrupted(m_context, records));
        SEALIFT_ASSIGN(const auto foreground, Foreground::start(m_context, engineOptions(records)));
        for (qsizetype i = 0; i < records.size(); ++i)
            SEALIFT_TRY(importOne(*foreground, records[i], m_paths[i]));
        foreground->settle();
        return {};
    }

    /// The result for machines, if there is any: an image is imported, whatever becomes of the ones after it.
    void reportAll()
    {
        if (!m_context.console.json() || m_done.isEmpty())
            return;
        m_context.console.result(m_paths.size() == 1 ? m_done.first().toObject()
                                                     : QJsonObject{{QStringLiteral("snapshots"), m_done}});
    }

private:
    /// The one that was chosen, else after the file.
    QString imageName(const QString &path) const
    {
        const auto &chosen = m_settings.registration->name;
        return chosen.isEmpty() ? QFileInfo(path).completeBaseName() : chosen;
    }

    TaskRecord recordOf(const QString &path) const
    {
        auto settings = m_settings;
        if (settings.registration)
            settings.registration->name = imageName(path);
        settings.image = QFileInfo(path).absoluteFilePath();
        return TaskRecord::create(
            TaskKind::Import, settings.toJson(), settings.image,
            (settings.registration ? QStringLiteral("EC2 image in %1") : QStringLiteral("EBS snapshot in %1"))
                .arg(settings.ec2.region));
    }

    TaskEngineOptions engineOptions(const QList<TaskRecord> &records)
    {
        TaskEngineOptions options;
        options.factory =
            jobFactory({.ec2 = {.open = m_open,
                                .identified = [this](const Ec2Identity &identity) { show(identity); },
                                .done = [this](const SnapshotOutcome &outcome) { m_outcome = outcome; }}});
        executeAdopted(options, records, m_interrupted);
        return options;
    }

    /// Before anything is sent. On the task's thread.
    void show(const Ec2Identity &identity)
    {
        m_context.console.note(
            QStringLiteral("To Amazon EC2 in %1, as %2 (account %3), by %4.")
                .arg(identity.region, identity.caller.arn, identity.caller.account, identity.source));
    }

    Status importOne(Foreground &foreground, const TaskRecord &record, const QString &path)
    {
        const auto label = QFileInfo(path).fileName();
        const auto word = QStringLiteral("sent");
        const bool goesOn = m_interrupted.contains(record.id);
        if (goesOn)
            m_context.console.note(QStringLiteral("Going on with task %1.").arg(record.id.shortText()));
        SEALIFT_ASSIGN(const auto end, goesOn ? foreground.wait(record.id, label, word, Foreground::Awaited::NextEnd)
                                              : foreground.run(record, label, word));
        if (end.failure)
            return fail(*end.failure);
        if (!m_outcome->because.isEmpty())
            m_context.console.note(QStringLiteral("Not through the bucket: %1.").arg(m_outcome->because));
        for (const auto &warning : m_outcome->warnings)
            m_context.console.warning(warning);
        auto object = snapshotObject(*m_outcome, path);
        addTask(object, end.record);
        m_done.append(object);
        auto &console = m_context.console;
        if (!console.json() && !console.quiet())
            console.result((m_done.size() > 1 ? QStringLiteral("\n") : QString()) +
                           snapshotReport(*m_outcome, path, end.record));
        return {};
    }

    const CommandContext &m_context;
    SnapshotSettings m_settings;
    const QStringList m_paths;
    const Ec2Opener m_open;
    QSet<TaskId> m_interrupted;
    std::optional<SnapshotOutcome> m_outcome; // written by the task's thread before its end is signalled
    QJsonArray m_done;
};

} // namespace

QList<QCommandLineOption> ec2ImportOptions()
{
    return QList<QCommandLineOption>{
               {kTo,
                QStringLiteral(
                    "Where the image goes: library (default); ec2-snapshot, an encrypted snapshot of Amazon EBS; "
                    "or ec2-image, "
                    "an image (AMI) that starts from such a snapshot. EC2 itself must read that, so it is not "
                    "encrypted in this computer: TLS protects it on the "
                    "wire, and a KMS key at rest."),
                QStringLiteral("DESTINATION")},
               {kBootMode,
                QStringLiteral(
                    "For an image of EC2: how it starts, uefi, legacy-bios or uefi-preferred. Without it: as the "
                    "disk shows."),
                QStringLiteral("MODE")},
               {kArchitecture, QStringLiteral("For an image of EC2: x86_64 or arm64. Without it: as the disk shows."),
                QStringLiteral("NAME")},
               {kKmsKey,
                QStringLiteral(
                    "For EC2: encrypt with this KMS key (its ARN or id). Without it: the account's key for EBS."),
                QStringLiteral("KEY")},
               {kDescription, QStringLiteral("For EC2: what the snapshot says of itself."), QStringLiteral("TEXT")},
               ec2EndpointOption(),
               {kOmitUnwritten,
                QStringLiteral(
                    "For EC2: do not send blocks that the image itself says were never written. They read back as "
                    "garbage, not as zeroes: only for systems that never read what they have not written.")},
           } +
           stagingOptions();
}

Result<bool> isEc2Import(const QCommandLineParser &arguments)
{
    const auto to = arguments.isSet(kTo) ? arguments.value(kTo) : kLibrary;
    if (to != kLibrary && to != kSnapshot && to != kImage)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("--to cannot be \"%1\"").arg(to),
                          QStringLiteral("It can be library, ec2-snapshot or ec2-image.")));
    const bool isEc2 = to != kLibrary;
    QStringList others =
        QStringList{kKmsKey, kDescription, kEndpoint, kOmitUnwritten, kBootMode, kArchitecture} + stagingOptionNames();
    if (isEc2)
        others = {QStringLiteral("library"), QStringLiteral("password-file"), QStringLiteral("compression"),
                  QStringLiteral("pack-size"), QStringLiteral("allow-insecure-loopback")};
    if (arguments.isSet(QStringLiteral("from")))
        others.removeAll(kEndpoint);
    // What is for exports by EC2 as well is judged there (serviceExportOf()).
    if (arguments.isSet(QStringLiteral("by-service"))) {
        for (const auto &option : exportPlaceOptions())
            others.removeAll(option.names().first());
    }
    if (to == kSnapshot)
        others += {kName, kBootMode, kArchitecture};
    for (const auto &option : others) {
        if (arguments.isSet(option))
            return fail(
                wrongOption(option, isEc2 ? QStringLiteral("other destinations, not for --to %1").arg(to)
                                          : QStringLiteral("imports to EC2 (--to ec2-snapshot, --to ec2-image)")));
    }
    if (isEc2)
        SEALIFT_TRY(checkStagingOptions(arguments, to == kImage));
    return isEc2;
}

Status importToEc2(const CommandContext &context)
{
    SEALIFT_ASSIGN(auto settings, settingsOf(context.arguments));
    SnapshotImports imports(context, std::move(settings));
    auto status = imports.run();
    imports.reportAll();
    return status;
}

} // namespace sealift
