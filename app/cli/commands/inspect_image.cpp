#include "cli/commands/inspect_image.h"

#include "cli/console.h"
#include "cli/disk_report.h"
#include "cli/package_report.h"
#include "cli/preflight_report.h"
#include "common/human_text.h"
#include "common/image_inspection.h"
#include "common/source_probe.h"
#include "common/text_table.h"
#include "image/archive/archive_reader.h"
#include "image/archive/disk_names.h"
#include "image/inspect/facts_json.h"

#include <QFileInfo>
#include <QJsonArray>

namespace sealift {

namespace {

const auto kFor = QStringLiteral("for");
const auto kVerify = QStringLiteral("verify");
const auto kSensitiveFiles = QStringLiteral("sensitive-files");
const auto kFollowParents = QStringLiteral("follow-parents");

InspectOptions lookingOf(const CommandContext &context)
{
    InspectOptions looking;
    looking.sensitiveFiles = context.arguments.isSet(kSensitiveFiles);
    return looking;
}

Parents parentsOf(const CommandContext &context)
{
    return context.arguments.isSet(kFollowParents) ? Parents::Follow : Parents::Refuse;
}

QString textOf(const DiskImage &image)
{
    FactList facts;
    facts.add(QStringLiteral("File"), image.path);
    for (const auto &file : image.files.mid(1))
        facts.more(file.path);
    facts.add(QStringLiteral("Format"), imageFormatText(image));
    facts.add(QStringLiteral("Made by"), image.creator);
    constexpr qint64 kRounded = 1024;
    facts.add(QStringLiteral("Disk size"),
              image.virtualSize < kRounded
                  ? sizeText(image.virtualSize)
                  : QStringLiteral("%1 (%2 bytes)").arg(sizeText(image.virtualSize)).arg(image.virtualSize));
    facts.add(QStringLiteral("File size"),
              QStringLiteral("%1, %2 of it on disk").arg(sizeText(image.fileSize), sizeText(image.allocated)));
    if (image.clusterSize > 0)
        facts.add(QStringLiteral("Unit"), sizeText(image.clusterSize));
    if (image.internalSnapshots > 0)
        facts.add(QStringLiteral("Snapshots"),
                  QStringLiteral("%1 inside the file, which are not imported").arg(image.internalSnapshots));
    if (image.dirty)
        facts.add(QStringLiteral("State"), QStringLiteral("was not closed properly"));
    if (image.corrupt)
        facts.add(QStringLiteral("State"), QStringLiteral("is marked as damaged"));
    return facts.text();
}

/// What was found out, in words, and what stands in the way.
void show(Console &console, const QString &text, const QStringList &warnings, const PreflightSubject &subject)
{
    console.result(text);
    if (const auto findings = runPreflight(subject); !findings.isEmpty())
        console.result(QStringLiteral("\nPreflight for %1:\n").arg(destinationName(subject.destination)) +
                       findingsText(findings));
    for (const auto &warning : warnings)
        console.warning(warning);
}

/// The same for machines.
void show(Console &console, QJsonObject object, const PreflightSubject &subject)
{
    object.insert(QStringLiteral("destination"), destinationName(subject.destination));
    object.insert(QStringLiteral("findings"), findingsToJson(runPreflight(subject)));
    console.result(object);
}

Status inspectAppliance(const CommandContext &context, const QString &path, Destination destination)
{
    const auto verify = context.arguments.isSet(kVerify) ? VerifyFiles::Yes : VerifyFiles::No;
    SEALIFT_ASSIGN(const auto inspection,
                   inspectPackage(path, verify, {}, lookingOf(context), context.stop, parentsOf(context)));
    const auto subject = subjectOf(inspection, destination);
    if (context.console.json())
        show(context.console, packageObject(inspection), subject);
    else
        show(context.console, packageText(inspection), inspection.warnings, subject);
    return {};
}

/// The files in it, and which of them import would take.
Status inspectArchive(const CommandContext &context, const QString &path)
{
    SEALIFT_ASSIGN(const auto file, LocalFile::open(QFileInfo(path).canonicalFilePath()));
    SEALIFT_ASSIGN(const auto kind, archiveKindOf(*file, context.stop));
    SEALIFT_ASSIGN(const auto names, listArchive(*file, kind, {}, {}, context.stop));
    const auto descriptions = descriptionsIn(names);
    const auto taken = descriptions.isEmpty() ? diskNamesIn(names) : descriptions;
    if (context.console.json()) {
        context.console.result(QJsonObject{{QStringLiteral("path"), file->path()},
                                           {QStringLiteral("format"), archiveKindName(kind)},
                                           {QStringLiteral("fileSize"), file->size()},
                                           {QStringLiteral("imports"), QJsonArray::fromStringList(taken)},
                                           {QStringLiteral("members"), QJsonArray::fromStringList(names)}});
        return {};
    }
    FactList facts;
    facts.add(QStringLiteral("File"), file->path());
    facts.add(QStringLiteral("Format"), QStringLiteral("%1 archive of %2")
                                            .arg(archiveKindName(kind), countText(names.size(), QStringLiteral("file"),
                                                                                  QStringLiteral("files"))));
    facts.add(QStringLiteral("File size"), sizeText(file->size()));
    for (const auto &name : taken)
        facts.add(name == taken.first() ? QStringLiteral("Imports") : QString(), name);
    if (taken.isEmpty())
        facts.add(QStringLiteral("Imports"), QStringLiteral("nothing: there is no disk image in it"));
    context.console.result(facts.text());
    return {};
}

/// What can be told without unpacking all of it.
Status inspectCompressed(const CommandContext &context, const QString &path)
{
    SEALIFT_ASSIGN(const auto source, probeSource(path, context.stop));
    const auto &image = source.image;
    const auto why = QStringLiteral("it is compressed by %1, and only import unpacks it").arg(source.container);
    if (source.isArchive)
        return inspectArchive(context, path);
    if (context.console.json()) {
        auto object = imageObject(image);
        object.insert(QStringLiteral("compression"), source.container);
        object.insert(QStringLiteral("size"), QJsonValue());
        object.insert(QStringLiteral("disk"), QJsonObject{{QStringLiteral("unknown"), why}});
        context.console.result(object);
        return {};
    }
    FactList facts;
    facts.add(QStringLiteral("File"), image.path);
    facts.add(QStringLiteral("Format"),
              QStringLiteral("%1, compressed by %2").arg(diskFormatName(image.format), source.container));
    facts.add(QStringLiteral("File size"), sizeText(image.fileSize));
    facts.add(QStringLiteral("Disk"), QStringLiteral("unknown: ") + why);
    context.console.result(facts.text());
    return {};
}

Status inspectOneDisk(const CommandContext &context, const QString &path, Destination destination)
{
    auto &console = context.console;
    SEALIFT_ASSIGN(const auto inspection, inspectImage(path, {}, lookingOf(context), context.stop, parentsOf(context)));
    const auto &image = inspection.image;
    const auto &facts = inspection.facts;
    const auto subject = subjectOf(inspection, destination);
    if (console.json()) {
        auto object = imageObject(image);
        object.insert(QStringLiteral("disk"),
                      facts ? factsToJson(*facts) : QJsonObject{{QStringLiteral("unknown"), facts.because()}});
        show(console, object, subject);
        return {};
    }
    auto warnings = image.warnings;
    if (context.arguments.isSet(kVerify))
        warnings.append(QStringLiteral("There is nothing to verify: a disk image has no manifest."));
    if (!facts)
        warnings.prepend(QStringLiteral("What is on the disk is not known: %1").arg(facts.because()));
    show(console, facts ? textOf(image) + QStringLiteral("\n\n") + diskText(*facts) : textOf(image), warnings, subject);
    return {};
}

} // namespace

CommandInfo InspectCommand::info() const
{
    return {
        .words = {QStringLiteral("inspect")},
        .summary = QStringLiteral("Tell what a disk image is, what is on it, and what stands in its way."),
        .description = QStringLiteral(
            "Reads the headers of a disk image and tells its format, its size and what else they hold. The file's "
            "name plays no part. An image that must not be opened - because it refers to other files of "
            "this machine, or its tables do not add up - is refused, as import would refuse it.\n\n"
            "Then looks at the disk without mounting it: partitions, file systems, how it starts, the operating "
            "system, its drivers, fstab and network. At most 64 MiB are read. What cannot be known says why.\n\n"
            "Of an appliance - an OVA, or the OVF description in a folder - it tells the machine's hardware, its disks "
            "and its manifest, and looks at each disk; so it does of a machine of VirtualBox (.vbox) or VMware "
            "(.vmx).\n\n"
            "Last come the findings of preflight: what would go wrong where the image is to go, and what to do about "
            "it. Their names in brackets are those of the table in core/policy/README.md."),
        .arguments = {{QStringLiteral("IMAGE"),
                       QStringLiteral("A disk image, an OVA, or an OVF description, .vbox or .vmx.")}},
        .options = {QCommandLineOption(kFor,
                                       QStringLiteral("Where the image is to go: %1. Without it, into a library.")
                                           .arg(preflightTargets().join(QStringLiteral(", "))),
                                       QStringLiteral("DESTINATION")),
                    QCommandLineOption(kVerify,
                                       QStringLiteral("Read all files of an appliance and compare them with its "
                                                      "manifest, as import does.")),
                    QCommandLineOption(kFollowParents,
                                       QStringLiteral("Look at an image that is only the difference to another one "
                                                      "together with that one, as import does by this option.")),
                    QCommandLineOption(kSensitiveFiles,
                                       QStringLiteral("Also look for files that an image for others should not carry - "
                                                      "private keys, credentials, what cloud-init was given, SSH host "
                                                      "keys, machine-id - by their names, in the usual places. Nothing "
                                                      "of it is kept."))},
        .examples = {{QStringLiteral("What is in this file?"), QStringLiteral("sealift inspect disk.img")},
                     {QStringLiteral("Will EC2 take it?"), QStringLiteral("sealift inspect disk.img --for ec2")},
                     {QStringLiteral("May others have it?"),
                      QStringLiteral("sealift inspect disk.img --sensitive-files")}},
    };
}

Status InspectCommand::run(const CommandContext &context)
{
    const auto path = context.arguments.positionalArguments().first();
    auto destination = Destination::Library;
    if (context.arguments.isSet(kFor)) {
        SEALIFT_ASSIGN(destination, preflightTarget(context.arguments.value(kFor)));
    }
    SEALIFT_ASSIGN(const auto kind, packageKindOf(path));
    switch (kind) {
    case PackageKind::None:
        return inspectOneDisk(context, path, destination);
    case PackageKind::Archive:
    case PackageKind::Compressed:
        return inspectCompressed(context, path);
    case PackageKind::Tar:
    case PackageKind::Ovf:
    case PackageKind::Vmx:
        break;
    }
    return inspectAppliance(context, path, destination);
}

} // namespace sealift
