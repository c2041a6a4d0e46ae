#include "desktop/services/library_access.h"

#include "common/recovery_key.h"
#include "desktop/services/password_vault.h"
#include "desktop/services/store_opener.h"
#include "library/repository.h"

namespace sealift {

Status checkPlace(StoreOpener &stores, const LibraryPlace &place, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto store, stores.open(place));
    const auto config = store->size(QStringLiteral("config"), stop);
    if (config)
        return {};
    if (config.error().code() != ErrorCode::NotFound || isBucketMissing(config.error()))
        return fail(config.error());
    return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no library at %1").arg(store->location()),
                      QStringLiteral("Connect the drive or share that it is on, and look again.")));
}

Result<Catalog> listImages(StoreOpener &stores, const LibraryPlace &place, const QCA::SecureArray &password,
                           const std::stop_token &stop)
{
    SEALIFT_TRY(checkPlace(stores, place, stop));
    SEALIFT_ASSIGN(auto store, stores.open(place));
    SEALIFT_ASSIGN(const auto repository, openLibraryIn(std::move(store), password, stop));
    return loadCatalog(*repository, stop);
}

Result<MadeLibrary> makeLibrary(StoreOpener &stores, const NewLibrary &library, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto store, stores.open({library.location, library.store}));
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
