#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QtCrypto>

namespace sealift {

/// A private key at rest: PKCS #8 (RFC 5958), encrypted with AES-256-CBC under a key that PBKDF2 (HMAC-SHA-256) derives
/// from the passphrase (PBES2, RFC 8018), as "BEGIN ENCRYPTED PRIVATE KEY". By libcrypto: QCA itself would take 3DES.
/// `openssl pkey -in FILE` reads it, too.

/// @param iterations of PBKDF2. Errors: Internal.
Result<QByteArray> sealPrivateKey(const QCA::PrivateKey &key, const QCA::SecureArray &passphrase, int iterations);

/// Errors: Corrupt (no such file, or not a private key inside), WrongPassword (or changed: no more can be said).
Result<QCA::PrivateKey> openPrivateKey(const QByteArray &pem, const QCA::SecureArray &passphrase);

} // namespace sealift
