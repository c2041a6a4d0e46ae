#pragma once

#include "crypto/installation_key.h"
#include "scratch/receipt.h"

#include <QByteArray>

namespace sealift {

/// The form of a receipt's file: the receipt in canonical JSON (RFC 8785) with one member more, `signature`:
/// `algorithm`, `publicKey` (PEM), `keyId` (SHA-256 of the key's SubjectPublicKeyInfo) and `value` (base64). What is
/// signed is the canonical form without that member. The file is its canonical form exactly, with no line end behind
/// it, so that every changed, added, removed or moved byte is noticed.

/// The receipt's file; what in URLs is secret is masked. Errors: InvalidArgument (a field that JSON cannot hold),
/// Internal.
Result<QByteArray> signReceipt(const Receipt &receipt, InstallationKey &key);

/// Who signed a receipt that is valid.
enum class ReceiptSigner {
    ThisInstallation,
    Another, ///< Unchanged since it was signed; by whom, only the key's id can say.
};

struct VerifiedReceipt {
    Receipt receipt;
    ReceiptSigner signer = ReceiptSigner::Another;
    QString keyId;
};

/// @param own this installation's key; null where it has none.
/// Errors: Corrupt, saying why the receipt is not valid; Unsupported (a later version, another kind of key).
Result<VerifiedReceipt> verifyReceipt(const QByteArray &file, const VerifyingKey *own);

/// What a receipt consists of for a program that knows nothing of it.
struct ReceiptParts {
    QByteArray payload;   ///< what was signed
    QByteArray signature; ///< its bytes
    QByteArray publicKey; ///< PEM
};

/// Takes a receipt's file apart without verifying the signature. Errors: Corrupt.
Result<ReceiptParts> takeReceiptApart(const QByteArray &file);

/// Writes `receipt.payload`, `receipt.sig` and `key.pem` into an existing folder, over older ones. Then this verifies
/// the receipt without Sealift, and says "Verified OK":
///     openssl dgst -sha256 -verify key.pem -signature receipt.sig receipt.payload
/// and this shows whose key it is (the keyId):
///     openssl pkey -pubin -in key.pem -outform DER | openssl dgst -sha256
/// Errors: Corrupt, and those of writing.
Status exportForOpenssl(const QByteArray &file, const QString &folder);

} // namespace sealift
