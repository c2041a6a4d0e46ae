#include "cli/commands/inspect_image.h"

#include "cli/console.h"
#include "cli/disk_report.h"
#include "cli/preflight_report.h"
#include "common/human_text.h"
#include "common/image_inspection.h"
#include "common/text_table.h"
#include "image/inspect/facts_json.h"

namespace sealift {

namespace {

const auto kFor = QStringLiteral("for");

QJsonObject objectOf(const DiskImage &image)
{
    QJsonArray files;
    for (const auto &file : image.files)
        files.append(file.path);
    return {{QStringLiteral("path"), image.path},
            {QStringLiteral("format"), diskFormatName(image.format)},
            {QStringLiteral("subformat"), image.subformat},
            {QStringLiteral("version"), image.version},
            {QStringLiteral("size"), image.virtualSize},
            {QStringLiteral("fileSize"), image.fileSize},
            {QStringLiteral("allocated"), image.allocated},
            {QStringLiteral("clusterSize"), image.clusterSize},
            {QStringLiteral("creator"), image.creator},
            {QStringLiteral("partitionTable"),
             image.partitionTable ? QJsonValue(partitionTableName(*image.partitionTable)) : QJsonValue()},
            {QStringLiteral("compressed"), image.compressed},
            {QStringLiteral("dirty"), image.dirty},
            {QStringLiteral("corrupt"), image.corrupt},
            {QStringLiteral("internalSnapshots"), image.internalSnapshots},
            {QStringLiteral("unknownFeatures"), QJsonArray::fromStringList(image.unknownFeatures)},
            {QStringLiteral("files"), files},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(image.warnings)}};
}

QString formatText(const DiskImage &image)
{
    auto text = diskFormatName(image.format);
    if (!image.version.isEmpty())
        text += QStringLiteral(" version %1").arg(image.version);
    if (!image.subformat.isEmpty())
        text += QStringLiteral(", %1").arg(image.subformat);
    if (image.compressed)
        text += QStringLiteral(", compressed");
    return text;
}

QString textOf(const DiskImage &image)
{
    FactList facts;
    facts.add(QStringLiteral("File"), image.path);
    for (const auto &file : image.files.mid(1))
        facts.more(file.path);
    facts.add(QStringLiteral("Format"), formatText(image));
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
            "Last come the findings of preflight: what would go wrong where the image is to go, and what to do about "
            "it. Their names in brackets are those of the table in core/policy/README.md."),
        .arguments = {{QStringLiteral("IMAGE"), QStringLiteral("A disk image.")}},
        .options = {QCommandLineOption(kFor,
                                       QStringLiteral("Where the image is to go: %1. Without it, into a library.")
                                           .arg(preflightTargets().join(QStringLiteral(", "))),
                                       QStringLiteral("DESTINATION"))},
        .examples = {{QStringLiteral("What is in this file?"), QStringLiteral("sealift inspect disk.img")},
                     {QStringLiteral("Will EC2 take it?"), QStringLiteral("sealift inspect disk.img --for ec2")}},
    };
}

Status InspectCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    auto destination = Destination::Library;
    if (context.arguments.isSet(kFor)) {
        SEALIFT_ASSIGN(destination, preflightTarget(context.arguments.value(kFor)));
    }
    SEALIFT_ASSIGN(const auto inspection,
                   inspectImage(context.arguments.positionalArguments().first(), {}, context.stop));
    const auto &image = inspection.image;
    const auto &facts = inspection.facts;
    const auto findings = runPreflight(subjectOf(inspection, destination));
    if (console.json()) {
        auto object = objectOf(image);
        object.insert(QStringLiteral("disk"),
                      facts ? factsToJson(*facts) : QJsonObject{{QStringLiteral("unknown"), facts.because()}});
        object.insert(QStringLiteral("destination"), destinationName(destination));
        object.insert(QStringLiteral("findings"), findingsToJson(findings));
        console.result(object);
        return {};
    }
    console.result(textOf(image));
    if (facts)
        console.result(QLatin1Char('\n') + diskText(*facts));
    else
        console.warning(QStringLiteral("What is on the disk is not known: %1").arg(facts.because()));
    if (!findings.isEmpty())
        console.result(QStringLiteral("\nPreflight for %1:\n").arg(destinationName(destination)) +
                       findingsText(findings));
    for (const auto &warning : image.warnings)
        console.warning(warning);
    return {};
}

} // namespace sealift
