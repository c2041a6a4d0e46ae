#include "cli/commands/library_init.h"

#include "cli/console.h"
#include "cli/password_source.h"
#include "cli/store_access.h"
#include "cli/text_guard.h"
#include "common/recovery_key.h"
#include "common/text_table.h"
#include "library/repository.h"

namespace sealift {

namespace {

const auto kNoRecoveryKey = QStringLiteral("no-recovery-key");

void report(Console &console, const Repository &repository, const QCA::SecureArray &recoveryKey,
            const QJsonArray &warnings)
{
    const auto &config = repository.config();
    const auto location = repository.store().location();
    if (console.json()) {
        const QJsonObject object{{QStringLiteral("id"), config.id.hex()},
                                 {QStringLiteral("location"), location},
                                 {QStringLiteral("version"), config.version},
                                 {QStringLiteral("warnings"), warnings}};
        if (recoveryKey.isEmpty())
            console.result(object);
        else
            console.secretResult(object, QStringLiteral("recoveryKey"), recoveryKey);
        return;
    }
    if (!console.quiet()) {
        FactList facts;
        facts.add(QStringLiteral("Library"), location);
        facts.add(QStringLiteral("Id"), config.id.shortHex());
        facts.add(QStringLiteral("Format"), QStringLiteral("restic repository, version %1").arg(config.version));
        console.result(facts.text());
    }
    if (recoveryKey.isEmpty())
        return;
    if (!console.quiet())
        console.result(QStringLiteral(
            "\nThe recovery key is a second password, for the day when the first one is lost. It is shown\n"
            "this one time. Print it or write it down, and keep it away from this machine:\n"));
    console.secretResult(recoveryKey);
}

} // namespace

CommandInfo LibraryInitCommand::info() const
{
    return {
        .words = {QStringLiteral("library"), QStringLiteral("init")},
        .summary = QStringLiteral("Make a new encrypted library."),
        .description = QStringLiteral(
            "Makes a new library: a restic repository, format version 2, in a folder or in a bucket of an "
            "S3-compatible "
            "service. Everything in it is encrypted "
            "with a "
            "key that only its passwords open; without a password there is no way in, for nobody.\n\n"
            "It also makes a recovery key: a generated second password that is shown this one time. With --json it "
            "is the field recoveryKey of the result."),
        .arguments = {{QStringLiteral("PLACE"),
                       QStringLiteral("The library's folder, or s3:https://HOST/BUCKET/FOLDER; made where it is not "
                                      "there.")}},
        .options =
            storeOptionList() +
            QList{QCommandLineOption(
                      QStringLiteral("password-file"),
                      QStringLiteral("Read the new password from a file; a line break at its end does not count. "
                                     "Without it: $SEALIFT_PASSWORD_FILE, or a question on the terminal."),
                      QStringLiteral("FILE")),
                  QCommandLineOption(kNoRecoveryKey, QStringLiteral("Make no recovery key.")),
                  allowSensitiveTextOption()},
        .examples = {{QStringLiteral("Make a library; asks for a password"),
                      QStringLiteral("sealift library init /srv/library")},
                     {QStringLiteral("In a bucket"),
                      QStringLiteral("sealift library init s3:https://s3.example.org/images/library")},
                     {QStringLiteral("The same in a script"),
                      QStringLiteral("sealift library init /srv/library --password-file FILE --json")}},
    };
}

Status LibraryInitCommand::run(const CommandContext &context)
{
    const auto path = context.arguments.positionalArguments().first();
    SEALIFT_ASSIGN(const auto warnings, judgeTexts(context, QStringLiteral("library init"),
                                                   {{QStringLiteral("PLACE"), path, TextKind::Location}}));
    SEALIFT_ASSIGN(const auto settings, storeSettings(context, path));
    StoreIdentity identity;
    SEALIFT_ASSIGN(auto store, openStoreAt(path, settings, identity, context.console));
    // Before anybody has to think of a password.
    const auto config = store->size(QStringLiteral("config"), context.stop);
    if (config)
        return fail(Error(ErrorCode::AlreadyExists,
                          QStringLiteral("there is a library at %1 already").arg(store->location()),
                          QStringLiteral("Use it as it is, or choose another folder.")));
    if (config.error().code() != ErrorCode::NotFound)
        return fail(config.error());

    SEALIFT_ASSIGN(const auto password,
                   newPassword(context, QStringLiteral("password-file"), kPasswordFileVariable, path));
    SEALIFT_ASSIGN(const auto repository, Repository::create(std::move(store), password, {}, context.stop));
    QCA::SecureArray recoveryKey;
    if (!context.arguments.isSet(kNoRecoveryKey)) {
        auto added = addRecoveryKey(*repository, context.stop);
        if (!added)
            return fail(std::move(added)
                            .error()
                            .during(QStringLiteral("the library is made, but not its recovery key"))
                            .advising(QStringLiteral("Try \"sealift library key add --recovery\".")));
        recoveryKey = added->passphrase;
    }
    report(context.console, *repository, recoveryKey, warnings);
    return {};
}

} // namespace sealift
