#pragma once

#include <QByteArrayList>
#include <QtCrypto>

namespace sealift {

/// What a password is worth against somebody who has a copy of the library and guesses at leisure.
enum class PasswordGrade {
    Weak,   ///< below 40 bits: found within days
    Fair,   ///< below 60 bits: holds against one person's machines
    Good,   ///< below 80 bits: holds against many machines
    Strong, ///< holds
};

struct PasswordStrength {
    double bits = 0; ///< the binary logarithm of the guesses that a clever guesser needs
    PasswordGrade grade = PasswordGrade::Weak;
};

/// Estimates by libzxcvbn (D. Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016): words,
/// names, dates, keyboard runs and repetitions count for what they are. Each guess costs scrypt of some 500 ms and
/// 64 MiB, which the grades take into account. Of a long password the first 64 bytes are looked at, so that it stays
/// quick enough for every key stroke.
/// @param password UTF-8. @param knownWords what anybody would try first: names of the library, of the user.
/// libzxcvbn keeps parts of the password in ordinary memory while it works.
PasswordStrength estimatePasswordStrength(const QCA::SecureArray &password, const QByteArrayList &knownWords);

} // namespace sealift
