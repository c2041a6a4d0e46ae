#pragma once

#include "base/result.h"
#include "crypto/verifying_key.h"

#include <QString>
#include <QtCrypto>

#include <optional>

namespace sealift {

/// The key pair that this installation signs its receipts with: RSA of 3072 bits, made on first use. In a private
/// folder (0700): `receipt-key.pem`, the private key, encrypted (crypto/sealed_private_key.h); `receipt-key.pub.pem`,
/// the public one; and, where the user gave no passphrase, `receipt-key.secret`, a random one (0600). Whoever can read
/// both opens the key: that it is encrypted protects copies of one file. One thread at a time.
class InstallationKey
{
public:
    static constexpr int kBits = VerifyingKey::kMinBits;

    /// Opens the key, or makes one: with several processes at once, one of them makes it and all have the same.
    /// @param folder absolute; made where there is none.
    /// @param passphrase the user's, UTF-8; empty: the key is sealed by the random secret. Ignored where that opens it.
    /// Errors: WrongPassword (also where a passphrase is needed and there is none), Corrupt (a file is damaged, or does
    /// not belong to the others), Unsafe (a folder or file that others can get at), Unsupported (QCA cannot make RSA
    /// keys), Io and the like.
    static Result<InstallationKey> open(const QString &folder, const QCA::SecureArray &passphrase = {});

    /// The public key in that folder, without opening the private one; nothing where none was made yet.
    /// Errors: Corrupt, naming the file; those of reading.
    static Result<std::optional<VerifyingKey>> publicKeyIn(const QString &folder);

    /// Seals the key with another passphrase; empty: with a random secret. Errors: as open().
    static Status changePassphrase(const QString &folder, const QCA::SecureArray &old, const QCA::SecureArray &fresh);

    /// RSASSA-PKCS1-v1_5 with SHA-256. Errors: Internal.
    Result<QByteArray> sign(ByteView message);

    const VerifyingKey &publicKey() const { return m_public; }

private:
    InstallationKey(const QCA::PrivateKey &key, VerifyingKey publicKey)
        : m_private(key)
        , m_public(std::move(publicKey))
    {
    }
    static Result<InstallationKey> checked(const QCA::PrivateKey &key);

    QCA::PrivateKey m_private;
    VerifyingKey m_public;
};

} // namespace sealift
