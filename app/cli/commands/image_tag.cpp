#include "cli/commands/image_tag.h"

#include "cli/console.h"
#include "cli/open_library.h"
#include "cli/text_guard.h"
#include "library/image_catalog.h"
#include "library/image_changes.h"

namespace sealift {

namespace {

const auto kAdd = QStringLiteral("add");
const auto kRemove = QStringLiteral("remove");

QList<NamedText> keptTexts(const QStringList &tags)
{
    QList<NamedText> texts;
    for (const auto &tag : tags)
        texts.append({QStringLiteral("--add"), tag, TextKind::Plain});
    return texts;
}

} // namespace

CommandInfo ImageTagCommand::info() const
{
    return {
        .words = {QStringLiteral("image"), QStringLiteral("tag")},
        .summary = QStringLiteral("Add tags to an image of a library, or remove some."),
        .description = QStringLiteral(
            "Changes the tags of an image as restic's \"tag\" does: a new snapshot of the same content takes the place "
            "of the old one, so the image has another id afterwards. Nobody else may work with the library meanwhile."),
        .arguments = {{QStringLiteral("NAME|ID"),
                       QStringLiteral("The image: its name, meaning the latest of that name, or its id.")}},
        .options = libraryOptions() +
                   QList{QCommandLineOption(kAdd, QStringLiteral("A tag that it gets; may be given several times."),
                                            QStringLiteral("TAG")),
                         QCommandLineOption(kRemove, QStringLiteral("A tag that it loses; may be given several times."),
                                            QStringLiteral("TAG")),
                         allowSensitiveTextOption()},
        .examples = {{QStringLiteral("Another month"),
                      QStringLiteral("sealift image tag web01 --add july --remove june")}},
    };
}

Status ImageTagCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    const auto added = context.arguments.values(kAdd);
    const auto removed = context.arguments.values(kRemove);
    if (added.isEmpty() && removed.isEmpty())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("neither --add nor --remove was given"),
                          QStringLiteral("Say which tags the image gets or loses.")));
    SEALIFT_ASSIGN(const auto warnings, judgeTexts(context, QStringLiteral("image tag"), keptTexts(added)));
    SEALIFT_ASSIGN(const auto repository, openLibrary(context));
    SEALIFT_ASSIGN(const auto catalog, loadCatalog(*repository, context.stop));
    SEALIFT_ASSIGN(const auto image, chooseImage(catalog, context.arguments.positionalArguments().first()));
    auto tags = image.tags;
    tags.removeIf([&removed](const QString &tag) { return removed.contains(tag); });
    tags += added;
    tags.removeDuplicates();
    SEALIFT_ASSIGN(const auto id, setImageTags(*repository, image.snapshot, tags, context.stop));
    if (console.json())
        console.result(QJsonObject{{QStringLiteral("id"), id.hex()},
                                   {QStringLiteral("formerId"), image.snapshot.hex()},
                                   {QStringLiteral("name"), image.name},
                                   {QStringLiteral("tags"), QJsonArray::fromStringList(tags)},
                                   {QStringLiteral("warnings"), warnings}});
    else if (!console.quiet())
        console.result(QStringLiteral("%1 (snapshot %2) has %3.")
                           .arg(image.name, id.shortHex(),
                                tags.isEmpty() ? QStringLiteral("no tags")
                                               : QStringLiteral("the tags %1").arg(tags.join(QStringLiteral(", ")))));
    return {};
}

} // namespace sealift
