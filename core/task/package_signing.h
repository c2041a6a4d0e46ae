#pragma once

#include "crypto/package_signer.h"

#include <memory>

namespace sealift {

/// By which files a package is signed, as the journal keeps it; or by none.
struct SigningFiles {
    QString certificate = {}; ///< absolute path
    QString key = {};         ///< absolute path

    bool isEmpty() const { return certificate.isEmpty(); }
};

/// Reads them; null where there are none. Errors: NotFound, PermissionDenied, Io; those of PackageSigner::load().
Result<std::shared_ptr<const PackageSigner>> loadSigner(const SigningFiles &files);

} // namespace sealift
