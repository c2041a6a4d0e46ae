#pragma once

#include "base/result.h"
#include "crypto/blob_sealer.h"
#include "crypto/scrypt.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace sealift {

/// One key file (restic's doc/design.rst, "Keys, Encryption and MAC"): the repository's master key, sealed by a key
/// that scrypt derives from a password. The file itself is plain JSON.
struct KeyFile {
    /// restic takes no other size.
    static constexpr int kSaltSize = 64;

    QDateTime created;
    QString username;
    QString hostname;
    ScryptParameters scrypt;
    QByteArray salt;
    QByteArray data; ///< the sealed master key

    /// Seals `master` under a password, with a fresh salt; created now by this user on this machine.
    static Result<KeyFile> create(const SealingKey &master, const QCA::SecureArray &password,
                                  const ScryptParameters &parameters);

    /// From JSON. @param where names the file in errors. Errors: Corrupt, naming the field; Unsupported (another KDF).
    static Result<KeyFile> parse(const QByteArray &json, const QString &where);
    QByteArray toJson() const;

    /// The master key. Errors: WrongPassword where it does not open; Corrupt where it opens and is no key, or where the
    /// parameters are out of bounds. @param where as above.
    Result<SealingKey> open(const QCA::SecureArray &password, const QString &where) const;
};

} // namespace sealift
