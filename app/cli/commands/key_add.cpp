#include "cli/commands/key_add.h"

#include "cli/console.h"
#include "cli/locked_library.h"
#include "cli/open_library.h"
#include "common/password_cost.h"
#include "common/recovery_key.h"

namespace sealift {

namespace {

const auto kRecovery = QStringLiteral("recovery");
const auto kNewPasswordFile = QStringLiteral("new-password-file");

} // namespace

CommandInfo KeyAddCommand::info() const
{
    return {
        .words = {QStringLiteral("library"), QStringLiteral("key"), QStringLiteral("add")},
        .summary = QStringLiteral("Add a password, or a recovery key, to a library."),
        .description = QStringLiteral(
            "Adds a password to a library, beside the ones it has: each of them opens it. Nothing is encrypted "
            "anew.\n\n"
            "With --recovery the password is generated and shown this one time; with --json it is the field "
            "recoveryKey of the result."),
        .arguments = {},
        .options =
            libraryOptions() +
            QList{QCommandLineOption(kNewPasswordFile,
                                     QStringLiteral("Read the new password from a file instead of asking for it."),
                                     QStringLiteral("FILE")),
                  QCommandLineOption(kRecovery, QStringLiteral("Make a recovery key."))},
        .examples = {{QStringLiteral("Add a password; asks for an old one and the new one"),
                      QStringLiteral("sealift library key add --library /srv/library")},
                     {QStringLiteral("Make a new recovery key"),
                      QStringLiteral("sealift library key add --library /srv/library --recovery")}},
    };
}

Status KeyAddCommand::run(const CommandContext &context)
{
    auto &console = context.console;
    const bool recovery = context.arguments.isSet(kRecovery);
    if (recovery && context.arguments.isSet(kNewPasswordFile))
        return fail(
            Error(ErrorCode::InvalidArgument, QStringLiteral("--recovery and --new-password-file exclude each other")));
    SEALIFT_ASSIGN(auto access, libraryAccess(context));
    const auto location = access.location;
    SEALIFT_ASSIGN(const auto repository, openLibrary(context, access));

    if (recovery) {
        SEALIFT_ASSIGN(const auto lock, lockLibrary(*repository, LockMode::Shared, console, context.stop));
        SEALIFT_ASSIGN(const auto key, addRecoveryKey(*repository, context.stop));
        // The key is there: it is shown whatever becomes of the lock.
        if (console.json())
            console.secretResult({{QStringLiteral("id"), key.id.hex()}}, QStringLiteral("recoveryKey"), key.passphrase);
        else
            console.secretResult(key.passphrase);
        return lock->release();
    }

    SEALIFT_ASSIGN(const auto password, newPassword(context, kNewPasswordFile, nullptr, location));
    SEALIFT_ASSIGN(const auto lock, lockLibrary(*repository, LockMode::Shared, console, context.stop));
    SEALIFT_ASSIGN(const auto id, repository->keys().add(password, passwordCost(), context.stop));
    SEALIFT_TRY(lock->release());
    if (console.json())
        console.result(QJsonObject{{QStringLiteral("id"), id.hex()}});
    else if (!console.quiet())
        console.result(QStringLiteral("Added key %1 to %2.").arg(id.shortHex(), repository->store().location()));
    return {};
}

} // namespace sealift
