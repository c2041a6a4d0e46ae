#include "cli/commands/inspect_image.h"

#include "cli/console.h"
#include "common/human_text.h"
#include "common/text_table.h"
#include "image/probe.h"

namespace sealift {

namespace {

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
    if (image.partitionTable)
        facts.add(QStringLiteral("Partitions"), partitionTableName(*image.partitionTable));
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
        .summary = QStringLiteral("Tell what a disk image is, and whether it is safe to open."),
        .description = QStringLiteral(
            "Reads the headers of a disk image and tells its format, its size and what else they hold. The file's "
            "name plays no part. An image that must not be opened - because it refers to other files of "
            "this machine, or its tables do not add up - is refused, as import would refuse it."),
        .arguments = {{QStringLiteral("IMAGE"), QStringLiteral("A disk image.")}},
        .options = {},
        .examples = {{QStringLiteral("What is in this file?"), QStringLiteral("sealift inspect disk.img")}},
    };
}

Status InspectCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    SEALIFT_ASSIGN(const auto image, probeDisk(context.arguments.positionalArguments().first(), {}, context.stop));
    if (console.json()) {
        console.result(objectOf(image));
        return {};
    }
    console.result(textOf(image));
    for (const auto &warning : image.warnings)
        console.warning(warning);
    return {};
}

} // namespace sealift
