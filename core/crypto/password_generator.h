#pragma once

#include <QtCrypto>

namespace sealift {

/// A random password that can be read out and typed: five groups of four small letters and digits with hyphens between
/// them ("k7fx-9qmw-..."), none of which looks like another (no 0, 1, l, o). 100 bits.
QCA::SecureArray generatePassword();

} // namespace sealift
