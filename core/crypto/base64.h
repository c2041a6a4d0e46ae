#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QtCrypto>

namespace sealift {

/// Base64 (RFC 4648 section 4, padded) of secrets: nothing of them touches memory that is not locked and wiped. For
/// anything else Qt's does.
QCA::SecureArray encodeSecretBase64(const QCA::SecureArray &bytes);

/// Errors: Corrupt. They do not repeat the text.
Result<QCA::SecureArray> decodeSecretBase64(ByteView text);

} // namespace sealift
