#pragma once

#include "crypto/scrypt.h"

namespace sealift {

/// What opening a library with a new password shall cost an attacker for each guess, and us each time: a quarter of a
/// second of this machine by code that is as quick as theirs, and 64 MiB. Measures; takes about as long.
ScryptParameters passwordCost();

} // namespace sealift
