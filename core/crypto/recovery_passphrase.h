#pragma once

#include <QtCrypto>

namespace sealift {

/// A generated password for the day when the usual one is lost: eight groups of five symbols with hyphens between them,
/// "7K2QM-...". Seven groups are random (175 bits); the eighth is a checksum over them, so that a copying mistake is
/// told from a wrong key. The symbols are Crockford's base 32 (digits and capitals without I, L, O and U). Exactly as
/// printed, hyphens included, it is also a password for any other program that reads the library.
QCA::SecureArray generateRecoveryPassphrase();

enum class RecoveryShape {
    Other,    ///< Does not look like a recovery passphrase; take it as any other password.
    Mistyped, ///< Looks like one, but the checksum or the number of symbols is wrong.
    Sound,    ///< Is one, perhaps in small letters or with other separators.
};

/// What was typed where a password was asked for.
struct RecoveryReading {
    RecoveryShape shape = RecoveryShape::Other;
    QCA::SecureArray canonical; ///< as printed; only for RecoveryShape::Sound
};

/// Reads as a person types: small letters, spaces or nothing in place of hyphens, O for 0, I and L for 1.
/// @param typed UTF-8, as any password.
RecoveryReading readRecoveryPassphrase(const QCA::SecureArray &typed);

} // namespace sealift
