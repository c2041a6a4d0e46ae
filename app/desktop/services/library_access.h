#pragma once

#include "base/result.h"
#include "library/image_catalog.h"
#include "ui/services/library_service.h"

#include <optional>
#include <stop_token>

namespace sealift {

class StoreOpener;

/// What is done with libraries on other threads than the window's.

/// OK where there is a library at the place. Errors: NotFound; those of StoreOpener::open() and of the store.
Status checkPlace(StoreOpener &stores, const LibraryPlace &place, const std::stop_token &stop);

/// Opens the library and lists its images. Errors: those of checkPlace(), openLibraryIn() and loadCatalog().
Result<Catalog> listImages(StoreOpener &stores, const LibraryPlace &place, const QCA::SecureArray &password,
                           const std::stop_token &stop);

struct MadeLibrary {
    QCA::SecureArray recovery;            ///< its recovery passphrase; empty where none was asked for
    std::optional<Error> withoutRecovery; ///< the library is made, but not its recovery passphrase
};

/// Errors: those of StoreOpener::open() and Repository::create().
Result<MadeLibrary> makeLibrary(StoreOpener &stores, const NewLibrary &library, const std::stop_token &stop);

} // namespace sealift
