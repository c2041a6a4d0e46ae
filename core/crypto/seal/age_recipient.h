#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace sealift {

/// Somebody whom age files can be sealed for: an X25519 public key. Source: age-encryption.org/v1, "The X25519
/// recipient type".
struct AgeRecipient {
    QString text;   ///< "age1...", no secret
    QByteArray key; ///< 32 bytes

    /// Errors: InvalidArgument (a typing mistake, an SSH key); Unsupported (a recipient of a plugin); Unsafe (a secret
    /// key, which is not repeated).
    static Result<AgeRecipient> parse(const QString &text);
};

} // namespace sealift
