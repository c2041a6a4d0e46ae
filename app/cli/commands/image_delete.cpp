#include "cli/commands/image_delete.h"

#include "cli/console.h"
#include "cli/open_library.h"
#include "common/human_text.h"
#include "library/image_catalog.h"
#include "library/image_changes.h"
#include "library/image_space.h"

namespace sealift {

namespace {

const auto kDryRun = QStringLiteral("dry-run");

/// The snapshots to be forgotten, and all images in them: restic's may hold several.
struct Doomed {
    QList<SnapshotId> snapshots;
    std::vector<CatalogImage> images;
};

Result<Doomed> doomedOf(const Catalog &catalog, const QStringList &names)
{
    Doomed doomed;
    for (const auto &name : names) {
        SEALIFT_ASSIGN(const auto image, chooseImage(catalog, name));
        if (doomed.snapshots.contains(image.snapshot))
            continue;
        doomed.snapshots.append(image.snapshot);
        for (const auto &one : catalog.images) {
            if (one.snapshot == image.snapshot)
                doomed.images.push_back(one);
        }
    }
    return doomed;
}

QString reportOf(const Doomed &doomed, const FreedSpace &space, bool isDryRun)
{
    QStringList lines;
    for (const auto &image : doomed.images)
        lines.append(QStringLiteral("%1 %2 (snapshot %3)")
                         .arg(isDryRun ? QStringLiteral("Would delete") : QStringLiteral("Deleted"), image.name,
                              image.snapshot.shortHex()));
    lines.append(QStringLiteral("%1 %2%3 that nothing else in the library uses. The next \"restic prune\" gives the "
                                "space back.")
                     .arg(isDryRun ? QStringLiteral("That would free") : QStringLiteral("That frees"),
                          space.isExact ? QString() : QStringLiteral("up to "), sizeText(space.bytes)));
    return lines.join(QLatin1Char('\n'));
}

QJsonObject objectOf(const Doomed &doomed, const FreedSpace &space, bool isDryRun)
{
    QJsonArray images;
    for (const auto &image : doomed.images)
        images.append(QJsonObject{{QStringLiteral("id"), image.snapshot.hex()}, {QStringLiteral("name"), image.name}});
    return {{QStringLiteral("images"), images},
            {QStringLiteral("deleted"), !isDryRun},
            {QStringLiteral("bytesFreed"), space.bytes},
            {QStringLiteral("exact"), space.isExact}};
}

} // namespace

CommandInfo ImageDeleteCommand::info() const
{
    return {
        .words = {QStringLiteral("image"), QStringLiteral("delete")},
        .summary = QStringLiteral("Delete images from a library, or tell what that would free."),
        .description = QStringLiteral(
            "Takes images from the library's list, and tells how much nothing else in the library uses. That space is "
            "given back by the next \"restic prune\" of the library. There is no way back. An image that restic stored "
            "goes with all others of its snapshot. Nobody else may work with the library meanwhile.\n\n"
            "With --dry-run nothing is deleted."),
        .arguments = {{.name = QStringLiteral("NAME|ID"),
                       .meaning = QStringLiteral("The image: its name, meaning the latest of that name, or its id."),
                       .repeatable = true}},
        .options =
            libraryOptions() +
            QList{QCommandLineOption(kDryRun, QStringLiteral("Only tell what would be deleted, and what that frees."))},
        .examples = {{QStringLiteral("What would it free?"), QStringLiteral("sealift image delete web01 --dry-run")},
                     {QStringLiteral("Delete one image for good"), QStringLiteral("sealift image delete 53e5e67d")}},
    };
}

Status ImageDeleteCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    const bool isDryRun = context.arguments.isSet(kDryRun);
    SEALIFT_ASSIGN(const auto repository, openLibrary(context));
    SEALIFT_ASSIGN(const auto catalog, loadCatalog(*repository, context.stop));
    SEALIFT_ASSIGN(const auto doomed, doomedOf(catalog, context.arguments.positionalArguments()));
    SEALIFT_ASSIGN(const auto space, spaceFreedBy(*repository, doomed.snapshots, context.stop));
    if (!isDryRun) {
        for (const auto &snapshot : doomed.snapshots)
            SEALIFT_TRY(removeImage(*repository, snapshot, context.stop));
    }
    if (console.json())
        console.result(objectOf(doomed, space, isDryRun));
    else if (!console.quiet())
        console.result(reportOf(doomed, space, isDryRun));
    return {};
}

} // namespace sealift
