#pragma once

#include "base/result.h"
#include "crypto/blob_sealer.h"

namespace sealift {

/// The master key as JSON, as it lies sealed in key files (restic's doc/design.rst, "Keys, Encryption and MAC"):
/// `{"mac":{"k":...,"r":...},"encrypt":...}`, each part in base64. Stays in locked memory throughout.
QCA::SecureArray masterKeyToJson(const SealingKey &key);

/// @param json is used up: parsed in place. Errors: Corrupt - not such a document, a part of another size, or a part
/// that is all zero. They repeat nothing of it.
Result<SealingKey> masterKeyFromJson(QCA::SecureArray &json);

} // namespace sealift
