#include "cli/commands/key_change.h"

#include "cli/console.h"
#include "cli/locked_library.h"
#include "cli/open_library.h"
#include "common/password_cost.h"

namespace sealift {

namespace {

const auto kNewPasswordFile = QStringLiteral("new-password-file");

} // namespace

CommandInfo KeyChangeCommand::info() const
{
    return {
        .words = {QStringLiteral("library"), QStringLiteral("key"), QStringLiteral("change")},
        .summary = QStringLiteral("Change the password that opens a library."),
        .description = QStringLiteral(
            "Replaces the password that the library is opened with by a new one. The new one is added, it is verified "
            "that it opens the library, and only then the old one is removed: at no moment is there no way in. Other "
            "passwords and recovery keys stay; nothing is encrypted anew.\n\n"
            "Who knew the old password and kept a copy of its key file can still open copies of the library: a "
            "password "
            "that has leaked calls for a new library."),
        .arguments = {},
        .options = libraryOptions() +
                   QList{QCommandLineOption(
                       kNewPasswordFile, QStringLiteral("Read the new password from a file instead of asking for it."),
                       QStringLiteral("FILE"))},
        .examples = {{QStringLiteral("Change a password; asks for the old one and the new one"),
                      QStringLiteral("sealift library key change --library /srv/library")}},
    };
}

Status KeyChangeCommand::run(const CommandContext &context)
{
    SEALIFT_ASSIGN(auto access, libraryAccess(context));
    SEALIFT_ASSIGN(const auto repository, openLibrary(context, access));
    SEALIFT_ASSIGN(const auto password, newPassword(context, kNewPasswordFile, nullptr, access.location));
    if (password == access.password.bytes)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("the new password is the old one"),
                          QStringLiteral("Think of another.")));
    SEALIFT_ASSIGN(const auto lock, lockLibrary(*repository, LockMode::Exclusive, context.console, context.stop));
    const auto old = repository->keys().currentKey();
    SEALIFT_ASSIGN(const auto id, repository->keys().replaceCurrent(password, passwordCost(), context.stop));
    SEALIFT_TRY(lock->release());
    auto &console = context.console;
    if (console.json())
        console.result(QJsonObject{{QStringLiteral("id"), id.hex()}, {QStringLiteral("removed"), old.hex()}});
    else if (!console.quiet())
        console.result(QStringLiteral("Changed key %1 of %2 to %3; the new password opens it, the old one does not.")
                           .arg(old.shortHex(), repository->store().location(), id.shortHex()));
    if (!access.password.file.isEmpty())
        console.note(QStringLiteral("The old password is still in %1: put the new one there, or tasks that read it "
                                    "will fail.")
                         .arg(access.password.file));
    return {};
}

} // namespace sealift
