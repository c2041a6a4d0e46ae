#include "cli/commands/key_remove.h"

#include "cli/console.h"
#include "cli/locked_library.h"
#include "cli/open_library.h"

namespace sealift {

CommandInfo KeyRemoveCommand::info() const
{
    return {
        .words = {QStringLiteral("library"), QStringLiteral("key"), QStringLiteral("remove")},
        .summary = QStringLiteral("Remove a password from a library."),
        .description = QStringLiteral(
            "Removes a key: its password opens the library no more. The key in use, and with it the last one, cannot "
            "be "
            "removed.\n\n"
            "Who knew the password and kept a copy of the key file can still open copies of the library: a "
            "password that has leaked calls for a new library."),
        .arguments = {{QStringLiteral("ID"),
                       QStringLiteral(
                           "The key's id, or its first digits, as \"sealift library key list\" shows them.")}},
        .options = libraryOptions(),
        .examples = {{QStringLiteral("Remove a key"),
                      QStringLiteral("sealift library key remove 4f1a09bc --library /srv/library")}},
    };
}

/// The key of that id, or of that beginning of one.
static Result<FileId> findKeyId(const std::vector<KeyInfo> &keys, const QString &text)
{
    std::vector<FileId> found;
    for (const auto &key : keys) {
        if (key.id.hex().startsWith(text))
            found.push_back(key.id);
    }
    const auto remedy = QStringLiteral("\"sealift library key list\" shows the keys.");
    if (found.empty())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no key \"%1\"").arg(text), remedy));
    if (found.size() > 1)
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 keys begin with \"%2\"").arg(found.size()).arg(text), remedy));
    return found.front();
}

Status KeyRemoveCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(const auto repository, openLibrary(context));
    SEALIFT_ASSIGN(const auto lock, lockLibrary(*repository, LockMode::Exclusive, context.console, context.stop));
    SEALIFT_ASSIGN(const auto keys, repository->keys().list(context.stop));
    SEALIFT_ASSIGN(const auto id, findKeyId(keys, context.arguments.positionalArguments().first()));
    SEALIFT_TRY(repository->keys().remove(id, KeyRing::AllowCurrent::No, context.stop));
    SEALIFT_TRY(lock->release());
    if (context.console.json())
        context.console.result(QJsonObject{{QStringLiteral("id"), id.hex()}});
    else if (!context.console.quiet())
        context.console.result(
            QStringLiteral("Removed key %1 from %2.").arg(id.shortHex(), repository->store().location()));
    return {};
}

} // namespace sealift
