#include "cli/open_library.h"

#include "cli/console.h"
#include "crypto/recovery_passphrase.h"
#include "storage/open_store.h"

#include <QFile>

namespace sealift {

namespace {

constexpr int kAttempts = 3;

Result<QString> libraryLocation(const CommandContext &context, const LibraryWords &words)
{
    QString location;
    if (context.arguments.isSet(words.option))
        location = context.arguments.value(words.option);
    else if (words.variable != nullptr)
        location = QFile::decodeName(qgetenv(words.variable));
    if (!location.isEmpty())
        return location;
    const auto what = words.variable == nullptr ? QStringLiteral("--%1 names no library").arg(words.option)
                                                : QStringLiteral("no library was named: neither by --%1 nor by %2")
                                                      .arg(words.option, QLatin1String(words.variable));
    return fail(Error(ErrorCode::InvalidArgument, what,
                      QStringLiteral("Name one, or make one with \"sealift library init PATH\".")));
}

Result<std::unique_ptr<Repository>> tryPassword(const CommandContext &context, LibraryAccess &access)
{
    const auto reading = readRecoveryPassphrase(access.password.bytes);
    SEALIFT_ASSIGN(auto store, openStoreAt(access.location, access.store, access.identity, context.console));
    auto opened = Repository::open(std::move(store),
                                   reading.shape == RecoveryShape::Sound ? reading.canonical : access.password.bytes,
                                   context.stop);
    if (!opened && opened.error().code() == ErrorCode::WrongPassword && reading.shape == RecoveryShape::Mistyped)
        return fail(std::move(opened).error().advising(QStringLiteral(
            "It looks like a recovery key with a typing mistake: compare it with the printed one, symbol by symbol.")));
    return opened;
}

} // namespace

Result<LibraryAccess> libraryAccess(const CommandContext &context, const LibraryWords &words)
{
    LibraryAccess access;
    SEALIFT_ASSIGN(access.location, libraryLocation(context, words));
    SEALIFT_ASSIGN(access.store, storeSettings(context, access.location, words.storePrefix));
    SEALIFT_ASSIGN(const auto store, openStoreAt(access.location, access.store, access.identity, context.console));
    if (const auto config = store->size(QStringLiteral("config"), context.stop); !config) {
        if (config.error().code() != ErrorCode::NotFound || isBucketMissing(config.error()))
            return fail(config.error());
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no library at %1").arg(store->location()),
                          QStringLiteral("Check the path, or make a library with \"sealift library init PATH\".")));
    }
    SEALIFT_ASSIGN(access.password,
                   currentPassword(context, words.passwordOption, words.passwordVariable, access.location));
    return access;
}

LibrarySettings LibraryAccess::settings() const
{
    return {absoluteLocation(location), password.file, store};
}

Result<std::unique_ptr<Repository>> openLibrary(const CommandContext &context, LibraryAccess &access)
{
    for (int attempt = 1;; ++attempt) {
        auto opened = tryPassword(context, access);
        const bool mayRetry = access.password.typed && attempt < kAttempts;
        if (opened || opened.error().code() != ErrorCode::WrongPassword || !mayRetry)
            return opened;
        context.console.warning(opened.error().what());
        SEALIFT_ASSIGN(access.password, typedPassword(context, access.location));
    }
}

Result<std::unique_ptr<Repository>> openLibrary(const CommandContext &context)
{
    SEALIFT_ASSIGN(auto access, libraryAccess(context));
    return openLibrary(context, access);
}

Result<std::unique_ptr<Repository>> openTaskLibrary(const CommandContext &context, const LibrarySettings &library)
{
    LibraryAccess access;
    access.location = library.location;
    access.store = library.store;
    if (library.passwordFile.isEmpty()) {
        SEALIFT_ASSIGN(access.password, typedPassword(context, library.location));
    } else {
        SEALIFT_ASSIGN(access.password, passwordFrom(context, library.passwordFile));
    }
    return openLibrary(context, access);
}

} // namespace sealift
