#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "crypto/seal/age_recipient.h"

#include <QtCrypto>

#include <vector>

namespace sealift {

/// Bytes of the key that an age file's header wraps for its recipients.
inline constexpr int kAgeFileKeySize = 16;

/// The text of an age file's header, up to and including the line of its MAC. Source: age-encryption.org/v1, "Header",
/// "The X25519 recipient type". Errors: InvalidArgument (a recipient's key that nothing can be agreed on with),
/// Internal.
/// @param fileKey kAgeFileKeySize random bytes. @param recipients at least one.
Result<QByteArray> ageHeader(const QCA::SymmetricKey &fileKey, const std::vector<AgeRecipient> &recipients);

/// The same for a passphrase, which then is the only way in: "The scrypt recipient type". Takes as much time and memory
/// as age itself: 256 MiB.
Result<QByteArray> agePassphraseHeader(const QCA::SymmetricKey &fileKey, const QCA::SecureArray &passphrase);

/// The key that the payload of an age file is sealed with: "Payload". @param nonce the 16 bytes before it.
Result<QCA::SymmetricKey> agePayloadKey(const QCA::SymmetricKey &fileKey, ByteView nonce);

} // namespace sealift
