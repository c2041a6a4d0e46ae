#include "common/recovery_key.h"

#include "crypto/recovery_passphrase.h"
#include "library/repository.h"

namespace sealift {

Result<RecoveryKey> addRecoveryKey(Repository &repository, const std::stop_token &stop)
{
    RecoveryKey key;
    key.passphrase = generateRecoveryPassphrase();
    SEALIFT_ASSIGN(key.id, repository.keys().add(key.passphrase, ScryptParameters(), stop));
    return key;
}

} // namespace sealift
