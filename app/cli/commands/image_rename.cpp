#include "cli/commands/image_rename.h"

#include "cli/console.h"
#include "cli/open_library.h"
#include "cli/text_guard.h"
#include "library/image_catalog.h"
#include "library/image_changes.h"

namespace sealift {

CommandInfo ImageRenameCommand::info() const
{
    return {
        .words = {QStringLiteral("image"), QStringLiteral("rename")},
        .summary = QStringLiteral("Give an image of a library another name."),
        .description = QStringLiteral(
            "Gives an image another name. No data is copied: a new snapshot of the same disks takes the place of the "
            "old one, so the image has another id afterwards. Nobody else may work with the library meanwhile. Images "
            "that restic stored are named after their files, and keep their names."),
        .arguments = {{QStringLiteral("NAME|ID"),
                       QStringLiteral("The image: its name, meaning the latest of that name, or its id.")},
                      {QStringLiteral("NEW-NAME"), QStringLiteral("The name that it gets.")}},
        .options = libraryOptions() + QList{allowSensitiveTextOption()},
        .examples = {{QStringLiteral("Rename the latest web01"),
                      QStringLiteral("sealift image rename web01 web01-old")}},
    };
}

Status ImageRenameCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    const auto arguments = context.arguments.positionalArguments();
    const auto name = arguments.at(1);
    SEALIFT_ASSIGN(const auto warnings, judgeTexts(context, QStringLiteral("image rename"),
                                                   {{QStringLiteral("NEW-NAME"), name, TextKind::Plain}}));
    SEALIFT_ASSIGN(const auto repository, openLibrary(context));
    SEALIFT_ASSIGN(const auto catalog, loadCatalog(*repository, context.stop));
    SEALIFT_ASSIGN(const auto image, chooseImage(catalog, arguments.at(0)));
    SEALIFT_ASSIGN(const auto id, renameImage(*repository, image.snapshot, name, context.stop));
    if (console.json())
        console.result(QJsonObject{{QStringLiteral("id"), id.hex()},
                                   {QStringLiteral("formerId"), image.snapshot.hex()},
                                   {QStringLiteral("name"), name},
                                   {QStringLiteral("formerName"), image.name},
                                   {QStringLiteral("warnings"), warnings}});
    else if (!console.quiet())
        console.result(QStringLiteral("%1 is now %2 (snapshot %3).").arg(image.name, name, id.shortHex()));
    return {};
}

} // namespace sealift
