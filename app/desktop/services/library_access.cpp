#include "desktop/services/library_access.h"

#include "common/recovery_key.h"
#include "desktop/services/password_vault.h"
#include "library/repository.h"
#include "storage/open_store.h"

namespace sealift {

Status checkPlace(const QString &location, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto store, openStore(location));
    const auto config = store->size(QStringLiteral("config"), stop);
    if (config)
        return {};
    if (config.error().code() != ErrorCode::NotFound)
        return fail(config.error());
    return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no library at %1").arg(store->location()),
                      QStringLiteral("Connect the drive or share that it is on, and look again.")));
}

Result<Catalog> listImages(const QString &location, const QCA::SecureArray &password, const std::stop_token &stop)
{
    SEALIFT_TRY(checkPlace(location, stop));
    SEALIFT_ASSIGN(const auto repository, openLibraryAt(location, password, stop));
    return loadCatalog(*repository, stop);
}

Result<MadeLibrary> makeLibrary(const NewLibrary &library, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto store, openStore(library.location));
    SEALIFT_ASSIGN(const auto repository, Repository::create(std::move(store), library.password, {}, stop));
    MadeLibrary made;
    if (!library.recoveryKey)
        return made;
    auto key = addRecoveryKey(*repository, stop);
    if (key)
        made.recovery = key->passphrase;
    else
        made.withoutRecovery =
            std::move(key).error().during(QStringLiteral("the library is made, but not its recovery passphrase"));
    return made;
}

} // namespace sealift
