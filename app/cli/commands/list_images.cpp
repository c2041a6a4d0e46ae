#include "cli/commands/list_images.h"

#include "base/json.h"
#include "cli/console.h"
#include "cli/open_library.h"
#include "common/human_text.h"
#include "common/text_table.h"
#include "library/image_catalog.h"

namespace sealift {

namespace {

qint64 sizeOf(const CatalogImage &image)
{
    qint64 size = 0;
    for (const auto &disk : image.disks)
        size += disk.size;
    return size;
}

QJsonArray disksObject(const CatalogImage &image)
{
    QJsonArray disks;
    for (const auto &disk : image.disks)
        disks.append(QJsonObject{{QStringLiteral("path"), disk.path}, {QStringLiteral("size"), disk.size}});
    if (!image.manifest)
        return disks;
    // The manifest names its disks in the same order.
    const auto &known = image.manifest->disks;
    for (std::size_t i = 0; i < std::min(known.size(), image.disks.size()); ++i) {
        auto disk = disks[static_cast<qsizetype>(i)].toObject();
        disk.insert(QStringLiteral("source"), known[i].source);
        disk.insert(QStringLiteral("format"), known[i].format);
        disk.insert(QStringLiteral("allocated"), known[i].allocated);
        disk.insert(QStringLiteral("contentHash"), known[i].contentHash.hex());
        disks[static_cast<qsizetype>(i)] = disk;
    }
    return disks;
}

QJsonObject objectOf(const CatalogImage &image)
{
    return {{QStringLiteral("id"), image.snapshot.hex()},
            {QStringLiteral("name"), image.name},
            {QStringLiteral("time"), toRfc3339(image.time)},
            {QStringLiteral("hostname"), image.hostname},
            {QStringLiteral("username"), image.username},
            {QStringLiteral("tags"), QJsonArray::fromStringList(image.tags)},
            {QStringLiteral("size"), sizeOf(image)},
            {QStringLiteral("disks"), disksObject(image)}};
}

QString tableOf(const std::vector<CatalogImage> &images)
{
    TextTable table({{QStringLiteral("ID")},
                     {QStringLiteral("NAME")},
                     {QStringLiteral("CREATED")},
                     {QStringLiteral("SIZE"), TextTable::Align::Right},
                     {QStringLiteral("DISKS"), TextTable::Align::Right},
                     {QStringLiteral("TAGS")}});
    for (const auto &image : images)
        table.add({image.snapshot.shortHex(), image.name, localTimeText(image.time), sizeText(sizeOf(image)),
                   QString::number(image.disks.size()), image.tags.join(QStringLiteral(", "))});
    return table.text();
}

} // namespace

CommandInfo ImagesCommand::info() const
{
    return {
        .words = {QStringLiteral("images")},
        .summary = QStringLiteral("List the images of a library."),
        .description = QStringLiteral(
            "Lists the images of a library, oldest first: those that Sealift stored, and the disk images among the "
            "files "
            "that restic stored. Snapshots that cannot be read are named in warnings, and hide no others."),
        .arguments = {},
        .options = libraryOptions(),
        .examples = {{QStringLiteral("List the images"), QStringLiteral("sealift images --library /srv/library")},
                     {QStringLiteral("Names and ids for a script"),
                      QStringLiteral("sealift images --json | jq -r '.[] | .id + \" \" + .name'")}},
    };
}

Status ImagesCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    SEALIFT_ASSIGN(const auto repository, openLibrary(context));
    SEALIFT_ASSIGN(const auto catalog, loadCatalog(*repository, context.stop));
    for (const auto &error : catalog.damagedIndexes)
        console.warning(error.what());
    for (const auto &[id, error] : catalog.unreadable)
        console.warning(QStringLiteral("snapshot %1 cannot be read: %2").arg(id.shortHex(), error.what()));
    if (console.json()) {
        QJsonArray list;
        for (const auto &image : catalog.images)
            list.append(objectOf(image));
        console.result(list);
        return {};
    }
    if (catalog.images.empty())
        console.note(QStringLiteral("There is no image in %1.").arg(repository->store().location()));
    else
        console.result(tableOf(catalog.images));
    return {};
}

} // namespace sealift
