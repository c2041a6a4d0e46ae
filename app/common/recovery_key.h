#pragma once

#include "base/result.h"
#include "library/ids.h"

#include <QtCrypto>

#include <stop_token>

namespace sealift {

class Repository;

struct RecoveryKey {
    FileId id;
    QCA::SecureArray passphrase; ///< to be shown once, and kept nowhere
};

/// Adds a generated recovery passphrase to a library's passwords. Its key is derived at scrypt's lowest cost: nothing
/// can guess 175 random bits, and every password that is tried on the library is tried on this key, too.
Result<RecoveryKey> addRecoveryKey(Repository &repository, const std::stop_token &stop);

} // namespace sealift
