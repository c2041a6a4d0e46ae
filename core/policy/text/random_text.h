#pragma once

#include <QStringView>

namespace sealift {

/// Shannon's entropy of a text's own characters, in bits a character; 0 for an empty one.
double entropyOf(QStringView text);

/// How often the kind of character - upper case, lower case, digit, other - changes from one to the next: 0 never, 1
/// always. Words and numbers stay in a kind for a while; what a generator drew changes all the time.
double changesOf(QStringView text);

/// True for a run of base64's, base62's, base36's or base32's characters that a generator drew, by length, entropy and
/// changes. Hexadecimal digits are none: hashes and UUIDs stand in many names, and cannot be told from keys. Nor are
/// ULIDs and hashes in Nix's base 32. @param run letters, digits, '+' and '/' only.
bool looksDrawn(QStringView run);

/// True for what looks like a password of all kinds of characters, some of them signs ("xK9#mP2$vL5n").
/// @param run without white space.
bool looksLikePassword(QStringView run);

} // namespace sealift
