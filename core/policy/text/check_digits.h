#pragma once

#include <QString>

#include <initializer_list>

namespace sealift {

/// Check digits of numbers that are given to people and accounts. All take digits only, the check digit last; other
/// characters make them false.

/// ISO/IEC 7812-1, annex B ("Luhn").
bool passesLuhn(const QString &digits);

/// Verhoeff, 1969: permutations of the dihedral group D5.
bool passesVerhoeff(const QString &digits);

/// ISO/IEC 7064, MOD 11,10.
bool passesMod11And10(const QString &digits);

/// ISO 13616-1 (IBAN): the first four characters moved to the end, letters as 10 to 35, MOD 97-10 of ISO/IEC 7064.
/// @param iban letters in upper case and digits, no spaces.
bool passesIban(const QString &iban);

/// The sum of each digit times its weight; as many digits as weights. -1: something is no digit, or too short.
int weightedSum(const QString &digits, std::initializer_list<int> weights);

/// The number modulo a small one; -1 where something is no digit.
int moduloOf(const QString &digits, int modulus);

} // namespace sealift
